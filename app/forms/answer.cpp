// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/answer.h"

#include <algorithm>
#include <charconv>

namespace veikart::forms {

namespace {

constexpr std::string_view kFreeTextSuffix = ".tekst";
constexpr char kRoundMark = '#';

} // namespace

std::string answerKey(const std::string& linkId, int round) {
  return round <= 1 ? linkId : linkId + kRoundMark + std::to_string(round);
}

std::string freeTextKey(const std::string& key) {
  return key + std::string(kFreeTextSuffix);
}

KeyParts partsOf(std::string_view key) {
  KeyParts parts;
  parts.isFreeText = key.ends_with(kFreeTextSuffix);
  if (parts.isFreeText)
    key.remove_suffix(kFreeTextSuffix.size());
  const size_t mark = std::min(key.find(kRoundMark), key.size());
  parts.linkId = key.substr(0, mark);
  if (mark < key.size())
    std::from_chars(key.data() + mark + 1, key.data() + key.size(), parts.round);
  return parts;
}

} // namespace veikart::forms
