// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/http/server_certificate.h"

#include "platform/http/curl_library.h"

#include <memory>
#include <string_view>

namespace veikart {

namespace {

struct EasyFree {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};

// libcurl tells a certificate as lines of "name:value", its text under this name.
constexpr std::string_view kPemLine = "Cert:";

Result<std::string> firstCertificate(CURL* easy) {
  curl_certinfo* chain = nullptr;
  if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &chain) != CURLE_OK || chain == nullptr || chain->num_of_certs < 1)
    return Status::offline("the server shows no certificate");
  for (const curl_slist* line = chain->certinfo[0]; line != nullptr; line = line->next)
    if (const std::string_view text(line->data); text.starts_with(kPemLine))
      return std::string(text.substr(kPemLine.size()));
  return Status::internal("libcurl does not tell the certificate");
}

} // namespace

Result<std::string> certificateOf(const std::string& url, int64_t timeoutMillis) {
  RETURN_IF_ERROR(checkHttpsUrl(url));
  const std::unique_ptr<CURL, EasyFree> easy(startCurl() == CURLE_OK ? curl_easy_init() : nullptr);
  if (easy == nullptr)
    return Status::internal("libcurl does not start");
  CurlOptions set(easy.get());
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_CONNECT_ONLY, 1L);
  set(CURLOPT_CERTINFO, 1L);
  set(CURLOPT_SSL_VERIFYPEER, 0L);
  set(CURLOPT_SSL_VERIFYHOST, 0L);
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_PROTOCOLS_STR, "https");
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(timeoutMillis));
  RETURN_IF_ERROR(curlStatus(set.code() == CURLE_OK ? curl_easy_perform(easy.get()) : set.code()));
  return firstCertificate(easy.get());
}

} // namespace veikart
