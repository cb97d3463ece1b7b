// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"
#include "platform/crypto/secret_bytes.h"

// Keys of which one half is secret and the other is told to everybody, from libsodium. All are 32 bytes; a secret half
// is any random 32 (SecretBytes::random). Free functions; any thread.
namespace veikart::crypto {

inline constexpr size_t kPublicKeySize = 32;
inline constexpr size_t kSignatureSize = 64;

// Ed25519. REQUIRES: a secret of the right size.
Bytes signingPublicKey(const SecretBytes& secret);
Bytes sign(const SecretBytes& secret, BytesView message);
bool isSignedBy(BytesView publicKey, BytesView message, BytesView signature); // false for sizes that are none, too

// X25519 with XSalsa20-Poly1305 (libsodium's sealed box): anybody can seal for a public key, its secret alone opens it,
// not even who sealed it does. REQUIRES: keys of the right size.
Bytes sealingPublicKey(const SecretBytes& secret);
Bytes sealFor(BytesView publicKey, BytesView plaintext);
Result<Bytes> unsealWith(const SecretBytes& secret, BytesView sealed); // WrongKey: for another key, or altered

} // namespace veikart::crypto
