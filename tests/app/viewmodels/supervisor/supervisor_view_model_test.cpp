// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/supervisor/supervisor_view_model.h"

#include "app/casework/record_codec.h"
#include "tests/app/viewmodels/office/office_world.h"
#include "tests/app/viewmodels/review/two_tablets.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

struct Page {
  OfficeWorld world;
  Id amina;
  ui::SupervisorViewModel model{world.context, world.sync};

  Page() {
    amina = world.tablet.addCase("Amina", "Hassan");
    const Mapping mapping = world.tablet.startMapping(amina);
    ok(world.tablet.store().saveAnswer(mapping.id, Layer::Client, "videre.med-egne-ord", words("Jeg er klar.")));
    ok(world.tablet.store().saveAnswer(mapping.id, Layer::Conclusion, "konkl.veileder", words("Praksis fra januar")));
    world.tablet.sealed(mapping);
    world.tablet.logContact(amina, kNow - kDay);
    world.open();
    world.navigator.go(ui::Navigator::Supervisor);
    settle(world.queue);
  }

  void openCase() {
    model.select(QString::fromStdString(amina.toString()));
    model.setProperty("need", "Kvalitetssikring");
    model.open();
    settle(world.queue);
  }
};

} // namespace

TEST_CASE("the list tells that something came in, not what it says", "[viewmodels][supervisor]") {
  Page page;
  REQUIRE(page.model.inbox()->rowCount() == 1);
  REQUIRE(page.model.inbox()->rows().at(0).at(1).toString() == "Amina Hassan");
  page.model.select(QString::fromStdString(page.amina.toString()));
  REQUIRE(page.model.hasSelection());
  REQUIRE_FALSE(page.model.isOpened());
  REQUIRE(page.model.ownWords().isEmpty());
  REQUIRE(page.model.contacts()->rowCount() == 0);
}

TEST_CASE("those who need the supervisor stand first, with why", "[viewmodels][supervisor]") {
  OfficeWorld world;
  const Id per = world.tablet.addCase("Per", "Solbakken");
  world.tablet.logContact(per, kNow - 35 * kDay);
  world.tablet.clock().advance(kDay);
  world.tablet.addCase("Amina", "Hassan");
  world.open();
  ui::SupervisorViewModel model(world.context, world.sync);
  world.navigator.go(ui::Navigator::Supervisor);
  settle(world.queue);
  REQUIRE(model.inbox()->rows().at(0).at(1) == "Per Solbakken");
  REQUIRE(model.inbox()->rows().at(0).at(2) == "Siste kontakt for 5 uker siden · Kari Moen");
  REQUIRE(model.inbox()->rows().at(0).at(3) == "Oppfølging");
  REQUIRE(model.inbox()->rows().at(1).at(3) == "Ny");
  REQUIRE(model.summary() == "2 siden i går · 1 trenger deg");
}

TEST_CASE("what is attached is listed for a supervisor who has opened the case, and leads to it",
          "[viewmodels][supervisor]") {
  Page page;
  Attachment letter;
  letter.id = page.world.tablet.newId();
  letter.caseId = page.amina;
  letter.kind = "brev";
  letter.title = "Brev fra utleieren";
  letter.date = "2026-11-20";
  page.world.read([letter](store::CaseStore& cases) { return cases.attachments().add(letter, "%PDF-1.7 a letter"); });
  page.model.showAttachments();
  REQUIRE(page.world.navigator.page() == ui::Navigator::Supervisor);
  page.openCase();
  REQUIRE(page.model.attachments()->rows().size() == 1);
  REQUIRE(page.model.attachments()->rows().at(0).at(0) == "Brev fra utleieren");
  page.model.showAttachments();
  REQUIRE(page.world.navigator.page() == ui::Navigator::Attachments);
}

TEST_CASE("the list is narrowed by state and by the name of client or counsellor", "[viewmodels][supervisor]") {
  OfficeWorld world;
  const StaffMember jonas{world.tablet.newId(), "Jonas", "Lie", Role::Counsellor, "Heimdal"};
  ok(world.tablet.store().save(world.tablet.owner()));
  ok(world.tablet.store().save(jonas));
  const Id per = world.tablet.addCase("Per", "Solbakken");
  world.tablet.logContact(per, kNow - 35 * kDay);
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  world.tablet.startMapping(ola);
  Case file = ok(world.tablet.store().caseOverview(ola)).file;
  file.counsellorId = jonas.id;
  ok(world.tablet.store().save(file));
  world.open();
  ui::SupervisorViewModel model(world.context, world.sync);
  world.navigator.go(ui::Navigator::Supervisor);
  settle(world.queue);
  const auto shown = [&model] {
    QStringList names;
    for (const ui::RowModel::Row& row : model.inbox()->rows())
      names.append(row.at(1).toString());
    return names.join(", ");
  };
  REQUIRE(shown() == "Per Solbakken, Ola Nordli");
  REQUIRE_FALSE(model.isNarrowed());
  model.search("jonas");
  REQUIRE(shown() == "Ola Nordli");
  model.search("SOLB");
  REQUIRE(shown() == "Per Solbakken");
  model.search("");
  model.setState(1);
  REQUIRE(shown() == "Per Solbakken");
  model.setState(3);
  REQUIRE(shown() == "Ola Nordli");
  REQUIRE(model.isNarrowed());
  REQUIRE(model.summary() == "2 siden i går · 1 trenger deg");
}

TEST_CASE("a case opens on a stated need alone", "[viewmodels][supervisor]") {
  Page page;
  page.model.select(QString::fromStdString(page.amina.toString()));
  page.model.open();
  settle(page.world.queue);
  REQUIRE_FALSE(page.model.isOpened());
  REQUIRE_FALSE(page.model.needError().isEmpty());

  page.model.setProperty("need", "Kvalitetssikring");
  page.model.open();
  settle(page.world.queue);
  REQUIRE(page.model.isOpened());
  REQUIRE(page.model.ownWords() == "«Jeg er klar.»");
  REQUIRE(page.model.assessment() == "Praksis fra januar");
  REQUIRE(page.model.assessmentLabel() == "Faglig vurdering fra Kari Moen");
  REQUIRE(page.model.ownWordsLabel() == "Amina med egne ord");
  REQUIRE(page.model.tasks()->rowCount() == 1);
  REQUIRE(page.model.contacts()->rowCount() == 1);

  page.model.readMapping();
  REQUIRE(page.world.navigator.page() == ui::Navigator::MappingReader);
}

TEST_CASE("a case that was opened in an emergency stands first, with who opened it, for a week",
          "[viewmodels][supervisor]") {
  OfficeWorld world;
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  world.tablet.clock().advance(kDay);
  world.tablet.addCase("Amina", "Hassan");
  Tablet jonas("Jonas", "Lie");
  ok(world.tablet.store().save(jonas.owner()));
  const sync::RecordWrite opened{world.tablet.newId(),
                                 std::string(kGrantType),
                                 {sync::ScopeKind::Case, ola},
                                 {{"user", encodeText(jonas.owner().id.toString())},
                                  {"role", encodeText("emergency")},
                                  {"reason", encodeText("")}}};
  ok(world.tablet.store().replica().write({&opened, 1}));
  world.open();
  ui::SupervisorViewModel model(world.context, world.sync);
  world.navigator.go(ui::Navigator::Supervisor);
  settle(world.queue);
  const QList<QVariant> first = model.inbox()->rows().at(0);
  CHECK(first.at(1) == "Ola Nordli");
  CHECK(first.at(2).toString().contains("nødstilfelle i dag"));
  CHECK(first.at(2).toString().contains("av Jonas Lie"));
  CHECK(first.at(3) == "Nødstilfelle");
  world.tablet.clock().advance(7 * kDay);
  world.navigator.restart(ui::Navigator::Supervisor);
  settle(world.queue);
  CHECK(model.inbox()->rows().at(0).at(3) != "Nødstilfelle");
}

TEST_CASE("a mapping without a task says why, and from whom an assessment is missing", "[viewmodels][supervisor]") {
  OfficeWorld world;
  const QString ola = QString::fromStdString(world.tablet.addCase("Ola", "Nordli").toString());
  Mapping mapping = world.tablet.startMapping(ok(Id::parse(ola.toStdString())));
  mapping.state = MappingState::InConversation;
  ok(world.tablet.store().save(mapping));
  ok(world.tablet.store().confirm(mapping.id, {Confirmation::Agrees, "", kNow}, "Ola vil tenke."));
  world.open();
  ui::SupervisorViewModel model(world.context, world.sync);
  world.navigator.go(ui::Navigator::Supervisor);
  settle(world.queue);
  model.select(ola);
  model.setProperty("need", "Kvalitetssikring");
  model.open();
  settle(world.queue);
  REQUIRE(model.lacksFollowUp());
  REQUIRE(model.noTaskReason() == "Ola vil tenke.");
  REQUIRE(model.assessment().isEmpty());
  REQUIRE(model.assessmentLabel() == "Faglig vurdering fra Kari Moen");
  model.select(ola);
  REQUIRE(model.noTaskReason().isEmpty());
}

TEST_CASE("a case that opened has left one note of who, which and why, also after a second tap",
          "[viewmodels][supervisor]") {
  Page page;
  page.model.select(QString::fromStdString(page.amina.toString()));
  page.model.setProperty("need", "Kvalitetssikring");
  page.model.open();
  page.model.open();
  settle(page.world.queue);
  const std::vector<AuditEntry> entries =
      page.world.read([&](store::CaseStore& cases) { return cases.auditOf(page.amina); });
  REQUIRE(entries.front().action == AuditAction::Opened);
  REQUIRE(entries.front().staffId == page.world.context.user.id);
  REQUIRE(entries.front().reason == "Kvalitetssikring");
  REQUIRE(std::ranges::count(entries, AuditAction::Opened, &AuditEntry::action) == 1);
}

TEST_CASE("a case that was opened is closed again once the app was locked", "[viewmodels][supervisor]") {
  Page page;
  page.openCase();
  page.world.navigator.restart(ui::Navigator::Unlock);
  page.world.navigator.restart(ui::Navigator::Supervisor);
  settle(page.world.queue);
  REQUIRE_FALSE(page.model.hasSelection());
  REQUIRE_FALSE(page.model.isOpened());
  REQUIRE(page.model.ownWords().isEmpty());
  REQUIRE(page.model.contacts()->rowCount() == 0);
}

TEST_CASE("another case starts closed", "[viewmodels][supervisor]") {
  Page page;
  page.openCase();
  page.model.select(QString::fromStdString(page.amina.toString()));
  REQUIRE_FALSE(page.model.isOpened());
  REQUIRE(page.model.ownWords().isEmpty());
  page.model.readMapping();
  REQUIRE(page.world.navigator.page() == ui::Navigator::Supervisor);
}

TEST_CASE("the list says why it is empty, and nothing until it is read", "[viewmodels][supervisor]") {
  OfficeWorld world;
  SECTION("nothing came in") {
    world.open();
    ui::SupervisorViewModel model(world.context, world.sync);
    world.navigator.go(ui::Navigator::Supervisor);
    REQUIRE(model.hint().isEmpty());
    settle(world.queue);
    REQUIRE(model.hint() == "Ingenting har kommet inn.");
  }
  SECTION("nothing is found") {
    Page page;
    REQUIRE(page.model.hint() == "Velg en sak i listen.");
    page.model.search("x");
    REQUIRE(page.model.hint() == "Ingen saker passer.");
  }
}

TEST_CASE("a task that is done says when it was, not when it was due", "[viewmodels][supervisor]") {
  Page page;
  page.world.queue.write([id = page.amina](store::CaseStore& cases) {
    Task task = ok(cases.caseOverview(id)).tasks.at(0);
    task.dueDate = "2026-11-20";
    task.state = TaskState::Done;
    task.doneDate = "2026-11-21";
    return cases.save(task);
  });
  page.openCase();
  REQUIRE(page.model.tasks()->rows().at(0).at(1) == "Kari · i går");
}

TEST_CASE("a case in which something has two versions is in the list, and both are read once it is opened",
          "[viewmodels][supervisor]") {
  TwoTablets tablets;
  tablets.conclude(tablets.world.tablet, "To språk");
  tablets.conclude(tablets.jonas, "Fagbrev");
  tablets.world.tablet.receive(tablets.jonas);
  tablets.world.open();
  ui::SupervisorViewModel model(tablets.world.context, tablets.world.sync);
  tablets.world.navigator.go(ui::Navigator::Supervisor);
  settle(tablets.world.queue);
  const int twoVersions = static_cast<int>(model.stateChoices().indexOf("To versjoner"));
  REQUIRE(twoVersions > 0);
  model.setState(twoVersions);
  REQUIRE(model.inbox()->rowCount() == 1);
  CHECK(model.inbox()->rows().at(0).at(2) == "1 opplysninger har to versjoner · Kari Moen");
  CHECK(model.inbox()->rows().at(0).at(3) == "To versjoner");
  model.select(QString::fromStdString(tablets.amina.toString()));
  model.review()->open();
  CHECK(tablets.world.navigator.page() == ui::Navigator::Supervisor); // not before a need is stated
  model.setProperty("need", "Kvalitetssikring");
  model.open();
  settle(tablets.world.queue);
  CHECK(model.review()->text() == "1 opplysninger har to versjoner.");
  model.review()->open();
  CHECK(tablets.world.navigator.page() == ui::Navigator::TwoVersions);
}

} // namespace veikart::test
