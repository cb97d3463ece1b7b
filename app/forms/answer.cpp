// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/answer.h"

namespace veikart::forms {

std::string answerKey(const std::string& linkId, int round) {
  return round <= 1 ? linkId : linkId + "#" + std::to_string(round);
}

std::string freeTextKey(const std::string& key) {
  return key + ".tekst";
}

} // namespace veikart::forms
