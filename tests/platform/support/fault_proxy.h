// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <thread>
#include <vector>

namespace veikart::test {

// What one connection through the proxy suffers. Bytes are counted as they are on the wire, TLS and all.
struct Fault {
  std::optional<size_t> cutDownAfter;                 // bytes from server to client
  std::optional<size_t> cutUpAfter;                   // bytes from client to server
  bool stall = false;                                 // fall silent instead of closing
  std::optional<size_t> downPerSecond = std::nullopt; // bytes from server to client, at most
};

// A relay on the loopback that treats its n-th connection as `faults[n]` says, and later ones well.
class FaultProxy {
public:
  FaultProxy(uint16_t target, std::vector<Fault> faults);
  ~FaultProxy();
  FaultProxy(const FaultProxy&) = delete;
  FaultProxy& operator=(const FaultProxy&) = delete;

  uint16_t port() const { return m_port; }
  size_t connections() const { return m_connections; }

private:
  void acceptAll();
  void relay(int client, const Fault& fault) const;

  uint16_t m_target;
  std::vector<Fault> m_faults;
  uint16_t m_port = 0;
  int m_listener;
  std::atomic<size_t> m_connections = 0;
  std::atomic<bool> m_stopping = false;
  std::vector<std::thread> m_relays; // touched by m_acceptor alone until it has ended
  std::thread m_acceptor;
};

} // namespace veikart::test
