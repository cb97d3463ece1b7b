// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/hybrid_clock.h"

#include <algorithm>
#include <limits>

namespace veikart::sync {

namespace {
constexpr int64_t kGreatestMillis = (int64_t{1} << 48U) - 1;
}

Stamp HybridClock::tick(int64_t nowMillis) {
  const Stamp wall = Stamp::fromMillis(std::clamp<int64_t>(nowMillis, 0, kGreatestMillis));
  // The counter's overflow carries into the milliseconds by itself; only the very last stamp of all has no next.
  const bool isLast = m_last.value == std::numeric_limits<uint64_t>::max();
  const Stamp next{isLast ? m_last.value : m_last.value + 1};
  m_last = std::max(wall, next);
  return m_last;
}

void HybridClock::observe(Stamp seen) {
  m_last = std::max(m_last, seen);
}

} // namespace veikart::sync
