// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>

namespace veikart::sync {

// A hybrid logical clock reading: 48 bits of milliseconds since 1970, 16 bits of a counter. It orders what causality
// leaves open, for people's eyes and for `automatic` fields; it never decides between a write and one that had seen it.
struct Stamp {
  uint64_t value = 0;

  int64_t millis() const { return static_cast<int64_t>(value >> 16U); }
  static Stamp fromMillis(int64_t millis) { return {static_cast<uint64_t>(millis) << 16U}; }
  auto operator<=>(const Stamp&) const = default;
};

// Makes stamps that always grow, also when the wall clock stands still or is set back. One thread.
class HybridClock {
public:
  explicit HybridClock(Stamp last) : m_last(last) {}

  Stamp tick(int64_t nowMillis); // greater than every stamp ticked or observed
  void observe(Stamp seen);      // a stamp that came from elsewhere
  Stamp last() const { return m_last; }

private:
  Stamp m_last;
};

} // namespace veikart::sync
