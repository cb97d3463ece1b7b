// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/protocol/body.h"
#include "sync/protocol/tuning.h"
#include "tests/sync/hub/device.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {
namespace {

struct RequestWorld {
  TestHub hub;
  Device device{hub, hub.addUser(hub::Role::ResourcePerson)};

  HttpRequest push(Bytes body) const {
    HttpRequest request;
    request.method = "POST";
    request.path = "/v1/push";
    request.headers["authorization"] = "Bearer " + device.enrolment.deviceToken;
    request.headers["content-type"] = sync::kBodyType;
    request.body = std::move(body);
    return request;
  }

  int statusOf(const HttpRequest& request) const {
    const Result<HttpResponse> response = device.http->send(request);
    REQUIRE(response.status().toString() == Status().toString());
    return response->status;
  }

  bool stillServes() { return device.pushOne(device.make(1, officeScope(hub))) == "APPLIED"; }
};

TEST_CASE("whatever a body holds, the hub says what is wrong and serves on", "[sync][hub][requests]") {
  RequestWorld world;
  REQUIRE(world.statusOf(world.push("this is no message")) == 400);
  REQUIRE(world.statusOf(world.push({})) == 400);
  REQUIRE(world.statusOf(world.push(crypto::randomBytes(20'000'000))) == 413);
  REQUIRE(world.statusOf(world.push(Bytes(1000, '\0'))) == 400);
  sync::wire::PushRequest withoutReplica;
  withoutReplica.set_protocol(sync::tuning::kProtocolVersion);
  REQUIRE(world.statusOf(world.push(sync::packBody(withoutReplica))) == 400);
  REQUIRE(world.stillServes());
}

TEST_CASE("an address, a method or a parameter that is not there is told apart from a failure",
          "[sync][hub][requests]") {
  RequestWorld world;
  HttpRequest request = world.push({});
  request.path = "/v2/push";
  REQUIRE(world.statusOf(request) == 404);
  request.path = "/v1/changes";
  REQUIRE(world.statusOf(request) == 404);
  request.method = "GET";
  request.query = {{"protocol", "1"}};
  REQUIRE(world.statusOf(request) == 400);
  request.query = {{"protocol", "1"}, {"replica", world.device.replica.toString()}, {"cursor", "xyz"}};
  REQUIRE(world.statusOf(request) == 400);
  REQUIRE(world.stillServes());
}

TEST_CASE("who must update is said in the answer", "[sync][hub][requests]") {
  RequestWorld world;
  sync::wire::PushRequest request;
  request.set_replica_id(Bytes(world.device.replica.view()));
  REQUIRE(world.device.link.push(request).status().code() == StatusCode::TooNew);
  request.set_protocol(sync::tuning::kProtocolVersion + 1);
  REQUIRE(world.device.link.push(request).status().code() == StatusCode::Refused);
}

TEST_CASE("without a known token nothing is told", "[sync][hub][requests]") {
  RequestWorld world;
  for (const char* header : {"", "Bearer ", "Bearer 0000", "Basic abc"}) {
    HttpRequest request = world.push({});
    request.headers["authorization"] = header;
    REQUIRE(world.statusOf(request) == 401);
  }
  HttpRequest request = world.push({});
  request.headers.erase("authorization");
  REQUIRE(world.statusOf(request) == 401);
}

TEST_CASE("every answer tells the hub's time", "[sync][hub][requests]") {
  RequestWorld world;
  world.hub.clock.advance(90'000);
  FakeClock device(kStartMillis);
  sync::HubLink link(*world.device.http, world.device.enrolment.deviceToken, device);
  REQUIRE(link.changes({world.device.replica, {}, {}, {}}).ok());
  REQUIRE(link.hubOffsetMillis() == 90'000);
}

TEST_CASE("the log names no person, no token and no value", "[sync][hub][requests]") {
  RequestWorld world;
  sync::Record record = world.device.make(1, officeScope(world.hub));
  world.device.write(record, "text", "a sentence about somebody");
  REQUIRE(world.device.pushOne(record) == "APPLIED");
  HttpRequest forged = world.push({});
  forged.path = "/v1/x%0Atime=0%20level=alarm";
  world.statusOf(forged);
  world.hub.stop();
  const std::string log = world.hub.logged();
  REQUIRE(log.find("event=push") != std::string::npos);
  for (const std::string& secret :
       {std::string("Kari"), std::string("Moen"), std::string("somebody"), world.device.enrolment.deviceToken})
    REQUIRE(log.find(secret) == std::string::npos);
  REQUIRE(log.find("path=/v1/x_time_0_level_alarm") != std::string::npos);
}

} // namespace
} // namespace veikart::test
