// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace veikart::forms {

// A date as exact as the person knows it: a year, a month of a year, or a day. month and day are 0 when not known.
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;
};

// "2026", "2026-11" or "2026-11-22", for days that exist, from 1900 to 2199; nothing otherwise.
std::optional<PartialDate> parsePartialDate(std::string_view text);

} // namespace veikart::forms
