// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/certificate.h"
#include "platform/http/http_client.h"
#include "platform/http/http_server.h"

#include <catch2/catch_test_macros.hpp>
#include <mutex>
#include <vector>

namespace veikart::test {

inline const CertificatePair& certificate() {
  static const CertificatePair pair = makeSelfSignedCertificate({"localhost", "127.0.0.1"}).value();
  return pair;
}

inline HttpServerOptions serverOptions() {
  HttpServerOptions options;
  options.certificatePem = certificate().certificatePem;
  options.privateKeyPem = certificate().privateKeyPem;
  return options;
}

inline HttpClientOptions clientOptions(uint16_t port) {
  HttpClientOptions options;
  options.baseUrl = "https://127.0.0.1:" + std::to_string(port);
  options.pinnedCertificate = certificate().certificatePem;
  options.totalTimeoutMillis = 10'000;
  return options;
}

// A server that remembers what it was asked. "/big" is a tagged mebibyte; everything else sends the body back.
class HttpWorld {
  std::mutex m_mutex;
  std::vector<HttpRequest> m_asked; // guarded by m_mutex

public:
  Bytes big = makeBig();
  std::unique_ptr<HttpServer> server;

  explicit HttpWorld(HttpServerOptions options = serverOptions())
      : server(HttpServer::start(std::move(options), [this](const HttpRequest& request) {
                 return answer(request);
               }).value()) {}

  std::unique_ptr<HttpClient> client() const { return HttpClient::create(clientOptions(server->port())).value(); }

  std::vector<HttpRequest> asked() {
    const std::lock_guard lock(m_mutex);
    return m_asked;
  }

  // Whether the server still answers a well-behaved client.
  bool isWell() const {
    const Result<HttpResponse> response = client()->send({"POST", "/echo", {}, {}, "well"});
    return response.ok() && response->status == 200 && response->body == "well";
  }

private:
  static Bytes makeBig() {
    Bytes bytes(1024U * 1024, '\0');
    uint32_t state = 1;
    for (char& byte : bytes)
      byte = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
    return bytes;
  }

  HttpResponse answer(const HttpRequest& request) {
    {
      const std::lock_guard lock(m_mutex);
      m_asked.push_back(request);
    }
    if (request.path == "/big")
      return {200, {{"etag", "\"big-1\""}}, big};
    if (request.path == "/untagged")
      return {200, {}, big};
    return {200, {{"content-type", "application/octet-stream"}}, request.body};
  }
};

} // namespace veikart::test
