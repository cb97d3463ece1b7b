// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/survey.h"

#include <QString>

// What a person typed as an answer, and back. The words for what does not fit stand here, since they belong to the
// page.
namespace veikart::ui {

struct TypedAnswer {
  forms::Answer answer;
  QString problem; // empty when the answer fits the item
};

// `text` as the answer to an item of kind integer, decimal, date, string or text. Empty text is unanswered. Dates are
// typed as "2019", "3.2019" or "14.3.2019".
TypedAnswer typedAnswer(const forms::Item& item, const QString& text, forms::AnswerMode mode);

// How it may be typed: "For eksempel 2026, 3.2026 eller 12.3.2026"; empty where anything goes.
QString typingHint(const forms::Item& item);

// The answer as it is typed; empty for anything but a value.
QString typedText(const forms::Item& item, const forms::Answer& answer);

} // namespace veikart::ui
