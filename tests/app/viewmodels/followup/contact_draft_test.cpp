// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/followup/contact_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

constexpr int64_t kHour = 60LL * 60 * 1000;

// A counsellor with two clients, who writes on the contact page of one of them.
struct Pages {
  OfficeWorld world;
  Id amina, ola;
  std::unique_ptr<ui::ContactViewModel> model = std::make_unique<ui::ContactViewModel>(world.context, world.sync);

  Pages() {
    amina = world.tablet.addCase("Amina", "Hassan");
    ola = world.tablet.addCase("Ola", "Nordli");
    world.tablet.agree(amina, "Ringe fastlegen", "2026-11-20");
    Goal goal{world.tablet.newId(), amina, "Bli trygg på norsk", false};
    ok(world.tablet.store().save(goal));
    world.open();
    logContact(amina);
  }

  void logContact(const Id& caseId) {
    world.navigator.restart(ui::Navigator::CasePage, caseId);
    world.navigator.go(ui::Navigator::LogContact, caseId);
    settle(world.queue);
  }
  // As after an evening: another process, the same store.
  void startAgain() {
    model = std::make_unique<ui::ContactViewModel>(world.context, world.sync);
    logContact(amina);
  }
  bool isKept(const char* words) {
    const auto draft = world.read([id = amina](store::CaseStore& cases) { return cases.draft({id}); });
    return draft && draft->content.find(words) != Bytes::npos;
  }
  QString done() const { return model->property("done").toString(); }
  store::CaseOverview overview() { return world.overview(amina); }
};

} // namespace

TEST_CASE("what was written is there again after another client's contact was logged", "[viewmodels][draft]") {
  Pages pages;
  pages.model->setProperty("done", "Snakket om praksis.");
  pages.logContact(pages.ola);
  REQUIRE(pages.done().isEmpty());
  REQUIRE(pages.model->draftText().isEmpty());
  pages.model->setProperty("done", "Ringte Ola.");
  pages.world.tablet.clock().advance(2 * kHour);

  pages.logContact(pages.amina);
  REQUIRE(pages.done() == "Snakket om praksis.");
  REQUIRE(pages.model->draftText() == "Kladden fra i dag 10:00 er her ennå. Den er ikke lagret som kontakt.");
  pages.logContact(pages.ola);
  REQUIRE(pages.done() == "Ringte Ola.");
}

TEST_CASE("a draft holds all of the page, also when the app was closed meanwhile", "[viewmodels][draft]") {
  Pages pages;
  ui::ContactViewModel& before = *pages.model;
  before.setProperty("type", 6);
  before.setProperty("manner", 2);
  before.setProperty("minutes", 50);
  before.setProperty("place", 2);
  before.setProperty("placeName", "Moholt");
  before.setProperty("present", "Tolk");
  before.toggleLifeArea(1);
  before.setTaskDone(0, true);
  before.newTask();
  before.taskDraft()->setProperty("what", "Søke bostøtte");
  before.addTask();
  before.newTask();
  before.taskDraft()->setProperty("what", "Halvferdig");
  before.goals()->setReached(0, true);
  before.goals()->write("Et mål til");
  before.next()->setProperty("date", "2026-11-29");
  before.next()->setProperty("placeName", "Treffstedet");
  pages.world.tablet.clock().advance(kHour);
  pages.startAgain();

  ui::ContactViewModel& after = *pages.model;
  REQUIRE(after.type() == 6);
  REQUIRE(after.place() == 2);
  REQUIRE(after.property("placeName") == "Moholt");
  REQUIRE(after.lifeAreas()->rows().at(1).at(1).toBool());
  REQUIRE(after.isDraftingTask());
  REQUIRE(after.taskDraft()->property("what") == "Halvferdig");
  REQUIRE(after.next()->property("date") == "2026-11-29");
  after.cancelTask();
  after.save();
  settle(pages.world.queue);

  const store::CaseOverview overview = pages.overview();
  const Contact& contact = overview.contacts.at(0);
  REQUIRE(contact.at == kNow);
  REQUIRE(contact.acute);
  REQUIRE(contact.minutes == 50);
  REQUIRE(contact.present == "Tolk");
  REQUIRE(overview.tasks.size() == 2);
  for (const Task& task : overview.tasks)
    REQUIRE((task.what == "Søke bostøtte" ? task.agreedIn == contact.id : task.state == TaskState::Done));
  REQUIRE(overview.goals.size() == 2);
  REQUIRE(overview.goals.at(0).reached != overview.goals.at(1).reached);
  REQUIRE(overview.appointments.at(0).placeName == "Treffstedet");
}

TEST_CASE("a draft is kept while it is written, without leaving the page", "[viewmodels][draft]") {
  Pages pages;
  pages.model->setProperty("done", "Snakket om praksis.");
  REQUIRE(QTest::qWaitFor([&pages] { return pages.isKept("praksis"); }));
}

TEST_CASE("what is saved or discarded is no draft any more", "[viewmodels][draft]") {
  Pages pages;
  pages.model->setProperty("done", "Snakket om praksis.");
  pages.logContact(pages.amina);
  REQUIRE_FALSE(pages.model->draftText().isEmpty());
  SECTION("saved") {
    pages.model->setType(2);
    pages.model->save();
    settle(pages.world.queue);
    REQUIRE(pages.overview().contacts.size() == 1);
  }
  SECTION("discarded") {
    pages.model->discard();
    settle(pages.world.queue);
    REQUIRE(pages.done().isEmpty());
  }
  pages.logContact(pages.amina);
  REQUIRE(pages.done().isEmpty());
  REQUIRE(pages.model->draftText().isEmpty());
}

TEST_CASE("a page on which nothing was written leaves no draft", "[viewmodels][draft]") {
  Pages pages;
  SECTION("nothing") {}
  SECTION("written and taken away again") {
    pages.model->setProperty("done", "Snakket");
    pages.model->setProperty("done", "");
  }
  pages.world.tablet.clock().advance(kHour);
  pages.logContact(pages.amina);
  REQUIRE(pages.model->draftText().isEmpty());
}

TEST_CASE("what an appointment says beforehand is no draft", "[viewmodels][draft]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  world.meet(amina, kNow);
  world.open();
  ui::ContactViewModel model(world.context, world.sync);
  for (int visit = 0; visit < 2; ++visit) {
    world.navigator.restart(ui::Navigator::LogContact, amina);
    settle(world.queue);
    REQUIRE(model.type() == 0);
    REQUIRE(model.draftText().isEmpty());
  }
}

TEST_CASE("nothing can be written before the draft has been read", "[viewmodels][draft]") {
  Pages pages;
  pages.model->setProperty("done", "Snakket om praksis.");
  {
    const HeldStore held(pages.world.queue);
    pages.world.navigator.restart(ui::Navigator::LogContact, pages.amina);
    REQUIRE_FALSE(pages.model->isLoaded());
  }
  settle(pages.world.queue);
  REQUIRE(pages.model->isLoaded());
  REQUIRE(pages.done() == "Snakket om praksis.");
}

TEST_CASE("a contact that is being saved while another one's page is opened is saved, and takes nothing of that one",
          "[viewmodels][draft]") {
  Pages pages;
  pages.logContact(pages.ola);
  pages.model->setProperty("done", "Ringte Ola.");
  pages.logContact(pages.amina);
  pages.model->setProperty("done", "Snakket om praksis.");
  {
    pages.model->setType(2);
    const HeldStore held(pages.world.queue);
    pages.model->save();
    REQUIRE(pages.model->isSaving());
    pages.world.navigator.restart(ui::Navigator::CasePage, pages.ola);
    pages.world.navigator.go(ui::Navigator::LogContact, pages.ola);
    REQUIRE_FALSE(pages.model->isSaving());
  }
  settle(pages.world.queue);
  REQUIRE(pages.overview().contacts.size() == 1);
  REQUIRE(pages.world.navigator.page() == ui::Navigator::LogContact);
  REQUIRE(pages.done() == "Ringte Ola.");
  pages.model->setProperty("done", "Ringte Ola igjen.");
  pages.logContact(pages.amina);
  REQUIRE(pages.model->draftText().isEmpty());
  REQUIRE(pages.done().isEmpty());
  pages.logContact(pages.ola);
  REQUIRE(pages.done() == "Ringte Ola igjen.");
}

TEST_CASE("a contact that could not be saved is a draft still", "[viewmodels][draft]") {
  Pages pages;
  pages.model->setProperty("done", "Snakket om praksis.");
  pages.model->setType(2);
  pages.world.queue.close();
  settle(pages.world.queue);
  pages.model->save();
  settle(pages.world.queue);
  REQUIRE_FALSE(pages.model->message().isEmpty());
  REQUIRE_FALSE(pages.model->isSaving());
  pages.world.open();
  pages.model->setProperty("done", "Snakket om praksis og bolig.");
  REQUIRE(QTest::qWaitFor([&pages] { return pages.isKept("bolig"); }));
}

TEST_CASE("a draft that the store did not take stays in memory, and it is said", "[viewmodels][draft]") {
  Pages pages;
  pages.world.queue.close();
  settle(pages.world.queue);
  pages.model->setProperty("done", "Snakket om praksis.");
  pages.world.navigator.restart(ui::Navigator::CasePage, pages.amina);
  settle(pages.world.queue);
  REQUIRE_FALSE(pages.model->message().isEmpty());
  pages.world.open();
  pages.logContact(pages.amina);
  REQUIRE(pages.done() == "Snakket om praksis.");

  SECTION("and is tried again by itself") {
    REQUIRE(QTest::qWaitFor([&pages] { return pages.isKept("praksis"); }));
  }
  SECTION("and can be discarded") {
    pages.model->discard();
    settle(pages.world.queue);
    pages.logContact(pages.amina);
    REQUIRE(pages.done().isEmpty());
    REQUIRE(pages.model->draftText().isEmpty());
  }
}

TEST_CASE("a draft that could not be discarded is told of", "[viewmodels][draft]") {
  Pages pages;
  pages.model->setProperty("done", "Snakket om praksis.");
  pages.world.queue.close();
  settle(pages.world.queue);
  ui::DraftKeeper keeper(pages.world.context, [] { return QJsonObject(); });
  Status told;
  QObject::connect(&keeper, &ui::DraftKeeper::failed, [&told](const Status& status) { told = status; });
  keeper.begin({pages.amina});
  keeper.forget();
  settle(pages.world.queue);
  REQUIRE_FALSE(told.ok());
}

} // namespace veikart::test
