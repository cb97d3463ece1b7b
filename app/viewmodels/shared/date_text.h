// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QString>

#include <cstdint>

// Dates as people say them, in Bokmål. `now` is milliseconds since 1970, shown in the device's time zone.
namespace veikart::ui {

QString clockText(int64_t at);               // "14:20"
QString momentText(int64_t at, int64_t now); // "i dag 14:20", "i går 14:20", "tirsdag 10:00", "3. mars 2025"
QString dayText(int64_t at, int64_t now);    // "i dag", "i går", "tirsdag 24. november", "3. mars 2025"
QString dateText(const std::string& isoDate, int64_t now); // dayText of a date; empty for none
QString longDayText(int64_t at);                           // "Søndag 22. november"
QString fullDateText(int64_t at);                          // "22. november 2026", for paper
QString elapsedText(int64_t at, int64_t now);              // "5 uker siden", "12 måneder"
QString dueText(const std::string& isoDate, int64_t now);  // "innen fredag 27. november", "fristen var fredag"
bool isPast(const std::string& isoDate, int64_t now);
std::string isoDateOf(int64_t at);

} // namespace veikart::ui
