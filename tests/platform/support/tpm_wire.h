// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/platform/support/software_tpm.h"

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace veikart::test {

uint32_t numberAt(const Bytes& message, size_t at); // four bytes, the greatest first
uint32_t tpmCodeOf(const Bytes& message);           // TPM2_CC of a command, TPM2_RC of an answer

// The wire between processor and TPM, with a probe on it: keeps all that passes, and can answer in the TPM's place.
class TpmWire {
public:
  explicit TpmWire(const SoftwareTpm& tpm);
  ~TpmWire();
  TpmWire(const TpmWire&) = delete;
  TpmWire& operator=(const TpmWire&) = delete;

  std::unique_ptr<Tpm> open() const { return std::move(Tpm::open("swtpm:path=" + socket().string())).value(); }
  std::vector<Bytes> heard() const; // command, answer, command, ...

  // The next `times` commands of this kind (TPM2_CC) don't reach the TPM, and fail with this code (TPM2_RC).
  void fail(uint32_t command, uint32_t code, int times);

private:
  std::filesystem::path socket() const { return m_folder / "wire"; }
  void acceptAll();
  void relay(int client);
  Bytes answerTo(const Bytes& command, int tpm);

  TemporaryFolder m_folder;
  std::filesystem::path m_target;
  int m_listener;
  mutable std::mutex m_mutex;
  std::vector<Bytes> m_heard; // guarded by m_mutex, as the next three
  uint32_t m_failing = 0;
  uint32_t m_code = 0;
  int m_times = 0;
  std::atomic<bool> m_stopping = false;
  std::thread m_acceptor;
};

} // namespace veikart::test
