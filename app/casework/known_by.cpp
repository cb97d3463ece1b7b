// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/known_by.h"

namespace veikart::casework {

namespace {

constexpr size_t kNationalIdDigits = 11;
constexpr size_t kPhoneDigits = 8;

// Without blanks, and a telephone number without its country.
std::string canonical(std::string_view typed) {
  std::string digits;
  for (const char c : typed)
    if (c >= '0' && c <= '9')
      digits += c;
  for (const std::string_view country : {"0047", "47"})
    if (digits.size() == kPhoneDigits + country.size() && digits.starts_with(country))
      digits.erase(0, country.size());
  return digits;
}

} // namespace

std::vector<sync::CaseKey> keysOfNumber(const Id& officeId, std::string_view number, std::string_view firstName) {
  const std::string digits = canonical(number);
  if (digits.size() == kNationalIdDigits)
    return {sync::caseKey(officeId, "national id", digits)};
  if (digits.size() == kPhoneDigits && !firstName.empty())
    return {sync::caseKey(officeId, "phone", digits + ' ' + std::string(firstName))};
  return {};
}

} // namespace veikart::casework
