// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/appointment_editor.h"

#include "app/viewmodels/office/appointments_view_model.h"
#include "app/viewmodels/office/case_view_model.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace veikart::test {

namespace {

constexpr int64_t kHour = 60LL * 60 * 1000;

// A case whose client is met tomorrow.
struct Page {
  OfficeWorld world;
  Id amina = world.tablet.addCase("Amina", "Hassan");
  ui::CaseViewModel model{world.context, world.sync};
  ui::AppointmentEditor& editor = *model.appointment();

  Page() {
    world.meet(amina, kNow + kDay, "Treffstedet");
    world.open();
    world.navigator.go(ui::Navigator::CasePage, amina);
    settle(world.queue);
  }
  void moveTo(const QString& date, const QString& time) {
    editor.move();
    editor.setProperty("date", date);
    editor.setProperty("time", time);
    editor.save();
    settle(world.queue);
  }
  std::vector<Appointment> coming() { return world.overview(amina).appointments; }
};

} // namespace

TEST_CASE("an appointment is moved to another time, and is the same one", "[viewmodels][appointment]") {
  Page page;
  const Id before = page.coming().at(0).id;
  REQUIRE(page.model.nextAppointment() == "i morgen");
  page.editor.move();
  REQUIRE(page.editor.property("date") == "2026-11-23");
  REQUIRE(page.editor.property("time") == "10:00");
  page.moveTo("25.11", "13.30");
  REQUIRE_FALSE(page.editor.isMoving());
  REQUIRE(page.coming().size() == 1);
  REQUIRE(page.coming().at(0).id == before);
  REQUIRE(page.coming().at(0).placeName == "Treffstedet");
  REQUIRE(page.model.nextAppointment() == "onsdag 25. november");
  REQUIRE(page.model.nextDetail() == "Hjemmebesøk 13:30 · Treffstedet");
}

TEST_CASE("an appointment moves neither into the past nor to what is no time", "[viewmodels][appointment]") {
  const auto [date, time, isDateWrong] = GENERATE(table<const char*, const char*, bool>({
      {"2026-11-20", "10:00", true},
      {"i morra", "10:00", true},
      {"2026-11-22", "09:00", false},
      {"2026-11-25", "25:99", false},
      {"2026-11-25", "", false},
  }));
  CAPTURE(date, time);
  Page page;
  page.moveTo(date, time);
  REQUIRE(page.editor.dateProblem().isEmpty() != isDateWrong);
  REQUIRE(page.editor.timeProblem().isEmpty() == isDateWrong);
  REQUIRE(page.editor.isMoving());
  REQUIRE(page.coming().at(0).at == kNow + kDay);
  SECTION("another day") {
    page.editor.setDate("2026-11-25");
  }
  SECTION("another time") {
    page.editor.setTime("9");
  }
  SECTION("no other") {
    page.editor.stopMoving();
  }
  REQUIRE(page.editor.dateProblem().isEmpty());
  REQUIRE(page.editor.timeProblem().isEmpty());
}

TEST_CASE("an appointment that was cancelled is gone, and can be taken back on the same page",
          "[viewmodels][appointment]") {
  Page page;
  page.editor.cancel();
  settle(page.world.queue);
  REQUIRE(page.coming().empty());
  REQUIRE_FALSE(page.editor.hasAppointment());
  REQUIRE(page.model.nextAppointment().isEmpty());
  REQUIRE(page.editor.cancelledText() == "Avtalen med Amina Hassan i morgen 10:00 er avlyst.");

  SECTION("taken back") {
    page.editor.restore();
    settle(page.world.queue);
    REQUIRE(page.coming().at(0).at == kNow + kDay);
    REQUIRE(page.model.nextAppointment() == "i morgen");
    REQUIRE(page.editor.cancelledText().isEmpty());
  }
  SECTION("on another page it is said no more") {
    page.world.navigator.go(ui::Navigator::CasePage, page.amina);
    REQUIRE(page.editor.cancelledText().isEmpty());
  }
}

TEST_CASE("moving leaves what came from another tablet meanwhile", "[viewmodels][appointment]") {
  Page page;
  Appointment changed = page.coming().at(0);
  changed.placeName = "Biblioteket";
  page.world.queue.write([changed](store::CaseStore& cases) { return cases.save(changed); });
  page.moveTo("2026-11-25", "13:30");
  REQUIRE(page.coming().at(0).placeName == "Biblioteket");
}

TEST_CASE("what is written for an appointment moves no other one that has come before it",
          "[viewmodels][appointment]") {
  Page page;
  page.editor.move();
  page.editor.setProperty("date", "2026-11-25");
  Appointment earlier = page.coming().at(0);
  earlier.id = page.world.tablet.newId();
  earlier.at = kNow + kHour;
  page.world.queue.write([earlier](store::CaseStore& cases) { return cases.save(earlier); });
  emit page.world.sync.dataArrived();
  settle(page.world.queue);
  REQUIRE(page.model.nextAppointment() == "i dag");
  REQUIRE_FALSE(page.editor.isMoving());
  REQUIRE(page.editor.message() == "Avtalen du ville flytte, står ikke her lenger. Den er ikke flyttet.");
  page.editor.save();
  settle(page.world.queue);
  REQUIRE(page.coming().at(0).at == kNow + kHour);
  REQUIRE(page.coming().at(1).at == kNow + kDay);
}

TEST_CASE("a new reading of the same appointment leaves what is written for it", "[viewmodels][appointment]") {
  Page page;
  page.editor.move();
  page.editor.setProperty("date", "2026-11-25");
  emit page.world.sync.dataArrived();
  settle(page.world.queue);
  REQUIRE(page.editor.isMoving());
  page.editor.save();
  settle(page.world.queue);
  REQUIRE(page.model.nextAppointment() == "onsdag 25. november");
  REQUIRE(page.editor.movedText() == "Avtalen med Amina Hassan er flyttet til onsdag 25. november 10:00.");
}

TEST_CASE("an appointment that was moved can be moved back, and nothing else with it", "[viewmodels][appointment]") {
  Page page;
  page.moveTo("25.11", "13.30");
  Appointment changed = page.coming().at(0);
  changed.placeName = "Biblioteket";
  page.world.queue.write([changed](store::CaseStore& cases) { return cases.save(changed); });
  page.editor.moveBack();
  settle(page.world.queue);
  REQUIRE(page.coming().at(0).at == kNow + kDay);
  REQUIRE(page.coming().at(0).placeName == "Biblioteket");
  REQUIRE(page.model.nextAppointment() == "i morgen");
  REQUIRE(page.editor.movedText().isEmpty());
}

TEST_CASE("a second tap cancels no second appointment", "[viewmodels][appointment]") {
  Page page;
  Appointment second = page.coming().at(0);
  second.id = page.world.tablet.newId();
  second.at = kNow + 2 * kDay;
  page.world.queue.write([second](store::CaseStore& cases) { return cases.save(second); });
  page.editor.cancel();
  REQUIRE(page.editor.isBusy());
  SECTION("at once") {
    page.editor.cancel();
    settle(page.world.queue);
  }
  SECTION("when the following one stands there") {
    settle(page.world.queue);
    REQUIRE(page.model.nextAppointment() == "tirsdag 24. november");
    REQUIRE_FALSE(page.editor.canCancel());
    page.editor.cancel();
    settle(page.world.queue);
  }
  REQUIRE(page.coming().size() == 1);
  REQUIRE(page.coming().at(0).id == second.id);
  REQUIRE_FALSE(page.editor.isBusy());
  page.editor.restore();
  settle(page.world.queue);
  REQUIRE(page.coming().size() == 2);
  REQUIRE(page.editor.canCancel());
}

TEST_CASE("an appointment that was changed can be changed again once it has been read anew",
          "[viewmodels][appointment]") {
  Page page;
  bool wasMovable = true;
  QObject::connect(&page.editor, &ui::AppointmentEditor::saved, [&] {
    page.editor.move(); // would begin with the time that it had
    wasMovable = page.editor.isMoving();
  });
  page.moveTo("2026-11-25", "13:30");
  REQUIRE_FALSE(wasMovable);
  page.editor.move();
  REQUIRE(page.editor.property("time") == "13:30");
}

TEST_CASE("what was cancelled is not told on the page of another client", "[viewmodels][appointment]") {
  Page page;
  Id ola;
  page.world.queue.write([&page, &ola](store::CaseStore& cases) {
    Person person;
    person.id = page.world.tablet.newId();
    person.firstName = "Ola";
    Case file;
    file.id = ola = page.world.tablet.newId();
    file.personId = person.id;
    file.counsellorId = page.world.context.user.id;
    return cases.createCase(person, file);
  });
  settle(page.world.queue);
  {
    const HeldStore held(page.world.queue);
    page.editor.cancel();
    page.world.navigator.go(ui::Navigator::CasePage, ola);
  }
  settle(page.world.queue);
  REQUIRE(page.coming().empty());
  REQUIRE(page.model.firstName() == "Ola");
  REQUIRE(page.editor.cancelledText().isEmpty());
  REQUIRE_FALSE(page.editor.isBusy());
}

TEST_CASE("away from the office another client's appointment does not come up by itself after a change",
          "[viewmodels][appointment]") {
  OfficeWorld world;
  world.meet(world.tablet.addCase("Ola", "Nordli"), kNow + kHour);
  world.meet(world.tablet.addCase("Samira", "Ahmed"), kNow + 2 * kHour);
  world.open();
  ui::AppointmentsViewModel model(world.context, world.sync);
  const auto open = [&world] {
    world.navigator.restart(ui::Navigator::Appointments);
    settle(world.queue);
  };
  const auto moveTo = [&world, &model](const char* time) {
    model.appointment()->move();
    model.appointment()->setProperty("time", time);
    model.appointment()->save();
    settle(world.queue);
  };
  open();
  moveTo("11:30");
  REQUIRE(model.name() == "Ola Nordli"); // still the next one, and the client's own
  REQUIRE_FALSE(model.holdsBack());

  const QString change = GENERATE("moved behind it", "cancelled", "cancelled, while something arrives");
  CAPTURE(change.toStdString());
  if (change == "moved behind it") {
    moveTo("15:00");
    REQUIRE(model.appointment()->movedText() == "Avtalen med O.N. er flyttet til i dag 15:00.");
  } else {
    const HeldStore held(world.queue);
    model.appointment()->cancel();
    if (change != "cancelled")
      emit world.sync.dataArrived();
  }
  settle(world.queue);
  REQUIRE(model.holdsBack());
  REQUIRE_FALSE(model.hasNext());
  REQUIRE(model.name().isEmpty());
  REQUIRE(model.others().isEmpty());
  REQUIRE(model.othersRows()->rows().isEmpty());
  REQUIRE((change == "moved behind it" ||
           model.appointment()->cancelledText() == "Avtalen med O.N. i dag 11:30 er avlyst."));

  SECTION("it does when the page is opened anew") {
    open();
    REQUIRE(model.name() == "Samira Ahmed");
  }
  SECTION("and when it is asked for") {
    model.showNext();
    settle(world.queue);
    REQUIRE(model.name() == "Samira Ahmed");
    REQUIRE(model.appointment()->cancelledText().isEmpty());
  }
}

TEST_CASE("what was cancelled away from the office comes back with its own client", "[viewmodels][appointment]") {
  OfficeWorld world;
  world.meet(world.tablet.addCase("Ola", "Nordli"), kNow + kHour);
  world.meet(world.tablet.addCase("Samira", "Ahmed"), kNow + 2 * kHour);
  world.open();
  ui::AppointmentsViewModel model(world.context, world.sync);
  world.navigator.restart(ui::Navigator::Appointments);
  settle(world.queue);
  model.appointment()->cancel();
  settle(world.queue);
  REQUIRE_FALSE(model.hasNext());
  model.appointment()->restore();
  settle(world.queue);
  REQUIRE(model.name() == "Ola Nordli");
}

} // namespace veikart::test
