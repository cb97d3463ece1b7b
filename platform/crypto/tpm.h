// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"
#include "platform/crypto/secret_bytes.h"

#include <cstdint>
#include <memory>
#include <string>

namespace veikart {

// What a TPM makes of wrong authorisations. It counts those of everything sealed in it together, whoever's it is, and a
// right one takes none back: only its own running time does.
struct TpmLockout {
  uint32_t failures = 0;        // counted now
  uint32_t maxFailures = 0;     // with so many it refuses the right one, too
  uint32_t recoverySeconds = 0; // until it forgets one of them
  bool isGuarded = false;       // a password is set on count and limits: else another system, once started, sets both

  uint32_t triesLeft() const { return failures < maxFailures ? maxFailures - failures : 0; }
};

// Whether to try all PINs of so many digits takes ten years or more, and nobody can shorten that.
bool isWorthAPin(const TpmLockout& lockout, size_t digits);

// A device's TPM 2.0, through tpm2-tss. It keeps a secret that comes out for its authorisation alone, and counts the
// wrong ones. Nothing stays in it: what is sealed are bytes for the caller to keep, under a key that the TPM makes anew
// each time from a seed that it never tells. Authorisations and secrets travel encrypted, so that nobody hears them
// between processor and TPM. The library's own copies of both stay in this process' memory until it ends or is
// replaced: with what a key file holds they are not enough to open it, but enough to try PINs at. One thread. After Io
// it is to be opened anew.
class Tpm {
public:
  // `tcti` says where it is, in tpm2-tss' words; empty: the device's own. NotFound: there is none. Io: not for us.
  static Result<std::unique_ptr<Tpm>> open(const std::string& tcti = {});
  ~Tpm();
  Tpm(const Tpm&) = delete;
  Tpm& operator=(const Tpm&) = delete;

  Result<TpmLockout> lockout(); // Io

  // REQUIRES: a secret of 1 to 128 bytes, an authorisation of at most 32. Refused: its owner has set a password. Io.
  Result<Bytes> seal(const SecretBytes& secret, const SecretBytes& authorisation);

  // WrongKey: not its authorisation; that was counted. Busy: too many were wrong, so none is heard now. Conflict: this
  // is not the TPM that sealed it, or it was cleared since, and then what it sealed is gone for good. Corrupt: the
  // bytes are damaged. Refused, Io.
  Result<SecretBytes> unseal(BytesView sealed, const SecretBytes& authorisation);

private:
  struct State;
  explicit Tpm(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace veikart
