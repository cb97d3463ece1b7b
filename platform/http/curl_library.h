// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <curl/curl.h>
#include <string>

// What our uses of libcurl share. Free functions; any thread.
namespace veikart {

CURLcode startCurl(); // once for the program; every later call answers the same

// Ok, Offline when nobody answers as a server should, Refused when the other end is not the one that is trusted,
// Internal for what libcurl does not take.
Status curlStatus(CURLcode code);

Status checkHttpsUrl(const std::string& text); // Invalid

// Sets libcurl's options one after the other and remembers the first that is not taken.
class CurlOptions {
public:
  explicit CurlOptions(CURL* easy) : m_easy(easy) {}

  template<class Value>
  void operator()(CURLoption option, Value value) {
    if (m_code == CURLE_OK)
      m_code = curl_easy_setopt(m_easy, option, value);
  }

  CURLcode code() const { return m_code; }

private:
  CURL* m_easy;
  CURLcode m_code = CURLE_OK;
};

} // namespace veikart
