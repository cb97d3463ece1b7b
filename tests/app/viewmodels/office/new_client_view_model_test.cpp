// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/new_client_view_model.h"

#include "app/casework/rules.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace veikart::test {

namespace {

struct Page {
  OfficeWorld& world;
  ui::NewClientViewModel model{world.context, world.sync};
  ui::ClientDetails& details = *model.details();

  explicit Page(OfficeWorld& office) : world(office) {
    world.open();
    world.navigator.restart(ui::Navigator::Caseload);
    world.navigator.go(ui::Navigator::NewClient);
    settle(world.queue);
  }
  void write(const char* field, const QString& text) { REQUIRE(details.setProperty(field, text)); }
  void save() {
    model.save();
    settle(world.queue);
  }
};

} // namespace

TEST_CASE("a new client gets a case, and its page comes up", "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);
  page.write("firstName", " Ola ");
  page.write("lastName", "Nordli");
  page.write("nationalId", "");
  page.save();

  const std::vector<store::CaseloadEntry> cases = world.caseload();
  REQUIRE(cases.size() == 1);
  REQUIRE(cases.front().name == "Ola Nordli");
  REQUIRE(world.navigator.page() == ui::Navigator::CasePage);
  REQUIRE(world.navigator.caseId() == cases.front().caseId);
}

TEST_CASE("errors stand at the fields they are about, and nothing is saved", "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);

  SECTION("a name is missing") {
    page.write("firstName", "Ola");
    page.save();
    REQUIRE(page.details.firstNameError().isEmpty());
    REQUIRE(page.details.lastNameError() == "Skriv etternavnet.");
    REQUIRE(page.details.nationalIdError().isEmpty());
    page.write("lastName", "N");
    REQUIRE(page.details.lastNameError().isEmpty());
  }
  SECTION("both names are missing") {
    page.save();
    REQUIRE(page.details.firstNameError() == "Skriv fornavnet.");
    REQUIRE(page.details.lastNameError() == "Skriv etternavnet.");
  }
  SECTION("letters are no telephone") {
    page.write("firstName", "Ola");
    page.write("lastName", "Nordli");
    page.write("phone", "abc");
    page.save();
    REQUIRE(page.details.phoneError() == "Skriv telefonnummeret med sifre.");
    page.write("phone", "+47 90 00 00 00");
    REQUIRE(page.details.phoneError().isEmpty());
  }
  SECTION("an interpreter of no language") {
    page.write("firstName", "Ola");
    page.write("lastName", "Nordli");
    page.write("language", " ");
    REQUIRE(page.details.setProperty("interpreter", 1));
    page.save();
    REQUIRE(page.details.languageError() == "Skriv hvilket språk tolken trengs i.");
    REQUIRE(page.details.setProperty("interpreter", 0));
    REQUIRE(page.details.languageError().isEmpty());
  }
  SECTION("a national id could be a real person's") {
    page.write("firstName", "Ola");
    page.write("lastName", "Nordli");
    page.write("nationalId", "01019012345");
    page.save();
    REQUIRE(page.details.lastNameError().isEmpty());
    REQUIRE(page.details.nationalIdError().startsWith("Bare oppdiktede nummer"));
  }
  REQUIRE(world.caseload().empty());
  REQUIRE(world.navigator.page() == ui::Navigator::NewClient);
}

TEST_CASE("a slip in the national id is told from a number that could be somebody's", "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);
  page.write("firstName", "Ola");
  page.write("lastName", "Nordli");
  QString number = QString::fromStdString(inventedNationalId("1992-03-04", 0));
  const char* begins = "";
  SECTION("too few") {
    number = "0483921";
    begins = "Fødselsnummeret skal ha elleve sifre.";
  }
  SECTION("a letter") {
    number[10] = 'O';
    begins = "Fødselsnummeret skal ha elleve sifre.";
  }
  SECTION("a wrong digit") {
    number[10] = QChar('0' + (number[10].digitValue() + 1) % 10);
    begins = "Nummeret stemmer ikke. Se etter om et siffer er feil.";
  }
  SECTION("no 80") {
    number = "15078812345";
    begins = "Bare oppdiktede nummer";
  }
  page.write("nationalId", number);
  page.save();
  REQUIRE(world.caseload().empty());
  REQUIRE(page.details.nationalIdError().startsWith(begins));
  page.write("nationalId", "");
  REQUIRE(page.details.nationalIdError().isEmpty());
}

TEST_CASE("somebody of the same name is pointed out, and no longer when the name is another",
          "[viewmodels][newclient]") {
  OfficeWorld world;
  world.tablet.addCase("Ola", "Nordli");
  Page page(world);
  page.write("firstName", "Ola");
  page.write("lastName", "Nordli");
  page.model.lookForSameName();
  settle(world.queue);
  REQUIRE(page.model.sameName() == "Mulig samme person: Ola Nordli har en sak fra før.");

  SECTION("another last name") {
    page.write("lastName", "Solbakken");
  }
  SECTION("no last name") {
    page.write("lastName", "");
  }
  page.model.lookForSameName();
  settle(world.queue);
  REQUIRE(page.model.sameName().isEmpty());
}

TEST_CASE("a second case of the same name is not made without a word", "[viewmodels][newclient]") {
  OfficeWorld world;
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  Page page(world);
  page.write("firstName", "Ola");
  page.write("lastName", "Nordli");
  page.save();
  REQUIRE(world.caseload().size() == 1);
  REQUIRE(page.model.sameName() == "Mulig samme person: Ola Nordli har en sak fra før.");
  SECTION("the case can be opened") {
    page.model.openSameName();
    REQUIRE(world.navigator.page() == ui::Navigator::CasePage);
    REQUIRE(world.navigator.caseId() == ola);
  }
  SECTION("making another is a step of its own") {
    page.model.saveThoughSameName();
    settle(world.queue);
    REQUIRE(world.caseload().size() == 2);
  }
  SECTION("which is not taken for another name that somebody has as well") {
    page.write("lastName", "Nord");
    REQUIRE(page.model.sameName().isEmpty());
    page.model.saveThoughSameName();
    settle(world.queue);
    REQUIRE(world.caseload().size() == 1);
  }
}

namespace {

// Amina, whose national id is known.
store::CaseOverview addWithNationalId(OfficeWorld& world) {
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  store::CaseOverview overview = ok(world.tablet.store().caseOverview(amina));
  overview.person.nationalId = inventedNationalId("1992-03-04", 0);
  ok(world.tablet.store().save(overview.person, amina));
  return overview;
}

} // namespace

TEST_CASE("the same name does not hide that the number is somebody's", "[viewmodels][newclient]") {
  OfficeWorld world;
  const std::string nationalId = addWithNationalId(world).person.nationalId;
  Page page(world);
  page.write("firstName", "Amina");
  page.write("lastName", "Hassan");
  page.model.lookForSameName();
  settle(world.queue);
  page.write("nationalId", QString::fromStdString(nationalId));
  page.model.saveThoughSameName();
  settle(world.queue);
  REQUIRE(world.caseload().size() == 1);
  REQUIRE_FALSE(page.details.sameNationalId().isEmpty());
}

TEST_CASE("a national id that somebody has already is not given to another without a word", "[viewmodels][newclient]") {
  OfficeWorld world;
  store::CaseOverview overview = addWithNationalId(world);
  const std::string nationalId = overview.person.nationalId;
  const bool isMine = GENERATE(true, false);
  if (!isMine) {
    overview.file.counsellorId = world.tablet.newId();
    ok(world.tablet.store().save(overview.file));
  }
  const size_t before = isMine ? 1 : 0;
  Page page(world);
  page.write("firstName", "A.");
  page.write("lastName", "Hasan");
  page.write("nationalId", QString::fromStdString(nationalId).insert(6, ' '));
  page.save();
  REQUIRE(world.caseload().size() == before);
  REQUIRE(world.navigator.page() == ui::Navigator::NewClient);
  REQUIRE(page.details.sameNationalId().contains("Amina Hassan") == isMine);
  REQUIRE(page.details.sameNationalId().contains("dette fødselsnummeret"));
  REQUIRE(page.details.canOpenOther() == isMine);

  SECTION("the case can be opened, by those who have it") {
    page.details.openOther();
    REQUIRE((world.navigator.page() == ui::Navigator::CasePage) == isMine);
    REQUIRE((world.navigator.caseId() == overview.file.id) == isMine);
  }
  SECTION("saving anyway is a step of its own") {
    page.model.saveAnyway();
    settle(world.queue);
    REQUIRE(world.caseload().size() == before + 1);
  }
  SECTION("what was said of the number is not said of the next one, and neither is saving anyway") {
    page.write("nationalId", QString::fromStdString(inventedNationalId("1992-03-04", 1)));
    REQUIRE(page.details.sameNationalId().isEmpty());
    REQUIRE_FALSE(page.details.canOpenOther());
    page.write("nationalId", QString::fromStdString(nationalId));
    page.model.saveAnyway();
    settle(world.queue);
    REQUIRE(world.caseload().size() == before);
    REQUIRE_FALSE(page.details.sameNationalId().isEmpty());
  }
  SECTION("with another number nothing is in the way") {
    page.write("nationalId", QString::fromStdString(inventedNationalId("1992-03-04", 1)));
    page.details.lookForSameNationalId();
    settle(world.queue);
    REQUIRE(page.details.sameNationalId().isEmpty());
    page.save();
    REQUIRE(world.caseload().size() == before + 1);
  }
}

TEST_CASE("without a network the page says what it can't check", "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);
  REQUIRE(page.model.networkText().contains("Nå kan vi bare sjekke mot det som er hentet hit"));
}

TEST_CASE("what was written about a new client is there when the page is left and opened again",
          "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);
  const auto reopen = [&page, &world] {
    world.navigator.restart(ui::Navigator::Settings);
    world.navigator.go(ui::Navigator::NewClient);
    settle(world.queue);
  };
  page.write("firstName", "Ola");
  page.write("phone", "90 00 00 00");
  page.write("language", "somali");
  REQUIRE(page.details.setProperty("interpreter", 1));
  reopen();
  REQUIRE(page.model.waitingText() == "Du har en kladd til en ny bruker fra i dag 10:00. Den er ikke lagret ennå.");
  REQUIRE_FALSE(page.details.isOpen());
  REQUIRE(page.details.property("firstName") == ""); // before it is asked for it stands on no screen
  REQUIRE(page.details.property("phone") == "");
  page.model.continueDraft();
  REQUIRE(page.details.isOpen());
  REQUIRE(page.model.waitingText().isEmpty());
  REQUIRE(page.model.draftText() == "Kladden fra i dag 10:00 er her ennå. Brukeren er ikke lagret.");
  REQUIRE(page.details.property("firstName") == "Ola");
  REQUIRE(page.details.property("phone") == "90 00 00 00");
  REQUIRE(page.details.property("language") == "somali");
  REQUIRE(page.details.property("interpreter") == 1);

  SECTION("not when it was saved") {
    page.write("lastName", "Nordli");
    page.save();
    REQUIRE(world.caseload().size() == 1);
  }
  SECTION("not when it was discarded") {
    page.model.discard();
    settle(world.queue);
  }
  reopen();
  REQUIRE(page.model.waitingText().isEmpty());
  REQUIRE(page.model.draftText().isEmpty());
  REQUIRE(page.details.property("firstName") == "");
  REQUIRE(page.details.property("language") == "norsk");
}

TEST_CASE("a draft that waits can be discarded unread", "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);
  page.write("firstName", "Ola");
  world.navigator.restart(ui::Navigator::NewClient);
  settle(world.queue);
  REQUIRE_FALSE(page.model.waitingText().isEmpty());
  page.model.discard();
  settle(world.queue);
  REQUIRE(page.details.isOpen());
  REQUIRE(page.model.waitingText().isEmpty());
  REQUIRE(page.details.property("firstName") == "");
}

TEST_CASE("a page that was left while the number was looked up makes no case", "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);
  page.write("firstName", "Ola");
  page.write("lastName", "Nordli");
  page.write("nationalId", QString::fromStdString(inventedNationalId("1992-03-04", 0)));
  {
    const HeldStore held(world.queue);
    page.model.save();
    page.model.close();
  }
  settle(world.queue);
  REQUIRE(world.caseload().empty());
  REQUIRE(world.navigator.page() == ui::Navigator::Caseload);
}

TEST_CASE("a client who is being saved while the page is left is saved, and no draft any more",
          "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);
  page.write("firstName", "Ola");
  page.write("lastName", "Nordli");
  // Queued before the store's answer, which is heard after it.
  QObject::connect(
      &page.model, &ui::NewClientViewModel::changed, &page.model,
      [&] {
        if (page.model.isSaving())
          world.navigator.restart(ui::Navigator::Settings);
      },
      Qt::QueuedConnection);
  page.save();
  REQUIRE(world.caseload().size() == 1);
  REQUIRE(world.navigator.page() == ui::Navigator::Settings);
  world.navigator.go(ui::Navigator::NewClient);
  settle(world.queue);
  REQUIRE(page.details.isOpen());
  REQUIRE(page.model.waitingText().isEmpty());
}

TEST_CASE("a field that ends because the page is being read looks nobody up", "[viewmodels][newclient]") {
  OfficeWorld world;
  Page page(world);
  const HeldStore held(world.queue);
  world.navigator.restart(ui::Navigator::NewClient);
  int changes = 0;
  QObject::connect(&page.model, &ui::NewClientViewModel::changed, [&changes] { ++changes; });
  page.model.lookForSameName();
  page.details.lookForSameNationalId();
  REQUIRE(changes == 0);
}

} // namespace veikart::test
