// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/http/curl_library.h"

#include <csignal>
#include <memory>
#include <string_view>

namespace veikart {

namespace {

struct TextFree {
  void operator()(char* text) const { curl_free(text); }
};
struct UrlFree {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

bool isRefusal(CURLcode code) {
  return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_PINNEDPUBKEYNOTMATCH ||
         code == CURLE_SSL_ISSUER_ERROR || code == CURLE_SSL_INVALIDCERTSTATUS;
}

// What libcurl says when it does not take an option, before anything is sent.
bool isOurMistake(CURLcode code) {
  return code == CURLE_UNKNOWN_OPTION || code == CURLE_NOT_BUILT_IN || code == CURLE_BAD_FUNCTION_ARGUMENT ||
         code == CURLE_OUT_OF_MEMORY || code == CURLE_FAILED_INIT;
}

} // namespace

CURLcode startCurl() {
  // A hub that goes away while we write is an error to read, not a signal to die from; with CURLOPT_NOSIGNAL libcurl
  // leaves that to us.
  static const CURLcode started = (std::signal(SIGPIPE, SIG_IGN), curl_global_init(CURL_GLOBAL_DEFAULT));
  return started;
}

Status curlStatus(CURLcode code) {
  if (code == CURLE_OK)
    return {};
  if (isOurMistake(code))
    return Status::internal(curl_easy_strerror(code));
  return isRefusal(code) ? Status::refused(curl_easy_strerror(code)) : Status::offline(curl_easy_strerror(code));
}

Status checkHttpsUrl(const std::string& text) {
  const std::unique_ptr<CURLU, UrlFree> url(curl_url());
  char* scheme = nullptr;
  if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK ||
      curl_url_get(url.get(), CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK)
    return Status::invalid("not an address");
  const std::unique_ptr<char, TextFree> owner(scheme);
  return std::string_view(scheme) == "https" ? Status() : Status::invalid("not an https address");
}

} // namespace veikart
