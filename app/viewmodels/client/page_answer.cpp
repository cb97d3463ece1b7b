// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/client/page_answer.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace veikart::ui {

namespace {

class PageAnswer {
  Q_DECLARE_TR_FUNCTIONS(PageAnswer)
};

// "14.3.2019" → "2019-03-14"; what is no such text comes back as it is, for validate() to refuse.
std::string isoDate(const QString& text) {
  QStringList parts = text.split(QLatin1Char('.'), Qt::SkipEmptyParts);
  std::reverse(parts.begin(), parts.end());
  for (qsizetype i = 0; i < parts.size(); ++i)
    parts[i] = parts[i].trimmed().rightJustified(i == 0 ? 4 : 2, QLatin1Char('0'));
  return parts.join(QLatin1Char('-')).toStdString();
}

QString spokenDate(const std::string& iso) {
  QStringList parts = QString::fromStdString(iso).split(QLatin1Char('-'));
  std::reverse(parts.begin(), parts.end());
  return parts.join(QLatin1Char('.'));
}

bool isNumber(const forms::Item& item) {
  return item.kind == forms::ItemKind::Integer || item.kind == forms::ItemKind::Decimal;
}

QString problemOf(const forms::Item& item) {
  if (isNumber(item) && item.minValue && item.maxValue)
    return PageAnswer::tr("Skriv et tall fra %1 til %2.").arg(*item.minValue).arg(*item.maxValue);
  if (isNumber(item))
    return PageAnswer::tr("Skriv et tall.");
  if (item.kind == forms::ItemKind::Date)
    return PageAnswer::tr("Skriv et år, en måned eller en dag.");
  return PageAnswer::tr("Teksten er for lang. Skriv litt kortere.");
}

} // namespace

QString typingHint(const forms::Item& item) {
  // The year we are in is an example of what has been as well as of what will be.
  if (item.kind == forms::ItemKind::Date)
    return PageAnswer::tr("For eksempel %1, 3.%1 eller 12.3.%1").arg(QDate::currentDate().year());
  if (isNumber(item) && item.minValue && item.maxValue)
    return PageAnswer::tr("Et tall fra %1 til %2").arg(*item.minValue).arg(*item.maxValue);
  return {};
}

TypedAnswer typedAnswer(const forms::Item& item, const QString& text, forms::AnswerMode mode) {
  TypedAnswer typed;
  typed.answer.mode = mode;
  const QString trimmed = text.trimmed();
  if (trimmed.isEmpty())
    return typed;
  typed.answer.state = forms::AnswerState::Answered;
  bool isReadable = true;
  if (isNumber(item))
    typed.answer.number = QLocale(QLocale::NorwegianBokmal).toDouble(trimmed, &isReadable);
  else
    typed.answer.text = item.kind == forms::ItemKind::Date ? isoDate(trimmed) : trimmed.toStdString();
  if (!isReadable || !forms::validate(item, typed.answer).ok())
    typed.problem = problemOf(item);
  return typed;
}

QString typedText(const forms::Item& item, const forms::Answer& answer) {
  if (answer.state != forms::AnswerState::Answered)
    return {};
  if (isNumber(item))
    return QLocale(QLocale::NorwegianBokmal).toString(answer.number, 'g', 12);
  return item.kind == forms::ItemKind::Date ? spokenDate(answer.text) : QString::fromStdString(answer.text);
}

} // namespace veikart::ui
