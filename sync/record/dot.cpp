// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/dot.h"

#include <algorithm>

namespace veikart::sync {

bool CausalContext::covers(const Dot& dot) const {
  const auto found = m_counters.find(dot.replica);
  return found != m_counters.end() && found->second >= dot.counter;
}

bool CausalContext::covers(const CausalContext& other) const {
  const auto isCovered = [this](const auto& entry) { return covers(Dot{entry.first, entry.second}); };
  return std::ranges::all_of(other.m_counters, isCovered);
}

void CausalContext::add(const Dot& dot) {
  uint64_t& counter = m_counters.try_emplace(dot.replica, dot.counter).first->second;
  counter = std::max(counter, dot.counter);
}

void CausalContext::join(const CausalContext& other) {
  for (const auto& [replica, counter] : other.m_counters)
    add({replica, counter});
}

} // namespace veikart::sync
