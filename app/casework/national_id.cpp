// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/dates.h"
#include "app/casework/rules.h"

#include <algorithm>
#include <array>
#include <cctype>

// Norwegian national identity numbers: DDMMYY, three individual digits that also tell the century, two check digits
// (Skatteetaten, "Fødselsnummer"). Invented ones carry month + 80, as the tax authority's own test persons do.
namespace veikart::casework {

namespace {

constexpr int kInventedMonthOffset = 80;
constexpr std::array kFirstWeights = {3, 7, 6, 1, 8, 9, 4, 5, 2};
constexpr std::array kSecondWeights = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

int digitAt(std::string_view digits, size_t index) {
  return digits[index] - '0';
}
int pairAt(std::string_view digits, size_t index) {
  return digitAt(digits, index) * 10 + digitAt(digits, index + 1);
}

// 0 … 9, or 10 when no check digit exists for these digits.
template<size_t Count>
int checkDigit(std::string_view digits, const std::array<int, Count>& weights) {
  int sum = 0;
  for (size_t i = 0; i < Count; ++i)
    sum += weights[i] * digitAt(digits, i);
  return (11 - sum % 11) % 11;
}

bool hasValidCheckDigits(std::string_view digits) {
  return checkDigit(digits, kFirstWeights) == digitAt(digits, 9) &&
         checkDigit(digits, kSecondWeights) == digitAt(digits, 10);
}

// The years that a range of individual digits stands for.
struct Century {
  int firstIndividual, lastIndividual, firstYear, lastYear;
};
constexpr std::array kCenturies = {Century{0, 499, 1900, 1999}, Century{500, 749, 1854, 1899},
                                   Century{500, 999, 2000, 2039}, Century{900, 999, 1940, 1999}};

std::optional<int> birthYear(int yearInCentury, int individual) {
  for (const Century& century : kCenturies) {
    const int year = century.firstYear - century.firstYear % 100 + yearInCentury;
    if (individual >= century.firstIndividual && individual <= century.lastIndividual && year >= century.firstYear &&
        year <= century.lastYear)
      return year;
  }
  return std::nullopt;
}

std::optional<Date> inventedBirthDate(std::string_view digits) {
  const std::optional<int> year = birthYear(pairAt(digits, 4), pairAt(digits, 6) * 10 + digitAt(digits, 8));
  const Date date{year.value_or(0), pairAt(digits, 2) - kInventedMonthOffset, pairAt(digits, 0)};
  return year && isRealDate(date) ? std::optional(date) : std::nullopt;
}

bool isElevenDigits(std::string_view text) {
  return text.size() == 11 && std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

// Numbers in use, also those with other authorities' ways of marking test persons: somebody may answer to them.
Status refuseNumbersInUse(int day, int month) {
  if (day > 40)
    return Status::invalid("national id: a D-number");
  if (month >= 1 && month <= 12)
    return Status::invalid("national id: could be a real person's");
  if (month >= 41 && month <= 52)
    return Status::invalid("national id: a test number with month + 40");
  return {};
}

std::string twoDigits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

} // namespace

Status checkPracticeNationalId(std::string_view digits) {
  if (!isElevenDigits(digits))
    return Status::invalid("national id: not eleven digits");
  RETURN_IF_ERROR(refuseNumbersInUse(pairAt(digits, 0), pairAt(digits, 2)));
  if (!inventedBirthDate(digits))
    return Status::invalid("national id: no such date with month + 80");
  if (!hasValidCheckDigits(digits))
    return Status::invalid("national id: check digits do not fit");
  return {};
}

std::optional<std::string> birthDateOf(std::string_view digits) {
  if (!checkPracticeNationalId(digits).ok())
    return std::nullopt;
  return toText(*inventedBirthDate(digits));
}

std::string inventedNationalId(std::string_view birthDate, int serial) {
  const std::optional<Date> date = parseDate(birthDate);
  if (!date || serial < 0 || date->year < 1900 || date->year > 2039)
    return {};
  const int first = date->year < 2000 ? 0 : 500;
  const std::string front =
      twoDigits(date->day) + twoDigits(date->month + kInventedMonthOffset) + twoDigits(date->year % 100);
  for (int individual = first; individual < first + 500; ++individual) {
    std::string digits = front + static_cast<char>('0' + individual / 100) + twoDigits(individual % 100);
    const int checkOne = checkDigit(digits, kFirstWeights);
    digits += static_cast<char>('0' + checkOne % 10);
    const int checkTwo = checkDigit(digits, kSecondWeights);
    digits += static_cast<char>('0' + checkTwo % 10);
    if (checkOne < 10 && checkTwo < 10 && serial-- == 0)
      return digits;
  }
  return {};
}

} // namespace veikart::casework
