// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"
#include "platform/base/clock.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>

namespace veikart {

// 128-bit identifier (RFC 9562). A value; ordered by its bytes, so version 7 ids sort by the time they were made.
struct Uuid {
  std::array<uint8_t, 16> bytes{};

  // A new id of version 7: 48 bits of `clock`'s milliseconds, the rest from the operating system's random source.
  static Uuid makeV7(const Clock& clock);

  // Invalid unless `raw` is 16 bytes.
  static Result<Uuid> fromBytes(BytesView raw);

  // Invalid unless `text` is the 36-character form, upper or lower case.
  static Result<Uuid> parse(std::string_view text);

  std::string toString() const; // 36 characters, lower case
  BytesView view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
  bool isNil() const { return *this == Uuid{}; }

  auto operator<=>(const Uuid&) const = default;
};

} // namespace veikart
