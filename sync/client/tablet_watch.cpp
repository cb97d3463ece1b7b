// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/tablet_watch.h"

#include "sync/protocol/tuning.h"

#include <algorithm>
#include <chrono>

namespace veikart::sync {

TabletWatch::TabletWatch(TabletIdentity identity, std::function<void()> onLost)
    : m_identity(std::move(identity)), m_onLost(std::move(onLost)), m_thread([this] { run(); }) {}

TabletWatch::~TabletWatch() {
  {
    const std::lock_guard lock(m_mutex);
    m_isStopping = true;
  }
  m_wake.notify_all();
  m_thread.join();
}

void TabletWatch::askNow() {
  {
    const std::lock_guard lock(m_mutex);
    m_isDue = true;
  }
  m_wake.notify_all();
}

// A hub that no longer knows the tablet, or is older than such questions, does not say that it was lost.
void TabletWatch::run() {
  for (int failures = 0;;) {
    const Result<bool> isLost = isRevoked(m_identity);
    if (isLost.ok() && *isLost)
      return m_onLost();
    failures = isLost.status().isTransient() ? failures + 1 : 0;
    const int64_t retryMillis = std::min(tuning::kFirstRetryMillis << std::min(failures, 10), tuning::kStandingMillis);
    if (!waitFor(failures == 0 ? tuning::kStandingMillis : retryMillis))
      return;
  }
}

bool TabletWatch::waitFor(int64_t millis) {
  std::unique_lock lock(m_mutex);
  m_wake.wait_for(lock, std::chrono::milliseconds(millis), [this] { return m_isStopping || m_isDue; });
  m_isDue = false;
  return !m_isStopping;
}

} // namespace veikart::sync
