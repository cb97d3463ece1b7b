// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/key_pairs.h"

#include "platform/crypto/crypto.h"

#include <sodium.h>

namespace veikart::crypto {
namespace {

static_assert(kKeySize == crypto_sign_SEEDBYTES && kKeySize == crypto_box_SECRETKEYBYTES);
static_assert(kPublicKeySize == crypto_sign_PUBLICKEYBYTES && kPublicKeySize == crypto_box_PUBLICKEYBYTES);
static_assert(kSignatureSize == crypto_sign_BYTES);

const unsigned char* raw(BytesView bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(Bytes& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

// libsodium's secret key is the secret and its public half in one.
struct SigningPair {
  explicit SigningPair(const SecretBytes& secret) {
    crypto_sign_seed_keypair(raw(publicKey), secretKey.data(), secret.data());
  }

  Bytes publicKey = Bytes(kPublicKeySize, '\0');
  SecretBytes secretKey{crypto_sign_SECRETKEYBYTES};
};

} // namespace

Bytes signingPublicKey(const SecretBytes& secret) {
  return SigningPair(secret).publicKey;
}

Bytes sign(const SecretBytes& secret, BytesView message) {
  const SigningPair pair(secret);
  Bytes signature(kSignatureSize, '\0');
  crypto_sign_detached(raw(signature), nullptr, raw(message), message.size(), pair.secretKey.data());
  return signature;
}

bool isSignedBy(BytesView publicKey, BytesView message, BytesView signature) {
  return publicKey.size() == kPublicKeySize && signature.size() == kSignatureSize &&
         crypto_sign_verify_detached(raw(signature), raw(message), message.size(), raw(publicKey)) == 0;
}

Bytes sealingPublicKey(const SecretBytes& secret) {
  Bytes publicKey(kPublicKeySize, '\0');
  crypto_scalarmult_base(raw(publicKey), secret.data());
  return publicKey;
}

Bytes sealFor(BytesView publicKey, BytesView plaintext) {
  Bytes sealed(plaintext.size() + crypto_box_SEALBYTES, '\0');
  crypto_box_seal(raw(sealed), raw(plaintext), plaintext.size(), raw(publicKey));
  return sealed;
}

Result<Bytes> unsealWith(const SecretBytes& secret, BytesView sealed) {
  const Status wrongKey = Status::wrongKey("sealed for another key, or altered");
  if (sealed.size() < crypto_box_SEALBYTES)
    return wrongKey;
  const Bytes publicKey = sealingPublicKey(secret);
  Bytes plaintext(sealed.size() - crypto_box_SEALBYTES, '\0');
  if (crypto_box_seal_open(raw(plaintext), raw(sealed), sealed.size(), raw(publicKey), secret.data()) != 0)
    return wrongKey;
  return plaintext;
}

} // namespace veikart::crypto
