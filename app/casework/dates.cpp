// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/dates.h"

#include <charconv>
#include <chrono>
#include <ctime>

namespace veikart::casework {

namespace {

std::chrono::year_month_day calendarDate(const Date& date) {
  return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
          std::chrono::day(static_cast<unsigned>(date.day))};
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0)
    return std::nullopt;
  return value;
}

std::string padded(int value, size_t width) {
  std::string text = std::to_string(value);
  return text.size() >= width ? text : std::string(width - text.size(), '0') + text;
}

} // namespace

bool isRealDate(const Date& date) {
  return date.month >= 1 && date.day >= 1 && date.month <= 12 && date.day <= 31 && calendarDate(date).ok();
}

std::optional<Date> parseDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const Date date{number(text.substr(0, 4)).value_or(-1), number(text.substr(5, 2)).value_or(0),
                  number(text.substr(8, 2)).value_or(0)};
  return date.year >= 0 && isRealDate(date) ? std::optional(date) : std::nullopt;
}

std::string toText(const Date& date) {
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

Date plusDays(const Date& date, int days) {
  const std::chrono::year_month_day sum = std::chrono::sys_days(calendarDate(date)) + std::chrono::days(days);
  return {int(sum.year()), static_cast<int>(unsigned(sum.month())), static_cast<int>(unsigned(sum.day()))};
}

Date localDateAt(int64_t millis) {
  const auto seconds = static_cast<std::time_t>(millis / 1000);
  std::tm local{};
  localtime_r(&seconds, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

} // namespace veikart::casework
