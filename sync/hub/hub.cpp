// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/hub.h"

#include "platform/http/certificate_pin.h"
#include "sync/hub/hub_folder.h"
#include "sync/protocol/tuning.h"

namespace veikart::hub {

namespace {

// Two for each device of a large office: one that syncs and one that waits for news.
constexpr unsigned kMaxConnections = 1024;

} // namespace

Result<std::unique_ptr<Hub>> Hub::start(const HubOptions& options, const Clock& clock, HubLog& log) {
  const HubFolder folder(options.dataFolder);
  Result<CertificatePair> certificate = folder.certificate();
  Result<SecretBytes> parcelKey = folder.parcelKey();
  if (!certificate.ok() || !parcelKey.ok())
    return certificate.ok() ? parcelKey.status() : certificate.status();
  Result<std::string> pin = publicKeyPin(certificate->certificatePem);
  if (!pin.ok())
    return pin.status();
  std::vector<std::unique_ptr<HubStore>> stores;
  for (unsigned i = 0; i < options.threads; ++i) {
    Result<std::unique_ptr<HubStore>> store = folder.openStore();
    if (!store.ok())
      return store.status();
    stores.push_back(*std::move(store));
  }
  std::unique_ptr<Hub> hub(new Hub(std::move(stores), *std::move(pin), *std::move(parcelKey), clock, log));
  HttpServerOptions server;
  server.address = options.address;
  server.port = options.port;
  server.certificatePem = std::move(certificate->certificatePem);
  server.privateKeyPem = std::move(certificate->privateKeyPem);
  server.threads = options.threads;
  server.maxBodyBytes = sync::tuning::kMaxBodyBytes;
  server.maxConnections = kMaxConnections;
  HubService* const service = &hub->m_service;
  server.isKnown = [service](const HttpRequest& request) { return !service->isStranger(request); };
  Result<std::unique_ptr<HttpServer>> started =
      HttpServer::start(std::move(server), [service](const HttpRequest& request, HttpWait& wait) {
        return service->handle(request, wait);
      });
  if (!started.ok())
    return started.status();
  hub->m_server = *std::move(started);
  return hub;
}

} // namespace veikart::hub
