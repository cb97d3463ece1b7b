// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/record_codec.h"
#include "app/casework/rules.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace veikart;
using namespace veikart::test;

namespace {

std::vector<sync::Record> recordsOfType(Tablet& tablet, std::string_view type) {
  std::vector<sync::Record> records = ok(tablet.store().replica().loadAll());
  std::erase_if(records, [&](const sync::Record& record) { return record.type != type; });
  return records;
}

} // namespace

TEST_CASE("a new case stands with its person, and a grant opens it for its counsellors", "[app][store]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  kari.restart();
  const store::CaseOverview overview = ok(kari.store().caseOverview(caseId));
  CHECK(overview.person.fullName() == "Amina Hassan");
  CHECK(overview.counsellor->fullName() == "Kari Moen");
  CHECK_FALSE(overview.secondCounsellor);
  const auto grants = recordsOfType(kari, kGrantType);
  REQUIRE(grants.size() == 1);
  CHECK(grants[0].scope == sync::ScopeId{sync::ScopeKind::Case, caseId});
  CHECK(*decodeText(sync::greatest(grants[0].fields.at("user"))->value).operator->() == kari.owner().id.toString());
}

TEST_CASE("a second counsellor gets a grant when the case is shared", "[app][store]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  Case file = ok(kari.store().caseOverview(caseId)).file;
  file.secondCounsellorId = kari.newId();
  ok(kari.store().save(file));
  ok(kari.store().save(file));
  CHECK(recordsOfType(kari, kGrantType).size() == 2);
}

TEST_CASE("a case is created once, by a counsellor, and never with a number that could be real", "[app][store]") {
  Tablet kari("Kari");
  Person person;
  person.id = kari.newId();
  Case file;
  file.id = kari.newId();
  file.personId = person.id;
  person.nationalId = "04039212345";
  CHECK(kari.store().createCase(person, file).code() == StatusCode::Invalid);
  person.nationalId = inventedNationalId("1992-03-04", 0);
  CHECK(kari.store().createCase(person, file).code() == StatusCode::Invalid);
  file.counsellorId = kari.newId();
  ok(kari.store().createCase(person, file));
  CHECK(kari.store().createCase(person, file).code() == StatusCode::Conflict);
  CHECK(kari.store().caseOverview(kari.newId()).status().code() == StatusCode::NotFound);
}

TEST_CASE("saving writes the fields that changed and no others", "[app][store]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  Task task = kari.agree(caseId, "Ringe fastlegen", "2026-11-20");
  const sync::Record before = ok(kari.store().replica().load(task.id)).value();
  task.dueDate = "2026-11-27";
  ok(kari.store().save(task));
  const sync::Record after = ok(kari.store().replica().load(task.id)).value();
  CHECK(after.fields.at("what") == before.fields.at("what"));
  CHECK(after.fields.at("dueDate") != before.fields.at("dueDate"));
}

TEST_CASE("a contact, its tasks and the next appointment stand together", "[app][store]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  Task done = kari.agree(caseId, "Søke språkpraksis", "2026-11-20");
  done.state = TaskState::Done;
  done.doneDate = "2026-11-14";
  Contact contact{kari.newId(), caseId,     kari.owner().id,    "sms", true, false, true, "kontoret", "", 15,
                  "",           {"5", "7"}, "Minnet om fredag", kNow};
  const Appointment next{kari.newId(), caseId, kari.owner().id, kNow + kDay, "hjemmebesok", "hjemme", ""};
  ok(kari.store().saveContact(contact, {done}, next));
  kari.restart();
  const store::CaseOverview overview = ok(kari.store().caseOverview(caseId));
  REQUIRE(overview.contacts.size() == 1);
  CHECK(overview.contacts[0].lifeAreas == std::vector<std::string>{"5", "7"});
  CHECK(overview.tasks.at(0).state == TaskState::Done);
  CHECK(overview.appointments.at(0).at == kNow + kDay);
}

TEST_CASE("a field of a newer app survives being saved by this one", "[app][store]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  const Task task = kari.agree(caseId, "Ringe fastlegen", "2026-11-20");
  const sync::RecordWrite newer{
      task.id, std::string(kTaskType), {sync::ScopeKind::Case, caseId}, {{"colour", encodeText("blå")}}};
  const sync::RecordWrite unknown{
      kari.newId(), "hologram", {sync::ScopeKind::Case, caseId}, {{"depth", encodeText("3")}}};
  ok(kari.store().replica().write(std::vector{newer, unknown}));
  Task changed = task;
  changed.what = "Ringe legen";
  ok(kari.store().save(changed));
  kari.restart();
  CHECK(ok(kari.store().replica().load(task.id))->fields.contains("colour"));
  CHECK(recordsOfType(kari, "hologram").size() == 1);
  CHECK(ok(kari.store().caseOverview(caseId)).tasks.at(0).what == "Ringe legen");
}

TEST_CASE("a record that can't be read stands aside and stops nothing", "[app][store]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  const Task good = kari.agree(caseId, "Ringe fastlegen", "2026-11-20");
  const sync::RecordWrite bad{
      kari.newId(), std::string(kTaskType), {sync::ScopeKind::Case, caseId}, {{"what", "\xff"}}};
  ok(kari.store().replica().write(std::span(&bad, 1)));
  CHECK(ok(kari.store().caseOverview(caseId)).tasks.size() == 1);
  const sync::RecordWrite mended{bad.id, bad.type, bad.scope, {{"what", encodeText("Mended")}}};
  ok(kari.store().replica().write(std::span(&mended, 1)));
  CHECK(ok(kari.store().caseOverview(caseId)).tasks.size() == 2);
}

TEST_CASE("a deleted record is gone from the screens", "[app][store]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  const Task task = kari.agree(caseId, "Ringe fastlegen", "2026-11-20");
  ok(kari.store().replica().remove(task.id));
  CHECK(ok(kari.store().caseOverview(caseId)).tasks.empty());
}

TEST_CASE("read models rebuilt from the records show the same", "[app][store]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Åse", "Ørjavik", 7);
  kari.agree(caseId, "Ringe fastlegen", "2026-11-20");
  kari.logContact(caseId, kNow - kDay);
  kari.sealed(kari.startMapping(caseId));
  ok(kari.store().replica().rebuildReadModels());
  const store::CaseOverview overview = ok(kari.store().caseOverview(caseId));
  CHECK(overview.person.fullName() == "Åse Ørjavik");
  CHECK(overview.tasks.size() == 2);
  CHECK(overview.contacts.size() == 1);
  CHECK(overview.mappings.at(0).state == MappingState::Confirmed);
  CHECK(overview.lastSeal);
  CHECK(ok(kari.store().searchByName("orjavik")).size() == 1);
}

TEST_CASE("a store has one owner", "[app][store]") {
  Tablet kari("Kari");
  StaffMember other{kari.newId(), "Jonas", "Lie", Role::Counsellor, "Heimdal"};
  CHECK(kari.store().saveOwner(other, kOffice).code() == StatusCode::Conflict);
  ok(kari.store().saveOwner(kari.owner(), kOffice));
  CHECK(ok(kari.store().owner()).fullName() == "Kari Moen");
  CHECK(ok(kari.store().staff()).size() == 1);
}

TEST_CASE("the client's copy is kept on this device alone until it is printed", "[app][store]") {
  Tablet kari("Kari");
  const Id mapping = kari.newId();
  const auto before = ok(kari.store().replica().loadAll()).size();
  ok(kari.store().keepDocument(mapping, std::string("%PDF\0bytes", 10)));
  kari.restart();
  CHECK(ok(kari.store().document(mapping)) == std::string("%PDF\0bytes", 10));
  ok(kari.store().forgetDocument(mapping));
  CHECK_FALSE(ok(kari.store().document(mapping)));
  CHECK(ok(kari.store().replica().loadAll()).size() == before);
}

TEST_CASE("a draft stays on this device, one for a case, until its contact is saved", "[app][store]") {
  Tablet kari("Kari");
  const Id amina = kari.addCase("Amina", "Hassan");
  const auto before = ok(kari.store().replica().loadAll()).size();
  ok(kari.store().keepDraft({amina}, "Snakket om"));
  kari.clock().advance(kDay);
  ok(kari.store().keepDraft({amina}, "Snakket om praksis"));
  ok(kari.store().keepDraft({}, "Ola"));
  kari.restart();
  CHECK(ok(kari.store().replica().loadAll()).size() == before);
  const store::KeptDraft draft = ok(kari.store().draft({amina})).value();
  CHECK(draft.content == "Snakket om praksis");
  CHECK(draft.keptAt == kNow + kDay);

  kari.logContact(amina, kNow);
  CHECK_FALSE(ok(kari.store().draft({amina})));
  CHECK(ok(kari.store().draft({})).value().content == "Ola");
  kari.addCase("Ola", "Nordli");
  CHECK_FALSE(ok(kari.store().draft({})));
}

TEST_CASE("a draft that is forgotten is gone", "[app][store]") {
  Tablet kari("Kari");
  ok(kari.store().keepDraft({}, "Ola"));
  ok(kari.store().forgetDraft({}));
  CHECK_FALSE(ok(kari.store().draft({})));
}

TEST_CASE("an appointment that is cancelled is agreed no more, and can be restored", "[app][store]") {
  Tablet kari("Kari");
  const Id amina = kari.addCase("Amina", "Hassan");
  const Appointment agreed{kari.newId(), amina, kari.owner().id, kNow + kDay, "hjemmebesok", "hjemme", ""};
  ok(kari.store().save(agreed));
  ok(kari.store().cancelAppointment(agreed.id));
  CHECK(ok(kari.store().caseOverview(amina)).appointments.empty());
  CHECK(kari.store().appointment(agreed.id).status().code() == StatusCode::NotFound);
  CHECK(ok(kari.store().replica().load(agreed.id)).value().fields.contains("at"));

  ok(kari.store().restoreAppointment(agreed.id));
  CHECK(ok(kari.store().appointment(agreed.id)).at == kNow + kDay);
  CHECK(kari.store().restoreAppointment(kari.newId()).code() == StatusCode::NotFound);
}
