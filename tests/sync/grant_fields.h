// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/replica/replica.h"

namespace veikart::test {

// CBOR (RFC 8949) as the hub reads it of grants.
inline Bytes cborText(const std::string& text) { // of fewer than 256 bytes
  if (text.size() < 24)
    return Bytes(1, static_cast<char>(0x60 + text.size())) + text;
  return Bytes("\x78") + static_cast<char>(text.size()) + text;
}

inline Bytes cborMoment(int64_t millis) { // of our time: 8 bytes
  Bytes value("\x1b");
  for (int shift = 56; shift >= 0; shift -= 8)
    value += static_cast<char>(static_cast<uint64_t>(millis) >> static_cast<unsigned>(shift));
  return value;
}

inline std::vector<sync::FieldWrite> grantFields(const Uuid& user) {
  return {{"user", cborText(user.toString())}, {"role", cborText("counsellor")}};
}

inline std::vector<sync::FieldWrite> grantEndFields(const sync::RecordId& grant) {
  return {{"grant", cborText(grant.toString())}};
}

} // namespace veikart::test
