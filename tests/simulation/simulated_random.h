// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace veikart::simulation {

// The only source of chance in a schedule: the same seed gives the same numbers on every machine (SplitMix64). A value.
class Random {
public:
  explicit Random(uint64_t seed) : m_state(seed) {}

  uint64_t next();
  size_t below(size_t end); // 0 … end-1. REQUIRES: end > 0
  bool chance(int percent) { return below(100) < static_cast<size_t>(percent); }
  template<typename T>
  T& pick(std::span<T> choices) {
    return choices[below(choices.size())];
  }

private:
  uint64_t m_state;
};

// From here on the process's ids, tokens and tags follow from `seed`: libsodium's randomness and getrandom() are
// answered from it. Only a process that simulates may call this.
void seedEverything(uint64_t seed);

} // namespace veikart::simulation
