// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/questionnaire.h"
#include "app/store/case_store.h"

#include <QString>

#include <string>
#include <vector>

namespace veikart::documents {

// What stands on the client's paper copy of a confirmed mapping.
struct ClientCopy {
  std::string clientName;
  std::string counsellorName;
  std::string confirmedOn; // "22. november 2026"
  const forms::Questionnaire* form = nullptr;
  store::LayerAnswers client, joint, comments, conclusion;
  casework::ConfirmationRecord confirmation;
  std::vector<std::string> tasks; // "Kari: Ringe fastlegen, innen fredag 27. november"
  std::string sealHash;
};

// The beginning of a seal's hash: what people compare on screen and paper.
QString sealMark(const std::string& hash);

// The copy as PDF bytes, A4, drawn in memory: no file is written. REQUIRES: a QGuiApplication. Any thread. Internal
// when nothing could be drawn.
Result<Bytes> drawClientCopy(const ClientCopy& copy);

} // namespace veikart::documents
