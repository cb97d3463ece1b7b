// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/known_by.h"
#include "app/viewmodels/office/access_view_model.h"
#include "app/viewmodels/office/emergency_view_model.h"
#include "sync/client/sync_session.h"
#include "sync/record/canonical.h"
#include "tests/app/viewmodels/office/office_world.h"
#include "tests/sync/hub/test_hub.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

constexpr const char* kReason = "Ringte fra legevakten, og Kari er på ferie.";

// A page that asks a real hub, which has a case of Kari's colleague Siv's.
struct Page {
  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::Counsellor);
  Uuid siv = hub.addUser(hub::Role::Counsellor);
  OfficeWorld world;
  ui::EmergencyViewModel model{world.context, world.sync};

  Page() {
    world.context.enrolment = hub.enrol(kari, world.tablet.newId());
    world.context.enrolment.officeId = kOffice; // as the tablets of these tests call it
    world.open();
    world.context.user.id = kari;
    world.navigator.restart(ui::Navigator::Caseload);
    world.navigator.go(ui::Navigator::Emergency);
    settle(world.queue);
  }
  void write(const char* number, const char* firstName, const char* reason = kReason) {
    model.setProperty("number", number);
    model.setProperty("firstName", firstName);
    model.setProperty("reason", QString::fromUtf8(reason));
  }
  Id giveSivACase() {
    Tablet tablet("Siv", "Dahl");
    const sync::Enrolment enrolment = hub.enrol(siv, tablet.store().replica().id());
    Person person;
    person.id = tablet.newId();
    person.firstName = "Amina";
    person.lastName = "Hassan";
    person.phone = "400 00 000";
    Case file;
    file.id = tablet.newId();
    file.personId = person.id;
    file.counsellorId = siv;
    ok(tablet.store().createCase(person, file));
    const auto http = ok(sync::connectTo(enrolment.hubUrl, enrolment.hubCertificate));
    const sync::ReplicaGate gate = [&tablet](const std::function<Status(sync::Replica&)>& work) {
      return work(tablet.store().replica());
    };
    ok(sync::SyncSession(*http, gate, {enrolment.deviceToken}, tablet.clock()).run());
    return file.id;
  }
  void open() {
    model.open();
    REQUIRE(QTest::qWaitFor([this] { return !model.isAsking(); }, 20'000));
  }
};

} // namespace

TEST_CASE("an emergency needs a number, a name with a telephone number, and a reason", "[viewmodels][emergency]") {
  Page page;
  page.write("", "", "");
  CHECK(page.model.numberError().isEmpty()); // nobody has tried yet
  page.model.open();
  CHECK_FALSE(page.model.isAsking());
  CHECK_FALSE(page.model.numberError().isEmpty());
  CHECK(page.model.firstNameError().isEmpty());
  CHECK_FALSE(page.model.reasonError().isEmpty());

  page.write("400 00 000", "", "Haster");
  CHECK(page.model.numberError().isEmpty());
  CHECK_FALSE(page.model.firstNameError().isEmpty());
  CHECK_FALSE(page.model.reasonError().isEmpty());

  page.write("018100 12345", "");
  CHECK(page.model.numberError().isEmpty());
  CHECK(page.model.firstNameError().isEmpty());
  CHECK(page.model.reasonError().isEmpty());
}

TEST_CASE("a case that nobody knows is not found, and that is said", "[viewmodels][emergency]") {
  Page page;
  page.write("400 00 000", "Amina");
  page.open();
  CHECK(page.model.message().isEmpty());
  CHECK(page.model.outcome().startsWith("Kontoret fant ingen sak"));
  CHECK(page.world.navigator.page() == ui::Navigator::Emergency);
}

TEST_CASE("a colleague's case comes from the office and its page comes up, and its page of access says why",
          "[viewmodels][emergency]") {
  Page page;
  page.hub.clock.advance(kNow - kStartMillis);
  const Id amina = page.giveSivACase();
  page.world.sync.start(page.world.context.enrolment);
  page.write("+47 400 00 000", "amina");
  page.open();
  CHECK(page.model.message().isEmpty());
  REQUIRE(QTest::qWaitFor([&] { return page.world.navigator.page() == ui::Navigator::CasePage; }, 20'000));
  CHECK(page.world.navigator.caseId() == amina);
  const auto caseload = page.world.read([&](store::CaseStore& cases) { return cases.caseload(page.kari); });
  CHECK(caseload.size() == 1);

  ui::AccessViewModel access(page.world.context, page.world.sync);
  page.world.navigator.go(ui::Navigator::CaseAccess, amina);
  settle(page.world.queue);
  CHECK_FALSE(access.canChange());
  const QStringList lines = linesOf(*access.current());
  CHECK(lines.join("\n").contains(kReason));
  page.world.sync.stop();
}

TEST_CASE("without a network the page says what can be done", "[viewmodels][emergency]") {
  Page page;
  page.hub.stop();
  page.write("400 00 000", "Amina");
  page.open();
  CHECK(page.model.outcome().isEmpty());
  CHECK(page.model.message().startsWith("Uten nett til kontoret."));
}

TEST_CASE("what was written is gone when the page is left", "[viewmodels][emergency]") {
  Page page;
  page.write("400 00 000", "Amina");
  page.model.close();
  CHECK(page.model.property("number").toString().isEmpty());
  CHECK(page.model.property("reason").toString().isEmpty());
}

TEST_CASE("a client is known by number, and by telephone with the first name, however they are typed",
          "[viewmodels][emergency]") {
  const Id office = kOffice;
  CHECK(keysOfNumber(office, "01810012345", "") == keysOfNumber(office, "018100 12345", "amina"));
  CHECK(keysOfNumber(office, "+47 400 00 000", "amina") == keysOfNumber(office, "40000000", "amina"));
  CHECK(keysOfNumber(office, "40000000", "amina") != keysOfNumber(office, "40000000", "ola"));
  CHECK(keysOfNumber(office, "40000000", "").empty());
  CHECK(keysOfNumber(office, "4000", "amina").empty());
  CHECK(keysOfNumber(office, "", "amina").empty());
}

} // namespace veikart::test
