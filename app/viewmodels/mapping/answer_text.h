// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/survey.h"

#include <QString>

// How answers are written for people who did not give them.
namespace veikart::ui {

// The words chosen, or one of the four states: "Vet ikke", "Vil ikke svare", "Ikke spurt", "Ikke besvart".
QString clientAnswerText(const forms::Item& item, const forms::Answer& answer);
QString modeText(forms::AnswerMode mode); // "fylte ut selv"
QString quoted(const QString& text);      // «…»; empty stays empty

} // namespace veikart::ui
