// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/hub/relay.h"

#include "platform/http/certificate.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

Relay::Relay(const TestHub& hub, Spoil spoil)
    : m_spoil(std::move(spoil)), m_hub(connectTo(hub.url(), hub.certificate())) {
  const Result<CertificatePair> pair = makeSelfSignedCertificate({"127.0.0.1"});
  REQUIRE(pair.ok());
  m_certificate = pair->certificatePem;
  HttpServerOptions options;
  options.certificatePem = pair->certificatePem;
  options.privateKeyPem = pair->privateKeyPem;
  options.threads = 1;
  Result<std::unique_ptr<HttpServer>> server =
      HttpServer::start(options, [this](const HttpRequest& request) { return pass(request); });
  REQUIRE(server.ok());
  m_server = *std::move(server);
}

HttpResponse Relay::pass(const HttpRequest& request) {
  ++m_requests;
  HttpRequest onward = request;
  for (const char* hop : {"host", "connection", "content-length", "accept-encoding"})
    onward.headers.erase(hop);
  Result<HttpResponse> response = m_hub->send(onward);
  if (!response.ok())
    return {502, {}, {}};
  for (const char* hop : {"connection", "content-length", "date"})
    response->headers.erase(hop);
  return m_spoil(request, *std::move(response));
}

} // namespace veikart::test
