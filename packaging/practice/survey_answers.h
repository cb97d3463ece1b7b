// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/answer.h"

#include <cstdint>
#include <random>
#include <string>

namespace veikart::practice {

// Repeatable choices: std::mt19937 is the same everywhere, the standard distributions are not.
class Dice {
public:
  explicit Dice(uint32_t seed) : m_engine(seed) {}
  int below(size_t limit) { return static_cast<int>(m_engine() % limit); }
  template<class List>
  const auto& oneOf(const List& list) {
    return list[static_cast<size_t>(below(list.size()))];
  }

private:
  std::mt19937 m_engine;
};

// What a client may answer to the KIS reconstruction in `view`; with `themesLeft` above 0 they stop that many themes
// before the end.
forms::Answers surveyAnswers(const std::string& view, int themesLeft, Dice& dice);

} // namespace veikart::practice
