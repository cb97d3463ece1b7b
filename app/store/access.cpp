// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/record_codec.h"
#include "app/casework/rules.h"
#include "app/store/case_store.h"
#include "app/store/rows.h"
#include "app/store/write_batch.h"

#include <algorithm>

// Who has a case. Its counsellors stand in the case, and what the hub goes by are grants and their ends; both are
// written by addCase alone, so that they never part.
namespace veikart::store {

using namespace casework;

namespace {

bool isOf(const Grant& grant, GrantRole role, const Id& staffId) {
  return grant.role == role && grant.staffId == staffId;
}

} // namespace

constexpr std::string_view kAccessSql = "SELECT * FROM shown_grant WHERE case_id = ?1 ORDER BY given_at DESC, id DESC";

Result<std::vector<Grant>> CaseStore::accessOf(const Id& caseId) {
  return selectAll(*m_db, kAccessSql, grantAt, caseId);
}

Result<std::vector<Grant>> CaseStore::openGrants(const Id& caseId) {
  Result<std::vector<Grant>> grants = accessOf(caseId);
  if (grants.ok())
    std::erase_if(*grants,
                  [now = m_clock.nowMillis()](const Grant& grant) { return stateOf(grant, now) == GrantState::Past; });
  return grants;
}

Status CaseStore::addGrant(WriteBatch& batch, const Grant& grant) {
  return batch.add(kGrantType, caseScope(grant.caseId), grant.id, toFields(grant));
}

Status CaseStore::addEnd(WriteBatch& batch, const Grant& grant) {
  return batch.add(kGrantEndType, caseScope(grant.caseId), Id::makeV7(m_clock), grantEndFields(grant.id));
}

// The ends come last: what is written with them must be sent while its writer still has the case.
Status CaseStore::addCase(WriteBatch& batch, const Case& before, const Case& after) {
  if (after.counsellorId.isNil())
    return Status::invalid("case: no main counsellor");
  const Result<std::vector<Grant>> open = openGrants(after.id);
  if (!open.ok())
    return open.status();
  const bool isNew = before.counsellorId.isNil();
  std::vector<Grant> ended;
  const auto give = [&](GrantRole role, const Id& from, const Id& to) -> Status {
    if (from == to)
      return {};
    std::ranges::copy_if(*open, std::back_inserter(ended),
                         [&](const Grant& grant) { return grant.role == role && grant.staffId != to; });
    if (to.isNil() || std::ranges::any_of(*open, [&](const Grant& grant) { return isOf(grant, role, to); }))
      return {};
    const bool isFounding = isNew && role == GrantRole::Main;
    const Id id = isFounding ? sync::foundingGrant(caseScope(after.id)) : Id::makeV7(m_clock);
    return addGrant(batch, {.id = id, .caseId = after.id, .staffId = to, .role = role});
  };
  RETURN_IF_ERROR(give(GrantRole::Main, before.counsellorId, after.counsellorId));
  RETURN_IF_ERROR(give(GrantRole::Second, before.secondCounsellorId, after.secondCounsellorId));
  RETURN_IF_ERROR(batch.add(kCaseType, caseScope(after.id), after.id, toFields(after)));
  for (const Grant& grant : ended)
    RETURN_IF_ERROR(addEnd(batch, grant));
  return {};
}

Status CaseStore::checkStaff(const Id& staffId) {
  const Result<std::vector<StaffMember>> staff = this->staff();
  if (!staff.ok())
    return staff.status();
  return std::ranges::find(*staff, staffId, &StaffMember::id) == staff->end()
             ? Status::invalid("access: not for somebody who isn't staff")
             : Status();
}

constexpr std::string_view kComingWithSql = "SELECT * FROM appointment WHERE case_id = ?1 AND with_staff_id = ?2 "
                                            "AND at >= ?3";
constexpr std::string_view kOpenTasksOfSql = "SELECT * FROM task WHERE case_id = ?1 AND staff_id = ?2 AND state = 0";
static_assert(static_cast<int>(TaskState::Open) == 0);

// What the predecessor was still to do falls to the one who has the case now.
Status CaseStore::addWorkHandedOver(WriteBatch& batch, const Case& before, const Id& staffId) {
  const sync::ScopeId scope = caseScope(before.id);
  const Result<std::vector<Appointment>> coming =
      selectAll(*m_db, kComingWithSql, appointmentAt, before.id, before.counsellorId,
                m_clock.nowMillis() - kAppointmentGraceMillis);
  const Result<std::vector<Task>> tasks = selectAll(*m_db, kOpenTasksOfSql, taskAt, before.id, before.counsellorId);
  for (const Status& status : {coming.status(), tasks.status()})
    RETURN_IF_ERROR(status);
  for (Appointment appointment : *coming) {
    appointment.withStaffId = staffId;
    RETURN_IF_ERROR(batch.add(kAppointmentType, scope, appointment.id, toFields(appointment)));
  }
  for (Task task : *tasks) {
    task.staffId = staffId;
    RETURN_IF_ERROR(batch.add(kTaskType, scope, task.id, toFields(task)));
  }
  return {};
}

Status CaseStore::handOver(const Id& caseId, const Id& staffId) {
  const Result<Case> before = caseFile(caseId);
  if (!before.ok())
    return before.status();
  RETURN_IF_ERROR(checkStaff(staffId));
  if (staffId == before->counsellorId)
    return Status::invalid("hand-over: to the one who has the case");
  Case after = *before;
  after.counsellorId = staffId;
  if (after.secondCounsellorId == staffId)
    after.secondCounsellorId = {};
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(addWorkHandedOver(batch, *before, staffId));
  RETURN_IF_ERROR(addCase(batch, *before, after));
  return batch.write();
}

Status CaseStore::assignSecond(const Id& caseId, const Id& staffId) {
  Result<Case> file = caseFile(caseId);
  if (!file.ok())
    return file.status();
  RETURN_IF_ERROR(checkStaff(staffId));
  if (staffId == file->counsellorId)
    return Status::invalid("second counsellor: is the main one");
  if (!file->secondCounsellorId.isNil())
    return Status::invalid("second counsellor: the case has one");
  file->secondCounsellorId = staffId;
  return save(*file);
}

Status CaseStore::assignDeputy(const Id& caseId, const Id& staffId, int64_t from, int64_t until) {
  const Result<Case> file = caseFile(caseId);
  const Result<std::vector<Grant>> grants = accessOf(caseId);
  for (const Status& status : {file.status(), grants.status()})
    RETURN_IF_ERROR(status);
  const int64_t now = m_clock.nowMillis();
  RETURN_IF_ERROR(checkStaff(staffId));
  RETURN_IF_ERROR(checkPeriod(from, until, now));
  if (staffId == file->counsellorId || staffId == file->secondCounsellorId ||
      isDeputyIn(*grants, staffId, std::max(from, now), until))
    return Status::invalid("deputy: has the case already");
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(addGrant(batch, {.id = Id::makeV7(m_clock),
                                   .caseId = caseId,
                                   .staffId = staffId,
                                   .role = GrantRole::Deputy,
                                   .from = from,
                                   .until = until}));
  return batch.write();
}

Status CaseStore::endAccess(const Id& caseId, const Id& grantId) {
  Result<Case> file = caseFile(caseId);
  const Result<std::vector<Grant>> open = openGrants(caseId);
  for (const Status& status : {file.status(), open.status()})
    RETURN_IF_ERROR(status);
  const auto grant = std::ranges::find(*open, grantId, &Grant::id);
  if (grant == open->end())
    return Status::notFound("access: none that could be ended");
  if (isOf(*grant, GrantRole::Main, file->counsellorId))
    return Status::invalid("access: the case would have no main counsellor");
  if (isOf(*grant, GrantRole::Second, file->secondCounsellorId)) {
    file->secondCounsellorId = {};
    return save(*file);
  }
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(addEnd(batch, *grant));
  return batch.write();
}

Status CaseStore::setStatus(const Id& caseId, CaseStatus status) {
  Result<Case> file = caseFile(caseId);
  if (!file.ok())
    return file.status();
  file->status = status;
  return save(*file);
}

} // namespace veikart::store
