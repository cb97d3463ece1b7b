// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/documents/answer_text.h"

#include <QCoreApplication>

namespace veikart::documents {

namespace {

class AnswerText {
  Q_DECLARE_TR_FUNCTIONS(AnswerText)
};

} // namespace

QString stateText(forms::AnswerState state) {
  switch (state) {
  case forms::AnswerState::Unanswered:
    return AnswerText::tr("Ikke besvart");
  case forms::AnswerState::Unknown:
    return AnswerText::tr("Vet ikke");
  case forms::AnswerState::Declined:
    return AnswerText::tr("Vil ikke svare");
  case forms::AnswerState::NotAsked:
    return AnswerText::tr("Ikke spurt");
  case forms::AnswerState::Answered:
    return {};
  }
  return {};
}

QString answerText(const forms::Item& item, const forms::Answer& answer) {
  return answer.state == forms::AnswerState::Answered ? QString::fromStdString(forms::displayOf(item, answer))
                                                      : stateText(answer.state);
}

QString modeText(forms::AnswerMode mode) {
  switch (mode) {
  case forms::AnswerMode::Alone:
    return AnswerText::tr("fylte ut selv");
  case forms::AnswerMode::ReadAloud:
    return AnswerText::tr("lest høyt");
  case forms::AnswerMode::Typed:
    return AnswerText::tr("skrevet av veilederen");
  }
  return {};
}

QString roundText(int round) {
  return AnswerText::tr("Person %1").arg(round);
}

QString questionText(const forms::SurveyPage& page) {
  const QString text = QString::fromStdString(page.item->text);
  return page.round == 1 ? text : QStringLiteral("%1: %2").arg(roundText(page.round), text);
}

QString quoted(const QString& text) {
  return text.isEmpty() ? text : QStringLiteral("«%1»").arg(text);
}

} // namespace veikart::documents
