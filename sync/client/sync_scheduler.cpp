// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/sync_scheduler.h"

#include "sync/protocol/tuning.h"

#include <algorithm>
#include <chrono>
#include <random>

namespace veikart::sync {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
using std::chrono::milliseconds;

SteadyTime in(int64_t millis) {
  return std::chrono::steady_clock::now() + milliseconds(millis);
}

} // namespace

struct SyncScheduler::State {
  State(SessionRunner run, std::function<void(const SyncStatus&)> tell)
      : runSession(std::move(run)), onStatus(std::move(tell)) {}

  void loop();
  bool waitUntilDue();
  void runOnce();
  void settle(const Result<SyncReport>& result);
  int64_t waitAfterSuccess();
  int64_t waitAfterFailure();
  int64_t jittered(int64_t millis);

  const SessionRunner runSession;
  const std::function<void(const SyncStatus&)> onStatus;

  std::mutex mutex;
  std::condition_variable wake;
  bool stopping = false;
  SteadyTime due = std::chrono::steady_clock::now();
  int failures = 0;
  bool changesWait = false; // something was written since the last session began

  // Of the sync thread alone.
  SyncStatus status;
  std::mt19937 random{std::random_device{}()};
  std::thread thread;
};

SyncScheduler::SyncScheduler(SessionRunner runSession, std::function<void(const SyncStatus&)> onStatus)
    : m_state(std::make_unique<State>(std::move(runSession), std::move(onStatus))) {
  m_state->thread = std::thread([state = m_state.get()] { state->loop(); });
}

SyncScheduler::~SyncScheduler() {
  {
    const std::lock_guard lock(m_state->mutex);
    m_state->stopping = true;
  }
  m_state->wake.notify_all();
  m_state->thread.join();
}

void SyncScheduler::syncNow() {
  {
    const std::lock_guard lock(m_state->mutex);
    m_state->failures = 0;
    m_state->due = std::chrono::steady_clock::now();
  }
  m_state->wake.notify_all();
}

void SyncScheduler::localChanges() {
  {
    const std::lock_guard lock(m_state->mutex);
    m_state->changesWait = true;
    // While the hub can't be reached, writing more does not make it reachable: the back-off stands.
    if (m_state->failures == 0)
      m_state->due = std::min(m_state->due, in(tuning::kGatherMillis));
  }
  m_state->wake.notify_all();
}

void SyncScheduler::State::loop() {
  while (waitUntilDue())
    runOnce();
}

// False when it is time to stop. A request made from here on counts for the next session.
bool SyncScheduler::State::waitUntilDue() {
  std::unique_lock lock(mutex);
  while (!stopping && std::chrono::steady_clock::now() < due)
    wake.wait_until(lock, due);
  due = SteadyTime::max();
  changesWait = false;
  return !stopping;
}

void SyncScheduler::State::runOnce() {
  status.phase = SyncStatus::Phase::Syncing;
  onStatus(status);
  const Result<SyncReport> result = runSession();
  settle(result);
  onStatus(status);
}

void SyncScheduler::State::settle(const Result<SyncReport>& result) {
  status.lastError = result.status();
  if (result.ok()) {
    status.phase = SyncStatus::Phase::InStep;
    status.lastReport = *result;
  } else {
    status.phase = result.status().isTransient() ? SyncStatus::Phase::Offline : SyncStatus::Phase::Failed;
  }
  const std::lock_guard lock(mutex);
  failures = result.ok() ? 0 : failures + 1;
  due = std::min(due, in(result.ok() ? waitAfterSuccess() : waitAfterFailure()));
}

int64_t SyncScheduler::State::waitAfterSuccess() {
  return changesWait ? tuning::kGatherMillis : jittered(tuning::kIdleMillis);
}

int64_t SyncScheduler::State::waitAfterFailure() {
  const int doublings = std::min(failures - 1, 10);
  return jittered(std::min(tuning::kFirstRetryMillis << doublings, tuning::kLastRetryMillis));
}

// Between three quarters of the time and the whole, so that an office's tablets do not come back in one moment.
int64_t SyncScheduler::State::jittered(int64_t millis) {
  return std::uniform_int_distribution<int64_t>(millis * 3 / 4, millis)(random);
}

} // namespace veikart::sync
