// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/uuid.h"
#include "platform/crypto/secret_bytes.h"

namespace veikart::sync {

// What a tablet shows in the head of a request that no user of it makes yet (PROTOCOL.md, "Enrolment"): that it is the
// one which the office has enrolled. A value; any thread.
struct TabletSlip {
  Uuid tablet;
  Bytes signature; // Ed25519, of the tablet, over the request's body

  static TabletSlip make(const Uuid& tablet, const SecretBytes& key, BytesView body);
  static Result<TabletSlip> fromText(BytesView text); // Invalid

  std::string toText() const; // the "authorization" header
  bool isSignedWith(BytesView publicKey, BytesView body) const;
};

} // namespace veikart::sync
