// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_message.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace veikart {

struct HttpServerOptions {
  std::string address = "127.0.0.1";
  uint16_t port = 0; // 0: any free port
  std::string certificatePem;
  std::string privateKeyPem;
  unsigned threads = 2;
  unsigned maxConnections = 256;
  unsigned maxConnectionsPerAddress = 128; // an office's tablets come from one, two connections each
  unsigned idleTimeoutSeconds = 60;
  unsigned requestTimeoutSeconds = 120; // for a whole request to come, however steadily it trickles
  // Less than the minute after which routers forget a silent connection: libmicrohttpd looks after one that waits
  // neither for its end nor for its peer's.
  unsigned longestWaitSeconds = 55;
  size_t maxBodyBytes = 16U * 1024 * 1024;
  // Of all requests together; what comes beyond is answered 503 without being kept.
  size_t maxBodiesBytes = 128U * 1024 * 1024;

  // Whether a request, of which only the head has come yet, may have a body above strangerBodyBytes; if not it is
  // answered 401 without being kept. Called like the handler. Null: any may.
  std::function<bool(const HttpRequest&)> isKnown;
  size_t strangerBodyBytes = 16U * 1024;
};

// What a request carries from one asking of the handler to the next, see HttpServer.
struct HttpWait {
  bool mayGoOn = true; // false: it has waited for as long as it may, and is to be answered now
  uint64_t memo = 0;   // the handler's own; 0 at first
  bool isNews = false; // set by the handler: those who wait may have an answer now
};

// An HTTPS server (libmicrohttpd, TLS by GnuTLS) with a fixed pool of threads. A body larger than allowed is answered
// 413 without being kept; when memory runs out the request's connection ends. A GET response that carries an "etag"
// header also serves Range requests (206, If-Range).
class HttpServer {
public:
  // Called on the pool's threads, several at once. Must not throw. Nothing: there is no answer yet. The request then
  // waits without a thread, and the handler is asked again when another request was news, or when
  // options.longestWaitSeconds are over.
  using Handler = std::function<std::optional<HttpResponse>(const HttpRequest&, HttpWait&)>;

  using Responder = std::function<HttpResponse(const HttpRequest&)>; // one that always has an answer

  // Invalid for a certificate that can't be used, Busy when the port is taken, Io.
  static Result<std::unique_ptr<HttpServer>> start(HttpServerOptions options, Handler handler);
  static Result<std::unique_ptr<HttpServer>> start(HttpServerOptions options, Responder responder);
  ~HttpServer(); // stops; requests under way are finished

  uint16_t port() const;

private:
  struct State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace veikart
