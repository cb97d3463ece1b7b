// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/survey.h"
#include "app/store/case_store.h"

#include <QString>

// Rule 12: before the visit ends, the sensitive words that nobody has read are shown.
namespace veikart::ui {

// What the client says: without what was said behind a condition that holds no more, or in a theme passed over.
store::LayerAnswers standingAnswers(const forms::Questionnaire& form, store::LayerAnswers client);
forms::Answers answersIn(const store::LayerAnswers& layer);

// The themes with such words, in the form's order. TooNew when this app lacks the mapping's form.
Result<std::vector<const forms::Item*>> unreadThemes(store::CaseStore& cases, const Uuid& mappingId);
std::vector<const forms::Item*> unreadThemes(const forms::Questionnaire& form, const store::LayerAnswers& standing,
                                             const store::Reading& reading);

// "Amina har skrevet noe som ingen har lest ennå: Helse. …"
QString unreadText(const QString& clientName, const std::vector<const forms::Item*>& themes);

} // namespace veikart::ui
