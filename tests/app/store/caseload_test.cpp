// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::test;

TEST_CASE("the caseload tells the oldest task whose date has passed", "[app][store][caseload]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  kari.agree(caseId, "I dag", "2026-11-22");
  kari.agree(caseId, "Uten frist", "");
  CHECK_FALSE(kari.entryOf(caseId).oldestDueTask);
  kari.agree(caseId, "Fredag", "2026-11-20");
  Task older = kari.agree(caseId, "Torsdag", "2026-11-19");
  CHECK(kari.entryOf(caseId).oldestDueTask->what == "Torsdag");
  older.state = TaskState::Done;
  ok(kari.store().save(older));
  CHECK(kari.entryOf(caseId).oldestDueTask->what == "Fredag");
}

TEST_CASE("the caseload tells the last contact in which the client took part", "[app][store][caseload]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Per", "Solbakken", 7);
  CHECK(kari.entryOf(caseId).lastContactAt == 0);
  kari.logContact(caseId, kNow - 35 * kDay);
  kari.logContact(caseId, kNow - 40 * kDay);
  kari.logContact(caseId, kNow - kDay, false);
  CHECK(kari.entryOf(caseId).lastContactAt == kNow - 35 * kDay);
  CHECK(kari.entryOf(caseId).contactIntervalDays == 7);
}

TEST_CASE("the caseload tells a mapping left open and when the last was confirmed", "[app][store][caseload]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Ola", "Nordli");
  const Mapping first = kari.startMapping(caseId);
  CHECK(kari.entryOf(caseId).openMapping->id == first.id);
  kari.sealed(first);
  CHECK_FALSE(kari.entryOf(caseId).openMapping);
  CHECK(kari.entryOf(caseId).lastConfirmedAt == kNow);
  kari.clock().advance(kDay);
  Mapping declined = kari.startMapping(caseId);
  declined.state = MappingState::Declined;
  ok(kari.store().save(declined));
  CHECK_FALSE(kari.entryOf(caseId).openMapping);
}

TEST_CASE("the caseload holds own and shared cases that are not closed, by name", "[app][store][caseload]") {
  Tablet kari("Kari");
  const Id liv = kari.addCase("Liv", "Berg");
  const Id amina = kari.addCase("Amina", "Hassan");
  const Id closed = kari.addCase("Bo", "Dahl");
  Case file = ok(kari.store().caseOverview(closed)).file;
  file.status = CaseStatus::Closed;
  ok(kari.store().save(file));
  Case shared = ok(kari.store().caseOverview(liv)).file;
  shared.counsellorId = kari.newId();
  shared.secondCounsellorId = kari.owner().id;
  ok(kari.store().save(shared));
  const auto entries = ok(kari.store().caseload(kari.owner().id));
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].caseId == amina);
  CHECK(entries[1].caseId == liv);
}

TEST_CASE("the next appointment is the soonest that is not over", "[app][store][caseload]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Samira", "Ahmed");
  for (const int64_t at : {kNow - kDay, kNow + 2 * kDay, kNow - 10 * 60'000})
    ok(kari.store().save(Appointment{kari.newId(), caseId, kari.owner().id, at, "mote", "treffsted", "Moholt"}));
  CHECK(kari.entryOf(caseId).nextAppointment->at == kNow - 10 * 60'000);
  kari.clock().advance(kDay);
  CHECK(kari.entryOf(caseId).nextAppointment->at == kNow + 2 * kDay);
}

TEST_CASE("a day shows every appointment of that day in order", "[app][store][caseload]") {
  Tablet kari("Kari");
  const Id ola = kari.addCase("Ola", "Nordli");
  const Id samira = kari.addCase("Samira", "Ahmed");
  const auto meet = [&](const Id& caseId, int64_t at) {
    ok(kari.store().save(Appointment{kari.newId(), caseId, kari.owner().id, at, "mote", "kontoret", ""}));
  };
  meet(samira, kNow + 3'600'000);
  meet(ola, kNow);
  meet(ola, kNow + 7'200'000);
  meet(ola, kNow + kDay);
  const auto day = ok(kari.store().appointmentsOn(kari.owner().id, kNow - kDay / 2, kNow + kDay / 2));
  REQUIRE(day.size() == 3);
  CHECK(day[0].name == "Ola Nordli");
  CHECK(day[1].name == "Samira Ahmed");
  CHECK(day[2].nextAppointment->at == kNow + 7'200'000);
}

TEST_CASE("names are found by any of their words, with and without æ, ø and å", "[app][store][search]") {
  Tablet kari("Kari");
  kari.addCase("Åse", "Ørjavik");
  kari.addCase("Håkon", "Bjørnsen-Næss");
  kari.addCase("Aaron", "Berg");
  const auto found = [&](std::string_view text) {
    std::string names;
    for (const store::CaseloadEntry& entry : ok(kari.store().searchByName(text)))
      names += entry.name + ";";
    return names;
  };
  CHECK(found("ørj") == "Åse Ørjavik;");
  CHECK(found("ORJAVIK") == "Åse Ørjavik;");
  CHECK(found("næss") == "Håkon Bjørnsen-Næss;");
  CHECK(found("haakon bjorn") == "Håkon Bjørnsen-Næss;");
  CHECK(found("å") == "Aaron Berg;Åse Ørjavik;");
  CHECK(found("berg aaron") == "Aaron Berg;");
  CHECK(found("vik").empty());
  CHECK(found("%").empty());
  CHECK(found("  ").empty());
}

TEST_CASE("what came in stands newest first and tells a seal without a date to follow", "[app][store][inbox]") {
  Tablet kari("Kari");
  const Id amina = kari.addCase("Amina", "Hassan");
  kari.clock().advance(kDay);
  const Id ola = kari.addCase("Ola", "Nordli");
  kari.clock().advance(kDay);
  kari.sealed(kari.startMapping(amina));
  auto inbox = ok(kari.store().inbox(0, 0));
  REQUIRE(inbox.size() == 2);
  CHECK(inbox[0].caseId == amina);
  CHECK(inbox[0].counsellorName == "Kari Moen");
  CHECK(inbox[0].lastMapping->state == MappingState::Confirmed);
  CHECK_FALSE(inbox[0].confirmedWithoutDueTask);
  CHECK(inbox[1].caseId == ola);
  CHECK_FALSE(inbox[1].lastMapping);

  Task task = ok(kari.store().caseOverview(amina)).tasks.at(0);
  task.dueDate = "";
  ok(kari.store().save(task));
  CHECK(ok(kari.store().inbox(0, 0))[0].confirmedWithoutDueTask);
}

TEST_CASE("what needs a look goes before what came later, unless its case is closed", "[app][store][inbox]") {
  Tablet kari("Kari");
  const Id amina = kari.addCase("Amina", "Hassan");
  kari.logContact(amina, kNow - 40 * kDay);
  kari.clock().advance(kDay);
  const Id ola = kari.addCase("Ola", "Nordli");
  const auto first = [&kari] { return ok(kari.store().inbox(kNow - 28 * kDay, 0)).at(0); };
  CHECK(first().caseId == amina);
  CHECK(ok(kari.store().inbox(kNow - 50 * kDay, 0)).at(0).caseId == ola);

  Case file = ok(kari.store().caseOverview(amina)).file;
  file.status = CaseStatus::Closed;
  ok(kari.store().save(file));
  kari.clock().advance(kDay);
  kari.logContact(ola, kNow);
  CHECK(first().caseId == ola);
  CHECK(ok(kari.store().inbox(kNow, 0)).at(1).isClosed);
}
