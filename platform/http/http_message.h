// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <map>
#include <string>

namespace veikart {

// Header names are lower case.
using HttpHeaders = std::map<std::string, std::string>;

struct HttpRequest {
  std::string method = "GET";
  std::string path; // "/v1/push"
  std::map<std::string, std::string> query;
  HttpHeaders headers;
  Bytes body;
  std::string peer = {}; // whom it came from, as a server sees it: an IPv4 address, or the network (/64) of an IPv6 one
};

struct HttpResponse {
  int status = 200;
  HttpHeaders headers;
  Bytes body;
};

} // namespace veikart
