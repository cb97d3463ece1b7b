// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/conclusion_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

struct Page {
  OfficeWorld world;
  Mapping mapping;
  ui::ConclusionViewModel model{world.context};

  Page() {
    mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
    world.open();
    world.navigator.go(ui::Navigator::Conclusion, mapping.caseId, mapping.id);
    settle(world.queue);
  }
};

} // namespace

TEST_CASE("the conclusion is there again when the page comes up again", "[viewmodels][mapping]") {
  Page page;
  page.model.write(ui::ConclusionViewModel::Resources, "To språk");
  page.model.write(ui::ConclusionViewModel::Assessment, "Praksis fra januar");
  settle(page.world.queue);
  ui::ConclusionViewModel again(page.world.context);
  page.world.navigator.go(ui::Navigator::Conclusion, page.mapping.caseId, page.mapping.id);
  settle(page.world.queue);
  REQUIRE(again.resources() == "To språk");
  REQUIRE(again.assessment() == "Praksis fra januar");
  REQUIRE(again.challenges().isEmpty());
}

TEST_CASE("a task says what it lacks, and joins the list when it is whole", "[viewmodels][mapping]") {
  Page page;
  page.model.newTask();
  page.model.saveTask();
  REQUIRE(page.model.isDrafting());
  REQUIRE(page.model.draft()->problem() == "Skriv hva som skal gjøres.");

  page.model.draft()->setProperty("what", "Ringe fastlegen");
  page.model.saveTask();
  settle(page.world.queue);
  REQUIRE_FALSE(page.model.isDrafting());
  REQUIRE(page.model.tasks()->rows().at(0).at(0).toString() == "Ringe fastlegen");
}

TEST_CASE("showing the conclusion to the client takes a task being written along", "[viewmodels][mapping]") {
  Page page;
  page.model.newTask();
  page.model.showToClient();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);

  page.model.draft()->setProperty("what", "Ringe fastlegen");
  page.model.showToClient();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Confirm);
  REQUIRE(page.model.tasks()->rowCount() == 1);
}

} // namespace veikart::test
