// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/record_codec.h"
#include "sync/record/deletion.h"
#include "sync/record/late_write.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::test;

namespace {

// Jonas has Amina's case, which Kari had before. What she wrote since comes as the hub keeps it.
struct World {
  Tablet kari{"Kari"}, jonas{"Jonas", "Lie"};
  Id amina = kari.addCase("Amina", "Hassan");
  Task task = kari.agree(amina, "Ringe fastlegen", "2026-12-01");

  World() {
    ok(kari.store().save(jonas.owner()));
    ok(kari.store().handOver(amina, jonas.owner().id));
    jonas.receive(kari);
    for (Tablet* tablet : {&kari, &jonas})
      tablet->clock().advance(kDay);
    for (const sync::OutboxItem& item : ok(kari.store().replica().outboxItems())) {
      const sync::Receipt receipt{sync::encode(item.local), sync::PushOutcome::Applied, {}, 0};
      ok(kari.store().replica().applyReceipts({&receipt, 1}));
    }
  }
  Status takeIn(const store::LateWrite& write) { return late().takeIn(write, jonas.owner().id); }
  store::LateWrites& late() { return jonas.store().lateWrites(); }
  // All that Kari has not sent.
  void bring() {
    std::vector<Bytes> page;
    for (const sync::OutboxItem& item : ok(kari.store().replica().outboxItems()))
      page.push_back(sync::encode(sync::makeLateWrite({kari.owner().id, sync::encode(item.local)}, item.local)));
    ok(jonas.store().replica().applyPage(page, {"cursor", {}}));
  }
  void decide(Tablet& tablet, const std::string& dueDate) {
    Task now = ok(tablet.store().task(task.id));
    now.dueDate = dueDate;
    ok(tablet.store().save(now));
  }
  std::string dueDate() { return ok(jonas.store().task(task.id)).dueDate; }
};

} // namespace

TEST_CASE("what came late stands beside the case and changes nothing in it", "[app][store][late]") {
  World world;
  world.decide(world.kari, "2026-12-15");
  world.bring();
  CHECK(world.dueDate() == "2026-12-01");
  CHECK(ok(world.late().countIn(world.amina)) == 1);
  CHECK(world.jonas.entryOf(world.amina).lateWrites == 1);
  const std::vector<store::LateWrite> writes = ok(world.late().in(world.amina));
  REQUIRE(writes.size() == 1);
  CHECK(writes[0].author == "Kari Moen");
  CHECK(writes[0].at == kNow + kDay);
  CHECK(writes[0].fields == std::vector<std::string>{"dueDate"});
  CHECK(writes[0].canTakeIn());
}

TEST_CASE("taking a late change in writes its fields alone, as the user's own", "[app][store][late]") {
  World world;
  world.decide(world.kari, "2026-12-15");
  world.bring();
  Task renamed = ok(world.jonas.store().task(world.task.id));
  renamed.what = "Ringe legevakten";
  ok(world.jonas.store().save(renamed));
  ok(world.takeIn(ok(world.late().in(world.amina)).front()));
  const Task now = ok(world.jonas.store().task(world.task.id));
  CHECK(now.dueDate == "2026-12-15");
  CHECK(now.what == "Ringe legevakten");
  CHECK(ok(world.late().countIn(world.amina)) == 0);
  world.jonas.restart();
  CHECK(ok(world.late().countIn(world.amina)) == 0);
  world.bring(); // the hub tells of it once more
  CHECK(ok(world.late().countIn(world.amina)) == 0);
}

TEST_CASE("a contact and a whole mapping that came late are taken in as they were written", "[app][store][late]") {
  World world;
  world.kari.logContact(world.amina, kNow + kDay);
  const Mapping mapping = world.kari.startMapping(world.amina);
  const SealedMapping seal = world.kari.sealed(mapping);
  world.bring();
  for (const store::LateWrite& late : ok(world.late().in(world.amina)))
    ok(world.takeIn(late));
  const store::CaseOverview now = ok(world.jonas.store().caseOverview(world.amina));
  REQUIRE(now.contacts.size() == 1);
  CHECK(now.contacts[0].authorId == world.kari.owner().id);
  REQUIRE(now.mappings.size() == 1);
  CHECK(now.mappings[0].state == MappingState::Confirmed);
  CHECK(ok(world.jonas.store().sealOf(mapping.id))->content == seal.content);
}

TEST_CASE("what was changed since it was looked at is not overwritten by what came late", "[app][store][late]") {
  World world;
  world.decide(world.kari, "2026-12-15");
  world.bring();
  const store::LateWrite shown = ok(world.late().in(world.amina)).front();
  world.decide(world.jonas, "2026-12-20");
  CHECK(world.takeIn(shown).code() == StatusCode::Conflict);
  CHECK(world.dueDate() == "2026-12-20");
  CHECK(ok(world.late().countIn(world.amina)) == 1);
  ok(world.takeIn(ok(world.late().in(world.amina)).front()));
  CHECK(world.dueDate() == "2026-12-15");
}

TEST_CASE("what is set aside is shown no more, and can be brought back", "[app][store][late]") {
  World world;
  world.decide(world.kari, "2026-12-15");
  world.bring();
  const Id id = ok(world.late().in(world.amina)).front().id;
  ok(world.late().setAside(id));
  CHECK(ok(world.late().countIn(world.amina)) == 0);
  CHECK(world.dueDate() == "2026-12-01");
  ok(world.late().bringBack(id));
  CHECK(ok(world.late().countIn(world.amina)) == 1);
}

TEST_CASE("a late change of who has the case is shown and not taken in", "[app][store][late]") {
  World world;
  ok(world.kari.store().handOver(world.amina, world.kari.owner().id));
  world.bring();
  const std::vector<store::LateWrite> writes = ok(world.late().in(world.amina));
  CHECK(writes.size() >= 3); // a grant, the end of one, and the case
  for (const store::LateWrite& late : writes)
    if (late.brought.type != kTaskType) {
      CHECK_FALSE(late.canTakeIn());
      CHECK(world.takeIn(late).code() == StatusCode::Invalid);
    }
  CHECK(ok(world.jonas.store().caseOverview(world.amina)).file.counsellorId == world.jonas.owner().id);
}

TEST_CASE("a late deletion deletes when it is taken in", "[app][store][late]") {
  World world;
  ok(world.kari.store().replica().remove(world.task.id));
  world.bring();
  CHECK(ok(world.jonas.store().task(world.task.id)).what == "Ringe fastlegen");
  ok(world.takeIn(ok(world.late().in(world.amina)).front()));
  CHECK(world.jonas.store().task(world.task.id).status().code() == StatusCode::NotFound);
}

TEST_CASE("a late deletion that was taken back does not delete, and what was moved late is moved",
          "[app][store][late]") {
  World world;
  ok(world.kari.store().replica().remove(world.task.id));
  const sync::RecordWrite back{world.task.id,
                               std::string(kTaskType),
                               {sync::ScopeKind::Case, world.amina},
                               {{std::string(sync::kDeletedField), Bytes(sync::kRestorationValue)}}};
  ok(world.kari.store().replica().write({&back, 1}));
  world.decide(world.kari, "2026-12-15");
  world.bring();
  const store::LateWrite late = ok(world.late().in(world.amina)).front();
  CHECK_FALSE(late.isDeletion());
  ok(world.takeIn(late));
  CHECK(world.dueDate() == "2026-12-15");
}

TEST_CASE("what a late write replaces is settled, and those who wrote it are told", "[app][store][late]") {
  World world;
  world.decide(world.jonas, "2026-12-20");
  Tablet siv("Siv", "Dahl");
  siv.receive(world.jonas);
  siv.clock().advance(2 * kDay);
  world.decide(siv, "2026-12-24");
  world.jonas.receive(siv);
  world.decide(world.kari, "2026-12-15");
  world.bring();
  const store::LateWrite late = ok(world.late().in(world.amina)).front();
  CHECK(late.standing("dueDate").size() == 1);
  ok(world.takeIn(late));
  CHECK(world.dueDate() == "2026-12-15");
  siv.receive(world.jonas);
  const auto news = ok(siv.store().conflicts().newsIn(world.amina, siv.owner().id));
  REQUIRE(news.size() == 1);
  CHECK(news[0].settledBy == "Jonas Lie");
}

TEST_CASE("a draft of somebody who has the case again is found there by all who have it", "[app][store][late]") {
  World world;
  ok(world.jonas.store().keepDraft({world.amina}, "Snakket om"));
  ok(world.jonas.store().replica().endScope({sync::ScopeKind::Case, world.amina}));
  CHECK(ok(world.late().countIn(world.amina)) == 1);
  world.kari.receive(world.jonas);
  const store::LateWrite late = ok(world.kari.store().lateWrites().in(world.amina)).front();
  CHECK(late.isDraft());
  ok(world.kari.store().lateWrites().takeIn(late, world.kari.owner().id));
  CHECK(ok(world.kari.store().draft({world.amina})).value().content == "Snakket om");
}

TEST_CASE("a draft that came late becomes the user's own draft, unless there is one", "[app][store][late]") {
  World world;
  ok(world.kari.store().keepDraft({world.amina}, "Snakket om"));
  ok(world.kari.store().replica().endScope({sync::ScopeKind::Case, world.amina}));
  world.bring();
  const store::LateWrite late = ok(world.late().in(world.amina)).front();
  CHECK(late.isDraft());

  SECTION("it goes on here") {
    ok(world.takeIn(late));
    CHECK(ok(world.jonas.store().draft({world.amina})).value().content == "Snakket om");
    CHECK(ok(world.late().countIn(world.amina)) == 0);
  }
  SECTION("what is being written here stays") {
    ok(world.jonas.store().keepDraft({world.amina}, "Begynt"));
    CHECK(world.takeIn(late).code() == StatusCode::Conflict);
    CHECK_FALSE(ok(world.late().in(world.amina)).front().canTakeIn());
    CHECK(ok(world.jonas.store().draft({world.amina})).value().content == "Begynt");
    CHECK(ok(world.late().countIn(world.amina)) == 1);
  }
}

TEST_CASE("a late write that can't be read is kept and told of, and hinders nothing", "[app][store][late]") {
  World world;
  world.decide(world.kari, "2026-12-15");
  sync::Record item = ok(world.kari.store().replica().outboxItems()).front().local;
  const Bytes page = sync::encode(sync::makeLateWrite({world.kari.owner().id, "no record"}, item));
  ok(world.jonas.store().replica().applyPage({&page, 1}, {"cursor", {}}));
  CHECK(ok(world.late().countIn(world.amina)) == 0);
  CHECK(ok(world.jonas.store().unreadableRecords()) == 1);
}
