// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/conversation_view_model.h"
#include "app/viewmodels/mapping/tablet_returned_view_model.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

TEST_CASE("the client answers on another day from where the answers stand", "[viewmodels][mapping]") {
  OfficeWorld world;
  const ui::DeviceFolder folder(world.tablet.folder().path());
  ok(folder.makeFolders());
  Mapping mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
  mapping.state = MappingState::InConversation;
  ok(world.tablet.store().save(mapping));
  ok(world.tablet.store().saveAnswer(mapping.id, Layer::Client, "om-deg.viktig", words("Fred og ro")));
  std::string file;
  SecretBytes key;
  world.context.handOver = [&](const ui::ClientBrief& brief) {
    file = brief.sessionFile;
    key = SecretBytes::copyOf(brief.sessionKey.view());
  };
  ui::ConversationViewModel model(world.context, ui::DeviceFolder(world.tablet.folder().path()));
  world.open();
  world.navigator.go(ui::Navigator::Conversation, mapping.caseId, mapping.id);
  settle(world.queue);
  model.letClientGoOn(1.0);
  settle(world.queue);
  REQUIRE(model.message().isEmpty());
  {
    const auto session = ok(store::SessionStore::open(file, key, {mapping.id, mapping.caseId}, world.tablet.clock()));
    REQUIRE(ok(session->answers()).at("om-deg.viktig").text == "Fred og ro");
    ok(session->saveAnswer("om-deg.viktig", words("Fast bolig")));
  }

  ui::TabletReturnedViewModel returned(world.context, world.sync, folder);
  returned.fetchAnswers();
  settle(world.queue);
  REQUIRE(world.navigator.page() == ui::Navigator::Conversation);
  bool isShown = false;
  for (const ui::RowModel::Row& row : model.items()->rows())
    isShown = isShown || row[3].toString() == "Fast bolig";
  REQUIRE(isShown);
}

} // namespace veikart::test
