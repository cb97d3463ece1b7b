// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/platform/support/fault_proxy.h"

#include "tests/platform/support/sockets.h"

#include <algorithm>
#include <array>

namespace veikart::test {

namespace {

constexpr int kTickMillis = 20;

// Passes on what there is, up to `left`, at `maybePerSecond`. False when the sender has gone or the allowance is used
// up.
bool pass(int from, int to, std::optional<size_t>& left, std::optional<size_t> maybePerSecond = {}) {
  std::array<char, 4096> buffer{};
  const size_t inOneTick = std::max<size_t>(1, maybePerSecond.value_or(SIZE_MAX) / (1000 / kTickMillis));
  const size_t wanted = std::min({buffer.size(), inOneTick, left.value_or(buffer.size())});
  const ssize_t got = ::recv(from, buffer.data(), wanted, 0);
  if (got <= 0 || ::send(to, buffer.data(), static_cast<size_t>(got), MSG_NOSIGNAL) != got)
    return false;
  if (maybePerSecond)
    std::this_thread::sleep_for(std::chrono::microseconds(got * 1'000'000 / static_cast<ssize_t>(*maybePerSecond)));
  if (left)
    *left -= static_cast<size_t>(got);
  return left.value_or(1) > 0;
}

} // namespace

FaultProxy::FaultProxy(uint16_t target, std::vector<Fault> faults)
    : m_target(target), m_faults(std::move(faults)), m_listener(listenAnywhere(m_port)),
      m_acceptor([this] { acceptAll(); }) {}

FaultProxy::~FaultProxy() {
  m_stopping = true;
  m_acceptor.join();
  for (std::thread& relay : m_relays)
    relay.join();
  ::close(m_listener);
}

void FaultProxy::acceptAll() {
  while (!m_stopping) {
    pollfd ready = {m_listener, POLLIN, 0};
    if (::poll(&ready, 1, kTickMillis) <= 0)
      continue;
    const int client = ::accept(m_listener, nullptr, nullptr);
    const size_t number = m_connections++;
    const Fault fault = number < m_faults.size() ? m_faults[number] : Fault{};
    m_relays.emplace_back([this, client, fault] { relay(client, fault); });
  }
}

void FaultProxy::relay(int client, const Fault& fault) const {
  const int server = connectTo(m_target);
  std::optional<size_t> up = fault.cutUpAfter;
  std::optional<size_t> down = fault.cutDownAfter;
  bool open = server >= 0;
  while (open && !m_stopping) {
    std::array<pollfd, 2> ready = {pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
    if (::poll(ready.data(), ready.size(), kTickMillis) <= 0)
      continue;
    if (ready[0].revents != 0)
      open = pass(client, server, up);
    if (open && ready[1].revents != 0)
      open = pass(server, client, down, fault.downPerSecond);
  }
  while (fault.stall && !m_stopping)
    std::this_thread::sleep_for(std::chrono::milliseconds(kTickMillis));
  ::close(client);
  if (server >= 0)
    ::close(server);
}

} // namespace veikart::test
