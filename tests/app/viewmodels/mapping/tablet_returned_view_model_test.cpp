// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/tablet_returned_view_model.h"

#include "app/casework/record_codec.h"
#include "app/store/session_store.h"
#include "app/store/write_batch.h"
#include "app/viewmodels/mapping/handover.h"
#include "platform/base/files.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

// A tablet on which Amina's survey was handed over and not yet taken back.
struct Page {
  OfficeWorld world;
  Mapping mapping, olas;
  ui::DeviceFolder folder{world.tablet.folder().path()};
  std::filesystem::path file;
  int handedOver = 0;
  ui::TabletReturnedViewModel model{world.context, world.sync, folder};

  Page() {
    ok(folder.makeFolders());
    mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
    olas = world.tablet.startMapping(world.tablet.addCase("Ola", "Nordli"));
    ok(ui::prepareHandover(world.tablet.store(), folder, mapping.id, 1.0, world.tablet.clock()).status());
    file = folder.sessionFile(ok(world.tablet.store().openHandover()).value().fileName);
    world.context.handOver = [this](const ui::ClientBrief&) { ++handedOver; };
    world.open();
    world.navigator.go(ui::Navigator::TabletReturned);
    settle(world.queue);
  }

  void answer(const std::string& key, const char* text) { // in the client's process
    const store::HandoverSession session =
        world.read([](store::CaseStore& cases) { return cases.openHandover(); }).value();
    ok(ok(store::SessionStore::open(file, session.key, {mapping.id, mapping.caseId}, world.tablet.clock()))
           ->saveAnswer(key, words(text)));
  }
  std::string fetched(const std::string& key) {
    const store::LayerAnswers answers =
        world.read([id = mapping.id](store::CaseStore& cases) { return cases.answers(id, Layer::Client); });
    return answers.at(key).answer.text;
  }

  void declineElsewhere() {
    world.queue.write([this](store::CaseStore& cases) { // as pulled from another tablet
      Mapping declined = ok(cases.mapping(mapping.id));
      declined.state = MappingState::Declined;
      const sync::RecordWrite write{declined.id,
                                    std::string(kMappingType),
                                    store::caseScope(declined.caseId),
                                    {{"state", toFields(declined).at("state")}}};
      return cases.replica().write(std::span(&write, 1));
    });
  }

  void sweep() { // as at every unlocking
    world.queue.read([this](store::CaseStore& cases) {
      folder.sweepSessions(ok(cases.sessionFiles()));
      return Status();
    });
    settle(world.queue);
  }
};

} // namespace

TEST_CASE("the tablet says who had it and since when", "[viewmodels][mapping]") {
  Page page;
  REQUIRE(page.model.clientName() == "Amina");
  REQUIRE(page.model.startedText() == "10:00");
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
  REQUIRE(page.model.message().startsWith("Det finnes ingen svar fra Amina her"));
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

TEST_CASE("damaged answers are kept as they are, and the client can answer anew", "[viewmodels][mapping]") {
  const Bytes damaged(8192, 'x');
  Page page;
  ok(writeFileDurably(page.file, damaged));
  page.model.letClientGoOn(1.0);
  settle(page.world.queue);
  REQUIRE(page.handedOver == 0);
  REQUIRE(page.model.isDamaged());
  REQUIRE(page.model.message().startsWith("Det Amina svarte sist, er skadet og lar seg ikke åpne. Filen er tatt vare"));
  page.model.letClientGoOn(1.0); // told so, and wanted
  settle(page.world.queue);
  REQUIRE(page.handedOver == 1);
  REQUIRE_FALSE(page.model.isDamaged());
  page.model.fetchAnswers();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  page.sweep();
  REQUIRE(ok(readFile(page.file, 10'000)) == damaged);
}

TEST_CASE("damaged answers hold up neither their own case nor another client's survey", "[viewmodels][mapping]") {
  const Bytes damaged(8192, 'x');
  Page page;
  ok(writeFileDurably(page.file, damaged));
  page.model.goOnWithout(); // nobody has been told of any damage
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::TabletReturned);
  page.model.fetchAnswers();
  settle(page.world.queue);
  REQUIRE(page.model.isDamaged());
  SECTION("they can be left for later") {
    page.model.leaveForLater();
    REQUIRE(page.world.navigator.page() == ui::Navigator::Appointments);
  }
  SECTION("or set aside") {
    page.model.goOnWithout();
    settle(page.world.queue);
    REQUIRE(page.world.navigator.page() == ui::Navigator::CasePage);
    REQUIRE(page.world.navigator.caseId() == page.mapping.caseId);
    Status handedOver = Status::busy("not yet");
    page.world.queue
        .write([&page](store::CaseStore& cases) {
          return ui::prepareHandover(cases, page.folder, page.olas.id, 1.0, page.world.tablet.clock());
        })
        .then(&page.world.queue,
              [&handedOver](const Result<std::shared_ptr<ui::ClientBrief>>& brief) { handedOver = brief.status(); });
    settle(page.world.queue);
    ok(handedOver);
  }
  page.sweep();
  REQUIRE(ok(readFile(page.file, 10'000)) == damaged);
}

TEST_CASE("answers are fetched also when another tablet says that the client declined", "[viewmodels][mapping]") {
  Page page;
  page.answer("helse.na.tekst", "Jeg sover ikke");
  page.declineElsewhere();
  page.model.fetchAnswers();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  REQUIRE(page.fetched("helse.na.tekst") == "Jeg sover ikke");
}

TEST_CASE("answers to a mapping that was confirmed elsewhere are fetched to where they are read",
          "[viewmodels][mapping]") {
  Page page;
  page.answer("helse.na.tekst", "Jeg sover ikke");
  page.world.queue.write([&page](store::CaseStore& cases) -> Status { // as pulled from another tablet
    Mapping mapping = ok(cases.mapping(page.mapping.id));
    mapping.state = MappingState::InConversation;
    mapping.noTaskReason = "Amina vil tenke.";
    RETURN_IF_ERROR(cases.save(mapping));
    RETURN_IF_ERROR(cases.save({Confirmation::Agrees, "", kNow}, mapping.id));
    return cases.seal(mapping.id).status();
  });
  page.model.fetchAnswers();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::MappingReader);
  const store::LayerAnswers late =
      page.world.read([id = page.mapping.id](store::CaseStore& cases) { return cases.lateAnswers(id, Layer::Client); });
  REQUIRE(late.contains("helse.na.tekst"));
}

TEST_CASE("a survey whose answers are gone keeps nobody: the case goes on without them", "[viewmodels][mapping]") {
  Page page;
  std::filesystem::remove(page.file);
  page.world.navigator.restart(ui::Navigator::TabletReturned);
  settle(page.world.queue);
  REQUIRE(page.model.isLost());
  page.model.goOnWithout();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::CasePage);
  REQUIRE_FALSE(page.world.read([](store::CaseStore& cases) { return cases.openHandover(); }));
}

TEST_CASE("damaged answers stay the open ones when no new survey can begin", "[viewmodels][mapping]") {
  Page page;
  ok(writeFileDurably(page.file, Bytes(8192, 'x')));
  page.model.fetchAnswers();
  settle(page.world.queue);
  REQUIRE(page.model.isDamaged());
  page.declineElsewhere();
  page.model.letClientGoOn(1.0);
  settle(page.world.queue);
  REQUIRE(page.handedOver == 0);
  REQUIRE_FALSE(page.model.canAnswer());
  const auto open = page.world.read([](store::CaseStore& cases) { return cases.openHandover(); });
  REQUIRE(open);
  REQUIRE(page.folder.sessionFile(open->fileName) == page.file);
}

} // namespace veikart::test
