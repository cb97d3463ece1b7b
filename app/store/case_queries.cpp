// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/case_store.h"

#include "app/casework/dates.h"
#include "app/store/name_folding.h"
#include "app/store/rows.h"
#include "app/store/write_batch.h"

#include <algorithm>
#include <map>

// What screens ask. A list of cases is built in a few queries whatever its length: first the cases go to
// temp.selected_case, then each kind of fact is joined to it.
namespace veikart::store {

using namespace casework;

namespace {

constexpr std::string_view kForgetSelectionSql = "DELETE FROM temp.selected_case";

// Rows that begin with a case's id, by case.
template<class Value, class... Parameters>
Result<std::map<Id, Value>> byCase(Connection& db, std::string_view sql, Value (*read)(const Statement&, int),
                                   const Parameters&... parameters) {
  Result<std::vector<Value>> rows = selectAll(db, sql, read, parameters...);
  if (!rows.ok())
    return rows.status();
  std::map<Id, Value> found;
  for (Value& row : *rows)
    found.emplace(row.caseId, std::move(row));
  return found;
}

CaseloadEntry entryAt(const Statement& row, int first) {
  CaseloadEntry entry;
  entry.caseId = idAt(row, first);
  entry.name = row.text(first + 1);
  entry.counsellorId = idAt(row, first + 2);
  entry.secondCounsellorId = idAt(row, first + 3);
  entry.contactIntervalDays = static_cast<int>(row.integer(first + 4));
  entry.lastContactAt = row.integer(first + 5);
  entry.lastConfirmedAt = row.integer(first + 6);
  entry.openedAt = row.integer(first + 7);
  entry.twoVersions = static_cast<int>(row.integer(first + 8));
  entry.lateWrites = static_cast<int>(row.integer(first + 9));
  return entry;
}

InboxEntry inboxEntryAt(const Statement& row, int first) {
  InboxEntry entry;
  entry.caseId = idAt(row, first);
  entry.name = row.text(first + 1);
  entry.counsellorName = row.text(first + 2);
  entry.lastChangeAt = row.integer(first + 3);
  entry.lastContactAt = row.integer(first + 4);
  const bool hasDueTask = row.integer(first + 5) != 0;
  entry.isClosed = row.integer(first + 6) != 0;
  entry.twoVersions = static_cast<int>(row.integer(first + 7));
  entry.emergencyAt = row.integer(first + 8);
  entry.emergencyBy = row.text(first + 9);
  if (!row.isNull(first + 10))
    entry.lastMapping = mappingAt(row, first + 10);
  entry.confirmedWithoutDueTask =
      !entry.isClosed && entry.lastMapping && entry.lastMapping->state == MappingState::Confirmed && !hasDueTask;
  return entry;
}

template<class Value>
std::optional<Value> valueOf(const std::map<Id, Value>& values, const Id& id) {
  const auto found = values.find(id);
  return found == values.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

// A no-show is no contact.
constexpr std::string_view kEntriesSql =
    "SELECT c.id, coalesce(p.first_name || ' ' || p.last_name, ''), c.counsellor_id, c.second_counsellor_id, "
    "c.contact_interval_days, "
    "(SELECT at FROM contact WHERE case_id = c.id AND client_came = 1 ORDER BY at DESC LIMIT 1), "
    "(SELECT max(sealed_at) FROM seal WHERE case_id = c.id), c.opened_at, "
    "(SELECT count(*) FROM open_conflict WHERE case_id = c.id AND policy > 0), "
    "(SELECT count(*) FROM late_write WHERE case_id = c.id) "
    "FROM temp.selected_case s JOIN case_file c ON c.id = s.case_id LEFT JOIN person p ON p.id = c.person_id "
    "ORDER BY s.position";
constexpr std::string_view kNextAppointmentsSql =
    "SELECT a.* FROM temp.selected_case s JOIN appointment a ON a.id = "
    "(SELECT id FROM appointment WHERE case_id = s.case_id AND at >= ?1 ORDER BY at LIMIT 1)";
constexpr std::string_view kDueTasksSql =
    "SELECT t.* FROM temp.selected_case s JOIN task t ON t.id = (SELECT id FROM task WHERE case_id = s.case_id AND "
    "state = 0 AND due_date > '' AND due_date < ?1 ORDER BY due_date LIMIT 1)";
constexpr std::string_view kOpenMappingsSql =
    "SELECT m.* FROM temp.selected_case s JOIN shown_mapping m ON m.id = (SELECT id FROM shown_mapping WHERE "
    "case_id = s.case_id AND state NOT IN (1, 6) ORDER BY started_at DESC LIMIT 1)";
static_assert(static_cast<int>(TaskState::Open) == 0 && static_cast<int>(MappingState::Declined) == 1);

Result<std::vector<CaseloadEntry>> CaseStore::selectedEntries() {
  const int64_t now = m_clock.nowMillis();
  Result<std::vector<CaseloadEntry>> entries = selectAll(*m_db, kEntriesSql, entryAt);
  const auto appointments = byCase(*m_db, kNextAppointmentsSql, appointmentAt, now - kAppointmentGraceMillis);
  const auto tasks = byCase(*m_db, kDueTasksSql, taskAt, toText(localDateAt(now)));
  const auto mappings = byCase(*m_db, kOpenMappingsSql, mappingAt);
  for (const Status& status : {entries.status(), appointments.status(), tasks.status(), mappings.status()})
    RETURN_IF_ERROR(status);
  for (CaseloadEntry& entry : *entries) {
    entry.nextAppointment = valueOf(*appointments, entry.caseId);
    entry.oldestDueTask = valueOf(*tasks, entry.caseId);
    entry.openMapping = valueOf(*mappings, entry.caseId);
  }
  return entries;
}

constexpr std::string_view kSelectCaseloadSql =
    "INSERT INTO temp.selected_case(case_id) SELECT c.id FROM case_file c LEFT JOIN person p ON p.id = c.person_id "
    "WHERE c.id IN (SELECT id FROM case_file WHERE counsellor_id = ?1 UNION "
    "SELECT id FROM case_file WHERE second_counsellor_id = ?1 UNION "
    "SELECT case_id FROM shown_grant WHERE staff_id = ?1 AND role IN (2, 3) AND counts_from <= ?2 "
    "AND (counts_until = 0 OR counts_until > ?2) AND ended_at IS NULL) AND c.status <> 2 ORDER BY p.folded_name, c.id";
static_assert(static_cast<int>(CaseStatus::Closed) == 2 && static_cast<int>(GrantRole::Deputy) == 2 &&
              static_cast<int>(GrantRole::Emergency) == 3);

Result<std::vector<CaseloadEntry>> CaseStore::caseload(const Id& staffId) {
  RETURN_IF_ERROR(execute(*m_db, kForgetSelectionSql));
  RETURN_IF_ERROR(execute(*m_db, kSelectCaseloadSql, staffId, m_clock.nowMillis()));
  return selectedEntries();
}

constexpr std::string_view kSelectAppointmentsSql =
    "INSERT INTO temp.selected_case(case_id) SELECT DISTINCT case_id FROM appointment "
    "WHERE with_staff_id = ?1 AND at >= ?2 AND at < ?3";
// A contact ends an appointment, also one that began some minutes early; a call or a message ends a call's only: it may
// have been about being late.
constexpr std::string_view kAppointmentsSql =
    "SELECT * FROM appointment a WHERE with_staff_id = ?1 AND at >= ?2 AND at < ?3 AND NOT EXISTS "
    "(SELECT 1 FROM contact c WHERE c.case_id = a.case_id AND c.at >= a.at - 15 * 60 * 1000 "
    "AND (c.type = a.type OR c.client_came = 0 OR c.type NOT IN ('telefon', 'sms'))) ORDER BY at, id";

Result<std::vector<CaseloadEntry>> CaseStore::appointmentsOn(const Id& staffId, int64_t fromMillis, int64_t toMillis) {
  RETURN_IF_ERROR(execute(*m_db, kForgetSelectionSql));
  RETURN_IF_ERROR(execute(*m_db, kSelectAppointmentsSql, staffId, fromMillis, toMillis));
  const Result<std::vector<CaseloadEntry>> cases = selectedEntries();
  const auto appointments = selectAll(*m_db, kAppointmentsSql, appointmentAt, staffId, fromMillis, toMillis);
  if (!cases.ok() || !appointments.ok())
    return cases.ok() ? appointments.status() : cases.status();
  std::map<Id, CaseloadEntry> entries;
  for (const CaseloadEntry& entry : *cases)
    entries.emplace(entry.caseId, entry);
  std::vector<CaseloadEntry> day;
  for (const Appointment& appointment : *appointments)
    if (const auto entry = entries.find(appointment.caseId); entry != entries.end())
      day.emplace_back(entry->second).nextAppointment = appointment;
  return day;
}

constexpr std::string_view kSelectByWordSql =
    "INSERT INTO temp.selected_case(case_id) SELECT case_id FROM (SELECT DISTINCT n.case_id, p.folded_name "
    "FROM name_word n JOIN person p ON p.id = n.person_id WHERE n.word >= ?1 AND n.word < ?2) "
    "ORDER BY folded_name, case_id";
constexpr std::string_view kNarrowByWordSql = "DELETE FROM temp.selected_case WHERE case_id NOT IN "
                                              "(SELECT case_id FROM name_word WHERE word >= ?1 AND word < ?2)";
constexpr std::string_view kShortenSelectionSql =
    "DELETE FROM temp.selected_case WHERE position NOT IN "
    "(SELECT position FROM temp.selected_case ORDER BY position LIMIT 50)";
constexpr std::string_view kGreatestCharacter =
    "\xF4\x8F\xBF\xBF"; // U+10FFFF: every word with a prefix sorts before it

Result<std::vector<CaseloadEntry>> CaseStore::searchByName(std::string_view text) {
  RETURN_IF_ERROR(execute(*m_db, kForgetSelectionSql));
  std::string_view sql = kSelectByWordSql;
  for (const std::string& word : foldedWords(text)) {
    RETURN_IF_ERROR(execute(*m_db, sql, word, word + std::string(kGreatestCharacter)));
    sql = kNarrowByWordSql;
  }
  RETURN_IF_ERROR(execute(*m_db, kShortenSelectionSql));
  return selectedEntries();
}

constexpr std::string_view kSelectByNationalIdSql =
    "INSERT INTO temp.selected_case(case_id) SELECT case_id FROM person WHERE national_id = ?1 ORDER BY case_id";

Result<std::vector<CaseloadEntry>> CaseStore::casesOfNationalId(std::string_view digits) {
  RETURN_IF_ERROR(execute(*m_db, kForgetSelectionSql));
  RETURN_IF_ERROR(execute(*m_db, kSelectByNationalIdSql, digits));
  return selectedEntries();
}

constexpr std::string_view kCaseOfOverviewSql = "SELECT * FROM case_file WHERE id = ?1";
constexpr std::string_view kPersonSql = "SELECT * FROM person WHERE id = ?1";
constexpr std::string_view kStaffMemberSql =
    "SELECT * FROM staff WHERE id = ?1 UNION ALL SELECT id, first_name, last_name, role, unit FROM owner WHERE id = ?1";
constexpr std::string_view kMappingsSql =
    "SELECT * FROM shown_mapping WHERE case_id = ?1 ORDER BY started_at DESC, id DESC";
constexpr std::string_view kLastSealSql = "SELECT * FROM seal WHERE case_id = ?1 ORDER BY sealed_at DESC LIMIT 1";
constexpr std::string_view kTasksSql =
    "SELECT * FROM task WHERE case_id = ?1 ORDER BY state, due_date = '', due_date, id";
constexpr std::string_view kGoalsSql = "SELECT * FROM goal WHERE case_id = ?1 ORDER BY id";
constexpr std::string_view kContactsSql = "SELECT * FROM contact WHERE case_id = ?1 ORDER BY at DESC, id DESC";
constexpr std::string_view kComingSql = "SELECT * FROM appointment WHERE case_id = ?1 AND at >= ?2 ORDER BY at, id";

const StaffMember* CaseOverview::staffMember(const Id& id) const {
  const auto found = std::ranges::find(staff, id.isNil() ? file.counsellorId : id, &StaffMember::id);
  return found == staff.end() ? nullptr : &*found;
}

Result<CaseStanding> CaseStore::standing(const Id& caseId) {
  const Result<std::optional<sync::Record>> record = m_replica->load(caseId);
  if (!record.ok() || !*record)
    return record.ok() ? Result<CaseStanding>(CaseStanding::Gone) : record.status();
  return (*record)->erased ? CaseStanding::Erased : CaseStanding::Here;
}

Result<CaseOverview> CaseStore::caseOverview(const Id& caseId) {
  const Result<std::optional<Case>> file = selectFirst(*m_db, kCaseOfOverviewSql, caseAt, caseId);
  if (!file.ok() || !*file)
    return file.ok() ? Status::notFound("case: not in this store") : file.status();
  const int64_t now = m_clock.nowMillis();
  CaseOverview overview;
  overview.file = **file;
  std::optional<Person> person;
  RETURN_IF_ERROR(keep(selectFirst(*m_db, kPersonSql, personAt, overview.file.personId), person));
  overview.person = person.value_or(Person{});
  RETURN_IF_ERROR(keep(selectFirst(*m_db, kStaffMemberSql, staffAt, overview.file.counsellorId), overview.counsellor));
  RETURN_IF_ERROR(
      keep(selectFirst(*m_db, kStaffMemberSql, staffAt, overview.file.secondCounsellorId), overview.secondCounsellor));
  RETURN_IF_ERROR(keep(staff(), overview.staff));
  RETURN_IF_ERROR(keep(selectAll(*m_db, kMappingsSql, mappingAt, caseId), overview.mappings));
  RETURN_IF_ERROR(keep(selectFirst(*m_db, kLastSealSql, sealAt, caseId), overview.lastSeal));
  RETURN_IF_ERROR(keep(selectAll(*m_db, kTasksSql, taskAt, caseId), overview.tasks));
  RETURN_IF_ERROR(keep(selectAll(*m_db, kGoalsSql, goalAt, caseId), overview.goals));
  RETURN_IF_ERROR(keep(selectAll(*m_db, kContactsSql, contactAt, caseId), overview.contacts));
  RETURN_IF_ERROR(
      keep(selectAll(*m_db, kComingSql, appointmentAt, caseId, now - kAppointmentGraceMillis), overview.appointments));
  RETURN_IF_ERROR(keep(m_replica->isArriving(caseScope(caseId)), overview.isArriving));
  return overview;
}

constexpr std::string_view kUnreadableSql = "SELECT count(*) FROM unreadable";

Result<int64_t> CaseStore::unreadableRecords() {
  const auto count = selectFirst(*m_db, kUnreadableSql, +[](const Statement& row, int) { return row.integer(0); });
  return count.ok() ? Result<int64_t>(count->value_or(0)) : count.status();
}

// All cases are looked at, because those that nothing has come from for long are the ones to be seen.
constexpr std::string_view kInboxSql =
    "SELECT * FROM (SELECT a.case_id AS shown_case, coalesce(p.first_name || ' ' || p.last_name, ''), "
    "coalesce(s.first_name || ' ' || s.last_name, ''), a.last_change_at AS changed_at, "
    "(SELECT at FROM contact WHERE case_id = a.case_id AND client_came = 1 ORDER BY at DESC LIMIT 1) AS met_at, "
    "EXISTS (SELECT 1 FROM task WHERE case_id = a.case_id AND state = 0 AND due_date > '') AS has_due_task, "
    "c.status = 2 AS is_closed, "
    "(SELECT count(*) FROM open_conflict WHERE case_id = a.case_id AND policy > 0) AS versions, "
    "(SELECT max(given_at) FROM access_grant WHERE case_id = a.case_id AND role = 3) AS emergency_at, "
    "coalesce((SELECT e.first_name || ' ' || e.last_name FROM access_grant g JOIN staff e ON e.id = g.staff_id "
    "WHERE g.case_id = a.case_id AND g.role = 3 ORDER BY g.given_at DESC LIMIT 1), ''), m.* "
    "FROM case_activity a "
    "JOIN case_file c ON c.id = a.case_id LEFT JOIN person p ON p.id = c.person_id "
    "LEFT JOIN staff s ON s.id = c.counsellor_id LEFT JOIN shown_mapping m ON m.id = "
    "(SELECT id FROM mapping WHERE case_id = a.case_id ORDER BY started_at DESC LIMIT 1)) "
    "ORDER BY is_closed = 0 AND ((coalesce(state, 0) = 6 AND has_due_task = 0) OR coalesce(met_at, 0) BETWEEN 1 AND "
    "?1 OR versions > 0 OR coalesce(emergency_at, 0) > ?2) DESC, changed_at DESC, shown_case LIMIT 200";

Result<std::vector<InboxEntry>> CaseStore::inbox(int64_t quietBefore, int64_t emergencySince) {
  return selectAll(*m_db, kInboxSql, inboxEntryAt, quietBefore, emergencySince);
}

} // namespace veikart::store
