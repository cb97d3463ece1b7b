// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/key_file_content.h"

#include <filesystem>

namespace veikart {

class Tpm;

// The file that holds a store's key under one of three locks (design §5).
//
//   passphrase, practice PIN   key = Argon2id(secret, salt), and it wraps the store's key
//   hardware PIN               the TPM holds 32 random bytes, with a hash of that key as their authorisation; a hash of
//                              key and bytes wraps the store's key: it takes file, TPM and PIN together
//
// Without hardware the file counts wrong secrets itself: after kFreeAttempts each further try must wait. That is a
// brake on fingers, not on somebody who copies the file: SECURITY.md says what such a PIN is worth. A hardware PIN is
// counted by the TPM, for all who use that device together. The file of another device, or of a TPM that was cleared,
// opens for nobody. One thread.
class KeyFile {
public:
  static constexpr int kFreeAttempts = 5;

  struct Attempts {
    int triesLeft = 0;      // before waiting begins
    int64_t waitMillis = 0; // 0 when a try is allowed now; the TPM tells no more than the longest that it can be
  };

  // Makes a random store key, locks it in and writes the file durably. Conflict when the file exists. With a hardware
  // PIN NotFound without a TPM, and Refused when guessing so short a PIN at this one takes too little time
  // (isWorthAPin).
  static Result<SecretBytes> create(const std::filesystem::path& path, KeyLock lock, const SecretBytes& secret,
                                    const crypto::Argon2Cost& cost, Tpm* maybeTpm);

  // NotFound without a file, Corrupt when it can't be read (the file is left as it is), TooNew.
  static Result<KeyFile> load(const std::filesystem::path& path);

  KeyLock lock() const { return m_content.lock; }

  // The store's key. WrongKey for a wrong secret, Busy while waiting. Without hardware every try is counted durably
  // before it is made and the count cleared after the right one; Full or Io, and no try, when it can't be counted. With
  // a hardware PIN also what Tpm::unseal says, and NotFound without a TPM: Conflict means that this key is gone for
  // good.
  Result<SecretBytes> unlock(const SecretBytes& secret, int64_t nowMillis, Tpm* maybeTpm);

  // Puts the store's key under another secret or lock. It takes the present secret, tried and counted as in unlock: a
  // tablet that was left open must not get a new owner. One write replaces the file, so that always one of the two
  // opens it; what was said of create and unlock goes for it too, and after a failure the old one does. Somebody who
  // has kept a copy from before opens that with the old one.
  Status change(const SecretBytes& secret, int64_t nowMillis, KeyLock newLock, const SecretBytes& newSecret,
                Tpm* maybeTpm);

  Result<Attempts> attempts(int64_t nowMillis, Tpm* maybeTpm) const; // NotFound, Io: of the TPM

private:
  std::filesystem::path m_path;
  KeyFileContent m_content;

  KeyFile(std::filesystem::path path, KeyFileContent content);
  Result<SecretBytes> unlockCounting(const SecretBytes& secret, int64_t nowMillis);
  Result<SecretBytes> unlockWithTpm(const SecretBytes& secret, Tpm& tpm) const;
  int64_t waitMillis(int64_t nowMillis) const;
  Status save() const;
};

} // namespace veikart
