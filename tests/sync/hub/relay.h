// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sync/hub/device.h"

#include "platform/http/http_server.h"

#include <atomic>
#include <functional>

namespace veikart::test {

// A server of its own certificate between a tablet and a hub, which passes requests on and may spoil the answers.
class Relay {
public:
  using Spoil = std::function<HttpResponse(const HttpRequest& request, HttpResponse fromHub)>;

  Relay(const TestHub& hub, Spoil spoil);

  std::string url() const { return "https://127.0.0.1:" + std::to_string(m_server->port()); }
  const std::string& certificate() const { return m_certificate; }
  int requests() const { return m_requests; }

private:
  HttpResponse pass(const HttpRequest& request);

  Spoil m_spoil;
  std::unique_ptr<HttpClient> m_hub;
  std::string m_certificate;
  std::atomic<int> m_requests = 0;
  std::unique_ptr<HttpServer> m_server;
};

} // namespace veikart::test
