// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"
#include "platform/crypto/key_pairs.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;

TEST_CASE("a signature is the published one, and stands for its message and its key alone", "[platform][crypto]") {
  // RFC 8032, section 7.1, test 2.
  const SecretBytes secret =
      SecretBytes::copyOf(*fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
  const Bytes publicKey = crypto::signingPublicKey(secret);
  REQUIRE(toHex(publicKey) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const Bytes signature = crypto::sign(secret, "\x72");
  REQUIRE(toHex(signature) == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                              "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  REQUIRE(crypto::isSignedBy(publicKey, "\x72", signature));
  REQUIRE_FALSE(crypto::isSignedBy(publicKey, "\x73", signature));
  REQUIRE_FALSE(crypto::isSignedBy(Bytes(32, '\1'), "\x72", signature));
  REQUIRE_FALSE(crypto::isSignedBy({}, "\x72", signature));
  REQUIRE_FALSE(crypto::isSignedBy(publicKey, "\x72", signature.substr(1)));
}

TEST_CASE("what is sealed for a key opens with its secret half alone", "[platform][crypto]") {
  const SecretBytes secret = SecretBytes::random(crypto::kKeySize);
  const Bytes sealed = crypto::sealFor(crypto::sealingPublicKey(secret), "a plain text");
  REQUIRE(sealed.find("plain") == Bytes::npos);
  REQUIRE(*crypto::unsealWith(secret, sealed) == "a plain text");
  REQUIRE(crypto::unsealWith(SecretBytes::random(crypto::kKeySize), sealed).status().code() == StatusCode::WrongKey);
  for (size_t at = 0; at < sealed.size(); ++at) {
    Bytes altered = sealed;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    REQUIRE(crypto::unsealWith(secret, altered).status().code() == StatusCode::WrongKey);
  }
  REQUIRE(crypto::unsealWith(secret, sealed.substr(0, 47)).status().code() == StatusCode::WrongKey);
  REQUIRE(crypto::unsealWith(secret, crypto::sealFor(crypto::sealingPublicKey(secret), ""))->empty());
}
