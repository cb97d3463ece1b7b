// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/followup/contact_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

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

  store::CaseOverview saved() {
    model.save();
    settle(world.queue);
    store::CaseOverview overview;
    world.queue.read([id = amina](store::CaseStore& cases) { return cases.caseOverview(id); })
        .then(&world.queue, [&overview](const Result<store::CaseOverview>& found) { overview = ok(found); });
    settle(world.queue);
    return overview;
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

TEST_CASE("a client who did not come is an outcome, without minutes", "[viewmodels][followup]") {
  Page page;
  page.model.setProperty("minutes", 50);
  page.model.setProperty("clientCame", false);
  const Contact contact = page.saved().contacts.at(0);
  REQUIRE_FALSE(contact.clientCame);
  REQUIRE(contact.minutes == 0);
}

TEST_CASE("what was agreed last is ticked off or given a new date", "[viewmodels][followup]") {
  Page page;
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
  page.model.newTask();
  REQUIRE(page.saved().contacts.empty());
  page.model.taskDraft()->setProperty("what", "Søke bostøtte");
  const store::CaseOverview overview = page.saved();
  REQUIRE(overview.contacts.size() == 1);
  REQUIRE(overview.tasks.size() == 2);
}

TEST_CASE("the next appointment is saved with the contact, and never in the past", "[viewmodels][followup]") {
  Page page;
  page.model.next()->setProperty("date", "2026-11-20");
  REQUIRE(page.saved().contacts.empty());
  REQUIRE(page.model.next()->problem() == "Neste avtale må være fram i tid.");
  page.model.next()->setProperty("date", "2026-11-29");
  REQUIRE(page.saved().appointments.size() == 1);
}

} // namespace veikart::test
