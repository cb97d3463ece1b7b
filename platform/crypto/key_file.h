// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/crypto.h"

#include <filesystem>

namespace veikart {

// The file that holds a store's key, wrapped by a PIN through Argon2id (the practice office's way; design §5).
//
//   { "version": 1, "salt": hex, "operations": n, "memoryBytes": n, "wrapped": hex, "failures": n, "failedAt": ms }
//
// After kFreeAttempts wrong PINs each further try must wait (see waitMillis). The count is a brake on fingers, not on
// somebody who copies the file: SECURITY.md says what a PIN without hardware is worth. One thread.
class KeyFile {
public:
  static constexpr int kFreeAttempts = 5;

  // Makes a random store key, wraps it with `pin` and writes the file durably. Conflict when the file exists.
  static Result<SecretBytes> create(const std::filesystem::path& path, const SecretBytes& pin,
                                    const crypto::Argon2Cost& cost);

  // NotFound without a file, Corrupt when it can't be read (the file is left as it is).
  static Result<KeyFile> load(const std::filesystem::path& path);

  // The store's key. WrongKey for a wrong PIN, Busy while waiting. Every try is counted durably before it is made and
  // the count cleared after the right one; Full or Io, and no try, when it can't be counted.
  Result<SecretBytes> unlock(const SecretBytes& pin, int64_t nowMillis);

  int attemptsLeft() const;                    // before waiting begins; never below 0
  int64_t waitMillis(int64_t nowMillis) const; // 0 when a try is allowed now

private:
  std::filesystem::path m_path;
  Bytes m_salt;
  crypto::Argon2Cost m_cost;
  Bytes m_wrapped;
  int m_failures = 0;
  int64_t m_failedAtMillis = 0;

  Status save() const;
};

} // namespace veikart
