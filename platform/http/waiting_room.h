// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace veikart {

// Connections whose request waits for its answer. Each leaves when all are woken, or when its time is over. Has a
// thread of its own; called from any.
class WaitingRoom {
public:
  using Resume = std::function<void(void* connection)>; // called under the lock: a connection leaves once
  using Timepoint = std::chrono::steady_clock::time_point;

  explicit WaitingRoom(Resume resume);
  ~WaitingRoom(); // all leave
  WaitingRoom(const WaitingRoom&) = delete;
  WaitingRoom& operator=(const WaitingRoom&) = delete;

  // Woken since `seen` (see wakes()), it leaves at once: the news came between the question and this.
  void enter(void* connection, Timepoint until, uint64_t seen);
  void wake();
  uint64_t wakes() const; // how often
  void close();           // all leave, and whoever enters from now on leaves at once

private:
  void run();
  void wakeAll(); // REQUIRES: m_mutex is held

  const Resume m_resume;
  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  std::unordered_map<void*, Timepoint> m_waiting; // guarded by m_mutex
  uint64_t m_wakes = 0;                           // guarded by m_mutex
  bool m_isClosed = false;                        // guarded by m_mutex
  std::thread m_thread;
};

} // namespace veikart
