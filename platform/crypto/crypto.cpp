// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"

#include <sodium.h>

namespace veikart::crypto {

namespace {

constexpr size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

static_assert(kKeySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(kSaltSize == crypto_pwhash_SALTBYTES);

const unsigned char* raw(BytesView bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(Bytes& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

bool isUsable(const Argon2Cost& cost) {
  return cost.operations >= crypto_pwhash_OPSLIMIT_MIN && cost.operations <= crypto_pwhash_OPSLIMIT_MAX &&
         cost.memoryBytes >= crypto_pwhash_MEMLIMIT_MIN && cost.memoryBytes <= crypto_pwhash_MEMLIMIT_MAX;
}

} // namespace

Status initialize() {
  return sodium_init() < 0 ? Status::internal("libsodium does not start") : Status();
}

Bytes randomBytes(size_t size) {
  Bytes bytes(size, '\0');
  randombytes_buf(bytes.data(), size);
  return bytes;
}

Hash256 blake2b256(BytesView bytes) {
  Hash256 hash{};
  crypto_generichash(hash.data(), hash.size(), raw(bytes), bytes.size(), nullptr, 0);
  return hash;
}

struct Blake2b256::State {
  crypto_generichash_state hash;
};

Blake2b256::Blake2b256() : m_state(std::make_unique<State>()) {
  crypto_generichash_init(&m_state->hash, nullptr, 0, Hash256().size());
}

Blake2b256::~Blake2b256() = default;

void Blake2b256::add(BytesView bytes) {
  crypto_generichash_update(&m_state->hash, raw(bytes), bytes.size());
}

Hash256 Blake2b256::finish() {
  Hash256 hash{};
  crypto_generichash_final(&m_state->hash, hash.data(), hash.size());
  return hash;
}

bool equalInConstantTime(BytesView a, BytesView b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Result<SecretBytes> deriveKey(const SecretBytes& secret, BytesView salt, const Argon2Cost& cost) {
  if (salt.size() != kSaltSize || !isUsable(cost))
    return Status::invalid("salt or cost that Argon2id can't use");
  SecretBytes key(kKeySize);
  const std::string_view password = secret.view();
  if (crypto_pwhash(key.data(), key.size(), password.data(), password.size(), raw(salt), cost.operations,
                    static_cast<size_t>(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
    return Status::full("no memory for Argon2id");
  return key;
}

SecretBytes deriveSubkey(const SecretBytes& key, BytesView label, const SecretBytes& more) {
  SecretBytes subkey(kKeySize);
  crypto_generichash_state state;
  crypto_generichash_init(&state, key.data(), key.size(), subkey.size());
  crypto_generichash_update(&state, raw(label), label.size());
  crypto_generichash_update(&state, more.data(), more.size());
  crypto_generichash_final(&state, subkey.data(), subkey.size());
  sodium_memzero(&state, sizeof(state));
  return subkey;
}

Bytes seal(const SecretBytes& key, BytesView plaintext, BytesView context) {
  Bytes sealed = randomBytes(kNonceSize);
  sealed.resize(kNonceSize + plaintext.size() + kTagSize);
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed) + kNonceSize, nullptr, raw(plaintext), plaintext.size(),
                                             raw(context), context.size(), nullptr, raw(sealed), key.data());
  return sealed;
}

Result<SecretBytes> unseal(const SecretBytes& key, BytesView sealed, BytesView context) {
  if (sealed.size() < kNonceSize + kTagSize)
    return Status::corrupt("too short to be sealed");
  SecretBytes plaintext(sealed.size() - kNonceSize - kTagSize);
  const BytesView body = sealed.substr(kNonceSize);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(plaintext.data(), nullptr, nullptr, raw(body), body.size(),
                                                 raw(context), context.size(), raw(sealed), key.data()) != 0)
    return Status::wrongKey("sealed with another key or context");
  return plaintext;
}

} // namespace veikart::crypto
