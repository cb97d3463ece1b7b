// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/caseload_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"
#include "tests/app/viewmodels/review/two_tablets.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

constexpr int64_t kHour = 60LL * 60 * 1000;

// The caseload page as it comes up.
struct Page {
  OfficeWorld& world;
  ui::CaseloadViewModel model{world.context, world.sync};

  explicit Page(OfficeWorld& office) : world(office) {
    world.open();
    world.navigator.restart(ui::Navigator::Caseload);
    settle(world.queue);
  }
  void search(const QString& text) {
    model.search(text);
    settle(world.queue);
  }
};

} // namespace

TEST_CASE("what a case needs from its counsellor is said in words, the most pressing alone", "[viewmodels][caseload]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan", 7);

  SECTION("a task whose date has passed goes before a contact that is overdue") {
    world.tablet.agree(amina, "Ringe fastlegen", "2026-11-20");
    world.tablet.logContact(amina, kNow - 35 * kDay);
    Page page(world);
    REQUIRE(linesOf(*page.model.needing()) == QStringList{"Amina Hassan | Ringe fastlegen | Fristen var fredag"});
    REQUIRE(page.model.needing()->rows().front().back().toBool());
  }
  SECTION("a contact that is overdue says what was agreed and when the last one was") {
    world.tablet.logContact(amina, kNow - 35 * kDay);
    Page page(world);
    REQUIRE(linesOf(*page.model.needing()) ==
            QStringList{"Amina Hassan | Avtalt hver uke. Siste kontakt 18. oktober | 5 uker siden"});
  }
  SECTION("a client whom nobody has met yet is overdue from the day the case was opened") {
    world.tablet.clock().advance(10 * kDay);
    Page page(world);
    REQUIRE(linesOf(*page.model.needing()) ==
            QStringList{"Amina Hassan | Avtalt hver uke. Ingen kontakt ennå | siden 22. november"});
  }
  SECTION("a mapping that was left open may have been forgotten") {
    world.tablet.startMapping(amina);
    world.tablet.clock().advance(20 * kDay);
    world.tablet.logContact(amina, kNow + 19 * kDay);
    Page page(world);
    REQUIRE(linesOf(*page.model.needing()) ==
            QStringList{"Amina Hassan | KIS påbegynt 22. november, ikke bekreftet | 2 uker siden"});
  }
  SECTION("a contact in time needs nothing") {
    world.tablet.logContact(amina, kNow - 8 * kDay);
    Page page(world);
    REQUIRE(page.model.needing()->rowCount() == 0);
    REQUIRE(page.model.everybody()->rowCount() == 1);
  }
}

TEST_CASE("a mapping a year old asks for a mini-KIS, calmly", "[viewmodels][caseload]") {
  OfficeWorld world;
  world.tablet.clock().set(kNow - 368 * kDay);
  const Id liv = world.tablet.addCase("Liv", "Berg");
  world.tablet.sealed(world.tablet.startMapping(liv));
  world.tablet.clock().set(kNow);

  Page page(world);
  REQUIRE(linesOf(*page.model.needing()) ==
          QStringList{"Liv Berg | KIS er fra 19. november 2025. Tid for en mini-KIS? | 12 måneder siden"});
  REQUIRE_FALSE(page.model.needing()->rows().front().back().toBool());
}

TEST_CASE("who is met today stands under today and nowhere else", "[viewmodels][caseload]") {
  OfficeWorld world;
  const Id ola = world.tablet.addCase("Ola", "Nordli", 7);
  world.tablet.logContact(ola, kNow - 35 * kDay);
  world.meet(ola, kNow + 3 * kHour, "Treffstedet Moholt");

  SECTION("with place and time") {
    Page page(world);
    REQUIRE(linesOf(*page.model.today()) == QStringList{"Ola Nordli | Hjemmebesøk 13:00 · Treffstedet Moholt | "});
    REQUIRE(page.model.needing()->rowCount() == 0);
  }
  SECTION("and an unfinished mapping waits to go on") {
    world.tablet.startMapping(ola);
    Page page(world);
    REQUIRE(linesOf(*page.model.today()) ==
            QStringList{"Ola Nordli | Hjemmebesøk 13:00 · Treffstedet Moholt · KIS påbegynt | Fortsett"});
  }
}

TEST_CASE("today is in the order of the clock, and needs begin with the pressing ones", "[viewmodels][caseload]") {
  OfficeWorld world;
  world.meet(world.tablet.addCase("Anna", "Aas"), kNow + 3 * kHour);
  world.meet(world.tablet.addCase("Berit", "Berg"), kNow + kHour);
  world.tablet.clock().set(kNow - 368 * kDay);
  world.tablet.sealed(world.tablet.startMapping(world.tablet.addCase("Liv", "Berg")));
  world.tablet.clock().set(kNow);
  world.tablet.agree(world.tablet.addCase("Per", "Solbakken"), "Ringe fastlegen", "2026-11-20");

  Page page(world);
  REQUIRE(linesOf(*page.model.today()) ==
          QStringList{"Berit Berg | Hjemmebesøk 11:00 | ", "Anna Aas | Hjemmebesøk 13:00 | "});
  REQUIRE(page.model.needing()->rows().front().at(1) == "Per Solbakken");
  REQUIRE(page.model.needing()->rows().back().at(1) == "Liv Berg");
}

TEST_CASE("searching finds by the beginning of any name, without regard to case", "[viewmodels][caseload]") {
  OfficeWorld world;
  world.tablet.addCase("Ola", "Nordli");
  world.tablet.addCase("Amina", "Hassan");
  Page page(world);

  page.search("NORD");
  REQUIRE(linesOf(*page.model.found()) == QStringList{"Ola Nordli | Ingen kontakt ennå | "});
  page.search("x");
  REQUIRE(page.model.found()->rowCount() == 0);
  page.search("");
  REQUIRE(page.model.found()->rowCount() == 0);
}

TEST_CASE("the summary counts the cases and those that are shared", "[viewmodels][caseload]") {
  OfficeWorld world;
  const StaffMember jonas{world.tablet.newId(), "Jonas", "Lie", Role::Counsellor, "Heimdal"};
  ok(world.tablet.store().save(jonas));
  for (const char* name : {"Amina", "Ola", "Per"}) {
    const Id id = world.tablet.addCase(name, "Hassan");
    Case file = ok(world.tablet.store().caseOverview(id)).file;
    file.secondCounsellorId = std::string(name) == "Per" ? Id() : jonas.id;
    ok(world.tablet.store().save(file));
  }
  Page page(world);
  REQUIRE(page.model.summary() == "3 brukere til sammen · 2 deles med Jonas");
}

TEST_CASE("a tablet without clients says so and not that something went wrong", "[viewmodels][caseload]") {
  OfficeWorld world;
  Page page(world);
  REQUIRE(page.model.isLoaded());
  REQUIRE(page.model.message().isEmpty());
  REQUIRE(page.model.everybody()->rowCount() == 0);
}

TEST_CASE("what was found is found anew when the page comes up again", "[viewmodels][caseload]") {
  OfficeWorld world;
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  Page page(world);
  page.search("nord");
  world.queue.write([ola, id = world.tablet.newId()](store::CaseStore& cases) {
    Contact contact;
    contact.id = id;
    contact.caseId = ola;
    contact.type = "hjemmebesok";
    contact.at = kNow;
    return cases.saveContact(contact, {}, {});
  });
  world.navigator.restart(ui::Navigator::Caseload);
  settle(world.queue);
  REQUIRE_FALSE(linesOf(*page.model.found()) == QStringList{"Ola Nordli | Ingen kontakt ennå | "});
  REQUIRE(page.model.found()->rowCount() == 1);
}

TEST_CASE("what was searched for is forgotten when the tablet is locked", "[viewmodels][caseload]") {
  OfficeWorld world;
  world.tablet.addCase("Ola", "Nordli");
  Page page(world);
  page.search("nord");
  REQUIRE(page.model.found()->rowCount() == 1);
  world.navigator.restart(ui::Navigator::Unlock);
  REQUIRE(page.model.searchText().isEmpty());
  REQUIRE(page.model.found()->rowCount() == 0);
}

TEST_CASE("a case in which something has two versions needs its counsellor, also on the day they meet",
          "[viewmodels][caseload]") {
  TwoTablets tablets;
  tablets.conclude(tablets.world.tablet, "To språk");
  tablets.conclude(tablets.jonas, "Fagbrev");
  QString needing = "Amina Hassan | 1 opplysninger har to versjoner | To versjoner", today;
  SECTION("on any day") {}
  SECTION("today") {
    tablets.world.meet(tablets.amina, kNow + kDay + 60 * 60 * 1000, "Moholt");
    today = "Amina Hassan | Hjemmebesøk 11:00 · Moholt · KIS påbegynt · to versjoner | Fortsett";
    needing.clear();
  }
  ui::CaseloadViewModel model(tablets.world.context, tablets.world.sync);
  tablets.open(ui::Navigator::Caseload);
  CHECK(linesOf(*model.needing()).join("") == needing);
  CHECK(linesOf(*model.today()).join("") == today);
}

} // namespace veikart::test
