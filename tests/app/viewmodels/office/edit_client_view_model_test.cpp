// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/edit_client_view_model.h"

#include "app/casework/rules.h"
#include "app/viewmodels/office/case_view_model.h"
#include "sync/record/canonical.h"
#include "tests/app/viewmodels/office/office_world.h"
#include "tests/platform/support/full_disk.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

// Amina's case, in which her details are being corrected; Ola's stands beside it.
struct Page {
  OfficeWorld world;
  Tablet jonas{"Jonas"}; // has the case as it was before
  Id amina = world.tablet.addCase("Amina", "Hasan");
  Id ola = world.tablet.addCase("Ola", "Nordli");
  std::string aminasNumber = inventedNationalId("1992-03-04", 0), olasNumber = inventedNationalId("1988-07-15", 0);
  ui::EditClientViewModel model{world.context};
  ui::ClientDetails& details = *model.details();

  Page() {
    know(amina, aminasNumber, "90 00 00 00", "somali", "alltid");
    know(ola, olasNumber, "", "norsk", "");
    jonas.receive(world.tablet);
    world.open();
    world.navigator.restart(ui::Navigator::Caseload);
    world.navigator.go(ui::Navigator::CasePage, amina);
    edit();
  }
  void know(const Id& caseId, const std::string& number, const char* phone, const char* language,
            const char* interpreter) {
    Person person = ok(world.tablet.store().caseOverview(caseId)).person;
    person.nationalId = number;
    person.birthDate = birthDateOf(number).value();
    person.phone = phone;
    person.language = language;
    person.interpreter = interpreter;
    ok(world.tablet.store().save(person, caseId));
  }
  void edit() {
    world.navigator.go(ui::Navigator::EditClient, amina);
    settle(world.queue);
  }
  void reopen() {
    world.navigator.back();
    edit();
  }
  void write(const char* field, const QVariant& value) { REQUIRE(details.setProperty(field, value)); }
  QString written(const char* field) const { return details.property(field).toString(); }
  void save() {
    model.save();
    settle(world.queue);
  }
  bool isOnCasePage() const { return world.navigator.page() == ui::Navigator::CasePage; }
  Person person() { return world.overview(amina).person; }
  sync::Record record() {
    return world.read([id = person().id](store::CaseStore& cases) { return cases.replica().load(id); }).value();
  }
  // On Jonas' tablet, from which it is fetched.
  void changedElsewhere(const std::function<void(Person&)>& change) {
    Person person = ok(jonas.store().caseOverview(amina)).person;
    change(person);
    ok(jonas.store().save(person, amina));
    std::vector<Bytes> page;
    for (const sync::Record& record : ok(jonas.store().replica().loadAll()))
      page.push_back(sync::encode(record));
    world.queue.keep([page](store::CaseStore& cases) { return cases.replica().applyPage(page, {"cursor", {}}); });
    settle(world.queue);
  }
};

QStringList differing(const sync::Record& a, const sync::Record& b) {
  QStringList names;
  for (const auto& [name, value] : b.fields)
    if (const auto before = a.fields.find(name); before == a.fields.end() || before->second != value)
      names.append(QString::fromStdString(name));
  return names;
}

} // namespace

TEST_CASE("what is known of the client stands in the fields, and can be written in once it is read",
          "[viewmodels][editclient]") {
  Page page;
  REQUIRE(page.details.isOpen());
  REQUIRE(page.model.name() == "Amina Hasan");
  REQUIRE(page.written("firstName") == "Amina");
  REQUIRE(page.written("lastName") == "Hasan");
  REQUIRE(page.written("nationalId").toStdString() == page.aminasNumber);
  REQUIRE(page.written("phone") == "90 00 00 00");
  REQUIRE(page.written("language") == "somali");
  REQUIRE(page.written("interpreter") == "1");

  const HeldStore held(page.world.queue);
  page.world.navigator.back();
  page.world.navigator.go(ui::Navigator::EditClient, page.ola);
  REQUIRE_FALSE(page.details.isOpen());
  REQUIRE(page.written("firstName").isEmpty());
}

TEST_CASE("a corrected name stands on the case and is found in the caseload", "[viewmodels][editclient]") {
  Page page;
  ui::CaseViewModel caseFile(page.world.context, page.world.sync);
  int announced = 0;
  QObject::connect(&page.world.queue, &ui::StoreQueue::written, [&announced] { ++announced; });
  page.write("lastName", " Hassan ");
  page.save();
  REQUIRE(page.isOnCasePage());
  REQUIRE(page.world.navigator.caseId() == page.amina);
  REQUIRE(caseFile.name() == "Amina Hassan");
  REQUIRE(announced == 1);
  const auto found = page.world.read([](store::CaseStore& cases) { return cases.searchByName("Hassan"); });
  REQUIRE(found.size() == 1);
  REQUIRE(found.front().caseId == page.amina);
}

TEST_CASE("only what was changed on the page is written", "[viewmodels][editclient]") {
  Page page;
  const sync::Record before = page.record();
  QStringList changed;
  SECTION("the name") {
    page.write("lastName", "Hassan");
    changed = {"name"};
  }
  SECTION("the telephone") {
    page.write("phone", "91 11 11 11");
    changed = {"phone"};
  }
  SECTION("the national id, and the birth date that follows from it") {
    page.write("nationalId", QString::fromStdString(inventedNationalId("1993-03-04", 0)));
    changed = {"birthDate", "nationalId"};
  }
  SECTION("the interpreter") {
    page.write("interpreter", 2);
    changed = {"speech"};
  }
  SECTION("nothing") {}
  SECTION("nothing but spaces") {
    page.write("lastName", "Hasan ");
  }
  page.save();
  REQUIRE(page.isOnCasePage());
  REQUIRE(differing(before, page.record()) == changed);
}

TEST_CASE("what somebody else changed while the page was open stays", "[viewmodels][editclient]") {
  Page page;
  SECTION("in another field") {
    page.changedElsewhere([](Person& person) { person.phone = "92 22 22 22"; });
    const sync::Record before = page.record();
    page.write("lastName", "Hassan");
    page.save();
    REQUIRE(page.person().phone == "92 22 22 22");
    REQUIRE(page.person().lastName == "Hassan");
    REQUIRE(differing(before, page.record()) == QStringList{"name"});
  }
  SECTION("in the other half of the name") {
    page.changedElsewhere([](Person& person) { person.firstName = "Aamina"; });
    page.write("lastName", "Hassan");
    page.save();
    REQUIRE(page.person().fullName() == "Aamina Hassan");
  }
  SECTION("also when what was written waits as a draft") {
    page.write("lastName", "Hassan");
    page.world.navigator.back();
    page.changedElsewhere([](Person& person) { person.phone = "92 22 22 22"; });
    page.edit();
    REQUIRE(page.written("phone") == "92 22 22 22");
    REQUIRE(page.written("lastName") == "Hassan");
    page.save();
    REQUIRE(page.person().phone == "92 22 22 22");
    REQUIRE(page.person().lastName == "Hassan");
  }
}

TEST_CASE("what can't be saved is said at its field, and nothing is written", "[viewmodels][editclient]") {
  Page page;
  const sync::Record before = page.record();
  SECTION("no first name") {
    page.write("firstName", " ");
    page.save();
    REQUIRE(page.details.firstNameError() == "Skriv fornavnet.");
  }
  SECTION("a number that could be somebody's") {
    page.write("nationalId", "15078812345");
    page.save();
    REQUIRE(page.details.nationalIdError().startsWith("Bare oppdiktede nummer"));
  }
  SECTION("a slip in the number") {
    page.write("nationalId", QString::fromStdString(page.aminasNumber).chopped(1));
    page.save();
    REQUIRE(page.details.nationalIdError().startsWith("Fødselsnummeret skal ha elleve sifre."));
  }
  REQUIRE(page.world.navigator.page() == ui::Navigator::EditClient);
  REQUIRE(page.record() == before);
}

TEST_CASE("a number that another case has is not given to the client without a word", "[viewmodels][editclient]") {
  Page page;
  page.write("nationalId", QString::fromStdString(page.olasNumber));
  page.save();
  REQUIRE(page.details.sameNationalId() == "Ola Nordli har en sak fra før med dette fødselsnummeret.");
  REQUIRE(page.world.navigator.page() == ui::Navigator::EditClient);
  REQUIRE(page.person().nationalId == page.aminasNumber);

  SECTION("saving anyway is a step of its own") {
    page.model.saveAnyway();
    settle(page.world.queue);
    REQUIRE(page.isOnCasePage());
    REQUIRE(page.person().nationalId == page.olasNumber);
    REQUIRE(page.person().birthDate == "1988-07-15");
  }
  SECTION("the client's own is nobody else's") {
    page.write("nationalId", QString::fromStdString(page.aminasNumber).insert(6, ' '));
    page.write("phone", "91 11 11 11");
    page.save();
    REQUIRE(page.isOnCasePage());
    REQUIRE(page.person().phone == "91 11 11 11");
  }
}

TEST_CASE("a full disk is told of, and what was written is saved when there is room", "[viewmodels][editclient]") {
  Page page;
  page.write("lastName", "Hassan");
  {
    const FullDisk full;
    page.save();
    REQUIRE(page.model.message().startsWith("Nettbrettet er fullt."));
    REQUIRE(page.world.navigator.page() == ui::Navigator::EditClient);
    REQUIRE(page.written("lastName") == "Hassan");
    REQUIRE(page.details.isOpen());
  }
  REQUIRE(page.person().lastName == "Hasan");
  page.save();
  REQUIRE(page.isOnCasePage());
  REQUIRE(page.person().lastName == "Hassan");
}

TEST_CASE("what was changed is there when the page is left and opened again", "[viewmodels][editclient]") {
  Page page;
  page.write("lastName", "Hassan");
  page.write("interpreter", 0);
  page.reopen();
  REQUIRE(page.model.draftText() == "Endringene fra i dag 10:00 er her ennå. De er ikke lagret.");
  REQUIRE(page.written("lastName") == "Hassan");
  REQUIRE(page.written("interpreter") == "0");
  REQUIRE(page.person().lastName == "Hasan");

  QString lastName = "Hasan";
  SECTION("not when it was saved") {
    page.save();
    page.edit();
    lastName = "Hassan";
  }
  SECTION("not when it was discarded") {
    page.model.discard();
    settle(page.world.queue);
    REQUIRE(page.written("lastName") == "Hasan");
    page.reopen();
  }
  SECTION("not when it was undone by hand") {
    page.write("lastName", "Hasan");
    page.write("interpreter", 1);
    page.reopen();
  }
  REQUIRE(page.model.draftText().isEmpty());
  REQUIRE(page.written("lastName") == lastName);
}

TEST_CASE("changed details and a contact that is being written do not take each other's place",
          "[viewmodels][editclient]") {
  Page page;
  page.world.queue.keep([id = page.amina](store::CaseStore& cases) { return cases.keepDraft({id}, "Snakket om"); });
  page.write("lastName", "Hassan");
  page.reopen();
  REQUIRE(page.written("lastName") == "Hassan");
  page.save();
  REQUIRE(page.world.read([id = page.amina](store::CaseStore& cases) { return cases.draft({id}); }).has_value());
}

TEST_CASE("a client who can't be read can't be changed", "[viewmodels][editclient]") {
  Page page;
  ui::CaseViewModel caseFile(page.world.context, page.world.sync);
  page.world.navigator.back();
  settle(page.world.queue);
  REQUIRE(caseFile.canEditDetails());
  caseFile.editDetails();
  REQUIRE(page.world.navigator.page() == ui::Navigator::EditClient);
  REQUIRE(page.world.navigator.caseId() == page.amina);

  const Id lost = page.jonas.newId();
  page.world.queue.keep([lost, id = page.amina](store::CaseStore& cases) -> Status {
    Result<store::CaseOverview> overview = cases.caseOverview(id);
    RETURN_IF_ERROR(overview.status());
    overview->file.personId = lost;
    return cases.save(overview->file);
  });
  page.reopen();
  REQUIRE_FALSE(page.details.isOpen());
  REQUIRE(page.model.message() == "Dette finnes ikke lenger på nettbrettet.");
  page.world.navigator.back();
  settle(page.world.queue);
  REQUIRE(caseFile.isLoaded());
  REQUIRE_FALSE(caseFile.canEditDetails());
}

} // namespace veikart::test
