// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/uuid.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <sys/random.h>

namespace veikart {

namespace {

constexpr std::array<size_t, 4> kDashes = {8, 13, 18, 23};

void fillRandom(std::array<uint8_t, 16>& bytes) {
  // Requests of up to 256 bytes are never cut short once the kernel's pool is seeded (getrandom(2)).
  while (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    if (errno != EINTR)
      std::abort();
}

} // namespace

Uuid Uuid::makeV7(const Clock& clock) {
  Uuid id;
  fillRandom(id.bytes);
  const auto millis = static_cast<uint64_t>(clock.nowMillis());
  for (int i = 0; i < 6; ++i)
    id.bytes[i] = static_cast<uint8_t>(millis >> (40 - 8 * i));
  id.bytes[6] = static_cast<uint8_t>((id.bytes[6] & 0x0fU) | 0x70U);
  id.bytes[8] = static_cast<uint8_t>((id.bytes[8] & 0x3fU) | 0x80U);
  return id;
}

Result<Uuid> Uuid::fromBytes(BytesView raw) {
  Uuid id;
  if (raw.size() != id.bytes.size())
    return Status::invalid("an id has 16 bytes");
  std::copy(raw.begin(), raw.end(), id.bytes.begin());
  return id;
}

Result<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != 36 || !std::all_of(kDashes.begin(), kDashes.end(), [&](size_t i) { return text[i] == '-'; }))
    return Status::invalid("an id looks like 01234567-89ab-7cde-8f01-23456789abcd");
  std::string hex(text);
  std::erase(hex, '-');
  Result<Bytes> raw = fromHex(hex);
  if (!raw.ok())
    return raw.status();
  return fromBytes(*raw);
}

std::string Uuid::toString() const {
  std::string text = toHex(view());
  for (const size_t i : kDashes)
    text.insert(i, 1, '-');
  return text;
}

} // namespace veikart
