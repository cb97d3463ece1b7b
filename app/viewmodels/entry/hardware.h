// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/tpm.h"

namespace veikart::ui {

// Whether the TPM that is there (Tpm::open) makes a PIN of so many digits worth having. On the store's thread.
inline bool hasGoodHardware(const std::string& where, size_t digits) {
  const Result<std::unique_ptr<Tpm>> tpm = Tpm::open(where);
  const Result<TpmLockout> lockout = tpm.ok() ? (*tpm)->lockout() : tpm.status();
  return lockout.ok() && isWorthAPin(*lockout, digits);
}

} // namespace veikart::ui
