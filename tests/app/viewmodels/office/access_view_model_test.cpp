// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/access_view_model.h"

#include "app/viewmodels/office/case_view_model.h"
#include "app/viewmodels/office/case_watcher.h"
#include "app/viewmodels/office/caseload_view_model.h"
#include "app/viewmodels/shared/date_text.h"
#include "tests/app/viewmodels/office/office_world.h"
#include "tests/platform/support/full_disk.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace veikart::test {

namespace {

using ui::AccessViewModel;

// Amina's case on Kari's tablet, and the page that tells who has it. Jonas and Siv work in the same office.
struct Page {
  OfficeWorld world;
  Tablet jonas{"Jonas", "Lie"}, siv{"Siv", "Dahl"};
  Id amina = world.tablet.addCase("Amina", "Hassan");
  AccessViewModel model{world.context, world.sync};

  Page() {
    ok(world.tablet.store().save(jonas.owner()));
    ok(world.tablet.store().save(siv.owner()));
    world.tablet.clock().advance(kDay);
  }
  void open() {
    world.open();
    world.navigator.restart(ui::Navigator::Caseload);
    world.navigator.go(ui::Navigator::CasePage, amina);
    world.navigator.go(ui::Navigator::CaseAccess, amina);
    settle(world.queue);
  }
  void take(AccessViewModel::Step step, const QString& name) {
    model.begin(step);
    model.choose(static_cast<int>(model.staffNames().indexOf(name)));
  }
  void save() {
    model.save();
    settle(world.queue);
  }
  void end(int row) {
    model.endAccess(model.current()->rows().at(row).at(0).toString());
    settle(world.queue);
  }
  Case file() { return world.overview(amina).file; }
};

// Each row as "name | detail", with a mark where it can be ended.
QStringList linesOf(ui::RowModel* rows) {
  QStringList lines;
  for (const ui::RowModel::Row& row : rows->rows())
    lines.append(row[1].toString() + " | " + row[3].toString() + (row[4].toBool() ? " | x" : ""));
  return lines;
}

} // namespace

TEST_CASE("who has the case is told by name, role and since when", "[viewmodels][access]") {
  Page page;
  ok(page.world.tablet.store().assignSecond(page.amina, page.jonas.owner().id));
  page.open();
  REQUIRE(page.model.name() == "Amina Hassan");
  REQUIRE(linesOf(page.model.current()) ==
          QStringList{"Jonas Lie | Medveileder siden i dag | x", "Kari Moen | Hovedveileder siden i går"});
  REQUIRE(page.model.past()->rows().isEmpty());
  REQUIRE(page.model.canChange());
  REQUIRE_FALSE(page.model.canAddSecond());
  REQUIRE(page.model.leavingText().isEmpty());
}

TEST_CASE("handing over says what becomes of the case, and afterwards who has it", "[viewmodels][access]") {
  Page page;
  page.open();
  page.take(AccessViewModel::HandingOver, "Jonas Lie");
  REQUIRE(page.model.staffNames() == QStringList{"Jonas Lie", "Siv Dahl"});
  REQUIRE(
      page.model.consequence() ==
      "Saken forsvinner fra dette nettbrettet når det neste gang har kontakt med kontoret. Alt du har skrevet, blir "
      "sendt først.");
  REQUIRE(page.file().counsellorId == page.world.tablet.owner().id);
  page.save();
  REQUIRE(page.file().counsellorId == page.jonas.owner().id);
  REQUIRE(page.model.step() == AccessViewModel::Looking);
  REQUIRE(
      page.model.leavingText() ==
      "Jonas Lie har saken siden i dag 10:00. Saken forsvinner fra dette nettbrettet når det neste gang har kontakt "
      "med kontoret. Alt du har skrevet, blir sendt først.");
  REQUIRE(linesOf(page.model.current()) == QStringList{"Jonas Lie | Hovedveileder siden i dag"});
  REQUIRE(linesOf(page.model.past()) == QStringList{"Kari Moen | Hovedveileder fra i går til i dag"});

  SECTION("and he who has it no longer changes nothing") {
    REQUIRE_FALSE(page.model.canChange());
    page.model.begin(AccessViewModel::HandingOver);
    REQUIRE(page.model.step() == AccessViewModel::Looking);
    page.model.setClosed(true);
    settle(page.world.queue);
    REQUIRE(page.file().status == CaseStatus::Open);
  }
}

TEST_CASE("a case is given to no supervisor, who sees it anyway and follows nobody up", "[viewmodels][access]") {
  Page page;
  ok(page.world.tablet.store().save(StaffMember{page.world.tablet.newId(), "Randi", "Vik", Role::Supervisor, "NAV"}));
  page.open();
  const auto step =
      GENERATE(AccessViewModel::HandingOver, AccessViewModel::AddingSecond, AccessViewModel::AddingDeputy);
  page.model.begin(step);
  REQUIRE(page.model.staffNames() == QStringList{"Jonas Lie", "Siv Dahl"});
}

TEST_CASE("a second counsellor who hands over is told whose tablet the case leaves", "[viewmodels][access]") {
  Page page;
  Case file = ok(page.world.tablet.store().caseOverview(page.amina)).file;
  file.counsellorId = page.siv.owner().id;
  file.secondCounsellorId = page.world.tablet.owner().id;
  ok(page.world.tablet.store().save(file));
  page.open();
  page.take(AccessViewModel::HandingOver, "Jonas Lie");
  REQUIRE(page.model.consequence() ==
          "Siv Dahl mister saken. Den forsvinner fra nettbrettet der når det neste gang har kontakt med kontoret.");
  page.save();
  REQUIRE(page.model.canChange());
  REQUIRE(page.model.leavingText().isEmpty());
}

TEST_CASE("a second counsellor is added, and his access ended and given back", "[viewmodels][access]") {
  Page page;
  page.open();
  page.take(AccessViewModel::AddingSecond, "Siv Dahl");
  page.save();
  REQUIRE(page.file().secondCounsellorId == page.siv.owner().id);
  REQUIRE_FALSE(page.model.canAddSecond());
  page.end(0);
  REQUIRE(page.file().secondCounsellorId.isNil());
  REQUIRE(linesOf(page.model.past()) == QStringList{"Siv Dahl | Medveileder i dag"});
  REQUIRE(page.model.endedText() == "Siv Dahl har ikke lenger tilgang til saken.");
  REQUIRE(page.model.canUndoEnd());
  page.model.undoEnd();
  settle(page.world.queue);
  REQUIRE(page.file().secondCounsellorId == page.siv.owner().id);
  REQUIRE(page.model.endedText().isEmpty());
}

TEST_CASE("a deputy has the case from the morning of the first day through the last", "[viewmodels][access]") {
  Page page;
  page.open();
  page.take(AccessViewModel::AddingDeputy, "Siv Dahl");
  REQUIRE(page.model.from() == "2026-11-23");
  page.model.setUntil("30.11");
  const auto grant = [&page] {
    page.save();
    return page.world.read([id = page.amina](store::CaseStore& cases) { return cases.accessOf(id); }).front();
  };
  SECTION("from today is from now") {
    const Grant given = grant();
    REQUIRE(given.from == 0);
    REQUIRE(given.until == ui::momentOf("2026-12-01", "00:00"));
    REQUIRE(linesOf(page.model.current()).front() == "Siv Dahl | Vikar fra i dag til og med mandag 30. november | x");
  }
  SECTION("or from a day to come") {
    page.model.setFrom("24.11");
    const Grant given = grant();
    REQUIRE(given.from == ui::momentOf("2026-11-24", "00:00"));
    REQUIRE(given.staffId == page.siv.owner().id);
    REQUIRE(given.role == GrantRole::Deputy);
  }
  page.end(0);
  REQUIRE(linesOf(page.model.current()) == QStringList{"Kari Moen | Hovedveileder siden i går"});
  page.model.undoEnd();
  settle(page.world.queue);
  REQUIRE(page.model.current()->rows().size() == 2);
}

TEST_CASE("what is missing or wrong is said at its field, and nothing is written", "[viewmodels][access]") {
  Page page;
  page.open();
  SECTION("nobody is chosen") {
    page.model.begin(AccessViewModel::HandingOver);
    page.save();
    REQUIRE(page.model.staffProblem() == "Velg hvem det er.");
  }
  SECTION("no last day") {
    page.take(AccessViewModel::AddingDeputy, "Siv Dahl");
    page.save();
    REQUIRE(page.model.untilProblem() == "Skriv hvilken dag som er vikarens siste.");
  }
  SECTION("a period that ends before it begins") {
    page.take(AccessViewModel::AddingDeputy, "Siv Dahl");
    page.model.setFrom("1.12.2026");
    page.model.setUntil("30.11.2026");
    page.save();
    REQUIRE(page.model.untilProblem() == "Den siste dagen kan ikke være før den første.");
  }
  SECTION("a first day that has been") {
    page.take(AccessViewModel::AddingDeputy, "Siv Dahl");
    page.model.setFrom("1.11.2026");
    page.model.setUntil("30.11.2026");
    page.save();
    REQUIRE(page.model.fromProblem() == "Dagen er passert. Velg i dag eller en dag som kommer.");
  }
  REQUIRE(page.model.step() != AccessViewModel::Looking);
  REQUIRE(linesOf(page.model.current()) == QStringList{"Kari Moen | Hovedveileder siden i går"});
}

TEST_CASE("somebody who is a deputy in those days already is not made one again", "[viewmodels][access]") {
  Page page;
  page.open();
  page.take(AccessViewModel::AddingDeputy, "Siv Dahl");
  page.model.setUntil("30.11");
  page.save();
  REQUIRE(page.model.current()->rows().size() == 2);
  page.take(AccessViewModel::AddingDeputy, "Siv Dahl");
  page.model.setFrom("30.11");
  page.model.setUntil("7.12");
  page.save();
  REQUIRE(page.model.untilProblem() == "Siv Dahl er vikar i disse dagene allerede.");
  REQUIRE(page.model.current()->rows().size() == 2);
  page.model.setFrom("1.12");
  page.save();
  REQUIRE(page.model.step() == AccessViewModel::Looking);
  REQUIRE(page.model.current()->rows().size() == 3);
}

TEST_CASE("a supervisor hands over a case without having it", "[viewmodels][access]") {
  Page page;
  page.open();
  page.world.context.user = page.siv.owner();
  page.world.context.user.role = Role::Supervisor;
  REQUIRE(page.model.canChange());
  REQUIRE(page.model.leavingText().isEmpty());
  page.take(AccessViewModel::HandingOver, "Jonas Lie");
  REQUIRE(page.model.consequence() ==
          "Kari Moen mister saken. Den forsvinner fra nettbrettet der når det neste gang har kontakt med kontoret.");
  page.save();
  REQUIRE(page.file().counsellorId == page.jonas.owner().id);
  REQUIRE(page.model.canChange());
}

TEST_CASE("a full disk is told of, and what was chosen stands", "[viewmodels][access]") {
  Page page;
  page.open();
  page.take(AccessViewModel::HandingOver, "Jonas Lie");
  {
    const FullDisk full;
    page.save();
    REQUIRE(page.model.message().startsWith("Nettbrettet er fullt."));
    REQUIRE(page.model.chosen() == 0);
  }
  page.save();
  REQUIRE(page.model.message().isEmpty());
  REQUIRE(page.file().counsellorId == page.jonas.owner().id);
}

TEST_CASE("a case is closed and opened again, and the case page says so", "[viewmodels][access]") {
  Page page;
  ui::CaseViewModel caseFile(page.world.context, page.world.sync);
  page.open();
  page.model.setClosed(true);
  settle(page.world.queue);
  REQUIRE(page.model.isClosed());
  page.model.close();
  settle(page.world.queue);
  REQUIRE(caseFile.facts() == "Kari Moen · avsluttet");
  caseFile.showAccess();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::CaseAccess);
  page.model.setClosed(false);
  settle(page.world.queue);
  REQUIRE_FALSE(page.model.isClosed());
}

TEST_CASE("a case that is erased by law while it is open is left for the caseload, which says that nobody has it now",
          "[viewmodels][access]") {
  Page page;
  ui::CaseWatcher watcher(page.world.context, page.world.sync);
  ui::CaseloadViewModel caseload(page.world.context, page.world.sync);
  QObject::connect(&watcher, &ui::CaseWatcher::caseGone, &caseload, &ui::CaseloadViewModel::sayCaseIsGone);
  page.open();
  page.world.navigator.go(ui::Navigator::CasePage, page.amina);
  settle(page.world.queue);
  page.world.queue.keep([id = page.amina](store::CaseStore& cases) -> Status {
    const sync::ScopeId scope{sync::ScopeKind::Case, id};
    const std::vector<Bytes> erased{sync::encode({id, std::string(casework::kCaseType), scope, {}, true})};
    return cases.replica().applyPage(erased, {"cursor", {}}).status();
  });
  emit page.world.sync.dataArrived();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Caseload);
  REQUIRE(caseload.goneText() == "Saken er slettet etter loven, og den er fjernet fra dette nettbrettet. Det du ikke "
                                 "hadde sendt, kan du lese i 30 dager under «Det som ikke er sendt».");
  REQUIRE(caseload.everybody()->rows().isEmpty());
}

TEST_CASE("a case that a sync erases while it is open is left for the caseload, which says so",
          "[viewmodels][access]") {
  Page page;
  ui::CaseWatcher watcher(page.world.context, page.world.sync);
  ui::CaseloadViewModel caseload(page.world.context, page.world.sync);
  ui::CaseViewModel caseFile(page.world.context, page.world.sync);
  QObject::connect(&watcher, &ui::CaseWatcher::caseGone, &caseload, &ui::CaseloadViewModel::sayCaseIsGone);
  page.open();
  const auto openPage = GENERATE(ui::Navigator::CasePage, ui::Navigator::CaseAccess);
  page.world.navigator.go(openPage, page.amina);
  settle(page.world.queue);
  emit page.world.sync.dataArrived();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == openPage);

  page.world.queue.keep([id = page.amina](store::CaseStore& cases) -> Status {
    const sync::ScopeId scope{sync::ScopeKind::Case, id};
    const Result<std::vector<sync::StoredRecord>> rows = cases.replica().rowsIn(scope);
    if (!rows.ok())
      return rows.status();
    std::vector<sync::Farewell> farewells;
    for (const sync::StoredRecord& row : *rows)
      farewells.push_back({row.key, row.local, row.local, {}});
    return cases.replica().erase(scope, farewells);
  });
  emit page.world.sync.dataArrived();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Caseload);
  REQUIRE(caseload.goneText() == "Du har ikke lenger tilgang til saken, og den er fjernet fra dette nettbrettet.");
  REQUIRE(caseload.everybody()->rows().isEmpty());
  REQUIRE(caseFile.message().isEmpty());
  REQUIRE_FALSE(caseFile.isLoaded());
  REQUIRE(page.model.message().isEmpty());
  REQUIRE_FALSE(page.model.isLoaded());

  page.world.navigator.restart(ui::Navigator::Settings);
  page.world.navigator.restart(ui::Navigator::Caseload);
  REQUIRE(caseload.goneText().isEmpty());
}

} // namespace veikart::test
