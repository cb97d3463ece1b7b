// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/http/http_ranges.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;

namespace {

HttpResponse ask(HttpHeaders headers, const std::string& method = "GET") {
  HttpRequest request;
  request.method = method;
  request.headers = std::move(headers);
  return applyRange(request, {200, {{"etag", "\"a\""}}, "0123456789"});
}

} // namespace

TEST_CASE("one range of a tagged response is served", "[platform][http]") {
  const HttpResponse part = ask({{"range", "bytes=4-"}});
  REQUIRE(part.status == 206);
  REQUIRE(part.body == "456789");
  REQUIRE(part.headers.at("content-range") == "bytes 4-9/10");
  REQUIRE(part.headers.at("etag") == "\"a\"");
  REQUIRE(ask({{"range", "bytes=2-3"}}).body == "23");
  REQUIRE(ask({{"range", "bytes=2-99"}}).body == "23456789");
  REQUIRE(ask({{"range", "bytes=9-"}, {"if-range", "\"a\""}}).body == "9");
}

TEST_CASE("a range past the end is 416", "[platform][http]") {
  const HttpResponse none = ask({{"range", "bytes=10-"}});
  REQUIRE(none.status == 416);
  REQUIRE(none.headers.at("content-range") == "bytes */10");
  REQUIRE(none.body.empty());
}

TEST_CASE("a range that can't be honoured gives the whole", "[platform][http]") {
  for (const char* range : {"", "bytes", "bytes=", "bytes=-", "bytes=-5", "bytes=5-4", "bytes=1-2,4-5", "lines=1-2",
                            "bytes=99999999999999999999999-", "bytes=a-b"})
    REQUIRE(ask({{"range", range}}).status == 200);
  REQUIRE(ask({{"range", "bytes=4-"}, {"if-range", "\"b\""}}).body == "0123456789");
  REQUIRE(ask({{"range", "bytes=4-"}}, "POST").body == "0123456789");
  HttpRequest request;
  request.headers["range"] = "bytes=4-";
  REQUIRE(applyRange(request, {200, {}, "0123456789"}).status == 200);
  REQUIRE(applyRange(request, {404, {{"etag", "\"a\""}}, "0123456789"}).status == 404);
}
