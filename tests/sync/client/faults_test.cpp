// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"
#include "sync/protocol/body.h"
#include "tests/platform/support/fault_proxy.h"
#include "tests/sync/client/tablet.h"
#include "tests/sync/hub/relay.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <chrono>
#include <thread>

namespace veikart::test {
namespace {

struct FaultWorld {
  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::ResourcePerson);
  Tablet tablet{hub, kari};
  Tablet other{hub, hub.addUser(hub::Role::ResourcePerson)};

  void recovers() {
    tablet.connect(hub.url(), hub.certificate());
    tablet.syncWell();
    other.syncWell();
    REQUIRE(tablet.unsent() == 0);
    REQUIRE(tablet.state() == other.state());
  }
};

StatusCode codeOf(const Result<sync::SyncReport>& report) {
  return report.status().code();
}

TEST_CASE("the hub commits, the reply is lost: the retry leaves one record and nothing unsent",
          "[sync][client][fault]") {
  FaultWorld world;
  world.tablet.write(1, "text", "once");
  Relay relay(world.hub, [](const HttpRequest& request, HttpResponse response) {
    if (request.path == "/v1/push")
      std::this_thread::sleep_for(std::chrono::milliseconds(900));
    return response;
  });
  world.tablet.connect(relay.url(), relay.certificate(), 500);
  REQUIRE(codeOf(world.tablet.sync()) == StatusCode::Offline);
  REQUIRE(world.hub.counts().records == 1);
  REQUIRE(world.tablet.unsent() == 1);

  SECTION("sent again as it was") {
    world.recovers();
    REQUIRE(world.hub.counts().lastNumber == 1);
  }
  SECTION("edited meanwhile") {
    world.tablet.write(1, "text", "twice");
    world.recovers();
    REQUIRE(world.other.read(1, "text") == "twice");
  }
  SECTION("grown too large to be sent meanwhile: the first reading of all brings what the hub has of it") {
    world.tablet.write(1, "more", Bytes(5U * 1024 * 1024, 'x'));
    world.tablet.connect(world.hub.url(), world.hub.certificate());
    world.tablet.syncWell();
    REQUIRE(world.tablet.replica->outboxItems()->front().refusal == "too_large");
  }
  REQUIRE(world.hub.counts().records == 1);
}

TEST_CASE("an edit made during the upload is still unsent after it", "[sync][client][fault]") {
  FaultWorld world;
  world.tablet.write(1, "text", "first");
  std::atomic<bool> pushed = false;
  Relay relay(world.hub, [&](const HttpRequest& request, HttpResponse response) {
    pushed = pushed || request.path == "/v1/push";
    return response;
  });
  world.tablet.connect(relay.url(), relay.certificate());
  bool written = false;
  world.tablet.onVisit = [&](int) {
    // The visit that brings the receipt, before it is applied.
    if (pushed && !std::exchange(written, true)) {
      world.tablet.write(1, "text", "second");
      world.tablet.write(1, "more", "new");
    }
  };
  REQUIRE(world.tablet.sync().ok());
  REQUIRE(written);
  REQUIRE(world.tablet.unsent() == 1);
  REQUIRE(world.tablet.read(1, "text") == "second");
  const sync::Record waiting = world.tablet.replica->outboxItems()->front().local;
  REQUIRE(waiting.fields.at("text").siblings.front().value == "second");
  world.tablet.onVisit = nullptr;
  world.recovers();
  REQUIRE(world.other.read(1, "text") == "second");
  REQUIRE(world.other.read(1, "more") == "new");
}

TEST_CASE("with the hub down the tablet is offline and keeps what it has", "[sync][client][fault]") {
  FaultWorld world;
  world.tablet.write(1, "text", "x");
  world.hub.stop();
  REQUIRE(codeOf(world.tablet.sync()) == StatusCode::Offline);
  REQUIRE(world.tablet.unsent() == 1);
  world.hub.start();
  world.recovers();
}

TEST_CASE("a hub with another certificate is given nothing", "[sync][client][fault]") {
  FaultWorld world;
  world.tablet.write(1, "text", "x");
  const TestHub stranger;
  world.tablet.connect(stranger.url(), world.hub.certificate());
  REQUIRE(codeOf(world.tablet.sync()) == StatusCode::Refused);
  REQUIRE(stranger.counts().records == 0);
  REQUIRE(world.tablet.unsent() == 1);
  world.recovers();
}

TEST_CASE("an upload cut in the middle leaves nothing at the hub", "[sync][client][fault]") {
  FaultWorld world;
  world.tablet.write(1, "text", crypto::randomBytes(500'000));
  FaultProxy proxy(world.hub.port, {Fault{std::nullopt, 100'000, false}});
  world.tablet.connect("https://127.0.0.1:" + std::to_string(proxy.port()), world.hub.certificate());
  REQUIRE(codeOf(world.tablet.sync()) == StatusCode::Offline);
  REQUIRE(world.hub.counts().records == 0);
  REQUIRE(world.tablet.unsent() == 1);
  world.recovers();
}

TEST_CASE("a line that breaks under every large batch carries smaller ones", "[sync][client][fault]") {
  FaultWorld world;
  for (int i = 0; i < 8; ++i)
    world.tablet.write(i, "text", crypto::randomBytes(200'000));
  FaultProxy proxy(world.hub.port, std::vector<Fault>(3, Fault{std::nullopt, 900'000, false}));
  world.tablet.connect("https://127.0.0.1:" + std::to_string(proxy.port()), world.hub.certificate());
  world.tablet.syncWell();
  REQUIRE(proxy.connections() > 1);
  REQUIRE(world.tablet.unsent() == 0);
  REQUIRE(world.hub.counts().records == 8);
}

TEST_CASE("a page cut in the middle is resumed by byte", "[sync][client][fault]") {
  FaultWorld world;
  world.other.write(1, "text", crypto::randomBytes(900'000));
  world.other.syncWell();
  FaultProxy proxy(world.hub.port, {Fault{500'000, std::nullopt, false}});
  world.tablet.connect("https://127.0.0.1:" + std::to_string(proxy.port()), world.hub.certificate());
  world.tablet.syncWell();
  REQUIRE(world.tablet.state() == world.other.state());
  REQUIRE(proxy.connections() == 2);
  REQUIRE(world.tablet.http->bytesReceived() < 1'100'000);
}

TEST_CASE("an answer that is no message is told as damaged, and nothing is taken for sent", "[sync][client][fault]") {
  FaultWorld world;
  world.tablet.write(1, "text", "x");
  const auto spoilt = GENERATE(0, 1, 2, 3);
  Relay relay(world.hub, [&](const HttpRequest&, HttpResponse response) {
    if (spoilt == 0)
      response.body = "garbage";
    if (spoilt == 1)
      response.body.resize(response.body.size() / 2);
    if (spoilt == 2)
      response.headers["content-type"] = "text/html";
    if (spoilt == 3)
      response.body = sync::packBody(sync::wire::PushReply());
    return response;
  });
  world.tablet.connect(relay.url(), relay.certificate());
  REQUIRE(codeOf(world.tablet.sync()) == StatusCode::Corrupt);
  REQUIRE(world.tablet.unsent() == 1);
  world.recovers();
  REQUIRE(world.hub.counts().lastNumber == 1);
}

TEST_CASE("a hub that is overloaded is told as passing, one that does not know the device as lasting",
          "[sync][client][fault]") {
  FaultWorld world;
  world.tablet.write(1, "text", "x");
  Relay busy(world.hub, [](const HttpRequest&, const HttpResponse&) { return HttpResponse{503, {}, {}}; });
  world.tablet.connect(busy.url(), busy.certificate());
  const Result<sync::SyncReport> report = world.tablet.sync();
  REQUIRE(report.status().isTransient());
  world.tablet.connect(world.hub.url(), world.hub.certificate());
  world.tablet.enrolment.deviceToken = "0000";
  const Result<sync::SyncReport> unknown = world.tablet.sync();
  REQUIRE(codeOf(unknown) == StatusCode::Refused);
  REQUIRE_FALSE(unknown.status().isTransient());
  REQUIRE(world.tablet.unsent() == 1);
}

TEST_CASE("the hub restarts in the middle of a session: each confirmed batch stands", "[sync][client][fault]") {
  FaultWorld world;
  for (int i = 0; i < 6; ++i)
    world.tablet.write(i, "text", crypto::randomBytes(900'000));
  const auto at = GENERATE(3, 4, 5, 6, 7);
  world.tablet.onVisit = [&](int visit) {
    if (visit == at)
      world.hub.restart();
  };
  static_cast<void>(world.tablet.sync());
  world.tablet.onVisit = nullptr;
  world.recovers();
  REQUIRE(world.hub.counts().records == 6);
  REQUIRE(world.hub.counts().lastNumber == 6);
}

} // namespace
} // namespace veikart::test
