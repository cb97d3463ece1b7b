// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <initializer_list>

// Dates as people say them, in Bokmål. `now` is milliseconds since 1970, shown in the device's time zone.
namespace veikart::ui {

QString clockText(int64_t at);               // "14:20"
QString momentText(int64_t at, int64_t now); // "i dag 14:20", "i går 14:20", "tirsdag 10:00", "3. mars 2025"
QString dayText(int64_t at, int64_t now);    // "i dag", "i går", "tirsdag 24. november", "3. mars 2025"
QString dateText(const std::string& isoDate, int64_t now); // dayText of a date; empty for none
// Of a contact whose hour nobody knows, logged for a day: noon of it, which is never shown as a time of day.
int64_t contactAtOn(const std::string& isoDate);
QString contactMomentText(int64_t at, int64_t now);       // "i dag 14:20", "i går" for one of contactAtOn
QString longDayText(int64_t at);                          // "Søndag 22. november"
QString fullDateText(int64_t at);                         // "22. november 2026", for paper
QString elapsedText(int64_t at, int64_t now);             // "5 uker siden", "12 måneder"
QString dueText(const std::string& isoDate, int64_t now); // "innen fredag 27. november", "fristen var fredag"
bool isPast(const std::string& isoDate, int64_t now);
std::string isoDateOf(int64_t at);

// On which side of today a day lies whose year was not typed. Today itself is on both.
enum class DaySide { Past, Future };

// What was typed as a date, as "2026-11-22": day.month, with or without the year, or such a date as it is. What is no
// day of the calendar comes back as it was written, for whoever saves to refuse.
QString typedDate(const QString& text, DaySide side, int64_t now);
// What was typed as a time of day (9.30, 930, 0930, 9), as "09:30"; what is none comes back as it was written.
QString typedTime(const QString& text);
bool isDate(const QString& text);                           // "2026-11-22" and nothing else
bool isTime(const QString& text);                           // "09:30" and nothing else
int64_t momentOf(const QString& date, const QString& time); // REQUIRES: isDate(date) && isTime(time)

// The days so many after today, as "2026-11-29".
QStringList daysFrom(int64_t now, std::initializer_list<int> days);

} // namespace veikart::ui
