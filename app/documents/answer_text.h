// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/survey.h"

#include <QString>

// An answer in words, the same on screen and on paper. Any thread.
namespace veikart::documents {

QString stateText(forms::AnswerState state); // "Vet ikke", "Vil ikke svare", "Ikke spurt", "Ikke besvart"; else empty
QString answerText(const forms::Item& item, const forms::Answer& answer); // the words chosen, or the state's
QString modeText(forms::AnswerMode mode);                                 // "fylte ut selv"
QString roundText(int round);                                             // "Person 2": of a repeating group
QString questionText(const forms::SurveyPage& page);                      // of a further round: "Person 2: …"
QString quoted(const QString& text);                                      // «…»; empty stays empty

} // namespace veikart::documents
