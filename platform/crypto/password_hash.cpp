// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/password_hash.h"

#include <array>
#include <sodium.h>
#include <string_view>

namespace veikart::crypto {

namespace {

constexpr unsigned long long kPasses = 3;
constexpr size_t kMemoryBytes = 64U * 1024 * 1024;

// Of 32 random bytes that were never written down: what is compared when there is nothing to compare with.
constexpr const char* kNobodysHash =
    "$argon2id$v=19$m=65536,t=3,p=1$WzaRFYOGCDRDI5lLDzbPjg$NXg5UEtb5fRwI0r6mY3ueBuOU+r5Sm/M907u9OwcaOg";

bool isReadable(const std::string& hash) {
  return hash.size() < crypto_pwhash_STRBYTES &&
         crypto_pwhash_str_needs_rehash(hash.c_str(), kPasses, kMemoryBytes) == 0;
}

} // namespace

Result<std::string> hashPassword(const SecretBytes& password) {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const std::string_view secret = password.view();
  if (crypto_pwhash_str_alg(text.data(), secret.data(), secret.size(), kPasses, kMemoryBytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    return Status::full("no memory for Argon2id");
  return std::string(text.data());
}

bool isPassword(const std::string& hash, const SecretBytes& password) {
  const char* compared = isReadable(hash) ? hash.c_str() : kNobodysHash;
  const std::string_view secret = password.view();
  const bool isSame = crypto_pwhash_str_verify(compared, secret.data(), secret.size()) == 0;
  return isSame && compared != kNobodysHash;
}

} // namespace veikart::crypto
