// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/platform/http/http_world.h"
#include "tests/platform/support/fault_proxy.h"
#include "tests/platform/support/sockets.h"

#include <catch2/generators/catch_generators.hpp>
#include <chrono>
#include <thread>

using namespace veikart;
using namespace veikart::test;

namespace {

StatusCode codeOf(const Result<HttpResponse>& response) {
  return response.status().code();
}

HttpRequest get(const std::string& path) {
  HttpRequest request;
  request.path = path;
  return request;
}

int64_t millisUntilOffline(HttpClient& client, const HttpRequest& request) {
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(codeOf(client.send(request)) == StatusCode::Offline);
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

TEST_CASE("a request arrives as it was sent, and its answer too", "[platform][http]") {
  HttpWorld w;
  const auto client = w.client();
  const Bytes body("\0binary\xff", 8);
  const Result<HttpResponse> response =
      client->send({"POST", "/v1/push", {{"from", "a b&c=å"}, {"empty", ""}}, {{"x-token", "T0ken"}}, body});
  REQUIRE(response.status().toString() == "Ok");
  REQUIRE(response->status == 200);
  REQUIRE(response->body == body);
  REQUIRE(response->headers.at("content-type") == "application/octet-stream");
  REQUIRE(w.asked().size() == 1);
  const HttpRequest asked = w.asked()[0];
  REQUIRE(asked.method == "POST");
  REQUIRE(asked.path == "/v1/push");
  REQUIRE(asked.query == std::map<std::string, std::string>{{"from", "a b&c=å"}, {"empty", ""}});
  REQUIRE(asked.headers.at("x-token") == "T0ken");
  REQUIRE_FALSE(asked.headers.contains("expect"));
  REQUIRE_FALSE(asked.headers.contains("content-type"));
  REQUIRE(client->send({"PUT", "/x", {}, {}, ""})->status == 200);
  REQUIRE(w.asked()[1].method == "PUT");
}

TEST_CASE("one connection serves many requests, and every byte is counted", "[platform][http]") {
  HttpWorld w;
  FaultProxy proxy(w.server->port(), {});
  const auto client = HttpClient::create(clientOptions(proxy.port())).value();
  for (int i = 0; i < 5; ++i)
    REQUIRE(client->send({"POST", "/echo", {}, {}, Bytes(100'000, 'x')}).ok());
  REQUIRE(proxy.connections() == 1);
  REQUIRE(client->bytesSent() > 500'000);
  REQUIRE(client->bytesSent() < 502'000);
  REQUIRE(client->bytesReceived() > 500'000);
  REQUIRE(client->bytesReceived() < 502'000);
}

TEST_CASE("a hub that is down is Offline", "[platform][http]") {
  uint16_t port = 0;
  ::close(listenAnywhere(port));
  REQUIRE(codeOf(HttpClient::create(clientOptions(port)).value()->send({})) == StatusCode::Offline);
}

TEST_CASE("a hub that comes back is reached by the same client", "[platform][http]") {
  auto w = std::make_unique<HttpWorld>();
  const uint16_t port = w->server->port();
  const auto client = w->client();
  REQUIRE(client->send({}).ok());
  w.reset();
  REQUIRE(codeOf(client->send({})) == StatusCode::Offline);
  HttpServerOptions options = serverOptions();
  options.port = port;
  const HttpWorld again(options);
  REQUIRE(client->send({}).status().toString() == "Ok");
}

TEST_CASE("another certificate than the pinned one is Refused, whatever it says", "[platform][http]") {
  HttpWorld w;
  HttpClientOptions options = clientOptions(w.server->port());
  options.pinnedCertificate = makeSelfSignedCertificate({"localhost", "127.0.0.1"})->certificatePem;
  REQUIRE(codeOf(HttpClient::create(options).value()->send({"POST", "/", {}, {}, "secret"})) == StatusCode::Refused);
  REQUIRE(w.asked().empty());
}

TEST_CASE("the pinned certificate under another name is Refused", "[platform][http]") {
  HttpServerOptions options = serverOptions();
  const CertificatePair other = makeSelfSignedCertificate({"hub.example"}).value();
  options.certificatePem = other.certificatePem;
  options.privateKeyPem = other.privateKeyPem;
  HttpWorld w(options);
  HttpClientOptions pinned = clientOptions(w.server->port());
  pinned.pinnedCertificate = other.certificatePem;
  REQUIRE(codeOf(HttpClient::create(pinned).value()->send({})) == StatusCode::Refused);
}

TEST_CASE("the pinned key is trusted whatever the tablet's clock says of its certificate's dates", "[platform][http]") {
  constexpr int64_t kYear = 365LL * 24 * 3600 * 1000;
  const int64_t years = GENERATE(-20, 20);
  const FakeClock issuing(SystemClock().nowMillis() + years * kYear);
  const CertificatePair other = makeSelfSignedCertificate({"127.0.0.1"}, issuing).value();
  HttpServerOptions options = serverOptions();
  options.certificatePem = other.certificatePem;
  options.privateKeyPem = other.privateKeyPem;
  const HttpWorld w(options);
  HttpClientOptions pinned = clientOptions(w.server->port());
  pinned.pinnedCertificate = other.certificatePem;
  REQUIRE(HttpClient::create(pinned).value()->send({}).status().toString() == "Ok");
}

TEST_CASE("a request that libcurl does not take is Internal, and nothing is sent", "[platform][http]") {
  HttpWorld w;
  const auto client = w.client();
  REQUIRE(codeOf(client->send(get("/" + std::string(9'000'000, 'x')))) == StatusCode::Internal);
  REQUIRE(w.asked().empty());
  REQUIRE(client->bytesSent() == 0);
}

TEST_CASE("addresses without TLS and certificates that are none are Invalid", "[platform][http]") {
  const auto createCode = [](const std::string& url, const std::string& pem) {
    HttpClientOptions options;
    options.baseUrl = url;
    options.pinnedCertificate = pem;
    return HttpClient::create(options).status().code();
  };
  const std::string& pem = certificate().certificatePem;
  REQUIRE(createCode("http://127.0.0.1", pem) == StatusCode::Invalid);
  REQUIRE(createCode("", pem) == StatusCode::Invalid);
  REQUIRE(createCode("https://127.0.0.1", "") == StatusCode::Invalid);
  REQUIRE(createCode("https://127.0.0.1", "no certificate") == StatusCode::Invalid);
  REQUIRE(createCode("https://127.0.0.1", pem) == StatusCode::Ok);
}

TEST_CASE("a server that falls silent is given up", "[platform][http]") {
  HttpWorld w;
  SECTION("before it has said anything") {
    uint16_t port = 0;
    const int silent = listenAnywhere(port);
    HttpClientOptions options = clientOptions(port);
    options.connectTimeoutMillis = 300;
    const auto client = HttpClient::create(options).value();
    REQUIRE(millisUntilOffline(*client, {}) < 3000);
    ::close(silent);
  }
  SECTION("in the middle of its answer") {
    FaultProxy proxy(w.server->port(), {Fault{300'000, {}, true}});
    HttpClientOptions options = clientOptions(proxy.port());
    options.stallTimeoutMillis = 1000;
    const auto client = HttpClient::create(options).value();
    REQUIRE(millisUntilOffline(*client, get("/untagged")) < 2500);
  }
}

TEST_CASE("a line too slow to be worth waiting for is given up by the total time", "[platform][http]") {
  HttpWorld w;
  FaultProxy proxy(w.server->port(), {Fault{{}, {}, false, 300}});
  HttpClientOptions options = clientOptions(proxy.port());
  options.totalTimeoutMillis = 500;
  const auto client = HttpClient::create(options).value();
  REQUIRE(millisUntilOffline(*client, get("/big")) < 3000);
}

TEST_CASE("a slow line has its time: what moves is waited for beyond the total time", "[platform][http]") {
  HttpWorld w;
  FaultProxy proxy(w.server->port(), {Fault{{}, {}, false, 500'000}});
  HttpClientOptions options = clientOptions(proxy.port());
  options.totalTimeoutMillis = 500;
  REQUIRE(HttpClient::create(options).value()->send(get("/untagged"))->body == w.big);
}

TEST_CASE("an answer that stalls is continued on another connection", "[platform][http]") {
  HttpWorld w;
  FaultProxy proxy(w.server->port(), {Fault{300'000, {}, true}});
  HttpClientOptions options = clientOptions(proxy.port());
  options.stallTimeoutMillis = 500;
  const auto client = HttpClient::create(options).value();
  REQUIRE(client->send(get("/big"))->body == w.big);
  REQUIRE(client->bytesReceived() < w.big.size() + 5000);
}

TEST_CASE("an answer cut midway is continued where it stopped", "[platform][http]") {
  HttpWorld w;
  FaultProxy proxy(w.server->port(), {Fault{300'000, {}, false}, Fault{300'000, {}, false}});
  const auto client = HttpClient::create(clientOptions(proxy.port())).value();
  const Result<HttpResponse> response = client->send(get("/big"));
  REQUIRE(response.status().toString() == "Ok");
  REQUIRE(response->status == 200);
  REQUIRE(response->body == w.big);
  REQUIRE(w.asked().size() == 3);
  REQUIRE(w.asked()[2].headers.at("if-range") == "\"big-1\"");
  REQUIRE(w.asked()[2].headers.at("range") > "bytes=5");
  REQUIRE(client->bytesReceived() < w.big.size() + 5000);
}

TEST_CASE("an answer of which each attempt brings a part comes whole, however often it is cut", "[platform][http]") {
  HttpWorld w;
  FaultProxy proxy(w.server->port(), std::vector<Fault>(8, Fault{100'000, {}, false}));
  REQUIRE(HttpClient::create(clientOptions(proxy.port())).value()->send(get("/big"))->body == w.big);
  REQUIRE(proxy.connections() == 9);
}

TEST_CASE("an answer that three attempts do not bring on is Offline", "[platform][http]") {
  HttpWorld w;
  const Fault inTheHandshake{500, {}, false};
  FaultProxy proxy(w.server->port(), {Fault{100'000, {}, false}, inTheHandshake, inTheHandshake, inTheHandshake});
  REQUIRE(codeOf(HttpClient::create(clientOptions(proxy.port())).value()->send(get("/big"))) == StatusCode::Offline);
  REQUIRE(proxy.connections() == 4);
}

TEST_CASE("an answer without a tag is not continued, nor is a request that changes something", "[platform][http]") {
  HttpWorld w;
  FaultProxy proxy(w.server->port(), {Fault{300'000, {}, false}, Fault{300'000, {}, false}});
  const auto client = HttpClient::create(clientOptions(proxy.port())).value();
  REQUIRE(codeOf(client->send(get("/untagged"))) == StatusCode::Offline);
  REQUIRE(codeOf(client->send({"POST", "/big", {}, {}, "x"})) == StatusCode::Offline);
  REQUIRE(w.asked().size() == 2);
}

TEST_CASE("a tagged answer that changes while it is fetched is fetched anew", "[platform][http]") {
  const Bytes older(400'000, 'a');
  const Bytes newer(400'000, 'b');
  std::atomic<int> asked = 0;
  const auto server = HttpServer::start(serverOptions(), [&](const HttpRequest&) {
                        const bool first = asked++ == 0;
                        return HttpResponse{200, {{"etag", first ? "\"1\"" : "\"2\""}}, first ? older : newer};
                      }).value();
  FaultProxy proxy(server->port(), {Fault{200'000, {}, false}});
  const Result<HttpResponse> response = HttpClient::create(clientOptions(proxy.port())).value()->send({});
  REQUIRE(response.status().toString() == "Ok");
  REQUIRE(response->body == newer);
  REQUIRE(response->headers.at("etag") == "\"2\"");
}

TEST_CASE("an answer larger than allowed is Invalid", "[platform][http]") {
  HttpWorld w;
  HttpClientOptions options = clientOptions(w.server->port());
  options.maxResponseBytes = w.big.size() - 1;
  const auto client = HttpClient::create(options).value();
  REQUIRE(codeOf(client->send(get("/big"))) == StatusCode::Invalid);
  REQUIRE(client->send({"POST", "/echo", {}, {}, "small"})->body == "small");
  options.maxResponseBytes = w.big.size();
  REQUIRE(HttpClient::create(options).value()->send(get("/big")).ok());
}

TEST_CASE("a request under way is cancelled at once, and no later one begins", "[platform][http]") {
  HttpWorld w;
  FaultProxy proxy(w.server->port(), {Fault{300'000, {}, true}});
  const auto client = HttpClient::create(clientOptions(proxy.port())).value();
  std::thread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    client->cancel();
  });
  REQUIRE(millisUntilOffline(*client, get("/big")) < 700);
  canceller.join();
  REQUIRE(millisUntilOffline(*client, get("/big")) < 100);
  REQUIRE(w.asked().size() == 1);
}
