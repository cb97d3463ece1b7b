// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/appointments_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <QTest>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

constexpr int64_t kMinute = 60LL * 1000;
constexpr int64_t kHour = 60 * kMinute;

struct Page {
  OfficeWorld& world;
  ui::AppointmentsViewModel model{world.context, world.sync};

  explicit Page(OfficeWorld& office) : world(office) {
    world.open();
    show();
  }

  void show() {
    world.navigator.restart(ui::Navigator::Appointments);
    settle(world.queue);
  }
  void showAt(int64_t now) {
    world.tablet.clock().set(now);
    show();
  }
};

} // namespace

TEST_CASE("away from the office the next appointment stands alone, the others as initials",
          "[viewmodels][appointments]") {
  OfficeWorld world;
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  world.meet(ola, kNow + kHour);
  world.meet(world.tablet.addCase("Samira", "Ahmed"), kNow + 3 * kHour);
  world.meet(world.tablet.addCase("Tor", "Kvam"), kNow + 5 * kHour);
  world.meet(world.tablet.addCase("Mia", "Strand"), kNow + 30 * kHour);
  world.tablet.agree(ola, "Ta med papirene", "2026-11-30");
  world.tablet.startMapping(ola);

  Page page(world);
  REQUIRE(page.model.over() == "Søndag 22. november · uten kontakt med kontoret");
  REQUIRE(page.model.name() == "Ola Nordli");
  REQUIRE(page.model.detail() == "Hjemmebesøk 11:00 · KIS påbegynt");
  REQUIRE(page.model.agreed() == "Avtalt sist: Ta med papirene");
  REQUIRE(page.model.hasOpenMapping());
  REQUIRE(page.model.others() ==
          "2 avtaler til i dag: S.A. 13:00, T.K. 15:00. Andre brukere vises ikke når du er ute.");
  REQUIRE_FALSE(page.model.showsOthers());

  SECTION("behind one tap they have names") {
    page.model.showOthers();
    REQUIRE(page.model.showsOthers());
    REQUIRE(linesOf(*page.model.othersRows()) ==
            QStringList{"Samira Ahmed | Hjemmebesøk 13:00 | ", "Tor Kvam | Hjemmebesøk 15:00 | "});
  }
  SECTION("and are initials again when the page comes up the next time") {
    page.model.showOthers();
    world.navigator.restart(ui::Navigator::Appointments);
    REQUIRE_FALSE(page.model.showsOthers());
  }
}

TEST_CASE("an appointment on another day says which", "[viewmodels][appointments]") {
  OfficeWorld world;
  world.meet(world.tablet.addCase("Ola", "Nordli"), kNow + 24 * kHour);
  Page page(world);
  REQUIRE(page.model.detail() == "I morgen · Hjemmebesøk 10:00");
}

TEST_CASE("without an appointment the page is loaded and empty", "[viewmodels][appointments]") {
  OfficeWorld world;
  Page page(world);
  REQUIRE(page.model.isLoaded());
  REQUIRE_FALSE(page.model.hasNext());
  REQUIRE(page.model.message().isEmpty());
}

TEST_CASE("an appointment that has begun is the next one until the following is about to begin",
          "[viewmodels][appointments]") {
  OfficeWorld world;
  world.meet(world.tablet.addCase("Ola", "Nordli"), kNow + kHour);
  world.meet(world.tablet.addCase("Samira", "Ahmed"), kNow + 2 * kHour);
  Page page(world);
  page.showAt(kNow + 100 * kMinute);
  REQUIRE(page.model.name() == "Ola Nordli");
  for (const int64_t minutes : {106, 125}) {
    CAPTURE(minutes);
    page.showAt(kNow + minutes * kMinute);
    REQUIRE(page.model.name() == "Samira Ahmed");
    REQUIRE(page.model.others().startsWith("Ingen flere avtaler i dag."));
  }
}

TEST_CASE("an appointment whose contact has been logged is over, also for one who did not come",
          "[viewmodels][appointments]") {
  OfficeWorld world;
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  world.meet(ola, kNow);
  world.meet(world.tablet.addCase("Samira", "Ahmed"), kNow + 2 * kHour);
  SECTION("a contact before it is another one's") {
    world.tablet.logContact(ola, kNow - kHour);
    REQUIRE(Page(world).model.name() == "Ola Nordli");
  }
  SECTION("the client came") {
    world.tablet.logContact(ola, kNow + kMinute);
    REQUIRE(Page(world).model.name() == "Samira Ahmed");
  }
  SECTION("the client did not come") {
    world.tablet.logContact(ola, kNow, false);
    REQUIRE(Page(world).model.name() == "Samira Ahmed");
  }
  SECTION("the client came some minutes early") {
    world.tablet.logContact(ola, kNow - 5 * kMinute);
    REQUIRE(Page(world).model.name() == "Samira Ahmed");
  }
  SECTION("but a call may have been about being late") {
    world.tablet.logContact(ola, kNow + kMinute, true, "telefon");
    REQUIRE(Page(world).model.name() == "Ola Nordli");
  }
}

TEST_CASE("the client who was shown may still look on when their contact was logged", "[viewmodels][appointments]") {
  OfficeWorld world;
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  world.meet(ola, kNow);
  world.meet(world.tablet.addCase("Samira", "Ahmed"), kNow + 2 * kHour);
  Page page(world);
  REQUIRE(page.model.name() == "Ola Nordli");
  page.model.logContact();
  Contact contact;
  contact.id = world.tablet.newId();
  contact.caseId = ola;
  contact.type = "hjemmebesok";
  contact.at = kNow;
  world.queue.write([contact](store::CaseStore& cases) { return cases.saveContact(contact, {}, {}); });
  world.navigator.back();
  settle(world.queue);
  REQUIRE(page.model.holdsBack());
  REQUIRE(page.model.name().isEmpty());

  SECTION("until the next one is asked for") {
    page.model.showNext();
  }
  SECTION("or the page is, once more") {
    world.navigator.restart(ui::Navigator::Appointments);
  }
  SECTION("or the tablet was locked") {
    world.navigator.restart(ui::Navigator::Unlock);
    world.navigator.restart(ui::Navigator::Appointments);
  }
  settle(world.queue);
  REQUIRE(page.model.name() == "Samira Ahmed");
}

TEST_CASE("the page that is up follows the time, and puts no other client's name before the one who was shown",
          "[viewmodels][appointments]") {
  OfficeWorld world;
  world.meet(world.tablet.addCase("Ola", "Nordli"), kNow);
  world.meet(world.tablet.addCase("Samira", "Ahmed"), kNow + kHour);
  Page page(world);
  page.model.findChild<QTimer*>()->setInterval(1);
  world.tablet.clock().advance(kHour);
  REQUIRE(QTest::qWaitFor([&page] { return page.model.holdsBack(); }));
  REQUIRE(page.model.name().isEmpty());
  page.model.showNext();
  settle(world.queue);
  REQUIRE(page.model.name() == "Samira Ahmed");
}

TEST_CASE("an appointment that is being moved stays while its time is written", "[viewmodels][appointments]") {
  OfficeWorld world;
  world.meet(world.tablet.addCase("Ola", "Nordli"), kNow);
  world.meet(world.tablet.addCase("Samira", "Ahmed"), kNow + kHour);
  Page page(world);
  page.model.appointment()->move();
  world.tablet.clock().advance(kHour);
  auto* minute = page.model.findChild<QTimer*>();
  minute->setInterval(1);
  int minutes = 0;
  QObject::connect(minute, &QTimer::timeout, [&minutes] { ++minutes; });
  REQUIRE(QTest::qWaitFor([&minutes] { return minutes > 1; }));
  settle(world.queue);
  REQUIRE(page.model.appointment()->isMoving());
  page.model.appointment()->stopMoving();
  REQUIRE(QTest::qWaitFor([&page] { return page.model.holdsBack(); }));
}

} // namespace veikart::test
