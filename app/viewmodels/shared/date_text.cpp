// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/date_text.h"

#include "app/forms/partial_date.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace veikart::ui {

namespace {

const QLocale& bokmal() {
  static const QLocale locale(QLocale::NorwegianBokmal, QLocale::Norway);
  return locale;
}

QDate dayOf(int64_t at) {
  return QDateTime::fromMSecsSinceEpoch(at).date();
}

QDate parse(const std::string& isoDate) {
  return QDate::fromString(QString::fromStdString(isoDate), Qt::ISODate);
}

class DateText {
  Q_DECLARE_TR_FUNCTIONS(DateText)
};

QString weekday(QDate day) {
  return bokmal().dayName(day.dayOfWeek());
}

QString plainDate(QDate day, QDate today) {
  return bokmal().toString(day,
                           day.year() == today.year() ? QStringLiteral("d. MMMM") : QStringLiteral("d. MMMM yyyy"));
}

QString relativeDay(QDate day, QDate today) {
  const qint64 days = today.daysTo(day);
  if (days == 0)
    return DateText::tr("i dag");
  if (days == -1)
    return DateText::tr("i går");
  if (days == 1)
    return DateText::tr("i morgen");
  if (days > -7 && days < 14)
    return weekday(day) + QLatin1Char(' ') + plainDate(day, today);
  return plainDate(day, today);
}

// Empty when there is no such day.
QString isoOf(int year, const QString& month, const QString& day) {
  const QString iso =
      QStringLiteral("%1-%2-%3").arg(year).arg(month, 2, QLatin1Char('0')).arg(day, 2, QLatin1Char('0'));
  return isDate(iso) ? iso : QString();
}

// The nearest year that has the day, on its side of today: from one 29th of February to the next are up to eight years.
QString nearestOf(const QString& month, const QString& day, DaySide side, QDate today) {
  const QString todayText = today.toString(Qt::ISODate);
  for (int years = 0; years <= 8; ++years) {
    const QString iso = isoOf(today.year() + (side == DaySide::Past ? -years : years), month, day);
    if (!iso.isEmpty() && (side == DaySide::Past ? iso <= todayText : iso >= todayText))
      return iso;
  }
  return {};
}

} // namespace

QString clockText(int64_t at) {
  return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm"));
}

QString momentText(int64_t at, int64_t now) {
  return relativeDay(dayOf(at), dayOf(now)) + QLatin1Char(' ') + clockText(at);
}

QString dayText(int64_t at, int64_t now) {
  return relativeDay(dayOf(at), dayOf(now));
}

QString dateText(const std::string& isoDate, int64_t now) {
  const QDate day = parse(isoDate);
  return day.isValid() ? relativeDay(day, dayOf(now)) : QString();
}

int64_t contactAtOn(const std::string& isoDate) {
  return QDateTime(parse(isoDate), QTime(12, 0)).toMSecsSinceEpoch();
}

QString contactMomentText(int64_t at, int64_t now) {
  return at == contactAtOn(isoDateOf(at)) ? dayText(at, now) : momentText(at, now);
}

QString longDayText(int64_t at) {
  QString text = bokmal().toString(dayOf(at), QStringLiteral("dddd d. MMMM"));
  if (!text.isEmpty())
    text[0] = text[0].toUpper();
  return text;
}

QString fullDateText(int64_t at) {
  return bokmal().toString(dayOf(at), QStringLiteral("d. MMMM yyyy"));
}

QString elapsedText(int64_t at, int64_t now) {
  const int days = static_cast<int>(dayOf(at).daysTo(dayOf(now)));
  if (days < 1)
    return DateText::tr("i dag");
  if (days == 1)
    return DateText::tr("i går");
  if (days < 14)
    return DateText::tr("%1 dager siden").arg(days);
  if (days < 60)
    return DateText::tr("%1 uker siden").arg(days / 7);
  return DateText::tr("%1 måneder siden").arg(days / 30);
}

QString dueText(const std::string& isoDate, int64_t now) {
  const QDate due = parse(isoDate);
  if (!due.isValid())
    return DateText::tr("uten frist");
  const QDate today = dayOf(now);
  if (due == today)
    return DateText::tr("frist i dag");
  if (due > today)
    return DateText::tr("innen %1").arg(relativeDay(due, today));
  return DateText::tr("fristen var %1").arg(due.daysTo(today) < 7 ? weekday(due) : plainDate(due, today));
}

bool isPast(const std::string& isoDate, int64_t now) {
  const QDate day = parse(isoDate);
  return day.isValid() && day < dayOf(now);
}

std::string isoDateOf(int64_t at) {
  return dayOf(at).toString(Qt::ISODate).toStdString();
}

bool isDate(const QString& text) {
  return text.size() == 10 && forms::parsePartialDate(text.toStdString()).has_value();
}

bool isTime(const QString& text) {
  return text.size() == 5 && QTime::fromString(text, QStringLiteral("hh:mm")).isValid();
}

int64_t momentOf(const QString& date, const QString& time) {
  return QDateTime(QDate::fromString(date, Qt::ISODate), QTime::fromString(time, QStringLiteral("hh:mm")))
      .toMSecsSinceEpoch();
}

QStringList daysFrom(int64_t now, std::initializer_list<int> days) {
  QStringList dates;
  for (const int count : days)
    dates.append(dayOf(now).addDays(count).toString(Qt::ISODate));
  return dates;
}

QString typedDate(const QString& text, DaySide side, int64_t now) {
  static const QRegularExpression form(QStringLiteral(R"(^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}|\d{2})|\.)?$)"));
  const QString written = text.trimmed();
  const QRegularExpressionMatch part = form.match(written);
  if (!part.hasMatch())
    return written;
  const QString year = part.captured(3);
  const QString iso = year.isEmpty()
                          ? nearestOf(part.captured(2), part.captured(1), side, dayOf(now))
                          : isoOf(year.toInt() + (year.size() == 2 ? 2000 : 0), part.captured(2), part.captured(1));
  return iso.isEmpty() ? written : iso;
}

QString typedTime(const QString& text) {
  static const QRegularExpression form(QStringLiteral(R"(^([01]?\d|2[0-3])(?:[.: ]?([0-5]\d))?$)"));
  const QString written = text.trimmed();
  const QRegularExpressionMatch part = form.match(written);
  if (!part.hasMatch())
    return written;
  const QString minute = part.captured(2).isEmpty() ? QStringLiteral("00") : part.captured(2);
  return part.captured(1).rightJustified(2, QLatin1Char('0')) + QLatin1Char(':') + minute;
}

} // namespace veikart::ui
