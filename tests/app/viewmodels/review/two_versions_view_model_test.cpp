// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/review/two_versions_view_model.h"

#include "tests/app/viewmodels/review/two_tablets.h"

namespace veikart::test {

namespace {

struct Page {
  TwoTablets tablets;
  ui::TwoVersionsViewModel model{tablets.world.context, tablets.world.sync};

  void open() { tablets.open(ui::Navigator::TwoVersions); }
  std::string shown(int version, int role) const { return rows().at(version).at(role).toString().toStdString(); }
  // "Du | Jonas Lie"
  std::string column(int role) const {
    QStringList values;
    for (const ui::RowModel::Row& row : rows())
      values.append(row.at(role).toString());
    return values.join(" | ").toStdString();
  }
  void choose(int version) {
    model.choose(version);
    settle(tablets.world.queue);
  }
  std::string conclusion() {
    const auto answers = tablets.world.read(
        [id = tablets.mapping.id](store::CaseStore& cases) { return cases.answers(id, Layer::Conclusion); });
    return answers.at("konkl.ressurser").answer.text;
  }

private:
  const QList<ui::RowModel::Row>& rows() const {
    return const_cast<ui::TwoVersionsViewModel&>(model).versions()->rows();
  }
};

enum Role { Who, When, Words, OnlyHere, Action };

} // namespace

TEST_CASE("both versions stand with who and when, and what differs is marked in words and in print",
          "[viewmodels][versions]") {
  Page page;
  page.tablets.conclude(page.tablets.world.tablet, "Praksis fra 1. januar, tre dager i uka");
  page.tablets.conclude(page.tablets.jonas, "Praksis fra august, tre dager i uka");
  page.open();
  REQUIRE(page.model.hasConflict());
  CHECK(page.model.over().toStdString() == "Amina Hassan · Konklusjonen · Dette har jeg med meg");
  CHECK(page.model.title() == "Det finnes to versjoner");
  CHECK(page.model.lead().startsWith("Jonas Lie og du skrev uten å se hverandres tekst."));
  CHECK(page.column(Who) == "Du | Jonas Lie");
  CHECK(page.shown(0, When) == "i dag 10:00 · på dette nettbrettet");
  CHECK(page.shown(1, When) == "i dag 11:00");
  CHECK(page.shown(0, Words) == "Praksis fra <b><u>1. januar,</u></b> tre dager i uka");
  CHECK(page.shown(0, OnlyHere) == "Bare her: 1. januar,");
  CHECK(page.column(Action) == "Bruk denne | Bruk denne");
  CHECK(page.model.commonText().toStdString() ==
        "Praksis fra 1. januar, tre dager i uka\nPraksis fra august, tre dager i uka");
}

TEST_CASE("what is written can hold signs that markup is made of", "[viewmodels][versions]") {
  Page page;
  page.tablets.conclude(page.tablets.world.tablet, "<b>Tre & fire</b>");
  page.tablets.conclude(page.tablets.jonas, "Fem\nSeks");
  page.open();
  CHECK(page.shown(0, Words) == "&lt;b&gt;Tre &amp; fire&lt;/b&gt;");
  CHECK(page.shown(1, Words) == "Fem<br>Seks");
}

TEST_CASE("a choice stands everywhere, is told, and can be made anew right after", "[viewmodels][versions]") {
  Page page;
  page.tablets.conclude(page.tablets.world.tablet, "To språk");
  page.tablets.conclude(page.tablets.jonas, "Fagbrev");
  page.open();
  page.choose(1);
  CHECK(page.conclusion() == "Fagbrev");
  CHECK_FALSE(page.model.hasConflict());
  CHECK(page.model.settledText().toStdString() ==
        "Dette har jeg med meg: versjonen fra Jonas Lie står nå. Den andre får beskjed.");

  page.model.chooseAgain();
  REQUIRE(page.model.hasConflict());
  CHECK(page.column(Who) == "Du | Jonas Lie");
  page.choose(0);
  CHECK(page.conclusion() == "To språk");
  page.tablets.send();
  CHECK(ok(page.tablets.jonas.store().conflicts().in(page.tablets.amina)).empty());
  const auto news =
      ok(page.tablets.jonas.store().conflicts().newsIn(page.tablets.amina, page.tablets.jonas.owner().id));
  REQUIRE(news.size() == 1);
  CHECK(news.front().settledBy == "Kari Moen");
}

TEST_CASE("a common text stands in place of both", "[viewmodels][versions]") {
  Page page;
  page.tablets.conclude(page.tablets.world.tablet, "To språk");
  page.tablets.conclude(page.tablets.jonas, "Fagbrev");
  page.open();
  REQUIRE(page.model.canWriteCommon());
  CHECK(page.model.commonText().toStdString() == "To språk\nFagbrev");
  page.model.setCommonText("  ");
  page.model.useCommon();
  settle(page.tablets.world.queue);
  REQUIRE(page.model.hasConflict());
  page.model.setCommonText("To språk og fagbrev");
  page.model.useCommon();
  settle(page.tablets.world.queue);
  CHECK_FALSE(page.model.hasConflict());
  CHECK(page.conclusion() == "To språk og fagbrev");
}

TEST_CASE("a date has no common text, and several fields are gone through one at a time", "[viewmodels][versions]") {
  Page page;
  TwoTablets::decide(page.tablets.world.tablet, page.tablets.task.id, "2026-12-03");
  TwoTablets::decide(page.tablets.jonas, page.tablets.task.id, "2026-12-10");
  page.tablets.conclude(page.tablets.world.tablet, "To språk");
  page.tablets.conclude(page.tablets.jonas, "Fagbrev");
  page.open();
  CHECK(page.model.place() == "1 av 2");
  if (page.model.canWriteCommon())
    page.model.next();
  CHECK(page.model.over().toStdString() == "Amina Hassan · Oppgaven «Ringe fastlegen» · Frist");
  CHECK_FALSE(page.model.canWriteCommon());
  CHECK(page.column(Words) == "torsdag 3. desember | 10. desember");
  page.choose(0);
  CHECK(page.model.hasConflict());
  CHECK(page.model.place().isEmpty());
  CHECK(page.tablets.jonasSees().tasks.front().dueDate == "2026-12-03");
}

TEST_CASE("the client's own words are chosen by nobody but the client", "[viewmodels][versions]") {
  Page page;
  page.tablets.answer(page.tablets.world.tablet, "Jeg vil jobbe med barn.");
  page.tablets.answer(page.tablets.jonas, "Jeg vil jobbe på lager.");
  page.open();
  CHECK(page.column(Who) == "Amina | Amina");
  CHECK(page.column(Action) == " | ");
  CHECK_FALSE(page.model.canWriteCommon());
  page.choose(0);
  CHECK(page.model.hasConflict());

  CHECK(page.model.withClientAction() == "Gå gjennom med Amina");
  page.model.goThroughWithClient();
  CHECK(page.model.withClientAction().isEmpty());
  CHECK(page.column(Action) == "Amina velger denne | Amina velger denne");
  page.choose(1);
  CHECK_FALSE(page.model.hasConflict());
  CHECK(page.model.settledText().endsWith("det Amina valgte, står nå. Den andre får beskjed."));
  const auto answers = page.tablets.world.read(
      [id = page.tablets.mapping.id](store::CaseStore& cases) { return cases.answers(id, Layer::Client); });
  CHECK(answers.at("videre.med-egne-ord").answer.text == "Jeg vil jobbe på lager.");
}

TEST_CASE("a supervisor reads both and settles neither", "[viewmodels][versions]") {
  Page page;
  page.tablets.conclude(page.tablets.world.tablet, "To språk");
  page.tablets.conclude(page.tablets.jonas, "Fagbrev");
  page.tablets.answer(page.tablets.world.tablet, "Barn");
  page.tablets.answer(page.tablets.jonas, "Lager");
  page.tablets.world.tablet.receive(page.tablets.jonas);
  page.tablets.world.open();
  page.tablets.world.context.user.role = casework::Role::Supervisor;
  page.tablets.world.navigator.go(ui::Navigator::TwoVersions, page.tablets.amina);
  settle(page.tablets.world.queue);
  for (int i = 0; i < 2; ++i) {
    REQUIRE(page.model.hasConflict());
    CHECK(page.column(Action) == " | ");
    CHECK_FALSE(page.model.canWriteCommon());
    CHECK(page.model.withClientAction().isEmpty());
    page.choose(0);
    page.model.next();
  }
  CHECK(page.tablets.world.read(
            [id = page.tablets.amina](store::CaseStore& cases) { return cases.conflicts().countIn(id); }) == 2);
}

TEST_CASE("what comes while one reads is not settled away, and is shown", "[viewmodels][versions]") {
  Page page;
  page.tablets.conclude(page.tablets.world.tablet, "To språk");
  page.tablets.conclude(page.tablets.jonas, "Fagbrev");
  page.open();
  page.tablets.conclude(page.tablets.jonas, "Fagbrev i sveising");
  page.tablets.receive();
  page.choose(0);
  CHECK(page.model.hasConflict());
  CHECK(page.model.message().startsWith("Det har kommet noe nytt"));
  CHECK(page.column(Words) == "To språk | Fagbrev i sveising");
  page.choose(0);
  CHECK(page.model.message().isEmpty());
  CHECK(page.conclusion() == "To språk");
}

TEST_CASE("a common text under way stays when another version comes, and when one looks elsewhere",
          "[viewmodels][versions]") {
  Page page;
  page.tablets.conclude(page.tablets.world.tablet, "To språk");
  page.tablets.conclude(page.tablets.jonas, "Fagbrev");
  page.open();
  page.model.setCommonText("To språk og fagbrev");
  page.tablets.conclude(page.tablets.jonas, "Fagbrev i sveising");
  page.tablets.receive();
  emit page.tablets.world.sync.dataArrived();
  settle(page.tablets.world.queue);
  CHECK(page.model.commonText() == "To språk og fagbrev");
  CHECK(page.model.message() == "En ny versjon er kommet. Det du har skrevet, står her ennå.");
  page.tablets.world.navigator.back();
  page.tablets.world.navigator.go(ui::Navigator::TwoVersions, page.tablets.amina);
  settle(page.tablets.world.queue);
  CHECK(page.model.commonText() == "To språk og fagbrev");
  page.tablets.world.navigator.restart(ui::Navigator::Unlock);
  page.tablets.world.navigator.restart(ui::Navigator::TwoVersions, page.tablets.amina);
  settle(page.tablets.world.queue);
  CHECK(page.model.commonText() != "To språk og fagbrev");
}

TEST_CASE("an appointment that one cancelled and another moved is kept or left away", "[viewmodels][versions]") {
  Page page;
  page.tablets.world.meet(page.tablets.amina, kNow + 3 * kDay, "Moholt");
  page.tablets.jonas.receive(page.tablets.world.tablet);
  Appointment appointment = ok(page.tablets.jonas.store().caseOverview(page.tablets.amina)).appointments.front();
  ok(page.tablets.world.tablet.store().cancelAppointment(appointment.id));
  appointment.at += kDay;
  ok(page.tablets.jonas.store().save(appointment));
  page.open();
  CHECK(page.model.over().toStdString() == "Amina Hassan · Avtalen torsdag 26. november 10:00");
  CHECK(page.column(Words) == "Tok det bort | Når: torsdag 26. november 10:00");
  CHECK(page.column(Action) == "La det være borte | Behold det");
  SECTION("kept") {
    page.choose(1);
    CHECK(page.tablets.world.overview(page.tablets.amina).appointments.size() == 1);
  }
  SECTION("left away") {
    page.choose(0);
    CHECK(page.tablets.world.overview(page.tablets.amina).appointments.empty());
  }
  CHECK_FALSE(page.model.hasConflict());
}

} // namespace veikart::test
