// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/hub/device.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {
namespace {

struct FeedWorld {
  TestHub hub;
  Device device{hub, hub.addUser(hub::Role::Counsellor)};
  Device other{hub, hub.addUser(hub::Role::Counsellor)};
  sync::ScopeId office = officeScope(hub);
};

TEST_CASE("a replica is not sent its own writes unless it asks for everything", "[sync][hub][feed]") {
  FeedWorld world;
  const Bytes start = world.device.changes().cursor();
  REQUIRE(world.device.pushOne(world.device.make(1, world.office)) == "APPLIED");
  REQUIRE(world.device.changes(start).record_size() == 0);
  REQUIRE(world.device.changes().record_size() == 0);
  REQUIRE(world.device.changes({}, true).record_size() == 1);
  REQUIRE(world.other.changes(start).record_size() == 1);
}

TEST_CASE("a cursor stands still while nothing happens and passes what is not shown", "[sync][hub][feed]") {
  FeedWorld world;
  const Bytes start = world.other.changes().cursor();
  REQUIRE(world.other.changes(start).cursor() == start);
  REQUIRE(world.device.pushOne(world.device.makeFounding(caseScope(1), world.device.enrolment.userId)) == "APPLIED");
  const sync::wire::ChangesReply page = world.other.changes(start);
  REQUIRE(page.record_size() == 0);
  REQUIRE(page.cursor() != start);
}

TEST_CASE("another's write under one's own reaches a reader whose pull took several pages", "[sync][hub][feed]") {
  FeedWorld world;
  const Bytes start = world.device.changes().cursor();
  REQUIRE(world.other.pushOne(world.other.make(1, world.office)) == "APPLIED");
  for (int i = 2; i < 6; ++i) {
    sync::Record large = world.other.make(i, world.office);
    world.other.write(large, "text", crypto::randomBytes(1'000'000));
    REQUIRE(world.other.pushOne(large) == "APPLIED");
  }
  // Last in the feed, by this very device, over a write of the other's that it has not seen.
  REQUIRE(world.device.pushOne(world.device.make(1, world.office)) == "MERGED");

  std::vector<sync::RecordId> arrived;
  Bytes cursor = start;
  int pages = 0;
  for (bool more = true; more; ++pages) {
    const sync::wire::ChangesReply page = world.device.changes(cursor);
    for (const Bytes& bytes : page.record())
      arrived.push_back(sync::decode(bytes)->id);
    cursor = page.cursor();
    more = page.more();
  }
  REQUIRE(pages > 1);
  REQUIRE(arrived == std::vector{recordId(2), recordId(3), recordId(4), recordId(5), recordId(1)});
}

TEST_CASE("a cursor of another history is answered as rewound", "[sync][hub][feed]") {
  FeedWorld world;
  REQUIRE(world.device.pushOne(world.device.make(1, world.office)) == "APPLIED");
  const Bytes cursor = world.device.changes().cursor();
  Bytes otherEpoch = cursor;
  otherEpoch[0] = static_cast<char>(otherEpoch[0] + 1);
  Bytes otherTag = cursor;
  otherTag.back() = static_cast<char>(otherTag.back() + 1);
  Bytes future = cursor;
  future[15] = static_cast<char>(future[15] + 1);
  for (const Bytes& unknown : {otherEpoch, otherTag, future, Bytes("nonsense")}) {
    REQUIRE(world.device.changes(unknown).rewound());
    world.device.cursor = unknown;
    REQUIRE(world.device.push({world.device.make(2, world.office)})->rewound());
  }
  REQUIRE(world.hub.counts().records == 1);
  REQUIRE_FALSE(world.device.changes(cursor).rewound());
}

TEST_CASE("a large page may be resumed by byte", "[sync][hub][feed]") {
  FeedWorld world;
  sync::Record large = world.other.make(1, world.office);
  world.other.write(large, "text", crypto::randomBytes(300'000));
  REQUIRE(world.other.pushOne(large) == "APPLIED");
  HttpRequest request;
  request.path = "/v1/changes";
  request.query = {{"replica", world.device.replica.toString()}, {"protocol", "1"}};
  request.headers["authorization"] = "Bearer " + world.device.enrolment.deviceToken;
  const Result<HttpResponse> whole = world.device.http->send(request);
  REQUIRE(whole.ok());
  request.headers["range"] = "bytes=100000-";
  request.headers["if-range"] = whole->headers.at("etag");
  world.hub.clock.advance(1000); // the body must not depend on the time
  const Result<HttpResponse> rest = world.device.http->send(request);
  REQUIRE(rest.ok());
  REQUIRE(rest->status == 206);
  REQUIRE(rest->body == whole->body.substr(100'000));
}

} // namespace
} // namespace veikart::test
