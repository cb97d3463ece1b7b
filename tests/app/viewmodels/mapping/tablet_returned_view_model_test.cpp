// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/tablet_returned_view_model.h"

#include "app/viewmodels/mapping/handover.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

// A tablet on which Amina's survey was handed over and not yet taken back.
struct Page {
  OfficeWorld world;
  Mapping mapping;
  ui::DeviceFolder folder{world.tablet.folder().path()};
  int handedOver = 0;
  ui::TabletReturnedViewModel model{world.context, folder};

  Page() {
    ok(folder.makeFolders());
    mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
    ok(ui::prepareHandover(world.tablet.store(), folder, mapping.id, 1.0).status());
    world.context.handOver = [this](const ui::ClientBrief&) { ++handedOver; };
    world.open();
    world.navigator.go(ui::Navigator::TabletReturned);
    settle(world.queue);
  }
};

} // namespace

TEST_CASE("the tablet says who had it and since when", "[viewmodels][mapping]") {
  Page page;
  REQUIRE(page.model.clientName() == "Amina");
  REQUIRE(page.model.startedText() == "i dag 10:00");
}

TEST_CASE("the answers are fetched into the conversation", "[viewmodels][mapping]") {
  Page page;
  page.model.fetchAnswers();
  settle(page.world.queue);
  REQUIRE(page.model.message().isEmpty());
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  REQUIRE(page.world.navigator.mappingId() == page.mapping.id);
}

TEST_CASE("the client may go on with the same survey", "[viewmodels][mapping]") {
  Page page;
  page.model.letClientGoOn(2.0);
  settle(page.world.queue);
  REQUIRE(page.handedOver == 1);
}

} // namespace veikart::test
