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
  std::vector<Appointment> coming() {
    std::vector<Appointment> coming;
    world.queue.read([id = amina](store::CaseStore& cases) { return cases.caseOverview(id); })
        .then(&world.queue, [&coming](const Result<store::CaseOverview>& found) { coming = ok(found).appointments; });
    settle(world.queue);
    return coming;
  }
};

} // namespace

TEST_CASE("an appointment is moved to another time, and is the same one", "[viewmodels][appointment]") {
  Page page;
  const Id before = page.coming().at(0).id;
  REQUIRE(page.model.nextAppointment() == "i morgen");
  page.editor.move();
  REQUIRE(page.editor.property("date") == "2026-11-23");
  REQUIRE(page.editor.property("time") == "10:00");
  page.moveTo("2026-11-25", "13:30");
  REQUIRE_FALSE(page.editor.isMoving());
  REQUIRE(page.coming().size() == 1);
  REQUIRE(page.coming().at(0).id == before);
  REQUIRE(page.coming().at(0).placeName == "Treffstedet");
  REQUIRE(page.model.nextAppointment() == "onsdag 25. november");
  REQUIRE(page.model.nextDetail() == "Hjemmebesøk 13:30 · Treffstedet");
}

TEST_CASE("an appointment moves neither into the past nor to what is no time", "[viewmodels][appointment]") {
  const auto [date, time] = GENERATE(table<const char*, const char*>({
      {"2026-11-20", "10:00"},
      {"i morra", "10:00"},
      {"2026-11-25", "25:99"},
      {"2026-11-25", ""},
  }));
  CAPTURE(date, time);
  Page page;
  page.moveTo(date, time);
  REQUIRE_FALSE(page.editor.problem().isEmpty());
  REQUIRE(page.editor.isMoving());
  REQUIRE(page.coming().at(0).at == kNow + kDay);
  page.editor.stopMoving();
  REQUIRE(page.editor.problem().isEmpty());
}

TEST_CASE("an appointment that was cancelled is gone, and can be taken back on the same page",
          "[viewmodels][appointment]") {
  Page page;
  page.editor.cancel();
  settle(page.world.queue);
  REQUIRE(page.coming().empty());
  REQUIRE_FALSE(page.editor.hasAppointment());
  REQUIRE(page.model.nextAppointment().isEmpty());
  REQUIRE(page.editor.cancelledText() == "Avtalen i morgen 10:00 er avlyst.");

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

TEST_CASE("the next appointment can be moved and cancelled where it stands alone, too", "[viewmodels][appointment]") {
  OfficeWorld world;
  world.meet(world.tablet.addCase("Ola", "Nordli"), kNow + kHour);
  world.meet(world.tablet.addCase("Samira", "Ahmed"), kNow + 2 * kHour);
  world.open();
  ui::AppointmentsViewModel model(world.context, world.sync);
  world.navigator.restart(ui::Navigator::Appointments);
  settle(world.queue);
  REQUIRE(model.name() == "Ola Nordli");
  model.appointment()->move();
  model.appointment()->setProperty("time", "15:00");
  model.appointment()->save();
  settle(world.queue);
  REQUIRE(model.name() == "Samira Ahmed");
  model.appointment()->cancel();
  settle(world.queue);
  REQUIRE(model.name() == "Ola Nordli");
  REQUIRE(model.appointment()->cancelledText() == "Avtalen i dag 12:00 er avlyst.");
}

} // namespace veikart::test
