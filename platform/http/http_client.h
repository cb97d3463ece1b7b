// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_transport.h"

#include <atomic>
#include <cstdint>
#include <memory>

namespace veikart {

struct HttpClientOptions {
  std::string baseUrl;           // "https://127.0.0.1:8443"; https only
  std::string pinnedCertificate; // PEM of the one certificate that is trusted
  int64_t connectTimeoutMillis = 5'000;
  int64_t totalTimeoutMillis = 60'000; // and a second for each KiB that moves: a slow line has its time
  int64_t stallTimeoutMillis = 15'000; // when no byte moves for this long
  size_t maxResponseBytes = 32U * 1024 * 1024;
};

// One warm HTTPS connection to one hub (libcurl). Trusts the key of the pinned certificate, under that host's name, and
// nothing else; dates are not looked at, since a tablet whose clock is years off must still learn the hub's time. One
// thread; `cancel` from any.
class HttpClient final : public HttpTransport {
public:
  // Invalid for an address or certificate that can't be used.
  static Result<std::unique_ptr<HttpClient>> create(HttpClientOptions options);
  ~HttpClient() override;

  // The response, whatever its status number. Offline when there is none (no route, time-out, cut short), Refused when
  // the other end is not the pinned hub, Invalid when the response is larger than allowed, Internal when libcurl does
  // not take the request. A GET whose body is cut or stalls is continued where it stopped (Range with If-Range on its
  // ETag), until three attempts in a row bring next to nothing.
  Result<HttpResponse> send(const HttpRequest& request) override;

  void cancel(); // for good: the send under way, if any, and all later ones end with Offline

  uint64_t bytesSent() const override; // on the wire above TLS: request lines, headers and bodies
  uint64_t bytesReceived() const;

private:
  struct State;
  explicit HttpClient(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace veikart
