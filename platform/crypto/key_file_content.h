// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/crypto.h"

namespace veikart {

// What opens a store.
enum class KeyLock {
  Passphrase,  // alone: it must be long
  HardwarePin, // together with the device's TPM, which counts wrong ones
  PracticePin, // alone: worth nothing against a copied file, so in the practice office only
};

// What stands in a key file (key_file.h). Version 1 knows one lock, the practice office's PIN.
//
//   { "version": 2, "lock": name, "salt": hex, "operations": n, "memoryBytes": n, "wrapped": hex,
//     "sealed": hex, with HardwarePin alone, "failures": n, "failedAt": ms }
//
// A value; any thread.
struct KeyFileContent {
  static constexpr int kNewestVersion = 2;

  int version = kNewestVersion;
  KeyLock lock = KeyLock::Passphrase;
  Bytes salt;
  crypto::Argon2Cost cost;
  Bytes wrapped; // the store's key
  Bytes sealed;  // the TPM's secret
  int failures = 0;
  int64_t failedAtMillis = 0;

  static Result<KeyFileContent> parse(BytesView text); // Corrupt, TooNew
  Bytes toText() const;

  // What the wrapped key is bound to, so that it can't be moved under another salt or another kind of lock.
  Bytes wrapContext() const;
};

} // namespace veikart
