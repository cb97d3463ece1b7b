// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/new_client_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

struct Page {
  OfficeWorld& world;
  ui::NewClientViewModel model{world.context};

  explicit Page(OfficeWorld& office) : world(office) {
    world.open();
    world.navigator.restart(ui::Navigator::Caseload);
    world.navigator.go(ui::Navigator::NewClient);
  }
  void write(const char* field, const QString& text) { REQUIRE(model.setProperty(field, text)); }
  void save() {
    model.save();
    settle(world.queue);
  }
};

} // namespace

TEST_CASE("a new client gets a case, and its page comes up", "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);
  page.write("firstName", " Ola ");
  page.write("lastName", "Nordli");
  page.write("nationalId", "");
  page.save();

  const std::vector<store::CaseloadEntry> cases = world.caseload();
  REQUIRE(cases.size() == 1);
  REQUIRE(cases.front().name == "Ola Nordli");
  REQUIRE(world.navigator.page() == ui::Navigator::CasePage);
  REQUIRE(world.navigator.caseId() == cases.front().caseId);
}

TEST_CASE("errors stand at the fields they are about, and nothing is saved", "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);

  SECTION("a name is missing") {
    page.write("firstName", "Ola");
    page.save();
    REQUIRE(page.model.nameError() == "Skriv fornavn og etternavn.");
    REQUIRE(page.model.nationalIdError().isEmpty());
  }
  SECTION("a national id could be a real person's") {
    page.write("firstName", "Ola");
    page.write("lastName", "Nordli");
    page.write("nationalId", "01019012345");
    page.save();
    REQUIRE(page.model.nameError().isEmpty());
    REQUIRE(page.model.nationalIdError().startsWith("Bare oppdiktede nummer"));
  }
  REQUIRE(world.caseload().empty());
  REQUIRE(world.navigator.page() == ui::Navigator::NewClient);
}

TEST_CASE("somebody of the same name is pointed out, and no longer when the name is another",
          "[viewmodels][newclient]") {
  OfficeWorld world;
  world.tablet.addCase("Ola", "Nordli");
  Page page(world);
  page.write("firstName", "Ola");
  page.write("lastName", "Nordli");
  page.model.lookForSameName();
  settle(world.queue);
  REQUIRE(page.model.sameName() == "Mulig samme person: Ola Nordli har en sak fra før.");

  SECTION("another last name") {
    page.write("lastName", "Solbakken");
  }
  SECTION("no last name") {
    page.write("lastName", "");
  }
  page.model.lookForSameName();
  settle(world.queue);
  REQUIRE(page.model.sameName().isEmpty());
}

TEST_CASE("what was written about a new client is there when the page is left and opened again",
          "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);
  settle(world.queue);
  const auto reopen = [&page, &world] {
    world.navigator.restart(ui::Navigator::Settings);
    world.navigator.go(ui::Navigator::NewClient);
    settle(world.queue);
  };
  page.write("firstName", "Ola");
  page.write("phone", "90 00 00 00");
  page.write("language", "somali");
  REQUIRE(page.model.setProperty("interpreter", 1));
  reopen();
  REQUIRE(page.model.draftText() == "Kladden fra i dag 10:00 er her ennå. Brukeren er ikke lagret.");
  REQUIRE(page.model.property("firstName") == "Ola");
  REQUIRE(page.model.property("phone") == "90 00 00 00");
  REQUIRE(page.model.property("language") == "somali");
  REQUIRE(page.model.property("interpreter") == 1);

  SECTION("not when it was saved") {
    page.write("lastName", "Nordli");
    page.save();
    REQUIRE(world.caseload().size() == 1);
  }
  SECTION("not when it was discarded") {
    page.model.discard();
    settle(world.queue);
  }
  reopen();
  REQUIRE(page.model.draftText().isEmpty());
  REQUIRE(page.model.property("firstName") == "");
  REQUIRE(page.model.property("language") == "norsk");
}

} // namespace veikart::test
