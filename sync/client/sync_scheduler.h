// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/sync_session.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace veikart::sync {

// How things stand with the hub, for people.
struct SyncStatus {
  enum class Phase { NeverTried, Syncing, InStep, Offline, Failed };
  Phase phase = Phase::NeverTried;
  Status lastError;      // for Failed and Offline
  SyncReport lastReport; // of the last session that ran to its end
};

// Owns the sync thread: runs a session at start, on demand, when the network changes, after local writes, and otherwise
// with back-off and jitter (tuning.h). `onStatus` is called on the sync thread. Any thread.
class SyncScheduler {
public:
  using SessionRunner = std::function<Result<SyncReport>()>;
  SyncScheduler(SessionRunner runSession, std::function<void(const SyncStatus&)> onStatus);
  ~SyncScheduler(); // waits for the session under way; cancel its HttpClient first

  void syncNow();      // on demand, or because the network came back: back-off starts over
  void localChanges(); // something was written: soon, gathered for a moment

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace veikart::sync
