// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/platform/http/http_world.h"
#include "tests/platform/support/fault_proxy.h"
#include "tests/platform/support/sockets.h"
#include "tests/platform/support/tls_socket.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <thread>

using namespace veikart;
using namespace veikart::test;

namespace {

HttpServerOptions smallBodies(size_t bytes) {
  HttpServerOptions options = serverOptions();
  options.maxBodyBytes = bytes;
  return options;
}

bool comesTrue(const std::function<bool()>& claim) {
  for (int i = 0; i < 1000; ++i) {
    if (claim())
      return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

} // namespace

TEST_CASE("a body larger than allowed is answered 413 and not kept", "[platform][http]") {
  HttpWorld w(smallBodies(100'000));
  const auto statusFor = [&](size_t size) {
    return w.client()->send({"POST", "/echo", {}, {}, Bytes(size, 'x')}).value().status;
  };
  REQUIRE(statusFor(100'000) == 200);
  REQUIRE(statusFor(100'001) == 413);
  REQUIRE(statusFor(199'000) == 413);
  REQUIRE(w.asked().size() == 1);
}

TEST_CASE("a large body of one who is not known is answered 401 and not kept", "[platform][http]") {
  HttpServerOptions options = serverOptions();
  options.strangerBodyBytes = 1000;
  options.isKnown = [](const HttpRequest& request) { return request.headers.contains("authorization"); };
  HttpWorld w(std::move(options));
  const auto statusFor = [&](size_t size, const HttpHeaders& headers) {
    return w.client()->send({"POST", "/echo", {}, headers, Bytes(size, 'x')}).value().status;
  };
  CHECK(statusFor(1000, {}) == 200);
  CHECK(statusFor(1001, {}) == 401);
  CHECK(statusFor(1'000'000, {}) == 401);
  CHECK(statusFor(1'000'000, {{"authorization", "anything"}}) == 200);
  CHECK(w.asked().size() == 2);
}

TEST_CASE("bodies that are too much together are answered 503, and room is made again", "[platform][http]") {
  HttpServerOptions options = serverOptions();
  options.maxBodiesBytes = 150'000;
  HttpWorld w(std::move(options));
  TlsSocket slow(w.server->port());
  REQUIRE(slow.write("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 100001\r\n\r\n"));
  for (int i = 0; i < 10; ++i)
    REQUIRE(slow.write(std::string(10'000, 'x'))); // a TLS record each
  const auto status = [&](size_t size) {
    return w.client()->send({"POST", "/echo", {}, {}, Bytes(size, 'x')}).value().status;
  };
  CHECK(comesTrue([&] { return status(100'000) == 503; }));
  CHECK(w.isWell());
  REQUIRE(slow.write("x"));
  CHECK(slow.read(3000).starts_with("HTTP/1.1 200"));
  CHECK(comesTrue([&] { return status(100'000) == 200; }));
}

TEST_CASE("an announced body that is hopelessly large is refused before it comes", "[platform][http]") {
  HttpWorld w(smallBodies(1000));
  TlsSocket socket(w.server->port());
  REQUIRE(socket.write("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999\r\n\r\n"));
  REQUIRE(socket.read(3000).starts_with("HTTP/1.1 413"));
  REQUIRE(socket.closed());
  REQUIRE(w.isWell());
}

TEST_CASE("a body of unannounced length is cut off when it never ends", "[platform][http]") {
  HttpWorld w(smallBodies(1000));
  TlsSocket socket(w.server->port());
  REQUIRE(socket.write("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"));
  bool written = true;
  for (int i = 0; i < 1000 && written; ++i)
    written = socket.write("100\r\n" + std::string(256, 'x') + "\r\n");
  socket.read(3000);
  REQUIRE(socket.closed());
  REQUIRE(w.asked().empty());
  REQUIRE(w.isWell());
}

TEST_CASE("a request cut off reaches nobody", "[platform][http]") {
  HttpWorld w;
  FaultProxy proxy(w.server->port(), {Fault{{}, 50'000, false}});
  HttpClientOptions options = clientOptions(proxy.port());
  const Result<HttpResponse> response =
      HttpClient::create(options).value()->send({"POST", "/echo", {}, {}, Bytes(100'000, 'x')});
  REQUIRE(response.status().code() == StatusCode::Offline);
  REQUIRE(w.isWell());
  REQUIRE(w.asked().size() == 1);
}

TEST_CASE("bytes that are no TLS do no harm", "[platform][http]") {
  HttpWorld w;
  for (const std::string& garbage : {std::string("GET / HTTP/1.1\r\n\r\n"), std::string(10'000, '\xff'),
                                     std::string("\x16\x03\x01\x40\x00", 5) + std::string(9000, 'x'), std::string()}) {
    const int fd = connectTo(w.server->port());
    REQUIRE(fd >= 0);
    ::send(fd, garbage.data(), garbage.size(), MSG_NOSIGNAL);
    ::close(fd);
  }
  REQUIRE(w.isWell());
}

TEST_CASE("TLS with no HTTP inside does no harm", "[platform][http]") {
  HttpWorld w;
  TlsSocket socket(w.server->port());
  socket.write(std::string(100'000, '\x01'));
  socket.read(2000);
  REQUIRE(w.isWell());
  REQUIRE(w.asked().size() == 1);
}

TEST_CASE("clients that say nothing are shown out and hinder nobody", "[platform][http]") {
  HttpServerOptions options = serverOptions();
  options.idleTimeoutSeconds = 1;
  HttpWorld w(options);
  const int silent = connectTo(w.server->port());
  TlsSocket halfway(w.server->port());
  REQUIRE(halfway.write("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc"));
  REQUIRE(w.isWell());
  halfway.read(5000);
  REQUIRE(halfway.closed());
  pollfd ended = {silent, POLLIN, 0};
  REQUIRE(::poll(&ended, 1, 5000) == 1);
  ::close(silent);
}

TEST_CASE("who opens more connections than an address may have keeps nobody else out", "[platform][http]") {
  HttpServerOptions options = serverOptions();
  options.maxConnections = 40;
  options.maxConnectionsPerAddress = 20;
  HttpWorld w(options);
  std::vector<int> flood;
  for (int i = 0; i < 60; ++i)
    flood.push_back(connectTo(w.server->port(), "127.0.0.9"));
  REQUIRE(w.isWell());
  for (const int fd : flood)
    ::close(fd);
}

TEST_CASE("a request that trickles in is given up after its time", "[platform][http]") {
  HttpServerOptions options = serverOptions();
  options.idleTimeoutSeconds = 1;
  options.requestTimeoutSeconds = 1;
  HttpWorld w(options);
  TlsSocket socket(w.server->port());
  size_t alreadyAsked = 0;
  SECTION("in its head") {
    REQUIRE(socket.write("POST /echo HTTP/1.1\r\nX-Long: "));
  }
  SECTION("in its body") {
    REQUIRE(socket.write("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n"));
  }
  SECTION("after a request that was answered") {
    REQUIRE(socket.write("GET /echo HTTP/1.1\r\nHost: h\r\n\r\n"));
    REQUIRE(socket.read(200).starts_with("HTTP/1.1 200"));
    alreadyAsked = 1;
  }
  for (int i = 0; i < 50 && !socket.closed(); ++i) {
    socket.write("x");
    socket.read(100);
  }
  REQUIRE(socket.closed());
  REQUIRE(w.asked().size() == alreadyAsked);
  REQUIRE(w.isWell());
}

TEST_CASE("a port taken is Busy, a certificate that is none Invalid, an address that is none Invalid",
          "[platform][http]") {
  const HttpWorld w;
  const auto startCode = [](HttpServerOptions options) {
    return HttpServer::start(std::move(options), [](const HttpRequest&) { return HttpResponse{}; }).status().code();
  };
  HttpServerOptions options = serverOptions();
  options.port = w.server->port();
  REQUIRE(startCode(options) == StatusCode::Busy);
  options = serverOptions();
  options.certificatePem = "none";
  REQUIRE(startCode(options) == StatusCode::Invalid);
  options = serverOptions();
  options.privateKeyPem = makeSelfSignedCertificate({"localhost"})->privateKeyPem;
  REQUIRE(startCode(options) == StatusCode::Invalid);
  options = serverOptions();
  options.address = "everywhere";
  REQUIRE(startCode(options) == StatusCode::Invalid);
}

TEST_CASE("requests under way are finished before the server is gone", "[platform][http]") {
  std::promise<void> entered;
  auto server = HttpServer::start(serverOptions(), [&](const HttpRequest&) {
                  entered.set_value();
                  std::this_thread::sleep_for(std::chrono::milliseconds(300));
                  return HttpResponse{200, {}, Bytes(500'000, 'x')};
                }).value();
  const auto client = HttpClient::create(clientOptions(server->port())).value();
  auto response = std::async(std::launch::async, [&] { return client->send({}); });
  entered.get_future().wait();
  server.reset();
  const Result<HttpResponse> got = response.get();
  REQUIRE(got.status().toString() == "Ok");
  REQUIRE(got->body.size() == 500'000);
}

TEST_CASE("many clients at once all get their own answer", "[platform][http]") {
  HttpWorld w;
  std::vector<std::future<bool>> clients;
  for (int i = 0; i < 16; ++i)
    clients.push_back(std::async(std::launch::async, [&w, i] {
      const auto client = w.client();
      for (int round = 0; round < 5; ++round) {
        const Bytes body = "client " + std::to_string(i) + " round " + std::to_string(round);
        const Result<HttpResponse> response = client->send({"POST", "/echo", {}, {}, body});
        if (!response.ok() || response->body != body)
          return false;
      }
      return true;
    }));
  for (std::future<bool>& client : clients)
    REQUIRE(client.get());
}

TEST_CASE("a request that waits takes no thread, and is answered after news or when its time is over",
          "[platform][http]") {
  HttpServerOptions options = serverOptions();
  options.longestWaitSeconds = 1;
  std::atomic<int> asked = 0;
  const auto server = HttpServer::start(options, [&](const HttpRequest& request, HttpWait& wait) {
    if (request.path == "/news") {
      wait.isNews = true;
      return std::optional(HttpResponse{200, {}, "told"});
    }
    ++asked;
    const bool isTold = ++wait.memo > 1 && wait.mayGoOn;
    return isTold || !wait.mayGoOn ? std::optional(HttpResponse{200, {}, isTold ? "news" : "nothing"}) : std::nullopt;
  });
  REQUIRE(server.ok());
  const auto ask = [&](const std::string& path) {
    HttpRequest request;
    request.path = path;
    return HttpClient::create(clientOptions((*server)->port())).value()->send(request).value().body;
  };
  std::vector<std::future<Bytes>> waiting;
  for (int i = 0; i < 8; ++i) // more than there are threads
    waiting.push_back(std::async(std::launch::async, ask, "/wait"));
  while (asked < 8)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  CHECK(ask("/news") == "told");
  for (std::future<Bytes>& each : waiting)
    CHECK(each.get() == "news");
  CHECK(ask("/wait") == "nothing");
}
