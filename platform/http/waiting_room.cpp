// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/http/waiting_room.h"

#include <algorithm>

namespace veikart {

namespace {

constexpr std::chrono::milliseconds kTick(500);

} // namespace

WaitingRoom::WaitingRoom(Resume resume) : m_resume(std::move(resume)), m_thread([this] { run(); }) {}

WaitingRoom::~WaitingRoom() {
  close();
  m_thread.join();
}

void WaitingRoom::enter(void* connection, Timepoint until, uint64_t seen) {
  const std::lock_guard lock(m_mutex);
  if (m_isClosed || m_wakes != seen)
    m_resume(connection);
  else
    m_waiting[connection] = until;
}

void WaitingRoom::wake() {
  const std::lock_guard lock(m_mutex);
  ++m_wakes;
  wakeAll();
}

uint64_t WaitingRoom::wakes() const {
  const std::lock_guard lock(m_mutex);
  return m_wakes;
}

void WaitingRoom::close() {
  {
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    wakeAll();
  }
  m_changed.notify_all();
}

void WaitingRoom::wakeAll() {
  for (const auto& [connection, until] : m_waiting)
    m_resume(connection);
  m_waiting.clear();
}

void WaitingRoom::run() {
  std::unique_lock lock(m_mutex);
  while (!m_changed.wait_for(lock, kTick, [this] { return m_isClosed; })) {
    const Timepoint now = std::chrono::steady_clock::now();
    std::erase_if(m_waiting, [&](const auto& entry) {
      if (entry.second > now)
        return false;
      m_resume(entry.first);
      return true;
    });
  }
}

} // namespace veikart
