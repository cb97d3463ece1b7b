// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/secret_bytes.h"

#include <algorithm>
#include <cstdlib>
#include <sodium.h>
#include <utility>

namespace veikart {

SecretBytes::SecretBytes(size_t size) : m_size(size) {
  if (size == 0)
    return;
  // sodium_malloc dies in a program that has not started libsodium; starting it again costs nothing. And there is no
  // way on without a key: an ordinary allocation would break the promise made about its memory.
  m_data = sodium_init() < 0 ? nullptr : static_cast<unsigned char*>(sodium_malloc(size));
  if (m_data == nullptr)
    std::abort();
  sodium_memzero(m_data, size);
}

SecretBytes SecretBytes::random(size_t size) {
  SecretBytes secret(size);
  if (size > 0) // nothing is allocated for nothing
    randombytes_buf(secret.m_data, size);
  return secret;
}

SecretBytes SecretBytes::copyOf(BytesView bytes) {
  SecretBytes secret(bytes.size());
  std::copy(bytes.begin(), bytes.end(), secret.m_data);
  return secret;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  std::swap(m_data, other.m_data);
  std::swap(m_size, other.m_size);
  // What was ours must not outlive the assignment in a variable nobody thinks of as secret any more.
  if (this != &other) {
    sodium_free(std::exchange(other.m_data, nullptr));
    other.m_size = 0;
  }
  return *this;
}

SecretBytes::~SecretBytes() {
  sodium_free(m_data);
}

SecretBytes SecretBytes::clone() const {
  return copyOf(view());
}

std::ostream& operator<<(std::ostream& out, const SecretBytes&) {
  return out << "<redacted>";
}

void wipe(Bytes& bytes) {
  // Up to the capacity: a string that was shortened keeps its old end there.
  bytes.resize(bytes.capacity());
  sodium_memzero(bytes.data(), bytes.size());
  bytes.clear();
}

} // namespace veikart
