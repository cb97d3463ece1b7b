// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_message.h"

#include <cstdint>

namespace veikart {

// What carries requests to one server: HttpClient over the network, or a simulation's line. One thread.
class HttpTransport {
public:
  virtual ~HttpTransport() = default;

  // The response, whatever its status number; Offline when there is none.
  virtual Result<HttpResponse> send(const HttpRequest& request) = 0;

  virtual uint64_t bytesSent() const = 0; // above TLS
};

} // namespace veikart
