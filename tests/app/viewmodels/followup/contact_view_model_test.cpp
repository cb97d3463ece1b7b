// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/followup/contact_view_model.h"

#include "app/viewmodels/shared/date_text.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace veikart::test {

namespace {

struct Page {
  OfficeWorld world;
  Id amina;
  ui::ContactViewModel model{world.context, world.sync};

  Page() {
    amina = world.tablet.addCase("Amina", "Hassan");
    world.tablet.agree(amina, "Ringe fastlegen", "2026-11-20");
    world.open();
    world.navigator.go(ui::Navigator::CasePage, amina);
    world.navigator.go(ui::Navigator::LogContact, amina);
    settle(world.queue);
  }

  // A telephone call of a quarter.
  void tellWhat() {
    model.setProperty("type", 2);
    model.setProperty("minutes", 15);
  }
  store::CaseOverview saved() {
    model.save();
    settle(world.queue);
    return world.overview(amina);
  }
};

} // namespace

TEST_CASE("three taps and a line of text make a contact", "[viewmodels][followup]") {
  Page page;
  page.model.setProperty("type", 2);
  page.model.setProperty("manner", 1);
  page.model.setProperty("minutes", 30);
  page.model.setProperty("done", "Snakket om praksis.");
  const Contact contact = page.saved().contacts.at(0);
  REQUIRE(contact.type == "telefon");
  REQUIRE_FALSE(contact.planned);
  REQUIRE(contact.minutes == 30);
  REQUIRE(contact.done == "Snakket om praksis.");
  REQUIRE(page.world.navigator.page() == ui::Navigator::CasePage);
}

TEST_CASE("a page on which nothing was said is not saved, and says at the fields what is missing",
          "[viewmodels][followup]") {
  Page page;
  REQUIRE(page.model.type() == -1);
  REQUIRE(page.model.place() == -1);
  REQUIRE(page.saved().contacts.empty());
  REQUIRE(page.model.typeProblem() == "Velg hva slags kontakt det var.");
  REQUIRE(page.model.doneProblem() == "Skriv hva som ble gjort, eller hvor lenge det varte.");
  REQUIRE_FALSE(page.model.message().isEmpty());

  page.model.setProperty("type", 2);
  REQUIRE(page.model.typeProblem().isEmpty());
  REQUIRE(page.saved().contacts.empty());
  SECTION("how long") {
    page.model.setProperty("minutes", 15);
  }
  SECTION("what was done") {
    page.model.setProperty("done", "Ringte.");
  }
  SECTION("that nobody came") {
    page.model.setProperty("clientCame", false);
  }
  SECTION("a task that was ticked off") {
    page.model.setTaskDone(0, true);
  }
  SECTION("a goal") {
    page.model.goals()->write("Bli trygg på norsk");
  }
  SECTION("the next appointment") {
    page.model.next()->setProperty("date", "2026-11-29");
  }
  REQUIRE(page.model.doneProblem().isEmpty());
  REQUIRE(page.model.message().isEmpty());
  REQUIRE(page.saved().contacts.size() == 1);
}

TEST_CASE("an appointment with the client today says beforehand what the contact was", "[viewmodels][followup]") {
  constexpr int64_t kHour = 60LL * 60 * 1000;
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  const Id ola = world.tablet.addCase("Ola", "Nordli");
  world.meet(ola, kNow);
  bool isPreset = false;
  SECTION("also when its time is over") {
    world.meet(amina, kNow - 3 * kHour);
    isPreset = true;
  }
  SECTION("tomorrow's says nothing") {
    world.meet(amina, kNow + kDay);
  }
  SECTION("one whose contact is logged says nothing") {
    world.meet(amina, kNow - 3 * kHour);
    world.tablet.logContact(amina, kNow - 2 * kHour);
  }
  world.open();
  ui::ContactViewModel model(world.context, world.sync);
  world.navigator.go(ui::Navigator::LogContact, amina);
  settle(world.queue);
  REQUIRE((model.type() == 0) == isPreset);
  REQUIRE((model.place() == 0) == isPreset);
  REQUIRE((model.property("manner") == 0) == isPreset);
  model.save();
  settle(world.queue);
  REQUIRE_FALSE(model.doneProblem().isEmpty()); // it does not say what was done
  REQUIRE(model.typeProblem().isEmpty() == isPreset);
}

TEST_CASE("a client who did not come is an outcome, without minutes", "[viewmodels][followup]") {
  Page page;
  page.tellWhat();
  page.model.setProperty("clientCame", false);
  const Contact contact = page.saved().contacts.at(0);
  REQUIRE_FALSE(contact.clientCame);
  REQUIRE(contact.minutes == 0);
}

TEST_CASE("what was agreed last is ticked off or given a new date", "[viewmodels][followup]") {
  Page page;
  page.tellWhat();
  REQUIRE(page.model.tasks()->rows().at(0).at(3).toBool()); // its date has passed
  page.model.moveTask(0);
  page.model.setTaskDate("2026-12-04");
  REQUIRE_FALSE(page.model.tasks()->rows().at(0).at(3).toBool());
  REQUIRE(page.model.taskBeingMoved() == -1);
  page.model.setTaskDone(0, true);
  const Task task = page.saved().tasks.at(0);
  REQUIRE(task.state == TaskState::Done);
  REQUIRE(task.doneDate == "2026-11-22");
}

TEST_CASE("an unfinished task keeps the contact open until it is whole", "[viewmodels][followup]") {
  Page page;
  page.tellWhat();
  page.model.newTask();
  REQUIRE(page.saved().contacts.empty());
  page.model.taskDraft()->setProperty("what", "Søke bostøtte");
  const store::CaseOverview overview = page.saved();
  REQUIRE(overview.contacts.size() == 1);
  REQUIRE(overview.tasks.size() == 2);
}

TEST_CASE("the next appointment is saved with the contact, and never in the past", "[viewmodels][followup]") {
  Page page;
  page.tellWhat();
  page.model.next()->setProperty("date", "2026-11-20");
  REQUIRE(page.saved().contacts.empty());
  REQUIRE(page.model.next()->dateProblem() == "Avtalen må være fram i tid.");
  page.model.next()->setProperty("date", "2026-11-29");
  REQUIRE(page.model.next()->dateProblem().isEmpty());
  REQUIRE(page.saved().appointments.size() == 1);
}

TEST_CASE("a next appointment that can't be read or is half written keeps the contact open", "[viewmodels][followup]") {
  const auto [date, time, place, isDateWrong] = GENERATE(table<const char*, const char*, const char*, bool>({
      {"31.02.2027", "10:00", "", true},
      {"i morra", "10:00", "", true},
      {"2026-12-24", "25:99", "", false},
      {"2026-12-24", "", "", false},
      {"2026-11-22", "9", "", false},
      {"", "14:15", "", true},
      {"", "10:00", "Treffstedet", true},
  }));
  CAPTURE(date, time, place);
  Page page;
  page.tellWhat();
  page.model.next()->setProperty("date", date);
  page.model.next()->setProperty("time", time);
  page.model.next()->setProperty("placeName", place);
  REQUIRE(page.saved().contacts.empty());
  REQUIRE(page.model.next()->dateProblem().isEmpty() != isDateWrong);
  REQUIRE(page.model.next()->timeProblem().isEmpty() == isDateWrong);
  REQUIRE_FALSE(page.model.message().isEmpty());
}

TEST_CASE("a contact can be logged the day after, but not the day before", "[viewmodels][followup]") {
  Page page;
  page.tellWhat();
  page.model.setProperty("day", "2026-11-23");
  REQUIRE(page.saved().contacts.empty());
  page.model.setProperty("day", "i går");
  REQUIRE(page.saved().contacts.empty());
  REQUIRE_FALSE(page.model.dayProblem().isEmpty());
  page.model.setProperty("day", page.model.dayValues().at(1));
  REQUIRE(page.model.dayProblem().isEmpty());
  REQUIRE(ui::contactMomentText(page.saved().contacts.at(0).at, kNow) == "i går");
}

TEST_CASE("a day that is typed in a contact has been, and what is agreed in it is ahead", "[viewmodels][followup]") {
  Page page;
  page.model.setProperty("day", "23.11");
  REQUIRE(page.model.day() == "2025-11-23");
  page.model.next()->setProperty("date", "21.11");
  page.model.next()->setProperty("time", "930");
  REQUIRE(page.model.next()->date() == "2027-11-21");
  REQUIRE(page.model.next()->time() == "09:30");
  page.model.taskDraft()->setDueDate("21.11");
  REQUIRE(page.model.taskDraft()->dueDate() == "2027-11-21");
}

TEST_CASE("the place of a telephone call is not made up", "[viewmodels][followup]") {
  Page page;
  page.model.setProperty("type", 0);
  REQUIRE(page.model.place() == 0);
  page.tellWhat();
  REQUIRE(page.model.place() == -1);
  page.model.setProperty("place", 2);
  page.model.setProperty("type", 0);
  REQUIRE(page.saved().contacts.at(0).place == "kontoret");
}

TEST_CASE("a new date that can't be read keeps the contact open", "[viewmodels][followup]") {
  Page page;
  page.tellWhat();
  page.model.moveTask(0);
  page.model.setTaskDate("32.12");
  REQUIRE(page.saved().contacts.empty());
  page.model.setTaskDate("2026-12-04");
  REQUIRE(page.saved().tasks.at(0).dueDate == "2026-12-04");
}

TEST_CASE("what came from another tablet meanwhile stays when a task is ticked off", "[viewmodels][followup]") {
  Page page;
  page.tellWhat();
  page.world.queue.write([id = page.amina](store::CaseStore& cases) {
    Task task = ok(cases.caseOverview(id)).tasks.at(0);
    task.what = "Ringe fastlegen om søvn";
    task.dueDate = "2026-12-04";
    return cases.save(task);
  });
  page.model.setTaskDone(0, true);
  const Task task = page.saved().tasks.at(0);
  REQUIRE(task.state == TaskState::Done);
  REQUIRE(task.what == "Ringe fastlegen om søvn");
  REQUIRE(task.dueDate == "2026-12-04");
}

TEST_CASE("goals open by themselves, can be ticked as reached, and another is saved with the contact",
          "[viewmodels][followup]") {
  Page page;
  page.tellWhat();
  page.model.goals()->write("Bli trygg på norsk");
  REQUIRE(page.saved().goals.at(0).text == "Bli trygg på norsk");

  page.world.navigator.go(ui::Navigator::LogContact, page.amina);
  settle(page.world.queue);
  REQUIRE(page.model.goals()->rows()->rows().at(0).at(0) == "Bli trygg på norsk");
  page.tellWhat();
  page.model.goals()->setReached(0, true);
  const store::CaseOverview overview = page.saved();
  REQUIRE(overview.goals.size() == 1);
  REQUIRE(overview.goals[0].reached);

  page.world.navigator.go(ui::Navigator::LogContact, page.amina);
  settle(page.world.queue);
  REQUIRE(page.model.goals()->rows()->rowCount() == 0);
}

TEST_CASE("a task that the counsellor takes on is hers, whoever has the case", "[viewmodels][followup]") {
  Page page;
  page.tellWhat();
  page.model.newTask();
  page.model.taskDraft()->setProperty("what", "Søke bostøtte");
  page.model.taskDraft()->setProperty("party", 1);
  const store::CaseOverview overview = page.saved();
  REQUIRE(overview.tasks.size() == 2);
  for (const Task& task : overview.tasks)
    REQUIRE(task.staffId == (task.what == "Søke bostøtte" ? page.world.context.user.id : Id()));
}

TEST_CASE("another client's contact shows nothing of the one before, and is not saved until it is read",
          "[viewmodels][followup]") {
  Page page;
  page.model.goals()->write("Ikke til Ola");
  {
    const HeldStore held(page.world.queue);
    page.world.navigator.go(ui::Navigator::LogContact, page.world.tablet.newId());
    REQUIRE_FALSE(page.model.over().contains("Amina"));
    REQUIRE(page.model.tasks()->rowCount() == 0);
    REQUIRE(page.model.goals()->text().isEmpty());
  }
  settle(page.world.queue);
  REQUIRE(page.model.message() == "Dette finnes ikke lenger på nettbrettet.");
  page.model.save();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::LogContact);
}

} // namespace veikart::test
