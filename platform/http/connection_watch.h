// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace veikart {

// Hangs up on connections that take too long to bring their request, however steadily they trickle: libmicrohttpd's own
// time-out begins anew with every byte. Has a thread of its own; called from any.
//
//   opened ──> waiting ──request complete──> answering ──answered──> waiting ──> … ──> closed
//              (at most `patience`)           (no limit here)
class ConnectionWatch {
public:
  explicit ConnectionWatch(std::chrono::milliseconds patience);
  ~ConnectionWatch();
  ConnectionWatch(const ConnectionWatch&) = delete;
  ConnectionWatch& operator=(const ConnectionWatch&) = delete;

  void wait(const void* connection, int socket); // opened, or answered
  void release(const void* connection);          // request complete, or about to be closed

private:
  using Timepoint = std::chrono::steady_clock::time_point;
  struct Waiting {
    int socket;
    Timepoint deadline;
  };

  void run();

  std::chrono::milliseconds m_patience;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::unordered_map<const void*, Waiting> m_waiting; // guarded by m_mutex
  bool m_isStopping = false;                          // guarded by m_mutex
  std::thread m_thread;
};

} // namespace veikart
