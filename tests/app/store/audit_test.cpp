// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/audit_chain.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace veikart;
using namespace veikart::test;

namespace {

using Actions = std::vector<AuditAction>;

// Oldest first.
Actions actionsOn(Tablet& tablet, const Id& caseId) {
  Actions actions;
  for (const AuditEntry& entry : ok(tablet.store().auditOf(caseId)))
    actions.insert(actions.begin(), entry.action);
  return actions;
}

std::vector<sync::Record> linesOf(Tablet& tablet) {
  std::vector<sync::Record> lines = ok(tablet.store().replica().loadAll());
  std::erase_if(lines, [](const sync::Record& record) { return record.type != sync::kAuditType; });
  return lines;
}

} // namespace

TEST_CASE("what is done with a case stands in a chain in the scope of who did it", "[app][store][audit]") {
  Tablet kari("Kari");
  const Id amina = kari.addCase("Amina", "Hassan");
  ok(kari.store().note(amina, AuditAction::Printed, "Kopi til brukeren"));
  sync::AuditCheck check;
  for (const sync::Record& line : linesOf(kari)) {
    CHECK(line.scope == sync::ScopeId{sync::ScopeKind::Staff, kari.owner().id});
    check.add(line);
  }
  CHECK(check.findings().empty());
  const AuditEntry last = ok(kari.store().auditOf(amina)).front();
  CHECK(last.action == AuditAction::Printed);
  CHECK(last.staffId == kari.owner().id);
  CHECK(last.reason == "Kopi til brukeren");
  CHECK(last.at == kNow);
  CHECK(last.replica == kari.store().replica().id());
}

TEST_CASE("the first change after an opening is noted, and no other", "[app][store][audit]") {
  Tablet kari("Kari");
  const Id amina = kari.addCase("Amina", "Hassan");
  const Id jonas = kari.addCase("Jonas", "Lie");
  REQUIRE(actionsOn(kari, amina) == Actions{AuditAction::Changed});
  kari.logContact(amina, kNow);
  kari.restart();
  kari.logContact(amina, kNow);
  REQUIRE(actionsOn(kari, amina) == Actions{AuditAction::Changed});

  ok(kari.store().note(amina, AuditAction::Opened));
  kari.logContact(jonas, kNow);
  REQUIRE(actionsOn(kari, amina) == Actions{AuditAction::Changed, AuditAction::Opened});
  kari.clock().advance(-kDay); // a tablet's clock may be set back
  kari.logContact(amina, kNow);
  kari.logContact(amina, kNow);
  REQUIRE(std::ranges::count(actionsOn(kari, amina), AuditAction::Changed) == 2);
  REQUIRE(actionsOn(kari, jonas) == Actions{AuditAction::Changed});
}

TEST_CASE("to go through what the client wrote is no change", "[app][store][audit]") {
  Tablet kari("Kari");
  const Id amina = kari.addCase("Amina", "Hassan");
  const Mapping mapping = kari.startMapping(amina);
  ok(kari.store().note(amina, AuditAction::Opened));
  ok(kari.store().markThemeRead(mapping.id, "helse", {}));
  CHECK(actionsOn(kari, amina).back() == AuditAction::Opened);
}

TEST_CASE("whom a case is shared with is noted, and not that its maker has it", "[app][store][audit]") {
  Tablet kari("Kari");
  Tablet jonas("Jonas", "Lie");
  ok(kari.store().save(jonas.owner()));
  const Id amina = kari.addCase("Amina", "Hassan");
  REQUIRE(std::ranges::count(actionsOn(kari, amina), AuditAction::Shared) == 0);
  ok(kari.store().assignSecond(amina, jonas.owner().id));
  const std::vector<AuditEntry> entries = ok(kari.store().auditOf(amina));
  const auto shared = std::ranges::find(entries, AuditAction::Shared, &AuditEntry::action);
  REQUIRE(shared != entries.end());
  CHECK(shared->sharedWith == jonas.owner().id);
}

TEST_CASE("a supervisor's store tells of what everybody did", "[app][store][audit]") {
  Tablet kari("Kari");
  Tablet randi("Randi", "Vik");
  const Id amina = kari.addCase("Amina", "Hassan");
  randi.receive(kari);
  randi.clock().advance(1000);
  ok(randi.store().note(amina, AuditAction::Opened, "Klage på vedtak"));
  const std::vector<AuditEntry> entries = ok(randi.store().auditOf(amina));
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].staffId == randi.owner().id);
  CHECK(entries[0].reason == "Klage på vedtak");
  CHECK(entries[1].staffId == kari.owner().id);
}
