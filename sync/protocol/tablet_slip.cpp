// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/protocol/tablet_slip.h"

#include "platform/crypto/key_pairs.h"

namespace veikart::sync {
namespace {

constexpr std::string_view kScheme = "Tablet ";
constexpr std::string_view kPurpose = "veikart tablet v1\n"; // no signature made for anything else passes for a slip's

Bytes signedText(BytesView body) {
  return Bytes(kPurpose).append(body);
}

} // namespace

TabletSlip TabletSlip::make(const Uuid& tablet, const SecretBytes& key, BytesView body) {
  return {tablet, crypto::sign(key, signedText(body))};
}

Result<TabletSlip> TabletSlip::fromText(BytesView text) {
  const Result<Bytes> raw =
      text.starts_with(kScheme) ? fromHex(text.substr(kScheme.size())) : Status::invalid("no slip of a tablet");
  if (!raw.ok())
    return raw.status();
  constexpr size_t kIdSize = sizeof(Uuid::bytes);
  if (raw->size() != kIdSize + crypto::kSignatureSize)
    return Status::invalid("a slip of the wrong size");
  const Result<Uuid> tablet = Uuid::fromBytes(raw->substr(0, kIdSize));
  return tablet.ok() ? Result<TabletSlip>(TabletSlip{*tablet, raw->substr(kIdSize)}) : tablet.status();
}

std::string TabletSlip::toText() const {
  return std::string(kScheme) + toHex(Bytes(tablet.view()) + signature);
}

bool TabletSlip::isSignedWith(BytesView publicKey, BytesView body) const {
  return crypto::isSignedBy(publicKey, signedText(body), signature);
}

} // namespace veikart::sync
