// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/case_view_model.h"

#include "app/store/write_batch.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

struct Page {
  OfficeWorld& world;
  ui::CaseViewModel model{world.context, world.sync};

  Page(OfficeWorld& office, const Id& caseId) : world(office) {
    world.open();
    world.navigator.go(ui::Navigator::CasePage, caseId);
    settle(world.queue);
  }
  QList<QVariant> task(int row) { return model.tasks()->rows().at(row); }
};

} // namespace

TEST_CASE("a case without a mapping says so and offers one", "[viewmodels][case]") {
  OfficeWorld world;
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  Page page(world, ola);
  REQUIRE(page.model.name() == "Ola Nordli");
  REQUIRE(page.model.mappingState() == "Ikke kartlagt");
  REQUIRE(page.model.mappingAction() == "Ny kartlegging");
  REQUIRE_FALSE(page.model.hasWords());
  REQUIRE_FALSE(page.model.canReadMapping());

  page.model.startOrContinueMapping();
  REQUIRE(world.navigator.page() == ui::Navigator::MappingStart);
  REQUIRE(world.navigator.caseId() == ola);
}

TEST_CASE("a case whose reading broke off says that it is not all here", "[viewmodels][case]") {
  OfficeWorld world;
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  ok(world.tablet.store().replica().applyPage({}, {"3", store::caseScope(ola)}));
  Page page(world, ola);
  CHECK(page.model.arrivingText().startsWith("Saken er ikke hentet ferdig."));
  world.queue.write(
      [ola](store::CaseStore& cases) { return cases.replica().applyPage({}, {"", store::caseScope(ola)}).status(); });
  emit world.sync.dataArrived();
  settle(world.queue);
  CHECK(page.model.arrivingText().isEmpty());
}

TEST_CASE("the latest attachments stand on the case page, and lead to all of them", "[viewmodels][case]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  for (int i = 1; i <= 5; ++i) {
    const std::string number = std::to_string(i);
    const Attachment letter{world.tablet.newId(),    amina, "brev", "Brev " + number, "2026-11-1" + number, "",
                            world.tablet.owner().id, {},    0};
    ok(world.tablet.store().attachments().add(letter, "%PDF-" + number));
  }
  Page page(world, amina);
  CHECK(page.model.attachmentCount() == 5);
  REQUIRE(page.model.attachments()->rowCount() == 3);
  CHECK(page.model.attachments()->rows().at(0).at(0) == "Brev 5");
  CHECK(page.model.attachments()->rows().at(0).at(1) == "Brev · 15. november · 1 kB");
  page.model.showAttachments();
  CHECK(world.navigator.page() == ui::Navigator::Attachments);
  CHECK(world.navigator.caseId() == amina);
}

TEST_CASE("a confirmed mapping shows the client's own words and when it was confirmed", "[viewmodels][case]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  const Mapping mapping = world.tablet.startMapping(amina);
  ok(world.tablet.store().saveAnswer(mapping.id, Layer::Client, "videre.med-egne-ord", words("Jeg vil ha en jobb.")));
  ok(world.tablet.store().saveAnswer(mapping.id, Layer::Conclusion, "konkl.ressurser", words("To språk")));
  world.tablet.sealed(mapping);

  Page page(world, amina);
  REQUIRE(page.model.mappingState() == "Bekreftet i dag");
  REQUIRE(page.model.isConfirmed());
  REQUIRE(page.model.ownWords() == "«Jeg vil ha en jobb.»");
  REQUIRE(page.model.resources() == "To språk");
  REQUIRE(page.model.canReadMapping());
}

TEST_CASE("tasks say who and by when, late ones noticeably, and can be ticked off", "[viewmodels][case]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  world.tablet.agree(amina, "Ringe fastlegen", "2026-11-20");
  Page page(world, amina);
  REQUIRE(page.task(0).mid(1) == QList<QVariant>{"Ringe fastlegen", "Kari · fristen var fredag", false, true});

  page.model.setTaskDone(page.task(0).front().toString(), true);
  settle(world.queue);
  REQUIRE(page.task(0).mid(1) == QList<QVariant>{"Ringe fastlegen", "Kari · gjort i dag", true, false});
  page.model.setTaskDone(page.task(0).front().toString(), false);
  settle(world.queue);
  REQUIRE(page.task(0).at(3) == false);
}

TEST_CASE("a tick taken away from an old task and given back keeps the day it was done", "[viewmodels][case]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  Task task = world.tablet.agree(amina, "Ringe fastlegen", "2026-03-01");
  task.state = TaskState::Done;
  task.doneDate = "2026-02-27";
  ok(world.tablet.store().save(task));
  Page page(world, amina);
  const QString before = page.task(0).at(2).toString();
  page.model.setTaskDone(page.task(0).front().toString(), false);
  settle(world.queue);
  REQUIRE(page.task(0).at(3) == false);
  page.model.setTaskDone(page.task(0).front().toString(), true);
  settle(world.queue);
  REQUIRE(page.task(0).at(2).toString() == before);
}

TEST_CASE("answers that wait on the tablet are fetched from the client's own case", "[viewmodels][case]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  ok(world.tablet.store().beginHandover(world.tablet.startMapping(amina).id).status());
  Page page(world, ola);
  REQUIRE(page.model.handoverText().isEmpty());
  REQUIRE(page.model.mappingAction() == "Ny kartlegging");

  world.navigator.go(ui::Navigator::CasePage, amina);
  settle(world.queue);
  REQUIRE(page.model.handoverText() == "Svarene til Amina ligger på nettbrettet.");
  REQUIRE(page.model.mappingAction() == "Hent svarene");
  page.model.startOrContinueMapping();
  REQUIRE(world.navigator.page() == ui::Navigator::TabletReturned);
}

TEST_CASE("sensitive words that nobody has read are told of by the mapping", "[viewmodels][case]") {
  OfficeWorld world;
  const Mapping mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  ok(world.tablet.store().saveAnswer(mapping.id, Layer::Client, "helse.na.tekst", words("Jeg er redd hjemme.")));
  Page page(world, mapping.caseId);
  REQUIRE(page.model.unreadText() == "Ulest tekst: Helse");
  world.queue.write([mapping](store::CaseStore& cases) -> Status {
    Mapping talk = mapping;
    talk.state = MappingState::InConversation;
    RETURN_IF_ERROR(cases.save(talk));
    return cases.confirm(mapping.id, {Confirmation::Agrees, "", kNow}, "Amina vil tenke.");
  });
  world.navigator.go(ui::Navigator::CasePage, mapping.caseId);
  settle(world.queue);
  REQUIRE(page.model.isConfirmed());
  REQUIRE(page.model.unreadText().isEmpty());
  world.navigator.go(ui::Navigator::CasePage, ola);
  REQUIRE(page.model.unreadText().isEmpty());
}

TEST_CASE("a new mapping that the client declined leaves the confirmed one in sight", "[viewmodels][case]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  world.tablet.sealed(world.tablet.startMapping(amina));
  world.tablet.clock().advance(kDay);
  Mapping declined = world.tablet.startMapping(amina);
  declined.state = MappingState::Declined;
  ok(world.tablet.store().save(declined));
  Page page(world, amina);
  REQUIRE(page.model.mappingState() == "Bekreftet i går · Sa nei takk i dag");
}

TEST_CASE("the latest contacts stand on the page, and all of them when asked for", "[viewmodels][case]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  for (int days = 1; days <= 7; ++days)
    world.tablet.logContact(amina, kNow - days * kDay);
  world.tablet.logContact(ola, kNow);
  Page page(world, amina);
  REQUIRE(page.model.contacts()->rowCount() == 4);
  REQUIRE(page.model.hasMoreContacts());
  REQUIRE(page.model.contactCount() == 7);
  page.model.setShowsAllContacts(true);
  REQUIRE(page.model.contacts()->rowCount() == 7);
  REQUIRE(page.model.contacts()->rows().at(6).at(0).toString().startsWith("15. november"));
  page.model.setShowsAllContacts(false);
  REQUIRE(page.model.contacts()->rowCount() == 4);

  world.navigator.go(ui::Navigator::CasePage, ola);
  settle(world.queue);
  REQUIRE_FALSE(page.model.hasMoreContacts());
}

TEST_CASE("earlier mappings can be read, and those that came to nothing are told", "[viewmodels][case]") {
  OfficeWorld world;
  world.tablet.clock().set(kNow - 400 * kDay);
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  const Mapping first = world.tablet.startMapping(amina);
  world.tablet.sealed(first);
  world.tablet.clock().advance(100 * kDay);
  Mapping declined = world.tablet.startMapping(amina);
  declined.state = MappingState::Declined;
  ok(world.tablet.store().save(declined));
  world.tablet.clock().advance(100 * kDay);
  world.tablet.sealed(world.tablet.startMapping(amina));
  world.tablet.clock().set(kNow);
  Page page(world, amina);

  const QList<ui::RowModel::Row>& earlier = page.model.earlier()->rows();
  REQUIRE(earlier.size() == 2);
  REQUIRE(earlier.at(0).mid(1) == QList<QVariant>{"Sa nei takk 26. januar", false});
  REQUIRE(earlier.at(1).mid(1) == QList<QVariant>{"KIS fra 18. oktober 2025", true});
  page.model.readEarlier(earlier.at(1).at(0).toString());
  REQUIRE(world.navigator.page() == ui::Navigator::MappingReader);
  REQUIRE(world.navigator.mappingId() == first.id);
}

TEST_CASE("a contact that was begun and not saved is pointed out", "[viewmodels][case]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  ok(world.tablet.store().keepDraft({amina}, "{}"));
  Page page(world, amina);
  REQUIRE(page.model.draftText() == "Du har en kladd til en kontakt fra i dag 10:00. Den er ikke lagret ennå.");
  world.navigator.go(ui::Navigator::CasePage, ola);
  settle(world.queue);
  REQUIRE(page.model.draftText().isEmpty());
}

TEST_CASE("another case shows nothing of the one before while it is being read", "[viewmodels][case]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  Page page(world, amina);
  {
    const HeldStore held(world.queue);
    world.navigator.go(ui::Navigator::CasePage, ola);
    REQUIRE(page.model.name().isEmpty());
  }
  settle(world.queue);
  REQUIRE(page.model.name() == "Ola Nordli");
}

TEST_CASE("ticking a task off leaves what came from another tablet meanwhile", "[viewmodels][case]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  world.tablet.agree(amina, "Ringe fastlegen", "2026-11-20");
  Page page(world, amina);
  world.queue.write([amina](store::CaseStore& cases) {
    Task task = ok(cases.caseOverview(amina)).tasks.at(0);
    task.what = "Ringe fastlegen om søvn";
    return cases.save(task);
  });
  page.model.setTaskDone(page.task(0).front().toString(), true);
  settle(world.queue);
  REQUIRE(page.task(0).mid(1) == QList<QVariant>{"Ringe fastlegen om søvn", "Kari · gjort i dag", true, false});
}

TEST_CASE("goals stand where the tasks are, and are ticked when they are reached", "[viewmodels][case]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  Goal goal;
  goal.id = world.tablet.newId();
  goal.caseId = amina;
  goal.text = "Bli trygg på norsk";
  ok(world.tablet.store().save(goal));
  Page page(world, amina);
  const auto row = [&page] { return page.model.goals()->rows().at(0); };
  REQUIRE(row().mid(1) == QList<QVariant>{"Bli trygg på norsk", "", false});
  page.model.setGoalReached(row().front().toString(), true);
  settle(world.queue);
  REQUIRE(row().mid(1) == QList<QVariant>{"Bli trygg på norsk", "nådd", true});
}

TEST_CASE("a task names the counsellor who took it on, and the main one where nobody is named", "[viewmodels][case]") {
  OfficeWorld world;
  StaffMember jonas{world.tablet.newId(), "Jonas", "Berg", Role::Counsellor, "Heimdal"};
  ok(world.tablet.store().save(jonas));
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  Task task = world.tablet.agree(amina, "Søke bostøtte", "2026-11-27");
  task.staffId = jonas.id;
  ok(world.tablet.store().save(task));
  world.tablet.agree(amina, "Ringe fastlegen", "2026-12-04");
  Page page(world, amina);
  REQUIRE(page.task(0).at(2).toString().startsWith("Jonas · "));
  REQUIRE(page.task(1).at(2).toString().startsWith("Kari · "));
}

} // namespace veikart::test
