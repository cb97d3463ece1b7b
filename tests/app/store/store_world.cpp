// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/store/store_world.h"

#include "app/forms/questionnaire.h"
#include "sync/record/canonical.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

void ok(const Status& status) {
  INFO(status.toString());
  REQUIRE(status.ok());
}

forms::Answer words(const std::string& text) {
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  answer.text = text;
  return answer;
}

Tablet::Tablet(const std::string& firstName, const std::string& lastName) {
  m_owner = {newId(), firstName, lastName, Role::Counsellor, "Heimdal"};
  restart();
  ok(m_store->saveOwner(m_owner, kOffice));
  ok(m_store->save(m_owner));
}

void Tablet::restart() {
  m_store.reset();
  m_store = ok(store::CaseStore::open(m_folder / "store.db", m_key, m_clock));
}

Id Tablet::addCase(const std::string& firstName, const std::string& lastName, int contactIntervalDays) {
  Person person;
  person.id = newId();
  person.firstName = firstName;
  person.lastName = lastName;
  Case file;
  file.id = newId();
  file.personId = person.id;
  file.counsellorId = m_owner.id;
  file.contactIntervalDays = contactIntervalDays;
  file.openedAt = m_clock.nowMillis();
  ok(m_store->createCase(person, file));
  return file.id;
}

Mapping Tablet::startMapping(const Id& caseId) {
  Mapping mapping;
  mapping.id = newId();
  mapping.caseId = caseId;
  mapping.formHash = forms::kisReconstruction().hash();
  mapping.view = "mg2";
  mapping.startedAt = m_clock.nowMillis();
  mapping.conductedBy = m_owner.id;
  ok(m_store->save(mapping));
  return mapping;
}

Task Tablet::agree(const Id& caseId, const std::string& what, const std::string& dueDate, const Id& agreedIn) {
  Task task;
  task.id = newId();
  task.caseId = caseId;
  task.what = what;
  task.dueDate = dueDate;
  task.agreedIn = agreedIn;
  ok(m_store->save(task));
  return task;
}

void Tablet::logContact(const Id& caseId, int64_t at, bool clientCame, const std::string& type) {
  Contact contact;
  contact.id = newId();
  contact.caseId = caseId;
  contact.authorId = m_owner.id;
  contact.type = type;
  contact.clientCame = clientCame;
  contact.at = at;
  ok(m_store->saveContact(contact, {}, {}));
}

store::CaseloadEntry Tablet::entryOf(const Id& caseId) {
  for (const store::CaseloadEntry& entry : ok(m_store->caseload(m_owner.id)))
    if (entry.caseId == caseId)
      return entry;
  FAIL("the case is not in the caseload");
  return {};
}

SealedMapping Tablet::sealed(const Mapping& mapping) {
  Mapping now = ok(m_store->mapping(mapping.id));
  now.state = MappingState::InConversation;
  ok(m_store->save(now));
  agree(mapping.caseId, "Ringe fastlegen", "2026-12-01", mapping.id);
  ok(m_store->save({Confirmation::Agrees, "", m_clock.nowMillis()}, mapping.id));
  return ok(m_store->seal(mapping.id));
}

void Tablet::receive(Tablet& from) {
  std::vector<Bytes> page;
  for (const sync::Record& record : ok(from.store().replica().loadAll()))
    page.push_back(sync::encode(record));
  ok(m_store->replica().applyPage(page, {"cursor", {}}));
}

void eraseCase(Tablet& tablet, const Id& caseId) {
  sync::Replica& replica = tablet.store().replica();
  const sync::ScopeId scope{sync::ScopeKind::Case, caseId};
  ok(replica.endScope(scope));
  std::vector<sync::Farewell> farewells;
  for (const sync::StoredRecord& row : ok(replica.rowsIn(scope)))
    farewells.push_back({row.key, row.local, row.local, {}});
  ok(replica.erase(scope, farewells));
}

} // namespace veikart::test
