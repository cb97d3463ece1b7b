// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/answer_text.h"

#include <QCoreApplication>

namespace veikart::ui {

namespace {
QString tr(const char* text) {
  return QCoreApplication::translate("AnswerText", text);
}
} // namespace

QString clientAnswerText(const forms::Item& item, const forms::Answer& answer) {
  switch (answer.state) {
  case forms::AnswerState::Unanswered:
    return tr("Ikke besvart");
  case forms::AnswerState::Unknown:
    return tr("Vet ikke");
  case forms::AnswerState::Declined:
    return tr("Vil ikke svare");
  case forms::AnswerState::NotAsked:
    return tr("Ikke spurt");
  case forms::AnswerState::Answered:
    return QString::fromStdString(forms::displayOf(item, answer));
  }
  return {};
}

QString modeText(forms::AnswerMode mode) {
  switch (mode) {
  case forms::AnswerMode::Alone:
    return tr("fylte ut selv");
  case forms::AnswerMode::ReadAloud:
    return tr("lest høyt");
  case forms::AnswerMode::Typed:
    return tr("skrevet av veilederen");
  }
  return {};
}

QString quoted(const QString& text) {
  return text.isEmpty() ? text : QStringLiteral("«%1»").arg(text);
}

} // namespace veikart::ui
