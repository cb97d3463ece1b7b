// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/partial_date.h"

#include <charconv>
#include <chrono>

namespace veikart::forms {

namespace {

// The number that `text` consists of, all digits; nothing otherwise.
std::optional<int> digits(std::string_view text) {
  if (text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool exists(const PartialDate& date) {
  const std::chrono::year_month_day day{std::chrono::year(date.year),
                                        std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  return day.ok();
}

} // namespace

std::optional<PartialDate> parsePartialDate(std::string_view text) {
  const bool hasMonth = text.size() >= 7;
  const bool hasDay = text.size() == 10;
  if ((text.size() != 4 && text.size() != 7 && !hasDay) || (hasMonth && text[4] != '-') || (hasDay && text[7] != '-'))
    return std::nullopt;
  const std::optional<int> year = digits(text.substr(0, 4));
  const std::optional<int> month = hasMonth ? digits(text.substr(5, 2)) : 1;
  const std::optional<int> day = hasDay ? digits(text.substr(8, 2)) : 1;
  if (!year || !month || !day || *year < 1900 || *year > 2199 || !exists({*year, *month, *day}))
    return std::nullopt;
  return PartialDate{*year, hasMonth ? *month : 0, hasDay ? *day : 0};
}

} // namespace veikart::forms
