// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_message.h"

#include <atomic>
#include <cstdint>
#include <memory>

namespace veikart {

struct HttpClientOptions {
  std::string baseUrl;           // "https://127.0.0.1:8443"; https only
  std::string pinnedCertificate; // PEM of the one certificate that is trusted
  int64_t connectTimeoutMillis = 5'000;
  int64_t totalTimeoutMillis = 60'000;
  int64_t stallTimeoutMillis = 15'000; // a transfer slower than 64 bytes a second for this long is given up
  size_t maxResponseBytes = 32U * 1024 * 1024;
};

// One warm HTTPS connection to one hub (libcurl). Trusts the pinned certificate and nothing else. One thread; `cancel`
// from any.
class HttpClient {
public:
  // Invalid for an address or certificate that can't be used.
  static Result<std::unique_ptr<HttpClient>> create(HttpClientOptions options);
  ~HttpClient();

  // The response, whatever its status number. Offline when there is none (no route, time-out, cut short), Refused when
  // the other end is not the pinned hub, Invalid when the response is larger than allowed.
  // A GET whose body is cut is continued where it stopped (Range with If-Range on its ETag), up to three times.
  Result<HttpResponse> send(const HttpRequest& request);

  void cancel(); // the send under way, if any, ends with Offline

  uint64_t bytesSent() const; // on the wire above TLS: request lines, headers and bodies
  uint64_t bytesReceived() const;

private:
  struct State;
  explicit HttpClient(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace veikart
