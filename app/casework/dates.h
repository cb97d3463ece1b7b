// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Dates without a time of day. Pure values; any thread.
namespace veikart::casework {

struct Date {
  int year = 0, month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
};

bool isRealDate(const Date& date);                    // the 30th of February is not
std::optional<Date> parseDate(std::string_view text); // "2026-11-22" and nothing else
std::string toText(const Date& date);
Date plusDays(const Date& date, int days);
Date localDateAt(int64_t millis); // the date on the device's wall, in its time zone

} // namespace veikart::casework
