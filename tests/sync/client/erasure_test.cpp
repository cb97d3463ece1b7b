// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/administration.h"
#include "sync/hub/ledger.h"
#include "sync/protocol/tuning.h"
#include "sync/record/deletion.h"
#include "sync/record/repetition.h"
#include "tests/sync/client/tablet.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace veikart::test {
namespace {

using sync::ContentId;

constexpr int64_t kDay = 24LL * 60 * 60 * 1000;

// Kari and Ola share a case in which something was said and something is attached.
struct SaidTogether {
  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::ResourcePerson);
  Uuid ola = hub.addUser(hub::Role::ResourcePerson);
  Tablet a{hub, kari};
  Tablet b{hub, ola};
  sync::ScopeId scope = caseScope(1);
  ContentId letter = ContentId::of("a letter");

  SaidTogether() {
    a.found(scope);
    a.grant(90, scope, ola);
    a.write(1, scope, "note", {{"text", "said once"}, {"place", "at home"}});
    REQUIRE(a.replica->attach({recordId(2), "attachment", scope, {}}, "a letter").ok());
    a.write(3, scope, "note", {{"text", "stays"}});
    syncAll();
  }

  void syncAll() {
    for (Tablet* tablet : {&a, &b, &a})
      tablet->syncWell();
  }

  void erase(int record) const { REQUIRE(hub::eraseRecord(hub.folder, recordId(record)).value() == 1); }

  // What the hub holds or asks for of contents in the case.
  std::set<ContentId> contentsAtHub() const {
    std::set<ContentId> contents;
    const auto store = hub.folder.openStore().value();
    REQUIRE(store
                ->read(hub.office,
                       [&](hub::OfficeTransaction& rows) {
                         const Result<std::set<ContentId>> found = rows.contentsIn(scope);
                         contents = found.ok() ? *found : contents;
                         return found.status();
                       })
                .ok());
    return contents;
  }

  bool holdsLetter(Tablet& tablet) const { return tablet.replica->contents().read(scope, letter)->has_value(); }
  static std::string waiting(Tablet& tablet) {
    std::string text;
    const Result<std::vector<sync::OutboxItem>> items = tablet.replica->outboxItems();
    for (const sync::OutboxItem& item : *items)
      text += (text.empty() ? "" : ", ") + item.local.type + " " + item.refusal;
    return text;
  }

  void pass(int64_t millis) {
    hub.clock.advance(millis);
    a.clock.advance(millis);
    b.clock.advance(millis);
  }
};

bool isErasedIn(const Tablet& tablet, int record) {
  const std::optional<sync::Record> found = tablet.replica->load(recordId(record)).value();
  return found.has_value() && found->erased;
}

TEST_CASE("what was erased by law goes from every device, with what is attached, and the rest stays",
          "[sync][client][erasure]") {
  SaidTogether world;
  world.erase(1);
  world.erase(2);
  REQUIRE(hub::eraseRecord(world.hub.folder, recordId(1)).value() == 0); // once is enough
  REQUIRE(hub::eraseRecord(world.hub.folder, recordId(77)).status().code() == StatusCode::NotFound);
  world.syncAll();
  for (Tablet* tablet : {&world.a, &world.b}) {
    REQUIRE(isErasedIn(*tablet, 1));
    REQUIRE(isErasedIn(*tablet, 2));
    REQUIRE_FALSE(world.holdsLetter(*tablet));
    REQUIRE(tablet->read(3, "text") == "stays");
    REQUIRE(tablet->unsent() == 0);
  }
  Tablet c(world.hub, world.ola);
  c.syncWell();
  REQUIRE(isErasedIn(c, 1));
  REQUIRE_FALSE(world.holdsLetter(c));
}

TEST_CASE("what was erased by law is in no log either, at the hub and on a device", "[sync][client][erasure]") {
  SaidTogether world;
  constexpr size_t kLength = 100'000;
  world.a.write(1, world.scope, "note", {{"text", crypto::randomBytes(kLength)}});
  world.syncAll();
  const auto atHub = [&] { return std::filesystem::file_size(world.hub.place / "hub" / "hub.db-wal"); };
  const auto here = [&] { return std::filesystem::file_size(world.b.place / "store.db-wal"); };
  REQUIRE(atHub() > kLength);
  REQUIRE(here() > kLength);
  world.erase(1);
  REQUIRE(atHub() == 0);
  world.b.syncWell();
  REQUIRE(here() < kLength / 2); // emptied, and the place in the feed was written since
}

TEST_CASE("an erasure while somebody reads the hub's store says that its log holds it still",
          "[sync][client][erasure]") {
  SaidTogether world;
  const auto store = world.hub.folder.openStore().value();
  const Status read = store->read(world.hub.office, [&](hub::OfficeTransaction& rows) {
    RETURN_IF_ERROR(rows.scopes().status());
    REQUIRE(hub::eraseRecord(world.hub.folder, recordId(1)).status().code() == StatusCode::Busy);
    return Status();
  });
  REQUIRE(read.ok());
  world.syncAll();
  REQUIRE(isErasedIn(world.b, 1));
}

TEST_CASE("what tells how two versions of something were settled goes with it", "[sync][client][erasure]") {
  SaidTogether world;
  const auto settle = [&](Tablet& tablet, int record) {
    tablet.write(record, world.scope, std::string(sync::kSettlementType),
                 {{std::string(sync::kRepeatsField), Bytes(recordId(1).view())}, {"versions", "said once, or twice"}});
  };
  settle(world.a, 10);
  world.syncAll();
  SECTION("erased by its id") {
    settle(world.b, 11); // offline
    REQUIRE(hub::eraseRecord(world.hub.folder, recordId(1)).value() == 2);
    world.syncAll();
    REQUIRE(isErasedIn(world.a, 11));
    REQUIRE(SaidTogether::waiting(world.b) == "settlement erased");
  }
  SECTION("deleted by people") {
    REQUIRE(world.a.replica->remove(recordId(1)).ok());
    for (int i = 0; i < 2; ++i) {
      world.syncAll();
      world.pass(sync::tuning::kNoteHeardMillis);
    }
    world.syncAll();
    REQUIRE(hub::eraseDeleted(world.hub.folder, world.hub.clock).value() == 2);
    world.syncAll();
  }
  for (const Tablet* tablet : {&world.a, &world.b})
    for (const int record : {1, 10})
      REQUIRE(isErasedIn(*tablet, record));
}

TEST_CASE("a letter that another record names too is kept when one of them is erased", "[sync][client][erasure]") {
  SaidTogether world;
  REQUIRE(world.a.replica->attach({recordId(4), "attachment", world.scope, {}}, "a letter").ok());
  world.syncAll();
  world.erase(2);
  world.syncAll();
  REQUIRE(world.holdsLetter(world.a));
  REQUIRE(world.holdsLetter(world.b));
  Tablet c(world.hub, world.ola);
  c.syncWell();
  REQUIRE(world.holdsLetter(c));
}

TEST_CASE("what was written to something erased waits for a person for 30 days by the hub's clock, and goes then",
          "[sync][client][erasure]") {
  SaidTogether world;
  world.a.write(1, world.scope, "note", {{"text", "said offline"}});
  REQUIRE(world.a.replica->attach({recordId(2), "attachment", world.scope, {}}, "another letter").ok());
  world.erase(1);
  world.erase(2);
  world.a.syncWell();
  REQUIRE(isErasedIn(world.a, 1));
  REQUIRE(SaidTogether::waiting(world.a) == "note erased, attachment erased");
  REQUIRE(world.a.replica->outboxItems()->front().local.fields.at("text").siblings.front().value == "said offline");
  REQUIRE(world.a.replica->contents().read(world.scope, ContentId::of("another letter"))->has_value());

  world.a.clock.advance(65LL * 365 * kDay); // the tablet's is off: that neither hastens nor delays it
  REQUIRE(world.a.sync().ok());
  REQUIRE(SaidTogether::waiting(world.a) == "note erased, attachment erased");
  world.hub.clock.advance(29 * kDay);
  REQUIRE(world.a.sync().ok());
  REQUIRE(SaidTogether::waiting(world.a) == "note erased, attachment erased");
  world.hub.clock.advance(2 * kDay);
  REQUIRE(world.a.sync().ok());
  REQUIRE(SaidTogether::waiting(world.a).empty());
  REQUIRE(world.a.replica->outbox()->contents == 0);
  REQUIRE_FALSE(world.a.replica->contents().read(world.scope, ContentId::of("another letter"))->has_value());
  REQUIRE_FALSE(world.a.replica->syncState()->holdsErasedWrites);
  REQUIRE(world.b.sync().ok());
  REQUIRE(isErasedIn(world.b, 1));
}

TEST_CASE("the 30 days begin also when the line breaks after the hub's answer", "[sync][client][erasure]") {
  SaidTogether world;
  world.a.write(1, world.scope, "note", {{"text", "said offline"}});
  world.erase(1);
  world.a.onVisit = [&](int) { world.a.isShut = !SaidTogether::waiting(world.a).empty() && world.a.refused() > 0; };
  REQUIRE_FALSE(world.a.sync().ok());
  REQUIRE(SaidTogether::waiting(world.a) == "note erased");
  world.a.onVisit = {};
  world.a.isShut = false;
  REQUIRE(world.a.sync().ok());
  world.hub.clock.advance(31 * kDay);
  REQUIRE(world.a.sync().ok());
  REQUIRE(SaidTogether::waiting(world.a).empty());
}

TEST_CASE("what is written to something erased on its last day waits 30 days of its own", "[sync][client][erasure]") {
  SaidTogether world;
  world.a.write(1, world.scope, "note", {{"text", "said offline"}});
  world.erase(1);
  REQUIRE(world.a.sync().ok());
  world.pass(29 * kDay);
  world.a.write(1, world.scope, "note", {{"text", "and more"}});
  for (const int64_t day : {0, 2, 27}) {
    world.pass(day * kDay);
    REQUIRE(world.a.sync().ok());
    REQUIRE(SaidTogether::waiting(world.a) == "note erased");
  }
  world.pass(2 * kDay);
  REQUIRE(world.a.sync().ok());
  REQUIRE(SaidTogether::waiting(world.a).empty());
}

TEST_CASE("the 30 days go on when the store takes a new name", "[sync][client][erasure]") {
  SaidTogether world;
  world.a.write(1, world.scope, "note", {{"text", "said offline"}});
  world.erase(1);
  REQUIRE(world.a.sync().ok());
  world.pass(29 * kDay);
  REQUIRE(world.a.replica->becomeNewReplica().ok());
  world.a.syncWell();
  REQUIRE(SaidTogether::waiting(world.a) == "note erased");
  world.pass(2 * kDay);
  REQUIRE(world.a.sync().ok());
  REQUIRE(SaidTogether::waiting(world.a).empty());
}

TEST_CASE("with a record goes what an earlier version of it had attached", "[sync][client][erasure]") {
  SaidTogether world;
  REQUIRE(world.a.replica->attach({recordId(2), "attachment", world.scope, {}}, "a clearer letter").ok());
  world.syncAll();
  REQUIRE(world.contentsAtHub().size() == 2);
  world.erase(2);
  REQUIRE(world.contentsAtHub().empty());
  world.syncAll();
  REQUIRE_FALSE(world.holdsLetter(world.a));
  REQUIRE_FALSE(world.holdsLetter(world.b));
}

TEST_CASE("a case takes everything with it that was attached in it, named or not", "[sync][client][erasure]") {
  SaidTogether world;
  REQUIRE(world.a.replica->contents().keep(world.scope, ContentId::of("named by nobody"), "named by nobody").ok());
  world.syncAll();
  REQUIRE(world.contentsAtHub().size() == 2);
  REQUIRE(hub::eraseCase(world.hub.folder, world.scope.id).value() == 3);
  REQUIRE(world.contentsAtHub().empty());
  REQUIRE(hub::eraseCase(world.hub.folder, caseScope(77).id).status().code() == StatusCode::NotFound);
  world.syncAll();
  REQUIRE_FALSE(world.a.replica->contents().find(world.scope, ContentId::of("named by nobody"))->has_value());
}

TEST_CASE("what was damaged on a device is erased like the rest", "[sync][client][erasure]") {
  SaidTogether world;
  REQUIRE(world.b.db
              ->execute("UPDATE record SET base = x'ffff' WHERE hex(id) = '" + toHex(recordId(1).view()) +
                        "' COLLATE NOCASE")
              .ok());
  REQUIRE(world.b.db->changes() == 1);
  world.erase(1);
  REQUIRE(world.b.sync().ok());
  REQUIRE(isErasedIn(world.b, 1));
}

TEST_CASE("a hub that is set back erases again what the ledger says, also what it had not got then",
          "[sync][client][erasure][restore]") {
  SaidTogether world;
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  world.a.write(5, world.scope, "note", {{"text", "said after the backup"}});
  world.syncAll();
  world.erase(1);
  world.erase(2);
  world.erase(5);
  SECTION("when the devices know it") {
    world.syncAll();
  }
  SECTION("when they do not") {}
  world.hub.stop();
  world.hub.restore();
  world.hub.start();
  REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  world.syncAll();
  world.syncAll();
  Tablet c(world.hub, world.ola);
  c.syncWell();
  for (Tablet* tablet : {&world.a, &world.b, &c}) {
    REQUIRE(tablet->read(1, "text") == "-");
    REQUIRE(tablet->read(5, "text") == "-");
    REQUIRE_FALSE(world.holdsLetter(*tablet));
    REQUIRE(SaidTogether::waiting(*tablet).empty());
  }
}

TEST_CASE("a case that was erased takes nothing more, and says still who had it", "[sync][client][erasure]") {
  SaidTogether world;
  world.b.write(6, world.scope, "note", {{"text", "said offline"}});
  REQUIRE(world.b.replica->attach({recordId(7), "attachment", world.scope, {}}, "offline letter").ok());
  REQUIRE(hub::eraseCase(world.hub.folder, world.scope.id).value() == 3);
  const auto seesAccessAlone = [&](Tablet& tablet) {
    for (const auto& [id, record] : tablet.state())
      REQUIRE((record.erased || record.type == "grant" || record.type == "grant_end"));
  };
  SECTION("from one who has it") {
    world.b.syncWell();
    seesAccessAlone(world.b);
  }
  SECTION("from one to whom it was closed") {
    world.a.endGrant(91, world.scope, recordId(90));
    world.a.syncWell();
    REQUIRE(world.b.sync().ok());
    REQUIRE_FALSE(world.b.replica->holds(recordId(1)).value());
  }
  REQUIRE(SaidTogether::waiting(world.b) == "note erased, attachment erased");
  world.a.syncWell();
  seesAccessAlone(world.a);
  REQUIRE_FALSE(world.holdsLetter(world.a));
  Tablet c(world.hub, world.kari);
  c.syncWell();
  seesAccessAlone(c);
  REQUIRE_FALSE(c.replica->contents().find(world.scope, ContentId::of("offline letter"))->has_value());
}

TEST_CASE("what was written to something erased waits as before when its case is closed to the author",
          "[sync][client][erasure]") {
  SaidTogether world;
  world.b.write(1, world.scope, "note", {{"text", "said offline"}});
  world.erase(1);
  world.b.syncWell();
  REQUIRE(SaidTogether::waiting(world.b) == "note erased");
  world.pass(29 * kDay);
  world.a.endGrant(91, world.scope, recordId(90));
  world.a.syncWell();
  REQUIRE(world.b.sync().ok());
  REQUIRE_FALSE(world.b.replica->holds(recordId(3)).value());
  REQUIRE(SaidTogether::waiting(world.b) == "note erased");
  world.pass(2 * kDay);
  REQUIRE(world.b.sync().ok());
  REQUIRE(SaidTogether::waiting(world.b).empty());
}

TEST_CASE("what came late for something goes with it", "[sync][client][erasure]") {
  SaidTogether world;
  world.b.write(1, world.scope, "note", {{"text", "said too late"}});
  world.a.endGrant(91, world.scope, recordId(90));
  world.a.syncWell();
  REQUIRE(world.b.sync().ok());
  world.a.syncWell();
  const auto lateOnes = [&] {
    const std::map<sync::RecordId, sync::Record> records = world.a.state();
    return std::ranges::count_if(
        records, [](const auto& each) { return each.second.type == "late_write" && !each.second.erased; });
  };
  REQUIRE(lateOnes() == 1);
  REQUIRE(hub::eraseRecord(world.hub.folder, recordId(1)).value() == 2);
  world.a.syncWell();
  REQUIRE(lateOnes() == 0);
}

TEST_CASE("what came late and was erased with its record stays so at a hub that is set back to before it came",
          "[sync][client][erasure][restore]") {
  SaidTogether world;
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  world.b.write(1, world.scope, "note", {{"text", "said too late"}});
  world.a.endGrant(91, world.scope, recordId(90));
  world.a.syncWell();
  REQUIRE(world.b.sync().ok());
  world.a.syncWell();
  REQUIRE(hub::eraseRecord(world.hub.folder, recordId(1)).value() == 2);
  world.a.syncWell();
  world.hub.stop();
  world.hub.restore();
  world.hub.start();
  REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  world.a.syncWell();
  REQUIRE(isErasedIn(world.a, 1));
  REQUIRE(world.a.replica->outbox()->records == 0);
}

TEST_CASE("an erasure that was written down and not done is done before anything is written after it",
          "[sync][client][erasure]") {
  SaidTogether world;
  const hub::Ledger ledger(world.hub.place / "hub" / hub::kLedgerFile);
  const hub::LedgerEntry erasure{world.hub.office, hub::Erasure{world.scope, recordId(1)}};
  REQUIRE(ledger.append({&erasure, 1}).ok()); // by a program that then lost its power
  world.a.write(1, world.scope, "note", {{"text", "and more"}});
  REQUIRE(world.a.sync().ok());
  REQUIRE(SaidTogether::waiting(world.a) == "note erased");
  REQUIRE(isErasedIn(world.a, 1));
  world.hub.restart();
  REQUIRE(world.a.sync().ok());
  REQUIRE(SaidTogether::waiting(world.a) == "note erased");
}

TEST_CASE("a grant under the id of something erased is another record, and keeps no hub from starting",
          "[sync][client][erasure][restore]") {
  SaidTogether world;
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  world.a.write(5, world.scope, "note", {{"text", "said after the backup"}});
  world.a.syncWell();
  world.erase(5);
  world.hub.stop();
  world.hub.restore();
  world.hub.start();
  Device hostile(world.hub, world.kari);
  REQUIRE(hostile.pushOne(hostile.makeGrant(5, world.scope, world.ola)) == "REFUSED mismatch");
  world.hub.restart();
  REQUIRE(hostile.pushOne(hostile.make(5, world.scope)) == "REFUSED erased");
}

TEST_CASE("who has a case is not erased", "[sync][client][erasure]") {
  SaidTogether world;
  REQUIRE(hub::eraseRecord(world.hub.folder, recordId(90)).status().code() == StatusCode::Invalid);
  world.syncAll();
  REQUIRE(world.b.read(3, "text") == "stays");
}

TEST_CASE("what was deleted is erased once every device has seen it, and one that is silent keeps nobody waiting",
          "[sync][client][erasure]") {
  SaidTogether world;
  REQUIRE(world.a.replica->remove(recordId(1)).ok());
  REQUIRE(world.a.replica->remove(recordId(2)).ok());
  world.a.syncWell();
  const auto erased = [&] { return hub::eraseDeleted(world.hub.folder, world.hub.clock).value(); };
  world.pass(sync::tuning::kNoteHeardMillis);
  world.a.syncWell();
  REQUIRE(erased() == 0); // Ola's has not seen it
  SECTION("seen by all") {
    world.b.syncWell();
    world.pass(sync::tuning::kNoteHeardMillis);
    world.b.syncWell();
    REQUIRE(erased() == 2);
    world.syncAll();
    REQUIRE(isErasedIn(world.b, 1));
    REQUIRE_FALSE(world.holdsLetter(world.b));
  }
  SECTION("silent for half a year, and edited meanwhile") {
    world.b.write(1, world.scope, "note", {{"text", "said in the woods"}});
    world.pass(sync::tuning::kHorizonMillis + kDay);
    world.a.syncWell();
    REQUIRE(erased() == 2);
    world.b.syncWell(); // neither what was deleted nor what was written to it comes back, and the latter is not lost
    REQUIRE(isErasedIn(world.b, 1));
    REQUIRE(isErasedIn(world.b, 2));
    REQUIRE(SaidTogether::waiting(world.b) == "note erased");
    world.a.syncWell();
    REQUIRE(isErasedIn(world.a, 1));
  }
  REQUIRE(world.a.read(3, "text") == "stays");
}

TEST_CASE("what took a deletion back is not erased with it when the hub was set back in between",
          "[sync][client][erasure][restore]") {
  SaidTogether world;
  REQUIRE(world.a.replica->remove(recordId(1)).ok());
  world.syncAll();
  world.pass(sync::tuning::kNoteHeardMillis);
  world.syncAll();
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  world.a.write(3, world.scope, "note", {{"text", "stays too"}});
  world.a.syncWell(); // and so has a place in the feed that the hub will have forgotten
  world.b.write(1, world.scope, "note",
                {{"text", "no, it stays"}, {std::string(sync::kDeletedField), Bytes(sync::kRestorationValue)}});
  world.b.syncWell();
  world.hub.stop();
  world.hub.restore();
  const bool recovers = GENERATE(true, false);
  if (recovers)
    REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  world.hub.start();

  if (recovers)
    REQUIRE(hub::eraseDeleted(world.hub.folder, world.hub.clock).status().code() == StatusCode::Conflict);
  REQUIRE(world.a.sync().ok()); // which makes it known; what took the deletion back is Ola's tablet's to bring
  if (recovers)
    world.pass(15 * kDay);
  REQUIRE(hub::eraseDeleted(world.hub.folder, world.hub.clock).value() == 0);
  world.b.syncWell();
  world.a.syncWell();
  REQUIRE(world.a.read(1, "text") == "no, it stays");
}

TEST_CASE("what was deleted and edited by another is for a person, and is not erased", "[sync][client][erasure]") {
  SaidTogether world;
  REQUIRE(world.a.replica->remove(recordId(1)).ok());
  world.b.write(1, world.scope, "note", {{"text", "and more"}});
  world.syncAll();
  world.pass(sync::tuning::kNoteHeardMillis);
  world.syncAll();
  REQUIRE(hub::eraseDeleted(world.hub.folder, world.hub.clock).value() == 0);
  REQUIRE(world.a.read(1, "text") == "and more");
}

} // namespace
} // namespace veikart::test
