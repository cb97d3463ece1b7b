// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"
#include "platform/crypto/secret_bytes.h"

#include <array>
#include <cstdint>
#include <memory>

// The few primitives the project uses, all from libsodium. Free functions; any thread.
namespace veikart::crypto {

inline constexpr size_t kKeySize = 32;
inline constexpr size_t kSaltSize = 16;

using Hash256 = std::array<uint8_t, 32>;

// Starts libsodium; call once before anything else here. Internal when it cannot start.
Status initialize();

Bytes randomBytes(size_t size);

Hash256 blake2b256(BytesView bytes);

// The same of what comes in parts. Used once, by one thread.
class Blake2b256 {
public:
  Blake2b256();
  ~Blake2b256();
  Blake2b256(const Blake2b256&) = delete;
  Blake2b256& operator=(const Blake2b256&) = delete;

  void add(BytesView bytes);
  Hash256 finish();

private:
  struct State;
  std::unique_ptr<State> m_state;
};

// Whether two strings are equal, in time that depends on their length only.
bool equalInConstantTime(BytesView a, BytesView b);

// Cost of Argon2id (v1.3, one lane). The defaults are the design's 256 MiB.
struct Argon2Cost {
  uint64_t operations = 3;
  uint64_t memoryBytes = 256ULL * 1024 * 1024;
};

// A 32-byte key from a PIN or passphrase. Invalid for a salt of the wrong size, Full when the memory is not to be had.
Result<SecretBytes> deriveKey(const SecretBytes& secret, BytesView salt, const Argon2Cost& cost);

// A key for one purpose, which `label` names, from a key for all (keyed BLAKE2b-256). Where `more` is given, it takes
// both to make it.
SecretBytes deriveSubkey(const SecretBytes& key, BytesView label, const SecretBytes& more = {});

// XChaCha20-Poly1305 with a random nonce in front; `context` is authenticated, not stored.
Bytes seal(const SecretBytes& key, BytesView plaintext, BytesView context);

// WrongKey when key or context differ from those sealed with, Corrupt when too short to be a sealed text at all.
Result<SecretBytes> unseal(const SecretBytes& key, BytesView sealed, BytesView context);

} // namespace veikart::crypto
