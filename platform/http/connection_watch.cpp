// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/http/connection_watch.h"

#include <algorithm>
#include <sys/socket.h>

namespace veikart {

namespace {

constexpr std::chrono::milliseconds kLongestTick(1000);

} // namespace

ConnectionWatch::ConnectionWatch(std::chrono::milliseconds patience)
    : m_patience(patience), m_thread([this] { run(); }) {}

ConnectionWatch::~ConnectionWatch() {
  {
    const std::lock_guard lock(m_mutex);
    m_isStopping = true;
  }
  m_wake.notify_all();
  m_thread.join();
}

void ConnectionWatch::wait(const void* connection, int socket) {
  const std::lock_guard lock(m_mutex);
  m_waiting[connection] = {socket, std::chrono::steady_clock::now() + m_patience};
}

void ConnectionWatch::release(const void* connection) {
  const std::lock_guard lock(m_mutex);
  m_waiting.erase(connection);
}

void ConnectionWatch::run() {
  std::unique_lock lock(m_mutex);
  while (!m_wake.wait_for(lock, std::min(kLongestTick, m_patience), [this] { return m_isStopping; })) {
    const auto now = std::chrono::steady_clock::now();
    // Under the lock, so that the number can't have been closed and given to another connection meanwhile.
    std::erase_if(m_waiting, [now](const auto& entry) {
      return entry.second.deadline < now && ::shutdown(entry.second.socket, SHUT_RDWR) <= 0;
    });
  }
}

} // namespace veikart
