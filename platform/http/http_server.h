// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_message.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace veikart {

struct HttpServerOptions {
  std::string address = "127.0.0.1";
  uint16_t port = 0; // 0: any free port
  std::string certificatePem;
  std::string privateKeyPem;
  unsigned threads = 2;
  unsigned maxConnections = 256;
  unsigned idleTimeoutSeconds = 60;
  unsigned requestTimeoutSeconds = 120; // for a whole request to come, however steadily it trickles
  size_t maxBodyBytes = 16U * 1024 * 1024;
};

// An HTTPS server (libmicrohttpd, TLS by GnuTLS) with a fixed pool of threads. A body larger than allowed is answered
// 413 without being kept. A GET response that carries an "etag" header also serves Range requests (206, If-Range).
class HttpServer {
public:
  // Called on the pool's threads, several at once. Must not throw.
  using Handler = std::function<HttpResponse(const HttpRequest&)>;

  // Invalid for a certificate that can't be used, Busy when the port is taken, Io.
  static Result<std::unique_ptr<HttpServer>> start(HttpServerOptions options, Handler handler);
  ~HttpServer(); // stops; requests under way are finished

  uint16_t port() const;

private:
  struct State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace veikart
