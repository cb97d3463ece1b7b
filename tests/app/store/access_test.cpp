// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/record_codec.h"
#include "app/casework/rules.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace veikart;
using namespace veikart::test;

namespace {

using Holders = std::multiset<std::pair<GrantRole, Id>>;

// Kari has Amina's case; Jonas and Siv work in the same office.
struct World {
  Tablet kari{"Kari"};
  Tablet jonas{"Jonas", "Lie"};
  Tablet siv{"Siv", "Dahl"};
  Id amina = kari.addCase("Amina", "Hassan");

  World() {
    ok(kari.store().save(jonas.owner()));
    ok(kari.store().save(siv.owner()));
  }
  store::CaseStore& store() { return kari.store(); }
  std::vector<Grant> access() { return ok(store().accessOf(amina)); }
  Case file() { return ok(store().caseOverview(amina)).file; }
  GrantState stateOf(const Grant& grant) { return casework::stateOf(grant, kari.clock().nowMillis()); }
  // Those who have the case now, with their roles.
  Holders holders() {
    Holders holders;
    for (const Grant& grant : access())
      if (stateOf(grant) == GrantState::Current)
        holders.emplace(grant.role, grant.staffId);
    return holders;
  }
  Grant grantOf(const Tablet& tablet) {
    for (const Grant& grant : access())
      if (grant.staffId == tablet.owner().id)
        return grant;
    FAIL("no grant");
    return {};
  }
  bool hasInCaseload(Tablet& tablet) {
    const auto entries = ok(tablet.store().caseload(tablet.owner().id));
    return std::ranges::find(entries, amina, &store::CaseloadEntry::caseId) != entries.end();
  }
};

} // namespace

TEST_CASE("a new case is its main counsellor's from the beginning", "[app][store][access]") {
  World world;
  REQUIRE(world.access().size() == 1);
  const Grant grant = world.access().front();
  CHECK(grant.id == sync::foundingGrant({sync::ScopeKind::Case, world.amina}));
  CHECK(grant.staffId == world.kari.owner().id);
  CHECK(grant.role == GrantRole::Main);
  CHECK(grant.givenAt == kNow);
  CHECK(world.stateOf(grant) == GrantState::Current);
}

TEST_CASE("handing over gives the case to another and ends the predecessor's grant", "[app][store][access]") {
  World world;
  world.kari.clock().advance(kDay);
  ok(world.store().handOver(world.amina, world.jonas.owner().id));
  world.kari.restart();
  CHECK(world.file().counsellorId == world.jonas.owner().id);
  CHECK(world.holders() == Holders{{GrantRole::Main, world.jonas.owner().id}});
  const std::vector<Grant> access = world.access();
  REQUIRE(access.size() == 2);
  CHECK(access[0].givenAt == kNow + kDay);
  CHECK(access[1].staffId == world.kari.owner().id);
  CHECK(access[1].endedAt == kNow + kDay);
  CHECK_FALSE(world.hasInCaseload(world.kari));

  world.jonas.receive(world.kari);
  CHECK(world.hasInCaseload(world.jonas));
  CHECK(ok(world.jonas.store().accessOf(world.amina)).size() == 2);
}

TEST_CASE("a hand-over is written in one transaction, its end last", "[app][store][access]") {
  World world;
  const auto sizeBefore = ok(world.store().replica().outboxItems()).size();
  ok(world.store().handOver(world.amina, world.jonas.owner().id));
  const auto items = ok(world.store().replica().outboxItems());
  CHECK(items.size() == sizeBefore + 3); // with what the audit tells of it
  std::vector<std::string> sent;
  for (const auto& pending : ok(world.store().replica().pending(0, 1 << 20)))
    if (const sync::Record record = *sync::decode(pending.bytes); record.scope.kind == sync::ScopeKind::Case)
      sent.push_back(record.type);
  CHECK(sent.back() == kGrantEndType);
}

TEST_CASE("coming appointments follow a case that is handed over, and those of others stay", "[app][store][access]") {
  World world;
  const auto meet = [&](const Tablet& with, int64_t at) {
    const Appointment appointment{world.kari.newId(), world.amina, with.owner().id, at, "mote", "kontoret", ""};
    ok(world.store().save(appointment));
    return appointment.id;
  };
  const Id past = meet(world.kari, kNow - kDay);
  const Id coming = meet(world.kari, kNow + kDay);
  const Id sivs = meet(world.siv, kNow + 2 * kDay);
  ok(world.store().handOver(world.amina, world.jonas.owner().id));
  CHECK(ok(world.store().appointment(past)).withStaffId == world.kari.owner().id);
  CHECK(ok(world.store().appointment(coming)).withStaffId == world.jonas.owner().id);
  CHECK(ok(world.store().appointment(sivs)).withStaffId == world.siv.owner().id);
}

TEST_CASE("what the predecessor was still to do is the successor's, and what was done stays", "[app][store][access]") {
  World world;
  const auto agree = [&](const Tablet& whose, TaskState state) {
    Task task = world.kari.agree(world.amina, "Ringe fastlegen", "2026-12-01");
    task.staffId = whose.owner().id;
    task.state = state;
    ok(world.store().save(task));
    return task.id;
  };
  const Id open = agree(world.kari, TaskState::Open);
  const Id done = agree(world.kari, TaskState::Done);
  const Id sivs = agree(world.siv, TaskState::Open);
  ok(world.store().handOver(world.amina, world.jonas.owner().id));
  std::map<Id, Id> whose;
  for (const Task& each : ok(world.store().caseOverview(world.amina)).tasks)
    whose[each.id] = each.staffId;
  CHECK(whose[open] == world.jonas.owner().id);
  CHECK(whose[done] == world.kari.owner().id);
  CHECK(whose[sivs] == world.siv.owner().id);
}

TEST_CASE("a case that is handed over to its second counsellor has none afterwards", "[app][store][access]") {
  World world;
  ok(world.store().assignSecond(world.amina, world.jonas.owner().id));
  CHECK(world.holders() ==
        Holders{{GrantRole::Main, world.kari.owner().id}, {GrantRole::Second, world.jonas.owner().id}});
  ok(world.store().handOver(world.amina, world.jonas.owner().id));
  CHECK(world.file().secondCounsellorId.isNil());
  CHECK(world.holders() == Holders{{GrantRole::Main, world.jonas.owner().id}});
}

TEST_CASE("what was handed over can be handed back", "[app][store][access]") {
  World world;
  ok(world.store().handOver(world.amina, world.jonas.owner().id));
  ok(world.store().handOver(world.amina, world.kari.owner().id));
  CHECK(world.holders() == Holders{{GrantRole::Main, world.kari.owner().id}});
  CHECK(world.access().size() == 3);
}

TEST_CASE("two who handed a case over at once are both followed by the next hand-over", "[app][store][access]") {
  World world;
  ok(world.store().assignSecond(world.amina, world.jonas.owner().id));
  world.jonas.receive(world.kari);
  ok(world.store().handOver(world.amina, world.siv.owner().id));
  world.jonas.clock().advance(1000);
  ok(world.jonas.store().handOver(world.amina, world.jonas.owner().id));
  world.kari.receive(world.jonas);
  CHECK(world.file().counsellorId == world.jonas.owner().id);
  CHECK(world.holders() == Holders{{GrantRole::Main, world.jonas.owner().id}, {GrantRole::Main, world.siv.owner().id}});
  SECTION("and the one whom the case does not name can be ended") {
    ok(world.store().endAccess(world.amina, world.grantOf(world.siv).id));
    CHECK(world.holders() == Holders{{GrantRole::Main, world.jonas.owner().id}});
  }
  SECTION("which leaves one") {
    ok(world.store().handOver(world.amina, world.kari.owner().id));
    CHECK(world.holders() == Holders{{GrantRole::Main, world.kari.owner().id}});
  }
}

TEST_CASE("a case is handed over to staff alone, and not to the one who has it", "[app][store][access]") {
  World world;
  CHECK(world.store().handOver(world.amina, world.kari.owner().id).code() == StatusCode::Invalid);
  CHECK(world.store().handOver(world.amina, world.kari.newId()).code() == StatusCode::Invalid);
  CHECK(world.store().handOver(world.amina, Id()).code() == StatusCode::Invalid);
  CHECK(world.store().handOver(world.kari.newId(), world.jonas.owner().id).code() == StatusCode::NotFound);
  Case file = world.file();
  file.counsellorId = {};
  CHECK(world.store().save(file).code() == StatusCode::Invalid);
  CHECK(world.access().size() == 1);
}

TEST_CASE("a case has one second counsellor, who is not the main one", "[app][store][access]") {
  World world;
  CHECK(world.store().assignSecond(world.amina, world.kari.owner().id).code() == StatusCode::Invalid);
  CHECK(world.store().assignSecond(world.amina, world.kari.newId()).code() == StatusCode::Invalid);
  ok(world.store().assignSecond(world.amina, world.jonas.owner().id));
  CHECK(world.store().assignSecond(world.amina, world.siv.owner().id).code() == StatusCode::Invalid);

  ok(world.store().endAccess(world.amina, world.grantOf(world.jonas).id));
  CHECK(world.file().secondCounsellorId.isNil());
  CHECK(world.holders() == Holders{{GrantRole::Main, world.kari.owner().id}});
  CHECK(world.store().endAccess(world.amina, world.grantOf(world.jonas).id).code() == StatusCode::NotFound);
  ok(world.store().assignSecond(world.amina, world.siv.owner().id));
  CHECK(world.file().secondCounsellorId == world.siv.owner().id);
}

TEST_CASE("a case is never left without a main counsellor", "[app][store][access]") {
  World world;
  ok(world.store().assignSecond(world.amina, world.jonas.owner().id));
  CHECK(world.store().endAccess(world.amina, world.grantOf(world.kari).id).code() == StatusCode::Invalid);
  CHECK(world.holders().size() == 2);
}

TEST_CASE("a deputy has the case for a time, and finds it in the caseload while it lasts", "[app][store][access]") {
  World world;
  ok(world.store().assignDeputy(world.amina, world.siv.owner().id, kNow + kDay, kNow + 3 * kDay));
  CHECK(world.stateOf(world.grantOf(world.siv)) == GrantState::Coming);
  world.siv.receive(world.kari);
  CHECK_FALSE(world.hasInCaseload(world.siv));
  for (Tablet* tablet : {&world.kari, &world.siv})
    tablet->clock().advance(kDay);
  CHECK(world.stateOf(world.grantOf(world.siv)) == GrantState::Current);
  CHECK(world.hasInCaseload(world.siv));

  SECTION("until it is over") {
    for (Tablet* tablet : {&world.kari, &world.siv})
      tablet->clock().advance(2 * kDay);
    CHECK(world.stateOf(world.grantOf(world.siv)) == GrantState::Past);
    CHECK_FALSE(world.hasInCaseload(world.siv));
  }
  SECTION("or is ended before") {
    ok(world.store().endAccess(world.amina, world.grantOf(world.siv).id));
    world.siv.receive(world.kari);
    CHECK_FALSE(world.hasInCaseload(world.siv));
    CHECK(world.file().counsellorId == world.kari.owner().id);
  }
}

TEST_CASE("a deputy's period begins before it ends, and is not over", "[app][store][access]") {
  World world;
  const auto assign = [&](int64_t from, int64_t until) {
    return world.store().assignDeputy(world.amina, world.siv.owner().id, from, until).code();
  };
  CHECK(assign(kNow + 2 * kDay, kNow + kDay) == StatusCode::Invalid);
  CHECK(assign(kNow + kDay, kNow + kDay) == StatusCode::Invalid);
  CHECK(assign(kNow - 2 * kDay, kNow - kDay) == StatusCode::Invalid);
  CHECK(assign(0, kNow) == StatusCode::Invalid);
  CHECK(world.store().assignDeputy(world.amina, world.kari.newId(), 0, kNow + kDay).code() == StatusCode::Invalid);
  CHECK(world.store().assignDeputy(world.amina, world.kari.owner().id, 0, kNow + kDay).code() == StatusCode::Invalid);
  CHECK(world.access().size() == 1);
  CHECK(assign(0, kNow + kDay) == StatusCode::Ok);
  CHECK(assign(kNow + kDay / 2, kNow + 2 * kDay) == StatusCode::Invalid);
  CHECK(assign(kNow + kDay, kNow + 2 * kDay) == StatusCode::Ok);
}

TEST_CASE("a case that is closed leaves the caseload and comes back when it is opened again", "[app][store][access]") {
  World world;
  ok(world.store().setStatus(world.amina, CaseStatus::Closed));
  CHECK_FALSE(world.hasInCaseload(world.kari));
  ok(world.store().setStatus(world.amina, CaseStatus::Open));
  CHECK(world.hasInCaseload(world.kari));
  CHECK(world.access().size() == 1);
}

TEST_CASE("who had a case stands in it whoever deletes it, and is rebuilt from the records", "[app][store][access]") {
  World world;
  ok(world.store().handOver(world.amina, world.jonas.owner().id));
  ok(world.store().replica().remove(world.grantOf(world.kari).id));
  ok(world.store().replica().rebuildReadModels());
  CHECK(world.access().size() == 2);
  CHECK(world.holders() == Holders{{GrantRole::Main, world.jonas.owner().id}});
}

TEST_CASE("an end that comes before its grant ends it", "[app][store][access]") {
  World world;
  ok(world.store().handOver(world.amina, world.jonas.owner().id));
  std::vector<Bytes> ends, others;
  for (const sync::Record& record : ok(world.store().replica().loadAll()))
    (record.type == kGrantEndType ? ends : others).push_back(sync::encode(record));
  ok(world.siv.store().replica().applyPage(ends, {"one", {}}));
  ok(world.siv.store().replica().applyPage(others, {"two", {}}));
  const auto access = ok(world.siv.store().accessOf(world.amina));
  CHECK(std::ranges::count_if(access, [](const Grant& grant) { return grant.endedAt > 0; }) == 1);
}

TEST_CASE("of a case that is erased from the tablet nobody is told who had it", "[app][store][access]") {
  World world;
  ok(world.store().handOver(world.amina, world.jonas.owner().id));
  const sync::ScopeId scope{sync::ScopeKind::Case, world.amina};
  ok(world.store().replica().endScope(scope));
  std::vector<sync::Farewell> farewells;
  for (const sync::StoredRecord& row : ok(world.store().replica().rowsIn(scope)))
    farewells.push_back({row.key, row.local, row.local, {}});
  ok(world.store().replica().erase(scope, farewells));
  CHECK(world.access().empty());
  CHECK(world.store().caseOverview(world.amina).status().code() == StatusCode::NotFound);
}
