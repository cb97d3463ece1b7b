// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/enrolment.h"
#include "sync/hub/administration.h"
#include "sync/hub/hub.h"
#include "tests/platform/support/temporary_folder.h"

#include <atomic>
#include <sstream>

namespace veikart::test {

inline constexpr int64_t kStartMillis = 1'790'000'000'000;

// Stands still until it is moved, and may be moved while the hub's threads read it.
class SharedClock final : public Clock {
public:
  int64_t nowMillis() const override { return m_nowMillis; }
  void advance(int64_t millis) { m_nowMillis += millis; }

private:
  std::atomic<int64_t> m_nowMillis = kStartMillis;
};

// A real hub on loopback with one office. Failures end the test.
class TestHub {
public:
  TestHub();

  void start(); // again on the port that it had
  void stop() { hub.reset(); }
  void restart();
  void backUp();  // to be called while stopped
  void restore(); // what was backed up, while stopped; the ledger, which is kept apart, stays

  std::string url() const { return "https://127.0.0.1:" + std::to_string(port); }
  std::string certificate() const { return folder.certificate().value().certificatePem; }
  Uuid addUser(hub::Role role);
  sync::EnrolmentOffer offer(const Uuid& user) const;
  sync::Enrolment enrol(const Uuid& user, const sync::ReplicaId& replica) const;
  hub::OfficeCounts counts() const;
  std::string logged() const { return logText.str(); } // while stopped

  TemporaryFolder place;
  SharedClock clock;
  hub::HubFolder folder;
  Uuid office;
  std::ostringstream logText;
  hub::HubLog log{logText};
  std::unique_ptr<hub::Hub> hub;
  uint16_t port = 0;
};

} // namespace veikart::test
