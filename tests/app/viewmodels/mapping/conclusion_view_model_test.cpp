// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/conclusion_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"
#include "tests/app/viewmodels/review/two_tablets.h"
#include "tests/platform/support/full_disk.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

constexpr const char* kResources = "konkl.ressurser";
constexpr const char* kAssessment = "konkl.veileder";
enum Column { Key, Label, Hint, Kind, Value, IsTicked, IsCounsellors, IsAsked };

ui::RowModel::Row rowOf(ui::ConclusionViewModel& model, const QString& key) {
  for (const ui::RowModel::Row& row : model.fields()->rows())
    if (row[Key] == key)
      return row;
  FAIL("the conclusion has no such question");
  return {};
}

QString valueOf(ui::ConclusionViewModel& model, const QString& key) {
  return rowOf(model, key)[Value].toString();
}

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

  std::vector<Goal> goals() { return world.overview(mapping.caseId).goals; }

  bool isSaved() {
    return QTest::qWaitFor([this] { return !model.savedText().isEmpty(); });
  }
};

} // namespace

TEST_CASE("the conclusion is there again when the page comes up again", "[viewmodels][mapping]") {
  Page page;
  page.model.write(kResources, "To språk");
  page.model.write(kAssessment, "Praksis fra januar");
  REQUIRE(page.model.savedText().isEmpty());
  REQUIRE(page.isSaved());
  ui::ConclusionViewModel again(page.world.context);
  page.world.navigator.go(ui::Navigator::Conclusion, page.mapping.caseId, page.mapping.id);
  settle(page.world.queue);
  REQUIRE(valueOf(again, kResources) == "To språk");
  REQUIRE(valueOf(again, kAssessment) == "Praksis fra januar");
  REQUIRE(valueOf(again, "konkl.utfordringer").isEmpty());
}

TEST_CASE("the conclusion begins at its first question, or where the talk led to", "[viewmodels][mapping]") {
  Page page;
  const QString first = page.model.fields()->rows().at(0).at(Key).toString();
  REQUIRE(page.model.firstField() == first);
  page.model.beginAt("konkl.uenig");
  page.world.navigator.go(ui::Navigator::Conclusion, page.mapping.caseId, page.mapping.id);
  REQUIRE(page.model.firstField() == "konkl.uenig");
  page.world.navigator.go(ui::Navigator::Conclusion, page.mapping.caseId, page.mapping.id);
  REQUIRE(page.model.firstField() == first);
}

TEST_CASE("a task says what it lacks, and joins the list when it is whole", "[viewmodels][mapping]") {
  Page page;
  page.model.newTask();
  page.model.saveTask();
  REQUIRE(page.model.isDrafting());
  REQUIRE(page.model.draft()->problem() == "Skriv hva som skal gjøres.");

  page.model.draft()->setProperty("what", "Ringe fastlegen");
  REQUIRE(page.model.draft()->problem().isEmpty());
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

TEST_CASE("a theme that was only noted down as seen differently is not shown to the client", "[viewmodels][mapping]") {
  constexpr const char* kDisagreement = "konkl.uenig";
  Page page;
  const QString theme = QString::fromStdString(forms::kisReconstruction().themes().front().text) + ":";
  page.model.write(kDisagreement, theme + " ");
  page.model.showToClient();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Confirm);
  const auto saved =
      page.world.read([id = page.mapping.id](store::CaseStore& cases) { return cases.answers(id, Layer::Conclusion); });
  REQUIRE(saved.at(kDisagreement).answer.state == forms::AnswerState::Unanswered);
}

TEST_CASE("the client is not shown a conclusion that is not saved", "[viewmodels][mapping]") {
  Page page;
  {
    const FullDisk full;
    page.model.write(kResources, "To språk");
    page.model.showToClient();
    settle(page.world.queue);
    page.model.backToConversation();
    settle(page.world.queue);
    REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
    REQUIRE(page.model.message().startsWith("Nettbrettet er fullt."));
    REQUIRE(page.model.message().contains("trygt"));
    REQUIRE(page.model.savedText().isEmpty());
  }
  page.model.showToClient();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Confirm);
  ui::ConclusionViewModel again(page.world.context);
  page.world.navigator.go(ui::Navigator::Conclusion, page.mapping.caseId, page.mapping.id);
  settle(page.world.queue);
  REQUIRE(valueOf(again, kResources) == "To språk");
}

TEST_CASE("what was typed last is kept when the page goes away under it", "[viewmodels][mapping]") {
  Page page;
  page.model.write(kResources, "To språk");
  page.world.navigator.restart(ui::Navigator::Unlock);
  ui::ConclusionViewModel again(page.world.context);
  page.world.navigator.go(ui::Navigator::Conclusion, page.mapping.caseId, page.mapping.id);
  settle(page.world.queue);
  REQUIRE(valueOf(again, kResources) == "To språk");
}

TEST_CASE("a mapping that was sealed elsewhere does not keep the counsellor on the page", "[viewmodels][mapping]") {
  Page page;
  page.world.queue.write([mapping = page.mapping](store::CaseStore& cases) -> Status {
    Mapping talk = mapping;
    talk.state = MappingState::InConversation;
    talk.noTaskReason = "Amina vil tenke.";
    RETURN_IF_ERROR(cases.save(talk));
    RETURN_IF_ERROR(cases.save({Confirmation::Agrees, "", kNow}, mapping.id));
    return cases.seal(mapping.id).status();
  });
  page.model.write(kResources, "To språk");
  page.model.backToConversation();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
  REQUIRE(page.model.message().startsWith("Dette kan ikke lagres"));
  page.model.backToConversation();
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
}

TEST_CASE("another conclusion shows nothing of the one before, and nothing can be written until it is read",
          "[viewmodels][mapping]") {
  Page page;
  page.model.write(kResources, "To språk");
  {
    const HeldStore held(page.world.queue);
    page.world.navigator.go(ui::Navigator::Conclusion, page.mapping.caseId, page.world.tablet.newId());
    REQUIRE(page.model.clientName().isEmpty());
    REQUIRE(page.model.fields()->rowCount() == 0);
    page.model.write(kResources, "Ikke hit");
    page.model.newTask();
    REQUIRE_FALSE(page.model.isDrafting());
    page.model.showToClient();
  }
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
}

TEST_CASE("the conclusion asks what its form asks, and who from NAV Arbeid was there only when they were",
          "[viewmodels][mapping]") {
  Page page;
  REQUIRE(rowOf(page.model, kResources)[Label] == "Dette har jeg med meg");
  REQUIRE(rowOf(page.model, "konkl.nav-arbeid")[Kind] == ui::ConclusionViewModel::YesNo);
  REQUIRE_FALSE(rowOf(page.model, "konkl.nav-arbeid.dato")[IsAsked].toBool());
  page.model.tick("konkl.nav-arbeid", true);
  REQUIRE(rowOf(page.model, "konkl.nav-arbeid.dato")[IsAsked].toBool());
  page.model.pickDate("konkl.nav-arbeid.dato", "2026-11-20");
  page.model.write("konkl.nav-arbeid.navn", "Siv Berg");
  REQUIRE(page.isSaved());
  ui::ConclusionViewModel again(page.world.context);
  page.world.navigator.go(ui::Navigator::Conclusion, page.mapping.caseId, page.mapping.id);
  settle(page.world.queue);
  REQUIRE(rowOf(again, "konkl.nav-arbeid")[IsTicked].toBool());
  REQUIRE(valueOf(again, "konkl.nav-arbeid.dato") == "2026-11-20");
  REQUIRE(valueOf(again, "konkl.nav-arbeid.navn") == "Siv Berg");
}

TEST_CASE("the day NAV Arbeid was there has been, and what is no day is not saved as one", "[viewmodels][mapping]") {
  constexpr const char* kWhen = "konkl.nav-arbeid.dato";
  Page page;
  page.model.tick("konkl.nav-arbeid", true);
  page.model.pickDate(kWhen, "3.12");
  REQUIRE(valueOf(page.model, kWhen) == "2025-12-03");

  page.model.pickDate(kWhen, "i fjor");
  REQUIRE(valueOf(page.model, kWhen) == "i fjor");
  page.model.showToClient();
  page.model.backToConversation();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
  REQUIRE(page.model.message().contains("Når var det?"));
  const auto saved =
      page.world.read([id = page.mapping.id](store::CaseStore& cases) { return cases.answers(id, Layer::Conclusion); });
  REQUIRE(saved.at(kWhen).answer.text == "2025-12-03");

  page.model.pickDate(kWhen, "3.12.25");
  REQUIRE(page.model.message().isEmpty());
  page.model.showToClient();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Confirm);
}

TEST_CASE("a goal is written in the client's words, and ticked when it is reached", "[viewmodels][mapping]") {
  Page page;
  page.model.goals()->write(" Bli trygg på norsk ");
  page.model.goals()->add();
  REQUIRE(page.model.savedText().isEmpty());
  REQUIRE(page.isSaved());
  REQUIRE(page.goals().at(0).text == "Bli trygg på norsk");
  page.model.goals()->setReached(0, true);
  REQUIRE(page.isSaved());
  REQUIRE(page.goals().at(0).reached);
  REQUIRE(page.goals().size() == 1);
}

TEST_CASE("a goal that was written and not put on the list goes along to the client", "[viewmodels][mapping]") {
  Page page;
  page.model.goals()->write("Bli trygg på norsk");
  {
    const FullDisk full;
    page.model.showToClient();
    settle(page.world.queue);
    REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
  }
  page.model.showToClient();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Confirm);
  REQUIRE(page.goals().size() == 1);
}

TEST_CASE("a task and a goal half written are there again after the conversation, and are no other client's",
          "[viewmodels][mapping]") {
  Page page;
  page.model.newTask();
  page.model.draft()->setProperty("what", "Ringe fastlegen");
  page.model.goals()->write("Egen bo");
  page.model.backToConversation();
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  SECTION("the same mapping") {
    page.world.navigator.go(ui::Navigator::Conclusion, page.mapping.caseId, page.mapping.id);
    settle(page.world.queue);
    REQUIRE(page.model.isDrafting());
    REQUIRE(page.model.draft()->property("what") == "Ringe fastlegen");
    REQUIRE(page.model.goals()->text() == "Egen bo");
    page.model.showToClient();
    settle(page.world.queue);
    REQUIRE(page.world.navigator.page() == ui::Navigator::Confirm);
    REQUIRE(page.goals().at(0).text == "Egen bo");
  }
  SECTION("another one") {
    page.world.navigator.go(ui::Navigator::Conclusion, page.world.tablet.newId(), page.world.tablet.newId());
    settle(page.world.queue);
    REQUIRE_FALSE(page.model.isDrafting());
    REQUIRE(page.model.goals()->text().isEmpty());
  }
}

TEST_CASE("what comes from another tablet while the conclusion is written is not written away",
          "[viewmodels][mapping]") {
  TwoTablets tablets;
  tablets.conclude(tablets.jonas, "Jobb i barnehage.\n\nSover dårlig.");
  tablets.world.tablet.receive(tablets.jonas);
  tablets.world.open();
  ui::ConclusionViewModel model(tablets.world.context);
  tablets.world.navigator.go(ui::Navigator::Conclusion, tablets.amina, tablets.mapping.id);
  settle(tablets.world.queue);
  tablets.jonas.clock().advance(1000);
  const auto text = [&] {
    const auto answers = tablets.world.read(
        [id = tablets.mapping.id](store::CaseStore& cases) { return cases.answers(id, Layer::Conclusion); });
    return answers.at(kResources).answer.text;
  };
  const auto write = [&](const QString& value) {
    model.write(kResources, value);
    REQUIRE(QTest::qWaitFor([&] { return !model.savedText().isEmpty(); }));
  };

  SECTION("in another paragraph") {
    tablets.conclude(tablets.jonas, "Jobb i barnehage.\n\nSover bedre.");
    tablets.receive();
    write("Praksis i barnehage.\n\nSover dårlig.");
    CHECK(text() == "Praksis i barnehage.\n\nSover bedre.");
    write("Praksis på Moholt.\n\nSover dårlig."); // the page shows what was written on it
    CHECK(text() == "Praksis på Moholt.\n\nSover bedre.");
  }
  SECTION("in the same paragraph") {
    tablets.conclude(tablets.jonas, "Jobb på lager.\n\nSover dårlig.");
    tablets.receive();
    write("Praksis i barnehage.\n\nSover dårlig.");
    CHECK(text() == "Praksis i barnehage.\n\nSover dårlig.");
    tablets.send();
    const auto news = ok(tablets.jonas.store().conflicts().newsIn(tablets.amina, tablets.jonas.owner().id));
    REQUIRE(news.size() == 1);
    CHECK(news.front().settledBy == "Kari Moen");
  }
}

} // namespace veikart::test
