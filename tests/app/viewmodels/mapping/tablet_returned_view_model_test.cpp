// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/tablet_returned_view_model.h"

#include "app/viewmodels/mapping/handover.h"
#include "platform/base/files.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

// A tablet on which Amina's survey was handed over and not yet taken back.
struct Page {
  OfficeWorld world;
  Mapping mapping;
  ui::DeviceFolder folder{world.tablet.folder().path()};
  std::filesystem::path file;
  int handedOver = 0;
  ui::TabletReturnedViewModel model{world.context, world.sync, folder};

  Page() {
    ok(folder.makeFolders());
    mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
    ok(ui::prepareHandover(world.tablet.store(), folder, mapping.id, 1.0, world.tablet.clock()).status());
    file = folder.sessionFile(ok(world.tablet.store().openHandover()).value().fileName);
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

TEST_CASE("answers that are gone are said to be gone, and the client may begin from what is there",
          "[viewmodels][mapping]") {
  Page page;
  std::filesystem::remove(page.file);
  page.world.navigator.restart(ui::Navigator::TabletReturned);
  settle(page.world.queue);
  REQUIRE(page.model.message().startsWith("Det Amina svarte sist, finnes ikke på nettbrettet lenger."));
  page.model.fetchAnswers();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::TabletReturned);
  REQUIRE_FALSE(page.model.message().isEmpty());

  page.model.letClientGoOn(1.0);
  settle(page.world.queue);
  REQUIRE(page.handedOver == 1);
  page.model.fetchAnswers();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
}

TEST_CASE("damaged answers are kept, and the way to the others is open", "[viewmodels][mapping]") {
  Page page;
  ok(writeFileDurably(page.file, Bytes(8192, 'x')));
  page.model.fetchAnswers();
  settle(page.world.queue);
  REQUIRE(page.model.message().startsWith("Svarene til Amina er skadet"));
  page.model.letClientGoOn(1.0);
  settle(page.world.queue);
  REQUIRE(page.handedOver == 0);
  REQUIRE(page.model.message().startsWith("Svarene til Amina er skadet"));
  REQUIRE(ok(readFile(page.file, 10'000)) == Bytes(8192, 'x'));

  page.model.leaveForLater();
  REQUIRE(page.world.navigator.page() == ui::Navigator::Appointments);
}

} // namespace veikart::test
