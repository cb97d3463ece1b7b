// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/enrolment.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace veikart::sync {

// Asks the hub whether the tablet was reported lost: at once, then at times, sooner while the hub can't be reached, and
// whenever a network may be there again. It needs nothing that anybody has unlocked. Has a thread of its own, on which
// `onLost` is called, once.
class TabletWatch {
public:
  TabletWatch(TabletIdentity identity, std::function<void()> onLost);
  ~TabletWatch(); // waits for the question under way
  TabletWatch(const TabletWatch&) = delete;
  TabletWatch& operator=(const TabletWatch&) = delete;

  void askNow();

private:
  void run();
  bool waitFor(int64_t millis); // false when it is time to stop

  const TabletIdentity m_identity;
  const std::function<void()> m_onLost;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  bool m_isStopping = false; // these two guarded by m_mutex
  bool m_isDue = false;
  std::thread m_thread;
};

} // namespace veikart::sync
