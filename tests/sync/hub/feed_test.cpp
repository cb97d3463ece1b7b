// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"
#include "sync/protocol/body.h"
#include "sync/protocol/tuning.h"
#include "sync/record/attachment.h"
#include "tests/sync/hub/device.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

namespace veikart::test {
namespace {

struct FeedWorld {
  TestHub hub;
  Device device{hub, hub.addUser(hub::Role::ResourcePerson)};
  Device other{hub, hub.addUser(hub::Role::ResourcePerson)};
  sync::ScopeId office = officeScope(hub);
};

TEST_CASE("a replica is not sent its own writes unless it asks for their scope", "[sync][hub][feed]") {
  FeedWorld world;
  const Bytes start = world.device.changes().cursor();
  REQUIRE(world.device.pushOne(world.device.make(1, world.office)) == "APPLIED");
  REQUIRE(world.device.changes(start).record_size() == 0);
  REQUIRE(world.device.changes().record_size() == 0);
  REQUIRE(world.device.changesIn(world.office).record_size() == 1);
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

TEST_CASE("a cursor of another history is answered like a store that the hub does not know", "[sync][hub][feed]") {
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
    REQUIRE(world.device.tryChanges(unknown).status().code() == StatusCode::Conflict);
    world.device.cursor = unknown;
    REQUIRE(world.device.push({world.device.make(2, world.office)}).status().code() == StatusCode::Conflict);
  }
  REQUIRE(world.hub.counts().records == 1);
  REQUIRE(world.device.tryChanges(cursor).ok());
}

TEST_CASE("a scope can be read by itself, page by page, and ends with its own digest", "[sync][hub][feed]") {
  FeedWorld world;
  const sync::ScopeId scope = caseScope(1);
  std::vector<sync::Record> records = {world.device.makeFounding(scope, world.device.enrolment.userId)};
  for (int i = 1; i < 6; ++i) {
    records.push_back(world.device.make(i, scope));
    world.device.write(records.back(), "text", crypto::randomBytes(600'000));
  }
  for (const sync::Record& record : records) {
    REQUIRE(world.device.pushOne(record) == "APPLIED");
    REQUIRE(world.other.pushOne(world.other.make(90 + static_cast<int>(&record - records.data()), world.office)) ==
            "APPLIED");
  }
  world.device.write(records[1], "text", crypto::randomBytes(600'000));
  REQUIRE(world.device.pushOne(records[1]) == "APPLIED");
  std::rotate(records.begin() + 1, records.begin() + 2, records.end()); // its change is the last one now
  std::vector<sync::Record> arrived;
  sync::Digest expected;
  Bytes cursor;
  uint64_t ahead = records.size();
  for (bool more = true; more;) {
    const sync::wire::ChangesReply page = world.device.changesIn(scope, cursor);
    for (const Bytes& bytes : page.record()) {
      arrived.push_back(sync::decode(bytes).value());
      expected.add(bytes);
    }
    REQUIRE(page.ahead() == ahead - static_cast<uint64_t>(page.record_size()));
    ahead = page.ahead();
    cursor = page.cursor();
    more = page.more();
    REQUIRE((more || page.digest() == expected.view()));
  }
  REQUIRE(arrived == records);
  REQUIRE(world.other.changesIn(scope).record_size() == 0);
}

TEST_CASE("who has what a record was is sent what has changed of it, and nobody else", "[sync][hub][feed]") {
  FeedWorld world;
  sync::Record record = world.device.make(1, world.office, {"a", "b", "c", "d"});
  world.device.write(record, "long", Bytes(1000, 'x'));
  REQUIRE(world.device.pushOne(record) == "APPLIED");
  const Bytes before = world.other.changes().cursor();
  world.device.write(record, "b", "changed");
  REQUIRE(world.device.pushOne(record) == "APPLIED");
  const sync::wire::ChangesReply page = world.other.changes(before);
  REQUIRE(page.record_size() == 0);
  REQUIRE(page.part_size() == 1);
  CHECK(sync::decode(page.part(0)).value() == sync::slice(record, {"b"}));
  CHECK(world.other.changes().record_size() == 1); // from the start
  CHECK(world.other.changesIn(world.office).part_size() == 0);

  const Bytes between = page.cursor();
  sync::Record twice = world.device.make(1, world.office, {});
  sync::Record once = twice;
  world.device.write(once, "c", "changed");
  world.device.write(twice, "d", "changed");
  REQUIRE(world.device.push({once, twice}).ok()); // one change
  REQUIRE(sync::joinInto(record, once).ok());
  REQUIRE(sync::joinInto(record, twice).ok());
  REQUIRE(world.other.changes(between).part_size() == 1);
  CHECK(sync::decode(world.other.changes(between).part(0)).value() == sync::slice(record, {"c", "d"}));
  CHECK(world.other.changes(before).part_size() == 0); // the part would not say all
  CHECK(sync::decode(world.other.changes(before).record(0)).value() == record);
}

TEST_CASE("a reader in the middle of a pull is sent whole what changed before it began", "[sync][hub][feed]") {
  FeedWorld world;
  sync::Record record = world.device.make(1, world.office, {"a", "b", "c", "d"});
  world.device.write(record, "long", Bytes(1000, 'x'));
  REQUIRE(world.device.pushOne(record) == "APPLIED");
  for (int i = 2; i < 7; ++i) {
    sync::Record large = world.device.make(i, world.office, {});
    world.device.write(large, "text", crypto::randomBytes(600'000));
    REQUIRE(world.device.pushOne(large) == "APPLIED");
  }
  world.device.write(record, "b", "changed");
  REQUIRE(world.device.pushOne(record) == "APPLIED");
  sync::wire::ChangesReply page = world.other.changes();
  REQUIRE(page.more());
  while (page.more())
    page = world.other.changes(page.cursor());
  REQUIRE(page.part_size() == 0);
  REQUIRE(sync::decode(page.record(page.record_size() - 1)).value() == record);
}

TEST_CASE("an app that knows of no parts is sent whole records", "[sync][hub][feed]") {
  FeedWorld world;
  sync::Record record = world.device.make(1, world.office, {"a", "b", "c", "d"});
  world.device.write(record, "long", Bytes(1000, 'x'));
  REQUIRE(world.device.pushOne(record) == "APPLIED");
  HttpRequest request;
  request.path = "/v1/changes";
  request.headers["authorization"] = "Bearer " + world.other.enrolment.deviceToken;
  request.query = {{"protocol", "1"},
                   {"replica", world.other.replica.toString()},
                   {"cursor", toHex(world.other.changes().cursor())},
                   {"current", toHex(world.other.token)}};
  world.device.write(record, "b", "changed");
  REQUIRE(world.device.pushOne(record) == "APPLIED");
  sync::wire::ChangesReply page;
  REQUIRE(sync::unpackBody(world.other.http->send(request)->body, page).ok());
  REQUIRE(page.part_size() == 0);
  REQUIRE(sync::decode(page.record(0)).value() == record);
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

sync::ContentId content(int number) {
  return sync::ContentId::of("content " + std::to_string(number));
}

sync::Record attachment(Device& device, int number, const sync::ScopeId& scope) {
  sync::Record record = device.make(number, scope, {}, "attachment");
  device.write(record, "content", content(number).toBytes());
  return record;
}

std::set<Bytes> missing(const sync::wire::ChangesReply& page) {
  std::set<Bytes> names;
  for (const sync::wire::MissingContent& each : page.missing())
    names.insert(each.content());
  return names;
}

TEST_CASE("many contents that are missing are asked for in turn", "[sync][hub][feed]") {
  FeedWorld world;
  constexpr int kMissing = 3 * sync::tuning::kMaxMissingContents;
  std::vector<sync::Record> records;
  for (int i = 1; i <= kMissing; ++i)
    records.push_back(attachment(world.device, i, world.office));
  REQUIRE(world.device.push(records).ok());
  std::set<Bytes> named;
  for (int pull = 0; pull < kMissing; ++pull) {
    world.hub.clock.advance(7);
    const std::set<Bytes> now = missing(world.device.changes());
    REQUIRE(now.size() == sync::tuning::kMaxMissingContents);
    named.insert(now.begin(), now.end());
  }
  REQUIRE(named.size() == kMissing);
  const sync::wire::ChangesReply idle = world.device.changes(world.device.changes().cursor());
  REQUIRE(idle.missing_size() == sync::tuning::kMaxMissingWhenIdle);
  REQUIRE(idle.ByteSizeLong() < 500);
}

TEST_CASE("nobody is asked for what no record names any more, nor for more of one record than anyone attaches",
          "[sync][hub][feed]") {
  FeedWorld world;
  sync::Record replaced = attachment(world.device, 1, world.office);
  sync::Record shared = attachment(world.device, 2, world.office);
  REQUIRE(world.device.push({replaced, shared}).ok());
  sync::Record alike = attachment(world.device, 3, world.office);
  world.device.write(alike, "content", content(2).toBytes());
  world.device.write(replaced, "content", content(4).toBytes());
  REQUIRE(world.device.push({alike, replaced}).ok());
  world.device.write(shared, "content", content(5).toBytes());
  REQUIRE(world.device.pushOne(shared) == "APPLIED");
  REQUIRE(missing(world.device.changes()) ==
          std::set<Bytes>{content(2).toBytes(), content(4).toBytes(), content(5).toBytes()});

  sync::Record disputed = attachment(world.device, 6, world.office);
  for (size_t i = 0; i < sync::tuning::kMaxMissingOfRecord + 4; ++i) {
    sync::Record version = disputed;
    version.fields.clear();
    const sync::Dot dot{Uuid::makeV7(world.hub.clock), 1};
    sync::write(version, "content", content(100 + static_cast<int>(i)).toBytes(), dot, sync::Stamp::fromMillis(0));
    REQUIRE(sync::joinInto(disputed, version).ok());
  }
  REQUIRE(world.device.pushOne(disputed) == "APPLIED");
  REQUIRE(missing(world.device.changes()).size() == 3 + sync::tuning::kMaxMissingOfRecord);
}

} // namespace
} // namespace veikart::test
