// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace veikart::forms {

// Four states beside a value (rule 1); they are never mixed up, and never an ordinary alternative.
enum class AnswerState { Unanswered, Answered, Unknown, Declined, NotAsked };

// How an answer came about; kept with every answer.
enum class AnswerMode { Alone, ReadAloud, Typed };

// An answer to one question. Which members count follows from the item's kind: codes (boolean: "true"/"false"), number,
// or text (a date is "2026", "2026-11" or "2026-11-22"; for open-choice the words beside "Noe annet").
struct Answer {
  AnswerState state = AnswerState::Unanswered;
  std::vector<std::string> codes;
  double number = 0;
  std::string text;
  AnswerMode mode = AnswerMode::Alone;
  bool operator==(const Answer&) const = default;
};

// Answers by key. A key is a linkId; in a repeating group the second and later rounds end in "#2", "#3" …; free text
// beside an item is under "<linkId>.tekst" (rule 2); a theme passed over as a whole is under the theme's linkId (rule
// 4).
using Answers = std::map<std::string, Answer>;

std::string answerKey(const std::string& linkId, int round); // round counts from 1
std::string freeTextKey(const std::string& key);

// A key taken apart: "nett.hjelper.navn#2.tekst" is {"nett.hjelper.navn", 2, true}.
struct KeyParts {
  std::string linkId;
  int round = 1;
  bool isFreeText = false;
};
KeyParts partsOf(std::string_view key);

} // namespace veikart::forms
