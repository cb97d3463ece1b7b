// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_server.h"
#include "sync/hub/hub_service.h"

#include <filesystem>

namespace veikart::hub {

struct HubOptions {
  std::filesystem::path dataFolder;
  std::string address = "127.0.0.1";
  uint16_t port = 0; // 0: any free port
  unsigned threads = 2;
};

// A hub that serves from start() until it goes; requests under way are then finished. `clock` and `log` outlive it.
// One thread; it has its own for requests.
class Hub {
public:
  // The failures of HubFolder and HttpServer.
  static Result<std::unique_ptr<Hub>> start(const HubOptions& options, const Clock& clock, HubLog& log);

  uint16_t port() const { return m_server->port(); }

private:
  Hub(std::vector<std::unique_ptr<HubStore>> stores, std::string pin, SecretBytes parcelKey, const Clock& clock,
      HubLog& log)
      : m_pool(std::move(stores)), m_service(m_pool, std::move(pin), std::move(parcelKey), clock, log) {}

  StorePool m_pool;
  HubService m_service;
  std::unique_ptr<HttpServer> m_server; // last, so that it stops before what its threads use goes
};

} // namespace veikart::hub
