// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/protocol/tuning.h"
#include "sync/record/case_keys.h"
#include "tests/sync/hub/device.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace veikart::test {
namespace {

using hub::Role;

constexpr const char* kReason = "Ringte fra legevakten. Kari er på ferie.";

// Kari has a case, which is known by two keys; Jonas has not.
struct World {
  TestHub hub;
  Uuid jonasId = hub.addUser(Role::Counsellor);
  Uuid kariId = hub.addUser(Role::Counsellor);
  Device kari{hub, kariId};
  Device jonas{hub, jonasId};
  sync::ScopeId scope = caseScope(1);
  sync::CaseKey number = sync::caseKey(hub.office, "number", "01810012345");
  sync::CaseKey name = sync::caseKey(hub.office, "name", "amina hassan|1992-03-04");

  World() {
    REQUIRE(kari.pushOne(kari.makeFounding(scope, kariId)) == "APPLIED");
    REQUIRE(kari.pushOne(kari.make(1, scope)) == "APPLIED");
    REQUIRE(kari.pushOne(keys(kari, {number, name})) == "APPLIED");
  }
  sync::Record keys(Device& author, const std::vector<sync::CaseKey>& all) const {
    sync::Record record{sync::caseKeysId(scope), std::string(sync::kCaseKeysType), scope, {}, false};
    author.write(record, std::string(sync::kCaseKeysField), sync::caseKeysValue(all));
    return record;
  }
  static Result<sync::wire::EmergencyReply> ask(Device& device, const std::vector<sync::CaseKey>& keys,
                                                const std::string& reason = kReason) {
    sync::wire::EmergencyRequest request;
    request.set_protocol(sync::tuning::kProtocolVersion);
    for (const sync::CaseKey& key : keys)
      request.add_key(key.data(), key.size());
    request.set_reason(reason);
    return device.link.openInEmergency(request);
  }
  bool reads(Device& device) const {
    return std::ranges::any_of(device.pullAll(), [&](const sync::Record& record) { return record.scope == scope; });
  }
  std::vector<sync::Record> emergencies(Device& device) const {
    std::vector<sync::Record> grants = device.pullAll();
    std::erase_if(grants, [](const sync::Record& record) {
      return record.type != sync::kGrantType || !record.fields.contains("reason");
    });
    return grants;
  }
};

} // namespace

TEST_CASE("a colleague's case is opened in an emergency, for a day", "[sync][hub][emergency]") {
  World world;
  REQUIRE_FALSE(world.reads(world.jonas));
  const sync::wire::EmergencyReply reply = World::ask(world.jonas, {world.name}).value();
  REQUIRE(reply.found_size() == 1);
  CHECK(reply.found(0) == Bytes(world.scope.id.view()));
  CHECK(world.reads(world.jonas));
  CHECK(world.jonas.pushOne(world.jonas.make(5, world.scope)) == "APPLIED");
  CHECK(world.jonas.pushOne(world.jonas.makeGrant(6, world.scope, world.jonasId)) == "REFUSED no_access");

  world.hub.clock.advance(sync::tuning::kEmergencyMillis - 1000);
  CHECK(world.reads(world.jonas));
  world.hub.clock.advance(2000);
  CHECK_FALSE(world.reads(world.jonas));
  CHECK(world.jonas.changesIn(world.scope).record_size() == 0);
}

TEST_CASE("whoever has the case and every supervisor is told who opened it, and why", "[sync][hub][emergency]") {
  World world;
  Device randi(world.hub, world.hub.addUser(Role::Supervisor));
  REQUIRE(World::ask(world.jonas, {world.number}).ok());
  for (Device* device : {&world.kari, &randi}) {
    const std::vector<sync::Record> grants = world.emergencies(*device);
    REQUIRE(grants.size() == 1);
    const auto valueOf = [&](const char* field) { return grants.front().fields.at(field).siblings.front().value; };
    CHECK(valueOf("user") == cborText(world.jonasId.toString()));
    CHECK(valueOf("reason").ends_with(kReason));
    CHECK(valueOf("role") == cborText("emergency"));
  }
  CHECK(world.kari.pushOne(world.kari.makeEnd(9, world.emergencies(world.kari).front())) == "APPLIED");
  CHECK_FALSE(world.reads(world.jonas));
}

TEST_CASE("an emergency opens nothing twice, nor what somebody has", "[sync][hub][emergency]") {
  World world;
  for (int i = 0; i < 3; ++i)
    REQUIRE(World::ask(world.jonas, {world.number, world.name}).value().found_size() == 1);
  REQUIRE(World::ask(world.kari, {world.number}).value().found_size() == 1);
  CHECK(world.emergencies(world.kari).size() == 1);
}

TEST_CASE("a restricted case, an unknown one and another office's are not found, and answered alike",
          "[sync][hub][emergency]") {
  World world;
  const sync::CaseKey unknown = sync::caseKey(world.hub.office, "number", "02820012345");
  const sync::CaseKey elsewhere = sync::caseKey(world.kariId, "number", "01810012345");
  const sync::wire::EmergencyReply none = World::ask(world.jonas, {unknown, elsewhere}).value();
  CHECK(none.found_size() == 0);
  REQUIRE(world.kari.pushOne(world.kari.make(3, world.scope, {"level"}, "restriction")) == "APPLIED");
  const sync::wire::EmergencyReply restricted = World::ask(world.jonas, {world.number}).value();
  CHECK(restricted.SerializeAsString() == none.SerializeAsString());
  CHECK_FALSE(world.reads(world.jonas));
  CHECK(world.emergencies(world.kari).empty());
}

TEST_CASE("what a case is no longer known by does not find it, and what two wrote at once does, either way",
          "[sync][hub][emergency]") {
  World world;
  const sync::CaseKey other = sync::caseKey(world.hub.office, "name", "amina hassan|1993-03-04");
  REQUIRE(world.kari.pushOne(world.keys(world.kari, {other})) == "APPLIED");
  CHECK(World::ask(world.jonas, {world.number}).value().found_size() == 0);
  Device kariElsewhere(world.hub, world.kariId);
  REQUIRE(kariElsewhere.pushOne(world.keys(kariElsewhere, {world.number})) == "MERGED");
  CHECK(World::ask(world.jonas, {world.number}).value().found_size() == 1);
  CHECK(World::ask(world.jonas, {other}).value().found_size() == 1);
}

TEST_CASE("only roles with clients have emergencies", "[sync][hub][emergency]") {
  World world;
  for (const Role role : {Role::Administrator, Role::Partner}) {
    Device device(world.hub, world.hub.addUser(role));
    CHECK(World::ask(device, {world.number}).status().code() == StatusCode::Refused);
  }
  Device resource(world.hub, world.hub.addUser(Role::ResourcePerson));
  CHECK(World::ask(resource, {world.number}).value().found_size() == 1);
  CHECK(world.emergencies(world.kari).size() == 1);
}

TEST_CASE("nobody opens a case without a reason, or with as many guesses as he likes", "[sync][hub][emergency]") {
  World world;
  CHECK(World::ask(world.jonas, {world.number}, "").status().code() == StatusCode::Internal);
  CHECK(World::ask(world.jonas, {world.number}, "Haster").status().code() == StatusCode::Internal);
  CHECK(World::ask(world.jonas, {world.number}, std::string(1001, 'a')).status().code() == StatusCode::Internal);
  CHECK(World::ask(world.jonas, {}).status().code() == StatusCode::Internal);
  CHECK(World::ask(world.jonas, std::vector<sync::CaseKey>(9, world.number)).status().code() == StatusCode::Internal);
  CHECK_FALSE(world.reads(world.jonas));
}

TEST_CASE("nobody makes an emergency of his longer, also after the hub was started again",
          "[sync][hub][emergency][restore]") {
  World world;
  REQUIRE(World::ask(world.jonas, {world.number}).ok());
  sync::Record longer = world.emergencies(world.kari).front();
  world.hub.restart();
  CHECK(world.reads(world.jonas));
  sync::write(longer, "until", cborMoment(kStartMillis + 10 * sync::tuning::kEmergencyMillis),
              {world.jonas.replica, ++world.jonas.counter}, sync::Stamp::fromMillis(kStartMillis));
  CHECK(world.jonas.pushOne(longer) == "REFUSED no_access");
}

} // namespace veikart::test
