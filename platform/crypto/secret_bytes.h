// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <cstddef>
#include <ostream>

namespace veikart {

// A key or PIN in memory of its own (sodium_malloc): locked out of swap, kept out of core dumps, guarded at both ends,
// wiped when it goes. Moved, never copied; prints as "<redacted>". One owner, one thread at a time.
class SecretBytes {
public:
  SecretBytes() = default;
  explicit SecretBytes(size_t size); // zeroed
  static SecretBytes random(size_t size);
  static SecretBytes copyOf(BytesView bytes); // the caller wipes the original: see wipe()

  SecretBytes(SecretBytes&& other) noexcept;
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;
  ~SecretBytes();

  unsigned char* data() { return m_data; }
  const unsigned char* data() const { return m_data; }
  size_t size() const { return m_size; }
  bool empty() const { return m_size == 0; }
  BytesView view() const { return {reinterpret_cast<const char*>(m_data), m_size}; }
  SecretBytes clone() const; // the one place where a second copy is made, and it is named

private:
  unsigned char* m_data = nullptr;
  size_t m_size = 0;
};

std::ostream& operator<<(std::ostream& out, const SecretBytes& secret);

// Overwrites `bytes` so that the compiler can't leave it out, then empties it.
void wipe(Bytes& bytes);

} // namespace veikart
