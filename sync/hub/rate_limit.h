// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace veikart::hub {

// How often each may do something: a bucket for each name, from which every time takes one, and which fills again by
// itself. Remembers a bounded number of names: of those that are full again nothing need be known. Any thread.
class RateLimit {
public:
  struct Allowance {
    int64_t burst = 1;           // at once
    int64_t refillMillis = 1000; // for each one more
  };

  explicit RateLimit(Allowance allowance) : m_allowance(allowance) {}

  bool isSpent(const std::string& name, int64_t nowMillis);
  bool take(const std::string& name, int64_t nowMillis); // false: there was nothing left
  int64_t refillSeconds() const { return (m_allowance.refillMillis + 999) / 1000; }

private:
  static constexpr size_t kMostNames = 10'000;

  int64_t leftOf(const std::string& name, int64_t nowMillis);
  void forgetFull(int64_t nowMillis);

  const Allowance m_allowance;
  std::mutex m_mutex;
  std::map<std::string, int64_t> m_fullAt; // when each bucket would be full again
};

} // namespace veikart::hub
