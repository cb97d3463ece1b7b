// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/mapping_start_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

// The page of a mapping's start, with what the set-up needs filled in unless a test takes it away.
struct Page {
  OfficeWorld world;
  Id amina;
  int handedOver = 0;
  ui::MappingStartViewModel model{world.context, ui::DeviceFolder(world.tablet.folder().path())};

  Page() {
    amina = world.tablet.addCase("Amina", "Hassan");
    world.context.handOver = [this](const ui::ClientBrief&) { ++handedOver; };
    ok(ui::DeviceFolder(world.tablet.folder().path()).makeFolders());
    world.open();
    world.navigator.go(ui::Navigator::MappingStart, amina);
    settle(world.queue);
    model.setProperty("basis", 1);
    model.setProperty("waitsForMeasure", true);
  }

  std::vector<Mapping> mappings() {
    std::vector<Mapping> found;
    world.queue.read([id = amina](store::CaseStore& cases) { return cases.caseOverview(id); })
        .then(&world.queue, [&](const Result<store::CaseOverview>& overview) { found = ok(overview).mappings; });
    settle(world.queue);
    return found;
  }
};

} // namespace

TEST_CASE("the purpose comes after the set-up, and the set-up says what is missing", "[viewmodels][mapping]") {
  Page page;
  page.model.setProperty("basis", -1);
  page.model.goToPurpose();
  REQUIRE(page.model.step() == ui::MappingStartViewModel::SetUp);
  REQUIRE(page.model.message() == "Velg hvorfor Amina blir kartlagt.");

  page.model.setProperty("basis", 1);
  page.model.goToPurpose();
  REQUIRE(page.model.step() == ui::MappingStartViewModel::Purpose);
  REQUIRE(page.model.message().isEmpty());
}

TEST_CASE("a child never interprets", "[viewmodels][mapping]") {
  Page page;
  page.model.setProperty("hasInterpreter", true);
  page.model.setProperty("interpreterLanguage", "somali");
  page.model.setProperty("interpreterIsChild", true);
  page.model.goToPurpose();
  REQUIRE(page.model.step() == ui::MappingStartViewModel::SetUp);
  REQUIRE(page.model.message().startsWith("Barn skal ikke tolke."));
}

TEST_CASE("nothing is asked without a measure in sight or that they wait for one", "[viewmodels][mapping]") {
  Page page;
  page.model.setProperty("waitsForMeasure", false);
  page.model.goToPurpose();
  REQUIRE(page.model.step() == ui::MappingStartViewModel::SetUp);
  page.model.setProperty("measureInSight", "Språkpraksis");
  page.model.goToPurpose();
  REQUIRE(page.model.step() == ui::MappingStartViewModel::Purpose);
}

TEST_CASE("no thanks is kept as an answer and hands nothing over", "[viewmodels][mapping]") {
  Page page;
  page.model.goToPurpose();
  page.model.decline();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::CasePage);
  REQUIRE(page.handedOver == 0);
  REQUIRE(page.mappings().at(0).state == MappingState::Declined);
  REQUIRE_FALSE(page.mappings().at(0).purposeAcknowledged);
}

TEST_CASE("beginning keeps how the mapping was started and hands the tablet over once", "[viewmodels][mapping]") {
  Page page;
  page.model.setProperty("isRequirement", true);
  page.model.setProperty("othersPresent", " Søsteren ");
  page.model.setProperty("mode", 2);
  page.model.goToPurpose();
  page.model.begin(1.5);
  page.model.begin(1.5);
  settle(page.world.queue);
  REQUIRE(page.handedOver == 1);
  const Mapping mapping = page.mappings().at(0);
  REQUIRE(mapping.state == MappingState::ClientAnswering);
  REQUIRE(mapping.purposeAcknowledged);
  REQUIRE(mapping.isRequirement);
  REQUIRE(mapping.othersPresent == "Søsteren");
  REQUIRE(mapping.waitingForMeasure);
  REQUIRE(mapping.conductedBy == page.world.context.user.id);
}

} // namespace veikart::test
