// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/appointments_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

constexpr int64_t kHour = 60LL * 60 * 1000;

struct Page {
  OfficeWorld& world;
  ui::AppointmentsViewModel model{world.context, world.sync};

  explicit Page(OfficeWorld& office) : world(office) {
    world.open();
    world.navigator.restart(ui::Navigator::Appointments);
    settle(world.queue);
  }
};

} // namespace

TEST_CASE("away from the office the next appointment stands alone, the others as initials",
          "[viewmodels][appointments]") {
  OfficeWorld world;
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  world.meet(ola, kNow + kHour);
  world.meet(world.tablet.addCase("Samira", "Ahmed"), kNow + 3 * kHour);
  world.meet(world.tablet.addCase("Tor", "Kvam"), kNow + 5 * kHour);
  world.meet(world.tablet.addCase("Mia", "Strand"), kNow + 30 * kHour);
  world.tablet.agree(ola, "Ta med papirene", "2026-11-30");
  world.tablet.startMapping(ola);

  Page page(world);
  REQUIRE(page.model.over() == "Søndag 22. november · ute, uten nett");
  REQUIRE(page.model.name() == "Ola Nordli");
  REQUIRE(page.model.detail() == "Hjemmebesøk 11:00 · KIS påbegynt");
  REQUIRE(page.model.agreed() == "Avtalt sist: Ta med papirene");
  REQUIRE(page.model.hasOpenMapping());
  REQUIRE(page.model.others() ==
          "2 avtaler til i dag: S.A. 13:00, T.K. 15:00. Andre brukere vises ikke når du er ute.");
  REQUIRE_FALSE(page.model.showsOthers());

  SECTION("behind one tap they have names") {
    page.model.showOthers();
    REQUIRE(page.model.showsOthers());
    REQUIRE(linesOf(*page.model.othersRows()) ==
            QStringList{"Samira Ahmed | Hjemmebesøk 13:00 | ", "Tor Kvam | Hjemmebesøk 15:00 | "});
  }
  SECTION("and are initials again when the page comes up the next time") {
    page.model.showOthers();
    world.navigator.restart(ui::Navigator::Appointments);
    REQUIRE_FALSE(page.model.showsOthers());
  }
}

TEST_CASE("an appointment on another day says which", "[viewmodels][appointments]") {
  OfficeWorld world;
  world.meet(world.tablet.addCase("Ola", "Nordli"), kNow + 24 * kHour);
  Page page(world);
  REQUIRE(page.model.detail() == "I morgen · Hjemmebesøk 10:00");
}

TEST_CASE("without an appointment the page is loaded and empty", "[viewmodels][appointments]") {
  OfficeWorld world;
  Page page(world);
  REQUIRE(page.model.isLoaded());
  REQUIRE_FALSE(page.model.hasNext());
  REQUIRE(page.model.message().isEmpty());
}

} // namespace veikart::test
