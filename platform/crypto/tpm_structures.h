// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <tss2/tss2_tpm2_types.h>

// The TPM's structures as we fill them. Free functions; any thread.
namespace veikart::tss {

// For the key's own use and for what is encrypted on the way.
template<class Cipher>
Cipher aes128() {
  Cipher cipher{};
  cipher.algorithm = TPM2_ALG_AES;
  cipher.keyBits.aes = 128;
  cipher.mode.aes = TPM2_ALG_CFB;
  return cipher;
}

// What the key above all that is sealed is made from: this and the TPM's seed give the same key each time.
TPM2B_PUBLIC keyTemplate();

// A sealed secret of which wrong authorisations are counted.
TPM2B_PUBLIC sealedTemplate();

// What its owner keeps of a sealed secret: the name of the key above it, its public half, and its private half, which
// that key has encrypted.
struct Sealed {
  TPM2B_NAME keyName{};
  TPM2B_PUBLIC publicHalf{};
  TPM2B_PRIVATE privateHalf{};
};
Result<Bytes> packed(const Sealed& sealed); // Internal
Result<Sealed> unpacked(BytesView bytes);   // Corrupt

} // namespace veikart::tss
