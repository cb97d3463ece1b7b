// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/hub/device.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {
namespace {

struct AccessWorld {
  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::Counsellor);
  Uuid ola = hub.addUser(hub::Role::Counsellor);
  Device creator{hub, kari};
  Device colleague{hub, ola};
  Device supervisor{hub, hub.addUser(hub::Role::Supervisor)};
};

TEST_CASE("a case is its creator's and the supervisor's until it is shared", "[sync][hub][access]") {
  AccessWorld world;
  const sync::Record founding = world.creator.makeFounding(caseScope(1), world.kari);
  const sync::Record note = world.creator.make(1, caseScope(1));
  REQUIRE(world.creator.pushOne(founding) == "APPLIED");
  REQUIRE(world.creator.pushOne(note) == "APPLIED");
  REQUIRE(world.creator.pullAll() == std::vector{founding, note});
  REQUIRE(world.supervisor.pullAll() == std::vector{founding, note});
  REQUIRE(world.colleague.pullAll().empty());
  REQUIRE(world.colleague.pushOne(world.colleague.make(2, caseScope(1))) == "REFUSED no_access");
  REQUIRE(world.colleague.pushOne(world.colleague.makeGrant(3, caseScope(1), world.ola)) == "REFUSED no_access");
}

TEST_CASE("a case begins with its founding grant alone, whoever comes first", "[sync][hub][access]") {
  AccessWorld world;
  for (Device* device : {&world.creator, &world.supervisor}) {
    CHECK(device->pushOne(device->make(1, caseScope(1))) == "REFUSED no_access");
    CHECK(device->pushOne(device->makeGrant(2, caseScope(1), world.kari)) == "REFUSED no_access");
  }
  const sync::Record founding = world.creator.makeFounding(caseScope(1), world.kari);
  CHECK(world.colleague.pushOne(founding) == "REFUSED foreign_replica"); // after its author alone
  REQUIRE(world.creator.pushOne(founding) == "APPLIED");
  REQUIRE(world.creator.pushOne(world.creator.make(1, caseScope(1))) == "APPLIED");
}

TEST_CASE("a grant opens the case to the user it names, and the creator keeps it", "[sync][hub][access]") {
  AccessWorld world;
  REQUIRE(world.creator.pushOne(world.creator.makeFounding(caseScope(1), world.kari)) == "APPLIED");
  REQUIRE(world.creator.pushOne(world.creator.makeGrant(1, caseScope(1), world.ola)) == "APPLIED");
  REQUIRE(world.creator.pushOne(world.creator.make(2, caseScope(1))) == "APPLIED");
  REQUIRE(world.colleague.pullAll().size() == 3);
  REQUIRE(world.colleague.pushOne(world.colleague.make(3, caseScope(1))) == "APPLIED");
  REQUIRE(world.creator.pullAll().size() == 4);
}

TEST_CASE("a supervisor who makes a case and grants it hands it over", "[sync][hub][access]") {
  AccessWorld world;
  REQUIRE(world.supervisor.pushOne(world.supervisor.makeFounding(caseScope(1), world.ola)) == "APPLIED");
  REQUIRE(world.colleague.pullAll().size() == 1);
  REQUIRE(world.creator.pullAll().empty());
}

TEST_CASE("a staff scope is its user's, a KVP file opens by grants alone", "[sync][hub][access]") {
  AccessWorld world;
  const sync::ScopeId staff{sync::ScopeKind::Staff, world.kari};
  const sync::ScopeId kvp{sync::ScopeKind::KvpFile, caseScope(1).id};
  REQUIRE(world.colleague.pushOne(world.colleague.make(1, staff)) == "REFUSED no_access");
  REQUIRE(world.creator.pushOne(world.creator.make(1, staff)) == "APPLIED");
  REQUIRE(world.creator.pushOne(world.creator.makeFounding(kvp, world.kari)) == "APPLIED");
  REQUIRE(world.supervisor.pullAll().size() == 1);
  REQUIRE(world.colleague.pullAll().empty());
  REQUIRE(world.creator.pushOne(world.creator.makeGrant(3, kvp, world.ola)) == "APPLIED");
  REQUIRE(world.colleague.pullAll().size() == 2);
}

TEST_CASE("the digest of the last page sums what the user sees and no more", "[sync][hub][access]") {
  AccessWorld world;
  const sync::Record shared = world.creator.make(1, officeScope(world.hub));
  const sync::Record hidden = world.creator.makeFounding(caseScope(1), world.kari);
  REQUIRE(world.creator.push({shared, hidden}).ok());
  sync::Digest seen;
  seen.add(sync::encode(shared));
  REQUIRE(world.colleague.changes().digest() == seen.view());
  seen.add(sync::encode(hidden));
  REQUIRE(world.supervisor.changes().digest() == seen.view());
}

} // namespace
} // namespace veikart::test
