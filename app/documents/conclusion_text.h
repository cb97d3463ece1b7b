// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/questionnaire.h"
#include "app/store/case_store.h"

#include <QString>

#include <vector>

// The conclusion in words, the same on screen and on paper; its parts and their labels are the conclusion form's. Any
// thread.
namespace veikart::documents {

inline constexpr const char* kAssessment = "konkl.veileder";
inline constexpr const char* kDisagreement = "konkl.uenig";

struct ConclusionPart {
  std::string linkId;
  QString label;
  QString text;
  bool isCounsellors = false; // the assessment, set apart from what was written together
};

// The form's questions that are written in the conclusion, in its order: what happens next stands as tasks, and the
// client's answer is asked for when all is written.
std::vector<const forms::Item*> conclusionItems();

// Whether its conditions hold.
bool isAsked(const forms::Item& item, const store::LayerAnswers& conclusion);

// What is seen differently, without the form's themes that were noted down and nothing written under.
QString withoutBareThemes(const QString& disagreement, const forms::Questionnaire& form);

// The parts that say something. The assessment names whoever wrote it.
std::vector<ConclusionPart> conclusionParts(const store::LayerAnswers& conclusion);

} // namespace veikart::documents
