// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/confirm_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

struct Page {
  OfficeWorld world;
  Mapping mapping;
  ui::PaperCopy paper{world.context, world.tablet.folder().path()};
  ui::ConfirmViewModel model{world.context, paper};

  explicit Page(bool withTask) {
    mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
    for (const MappingState state : {MappingState::InConversation, MappingState::Concluding}) {
      mapping.state = state;
      ok(world.tablet.store().save(mapping));
    }
    if (withTask)
      world.tablet.agree(mapping.caseId, "Ringe fastlegen", "2026-12-01", mapping.id);
    world.open();
    world.navigator.go(ui::Navigator::Confirm, mapping.caseId, mapping.id);
    settle(world.queue);
  }

  void confirmAs(ui::ConfirmViewModel::Choice choice) {
    model.choose(choice);
    model.confirm();
    settle(world.queue);
  }

  MappingState state() {
    MappingState state = MappingState::Started;
    world.queue.read([id = mapping.id](store::CaseStore& cases) { return cases.mapping(id); })
        .then(&world.queue, [&state](const Result<Mapping>& found) { state = ok(found).state; });
    settle(world.queue);
    return state;
  }
};

} // namespace

TEST_CASE("nothing is confirmed without an answer", "[viewmodels][mapping]") {
  Page page(true);
  page.confirmAs(ui::ConfirmViewModel::None);
  REQUIRE(page.model.message().startsWith("Velg ett av de tre svarene."));
  REQUIRE(page.state() == MappingState::Concluding);
}

TEST_CASE("the client who agrees seals the mapping", "[viewmodels][mapping]") {
  Page page(true);
  page.confirmAs(ui::ConfirmViewModel::Agrees);
  REQUIRE(page.model.isSealed());
  REQUIRE(page.state() == MappingState::Confirmed);
  page.model.logVisit();
  REQUIRE(page.world.navigator.page() == ui::Navigator::LogContact);
}

TEST_CASE("the client who disagrees says in what, and it is sealed with both views", "[viewmodels][mapping]") {
  Page page(true);
  page.confirmAs(ui::ConfirmViewModel::Disagrees);
  REQUIRE_FALSE(page.model.isSealed());
  page.model.setProperty("disagreement", "Ikke praksis om vinteren.");
  page.confirmAs(ui::ConfirmViewModel::Disagrees);
  REQUIRE(page.model.isSealed());
}

TEST_CASE("the client who waits leaves a draft", "[viewmodels][mapping]") {
  Page page(true);
  page.confirmAs(ui::ConfirmViewModel::Waits);
  REQUIRE_FALSE(page.model.isSealed());
  REQUIRE(page.state() == MappingState::Draft);
  REQUIRE(page.world.navigator.page() == ui::Navigator::CasePage);
}

TEST_CASE("sealing without an agreed task asks why", "[viewmodels][mapping]") {
  Page page(false);
  page.confirmAs(ui::ConfirmViewModel::Agrees);
  REQUIRE(page.model.needsTaskReason());
  REQUIRE_FALSE(page.model.isSealed());
  page.model.setProperty("noTaskReason", "Amina vil tenke.");
  page.confirmAs(ui::ConfirmViewModel::Agrees);
  REQUIRE(page.model.isSealed());
}

} // namespace veikart::test
