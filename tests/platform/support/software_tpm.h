// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/tpm.h"
#include "tests/platform/support/temporary_folder.h"

#include <sys/types.h>

namespace veikart::test {

// A TPM of its own, in software (swtpm), as a tablet's maker delivers it: started, its lock-out guarded by a password,
// with so many wrong tries and so long for each. Ends with the test.
class SoftwareTpm {
public:
  explicit SoftwareTpm(uint32_t maxFailures = 32, uint32_t recoverySeconds = 600);
  ~SoftwareTpm();
  SoftwareTpm(const SoftwareTpm&) = delete;
  SoftwareTpm& operator=(const SoftwareTpm&) = delete;

  std::filesystem::path socket() const { return m_folder / "tpm"; }
  std::string tcti() const { return "swtpm:path=" + socket().string(); }
  std::unique_ptr<Tpm> open() const { return std::move(Tpm::open(tcti())).value(); }

  void switchOff(); // as when the battery is empty
  void switchOn();
  void clear(); // what is sealed is gone, and the lock-out is open
  void limit(uint32_t maxFailures, uint32_t recoverySeconds);
  void setOwnerPassword();
  size_t placesTaken() const; // by keys, sealed objects and sessions

private:
  TemporaryFolder m_folder;
  pid_t m_process = -1;
};

} // namespace veikart::test
