// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/uuid.h"
#include "platform/crypto/secret_bytes.h"

namespace veikart::sync {

// What a parcel says in the open (PROTOCOL.md, "Parcels"): which device has sealed which bytes. It travels in the head
// of the request, so that the hub knows whom a parcel comes from before it takes in the body. A value; any thread.
struct ParcelSlip {
  Uuid device;
  Bytes hash;      // BLAKE2b-256 of the sealed bytes
  Bytes signature; // Ed25519, of the device

  static ParcelSlip make(const Uuid& device, const SecretBytes& signingKey, BytesView sealed);
  static Result<ParcelSlip> fromText(BytesView text); // Invalid

  std::string toText() const; // the "authorization" header
  bool isSignedWith(BytesView publicKey) const;
  bool isFor(BytesView sealed) const;
};

} // namespace veikart::sync
