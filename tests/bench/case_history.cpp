// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/case_history.h"

#include "app/casework/record_codec.h"
#include "app/forms/questionnaire.h"
#include "app/store/write_batch.h"
#include "sync/record/canonical.h"
#include "tests/bench/measure.h"

namespace veikart::bench {

using namespace casework;

namespace {

constexpr int64_t kDay = 24LL * 60 * 60 * 1000;
const Id kOffice = *Id::parse("019f0000-0000-7000-8000-0000000000f1").operator->();

} // namespace

StaffMember counsellor(int number) {
  Id id = kOffice;
  id.bytes[14] = 1;
  id.bytes[15] = static_cast<uint8_t>(number);
  return {id, "Kari", "Moen", Role::Counsellor, "Heimdal"};
}

std::unique_ptr<store::CaseStore> openStore(const std::filesystem::path& file, const SecretBytes& key,
                                            const Clock& clock) {
  auto store = must(store::CaseStore::open(file, key, clock));
  must(store->saveOwner(counsellor(0), kOffice));
  return store;
}

Mapping mappingOf(const Id& caseId, const Clock& clock) {
  Mapping mapping;
  mapping.id = Id::makeV7(clock);
  mapping.caseId = caseId;
  mapping.formHash = forms::kisReconstruction().hash();
  mapping.view = "mg2";
  mapping.startedAt = clock.nowMillis();
  mapping.conductedBy = counsellor(0).id;
  return mapping;
}

namespace {

// Another device's writes, as a page from the hub brings them.
class PageWriter {
public:
  PageWriter(store::CaseStore& store, const Clock& clock) : m_store(store), m_replica(Uuid::makeV7(clock)) {}

  void add(std::string_view type, const Id& caseId, const Id& id, const Fields& fields) {
    sync::Record record{id, std::string(type), store::caseScope(caseId), {}, false};
    for (const auto& [name, value] : fields)
      sync::write(record, name, value, {m_replica, ++m_counter}, sync::Stamp::fromMillis(kNow));
    m_page.push_back(sync::encode(record));
    if (m_page.size() == kPageRecords)
      flush();
  }

  void flush() {
    must(m_store.replica().applyPage(m_page, {"cursor", {}}));
    m_page.clear();
  }

private:
  static constexpr size_t kPageRecords = 2'000;
  store::CaseStore& m_store;
  sync::ReplicaId m_replica;
  uint64_t m_counter = 0;
  std::vector<Bytes> m_page;
};

// Every seventh client is met today; of the others every fifth has let a date go by.
void addHistory(PageWriter& page, int number, const Id& caseId, const Clock& clock) {
  const Mapping mapping = mappingOf(caseId, clock);
  page.add(kMappingType, caseId, mapping.id, toFields(mapping));
  for (int week = 1; week <= 3; ++week) {
    const Id contactId = Id::makeV7(clock);
    const Contact contact{contactId,
                          caseId,
                          counsellor(0).id,
                          "hjemmebesok",
                          true,
                          false,
                          true,
                          "hjemme",
                          "",
                          45,
                          "",
                          {"3"},
                          "Gikk gjennom brevet fra legen.",
                          kNow - week * 7 * kDay};
    page.add(kContactType, caseId, contactId, toFields(contact));
    const Id taskId = Id::makeV7(clock);
    const char* dueDate = number % 5 == 1 ? "2026-11-16" : "2026-12-01";
    const Task task{taskId, caseId, "Ringe fastlegen", Party::Client, "", dueDate, TaskState::Open, "", contactId, {}};
    page.add(kTaskType, caseId, taskId, toFields(task));
  }
  const Id goalId = Id::makeV7(clock);
  page.add(kGoalType, caseId, goalId, toFields(Goal{goalId, caseId, "Komme i arbeid", false}));
  const Id appointmentId = Id::makeV7(clock);
  const int64_t at = kNow + number % 7 * kDay;
  const Appointment next{appointmentId, caseId, counsellor(0).id, at, "hjemmebesok", "hjemme", ""};
  page.add(kAppointmentType, caseId, appointmentId, toFields(next));
}

Id addCase(PageWriter& page, int number, int counsellors, const Clock& clock) {
  Person person;
  person.id = Id::makeV7(clock);
  person.firstName = "Kjell";
  person.lastName = "Nordmann" + std::to_string(number);
  person.birthDate = "1984-03-02";
  Case file;
  file.id = Id::makeV7(clock);
  file.personId = person.id;
  file.counsellorId = counsellor(number % counsellors).id;
  file.contactIntervalDays = 14;
  file.openedAt = kNow - 90 * kDay;
  page.add(kCaseType, file.id, file.id, toFields(file));
  page.add(kPersonType, file.id, person.id, toFields(person));
  addHistory(page, number, file.id, clock);
  return file.id;
}

} // namespace

std::vector<Id> addCases(store::CaseStore& store, int cases, int counsellors, const Clock& clock) {
  PageWriter page(store, clock);
  std::vector<Id> ids;
  for (int number = 0; number < cases; ++number)
    ids.push_back(addCase(page, number, counsellors, clock));
  page.flush();
  return ids;
}

} // namespace veikart::bench
