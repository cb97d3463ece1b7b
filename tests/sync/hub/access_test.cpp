// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/ledger.h"
#include "sync/record/late_write.h"
#include "tests/sync/hub/device.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

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

TEST_CASE("a grant opens the case to the user it names beside those who have it", "[sync][hub][access]") {
  AccessWorld world;
  REQUIRE(world.creator.pushOne(world.creator.makeFounding(caseScope(1), world.kari)) == "APPLIED");
  REQUIRE(world.creator.pushOne(world.creator.makeGrant(1, caseScope(1), world.ola)) == "APPLIED");
  REQUIRE(world.creator.pushOne(world.creator.make(2, caseScope(1))) == "APPLIED");
  REQUIRE(world.colleague.pullAll().size() == 3);
  REQUIRE(world.colleague.pushOne(world.colleague.make(3, caseScope(1))) == "APPLIED");
  REQUIRE(world.creator.pullAll().size() == 4);
}

TEST_CASE("a case that is handed over closes to who had it, and a late write goes to who has it now",
          "[sync][hub][access]") {
  AccessWorld world;
  const sync::Record founding = world.creator.makeFounding(caseScope(1), world.kari);
  REQUIRE(world.creator.pushOne(founding) == "APPLIED");
  const sync::Record note = world.creator.make(1, caseScope(1));
  REQUIRE(world.creator.pushOne(note) == "APPLIED");
  REQUIRE(world.creator.pushOne(world.creator.makeGrant(2, caseScope(1), world.ola)) == "APPLIED");
  const sync::Record end = world.creator.makeEnd(3, founding);
  REQUIRE(world.creator.pushOne(end) == "APPLIED");
  REQUIRE(world.creator.pullAll().empty());
  REQUIRE(world.colleague.pullAll().size() == 4);

  CHECK(world.creator.pushOne(note) == "APPLIED"); // held already: no news for anyone
  const sync::Record late = world.creator.make(4, caseScope(1));
  CHECK(world.creator.pushOne(late) == "HELD");
  CHECK(world.creator.pushOne(late) == "HELD");
  CHECK(world.creator.pushOne(world.creator.makeGrant(5, caseScope(1), world.kari)) == "HELD");
  const std::vector<sync::Record> held = world.colleague.pullAll();
  REQUIRE(held.size() == 6);
  const Result<sync::LateWrite> write = sync::lateWriteFrom(held[4]);
  REQUIRE(write.ok());
  CHECK(write->user == world.kari);
  CHECK(sync::decode(write->record).value() == late);
  CHECK(world.creator.pullAll().empty());

  const sync::wire::ScopesReply scopes =
      *world.creator.link.scopes({world.creator.replica, {}, world.creator.token, {}});
  REQUIRE(scopes.scope_size() == 1);
  CHECK(scopes.scope(0).ended());
  CHECK(world.colleague.pushOne(world.colleague.makeGrant(6, caseScope(1), world.kari)) == "APPLIED");
  CHECK(world.creator.pullAll().size() == 7);
}

TEST_CASE("a grant counts from its first moment until its last, by the hub's clock", "[sync][hub][access]") {
  AccessWorld world;
  REQUIRE(world.creator.pushOne(world.creator.makeFounding(caseScope(1), world.kari)) == "APPLIED");
  sync::Record deputy = world.creator.makeGrant(1, caseScope(1), world.ola);
  world.creator.write(deputy, "from", cborMoment(kStartMillis + 1000));
  world.creator.write(deputy, "until", cborMoment(kStartMillis + 2000));
  REQUIRE(world.creator.pushOne(deputy) == "APPLIED");
  CHECK(world.colleague.pushOne(world.colleague.make(2, caseScope(1))) == "REFUSED no_access");
  world.hub.clock.advance(1000);
  CHECK(world.colleague.pushOne(world.colleague.make(2, caseScope(1))) == "APPLIED");
  CHECK(world.colleague.pullAll().size() == 3);
  world.hub.clock.advance(1000);
  CHECK(world.colleague.pullAll().empty());
  CHECK(world.colleague.pushOne(world.colleague.make(3, caseScope(1))) == "HELD");

  sync::Record longer = world.creator.makeGrant(1, caseScope(1), world.ola);
  world.creator.write(longer, "until", cborMoment(kStartMillis + 9000));
  CHECK(world.creator.pushOne(longer) == "REFUSED write_once");
  sync::Record nonsense = world.creator.makeGrant(4, caseScope(1), world.ola);
  world.creator.write(nonsense, "until", cborText("tomorrow"));
  CHECK(world.creator.pushOne(nonsense) == "QUARANTINED malformed");
}

TEST_CASE("a grant is ended in its own scope alone, and by those who have it", "[sync][hub][access]") {
  AccessWorld world;
  const sync::Record founding = world.creator.makeFounding(caseScope(1), world.kari);
  REQUIRE(world.creator.pushOne(founding) == "APPLIED");
  CHECK(world.colleague.pushOne(world.colleague.makeEnd(1, founding)) == "REFUSED no_access");
  REQUIRE(world.colleague.pushOne(world.colleague.makeFounding(caseScope(2), world.ola)) == "APPLIED");
  sync::Record elsewhere = world.colleague.makeEnd(2, founding);
  elsewhere.scope = caseScope(2);
  CHECK(world.colleague.pushOne(elsewhere) == "APPLIED");
  CHECK(world.creator.pullAll().size() == 1);
  sync::Record nobodys = world.creator.makeEnd(3, founding);
  nobodys.fields.clear();
  world.creator.write(nobodys, "grant", "x");
  CHECK(world.creator.pushOne(nobodys) == "QUARANTINED malformed");
}

TEST_CASE("no restore undoes the end of a grant", "[sync][hub][access][restore]") {
  AccessWorld world;
  const sync::Record founding = world.creator.makeFounding(caseScope(1), world.kari);
  REQUIRE(world.creator.pushOne(founding) == "APPLIED");
  REQUIRE(world.creator.pushOne(world.creator.makeGrant(1, caseScope(1), world.ola)) == "APPLIED");
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  REQUIRE(world.creator.pushOne(world.creator.makeEnd(2, founding)) == "APPLIED");
  world.hub.stop();
  world.hub.restore();
  world.hub.start();
  CHECK(world.creator.pullAll().empty());
  CHECK(world.colleague.pullAll().size() == 2);

  world.hub.stop();
  std::ofstream(world.hub.place / "hub" / hub::kLedgerFile, std::ios::app) << "end 0190"; // a crash cut it short
  world.hub.start();
  CHECK(world.creator.pullAll().empty());
  const sync::Record other = world.colleague.makeFounding(caseScope(2), world.ola);
  REQUIRE(world.colleague.push({other, world.colleague.makeEnd(3, other)}).ok());
  world.hub.restart();
  CHECK(world.colleague.pullAll().size() == 2);

  world.hub.stop();
  std::ofstream(world.hub.place / "hub" / hub::kLedgerFile, std::ios::app) << "nonsense\n";
  CHECK(world.hub.folder.openStore().status().code() == StatusCode::Corrupt);
}

TEST_CASE("after a restore a case is begun again for those alone for whom it was begun",
          "[sync][hub][access][restore]") {
  AccessWorld world;
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  const sync::Record founding = world.creator.makeFounding(caseScope(1), world.kari);
  REQUIRE(world.creator.pushOne(founding) == "APPLIED");
  world.hub.stop();
  world.hub.restore();
  world.hub.start();
  CHECK(world.colleague.pushOne(world.colleague.makeFounding(caseScope(1), world.ola)) == "REFUSED no_access");
  CHECK(world.creator.pushOne(founding) == "APPLIED");
  CHECK(world.colleague.pullAll().empty());
}

TEST_CASE("in a recovery whose access has ended gives back what he wrote and opens nothing to himself",
          "[sync][hub][access][restore]") {
  AccessWorld world;
  const sync::Record founding = world.creator.makeFounding(caseScope(1), world.kari);
  const sync::Record shared = world.creator.makeGrant(1, caseScope(1), world.ola);
  REQUIRE(world.creator.push({founding, shared, world.creator.makeEnd(2, shared)}).ok());
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  sync::Record deputy = world.creator.makeGrant(7, caseScope(1), world.ola);
  world.creator.write(deputy, "until", cborMoment(kStartMillis + 1));
  REQUIRE(world.creator.pushOne(deputy) == "APPLIED");
  world.hub.clock.advance(2);
  world.hub.stop();
  world.hub.restore();
  world.hub.start();
  REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  Device colleague(world.hub, world.ola); // as every store comes back
  CHECK(colleague.pushOne(colleague.makeGrant(3, caseScope(1), world.ola)) == "HELD");
  CHECK(colleague.pushOne(colleague.makeEnd(4, founding)) == "HELD");
  CHECK(colleague.pushOne(colleague.makeGrant(7, caseScope(1), world.ola)) == "HELD"); // for longer
  CHECK(colleague.pushOne(deputy) == "APPLIED");                                       // as it was given
  CHECK(colleague.pushOne(shared) == "APPLIED");                                       // held already
  CHECK(colleague.pushOne(colleague.makeEnd(6, shared)) == "APPLIED");                 // known from the ledger
  CHECK(colleague.pushOne(colleague.make(5, caseScope(1))) == "APPLIED");
  CHECK(colleague.pullAll().empty());
}

TEST_CASE("an end of a grant in a scope that no grant opens is refused, and never the ledger's",
          "[sync][hub][access]") {
  AccessWorld world;
  const sync::Record nobodys = world.creator.makeGrant(2, officeScope(world.hub), world.ola);
  CHECK(world.creator.pushOne(world.creator.makeEnd(1, nobodys)) == "REFUSED no_access");
  CHECK_FALSE(std::filesystem::exists(world.hub.place / "hub" / hub::kLedgerFile));
}

TEST_CASE("a ledger takes no more than a starting hub will read", "[sync][hub][access]") {
  const TemporaryFolder place;
  const hub::Ledger ledger(place / hub::kLedgerFile);
  const hub::LedgerEntry entry{Uuid(), hub::GrantEnd{recordId(1), caseScope(1)}};
  REQUIRE(ledger.append(std::array{entry, entry}).ok());
  REQUIRE(ledger.read()->entries.size() == 2);
  std::filesystem::resize_file(place / hub::kLedgerFile, 128U * 1024 * 1024 - 10);
  CHECK(ledger.append(std::array{entry}).status().code() == StatusCode::Full);
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
  sync::Record shared = world.creator.make(1, officeScope(world.hub));
  shared.id = world.kari; // what bears his own name
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
