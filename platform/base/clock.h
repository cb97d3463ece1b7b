// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace veikart {

// Wall-clock time in milliseconds since 1970-01-01T00:00:00Z. An interface, so that tests own time.
class Clock {
public:
  virtual ~Clock() = default;
  virtual int64_t nowMillis() const = 0;
};

// The device's clock. Any thread.
class SystemClock final : public Clock {
public:
  int64_t nowMillis() const override;
};

// A clock that stands still until it is moved; for tests and simulation. One thread.
class FakeClock final : public Clock {
public:
  explicit FakeClock(int64_t startMillis) : m_nowMillis(startMillis) {}
  int64_t nowMillis() const override { return m_nowMillis; }
  void set(int64_t millis) { m_nowMillis = millis; }
  void advance(int64_t millis) { m_nowMillis += millis; }

private:
  int64_t m_nowMillis;
};

} // namespace veikart
