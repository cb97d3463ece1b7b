// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/rate_limit.h"

#include <algorithm>

namespace veikart::hub {

// A bucket that will be full after n refills lacks n. With a clock that was set back nobody waits for longer than an
// empty bucket takes.
int64_t RateLimit::leftOf(const std::string& name, int64_t nowMillis) {
  const auto known = m_fullAt.find(name);
  if (known == m_fullAt.end())
    return m_allowance.burst;
  known->second = std::min(known->second, nowMillis + m_allowance.burst * m_allowance.refillMillis);
  const int64_t lacking = std::max<int64_t>(0, known->second - nowMillis);
  return m_allowance.burst - (lacking + m_allowance.refillMillis - 1) / m_allowance.refillMillis;
}

bool RateLimit::isSpent(const std::string& name, int64_t nowMillis) {
  const std::lock_guard lock(m_mutex);
  return leftOf(name, nowMillis) <= 0;
}

bool RateLimit::take(const std::string& name, int64_t nowMillis) {
  const std::lock_guard lock(m_mutex);
  if (leftOf(name, nowMillis) <= 0)
    return false;
  if (m_fullAt.size() >= kMostNames)
    forgetFull(nowMillis);
  int64_t& fullAt = m_fullAt[name];
  fullAt = std::max(fullAt, nowMillis) + m_allowance.refillMillis;
  return true;
}

// When none is full, the one that is so first is let off: memory is bounded whoever asks.
void RateLimit::forgetFull(int64_t nowMillis) {
  std::erase_if(m_fullAt, [nowMillis](const auto& each) { return each.second <= nowMillis; });
  if (m_fullAt.size() >= kMostNames)
    m_fullAt.erase(std::ranges::min_element(m_fullAt, {}, [](const auto& each) { return each.second; }));
}

} // namespace veikart::hub
