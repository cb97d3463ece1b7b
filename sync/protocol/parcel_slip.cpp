// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/protocol/parcel_slip.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/key_pairs.h"

namespace veikart::sync {
namespace {

constexpr std::string_view kScheme = "Parcel ";
constexpr std::string_view kPurpose = "veikart parcel v1\n"; // no signature made for anything else passes for a slip's

Bytes hashOf(BytesView sealed) {
  const crypto::Hash256 hash = crypto::blake2b256(sealed);
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

Bytes signedText(BytesView hash) {
  return Bytes(kPurpose) + Bytes(hash);
}

} // namespace

ParcelSlip ParcelSlip::make(const Uuid& device, const SecretBytes& signingKey, BytesView sealed) {
  const Bytes hash = hashOf(sealed);
  return {device, hash, crypto::sign(signingKey, signedText(hash))};
}

Result<ParcelSlip> ParcelSlip::fromText(BytesView text) {
  constexpr size_t kDeviceSize = sizeof(Uuid::bytes);
  constexpr size_t kHashSize = sizeof(crypto::Hash256);
  const Result<Bytes> raw =
      text.starts_with(kScheme) ? fromHex(text.substr(kScheme.size())) : Status::invalid("no slip of a parcel");
  if (!raw.ok())
    return raw.status();
  if (raw->size() != kDeviceSize + kHashSize + crypto::kSignatureSize)
    return Status::invalid("a slip of the wrong size");
  const Result<Uuid> device = Uuid::fromBytes(raw->substr(0, kDeviceSize));
  if (!device.ok())
    return device.status();
  return ParcelSlip{*device, raw->substr(kDeviceSize, kHashSize), raw->substr(kDeviceSize + kHashSize)};
}

std::string ParcelSlip::toText() const {
  return std::string(kScheme) + toHex(Bytes(device.view()) + hash + signature);
}

bool ParcelSlip::isSignedWith(BytesView publicKey) const {
  return crypto::isSignedBy(publicKey, signedText(hash), signature);
}

bool ParcelSlip::isFor(BytesView sealed) const {
  return hash == hashOf(sealed);
}

} // namespace veikart::sync
