// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/record.h"

#include "platform/crypto/crypto.h"

namespace veikart::sync {

// Type and field names are one byte up to these, UTF-8 without control characters.
inline constexpr size_t kMaxTypeBytes = 64;
inline constexpr size_t kMaxFieldNameBytes = 256;

// The canonical bytes of a record (PROTOCOL.md, "Record bytes", has the layout and test vectors). Equal records have
// equal bytes; these bytes are what is stored, hashed and sent.
// REQUIRES: names as above, no register without a sibling, no fields when erased.
Bytes encode(const Record& record);

// TooNew when a later version wrote it; Corrupt for anything else that `encode` could not have written: so
// decode(encode(r)) == r and encode(decode(b)) == b.
Result<Record> decode(BytesView bytes);

// The sum modulo 2^256 (little-endian) of BLAKE2b-256 over canonical bytes. It can be kept up by adding what came and
// subtracting what went, and the digests of scopes add up to the digest of their union.
class Digest {
public:
  void add(BytesView canonicalBytes);
  void subtract(BytesView canonicalBytes);
  void add(const Digest& other);

  BytesView view() const { return {reinterpret_cast<const char*>(m_sum.data()), m_sum.size()}; }
  static Result<Digest> fromBytes(BytesView raw); // Invalid unless 32 bytes
  auto operator<=>(const Digest&) const = default;

private:
  crypto::Hash256 m_sum{};
};

} // namespace veikart::sync
