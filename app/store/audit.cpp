// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/field_value.h"
#include "app/casework/record_codec.h"
#include "app/store/case_store.h"
#include "app/store/rows.h"

#include <set>

// Who did what with which case, in the owner's own scope: whoever loses a case does not take along what they did in it.
namespace veikart::store {

using namespace casework;

namespace {

AuditEntry auditAt(const Statement& row, int first) {
  AuditEntry entry;
  entry.caseId = idAt(row, first + 2);
  entry.staffId = idAt(row, first + 3);
  entry.action = static_cast<AuditAction>(row.integer(first + 4));
  entry.reason = row.text(first + 5);
  entry.sharedWith = idAt(row, first + 6);
  entry.at = row.integer(first + 7);
  entry.replica = idAt(row, first + 8);
  entry.number = static_cast<uint64_t>(row.integer(first + 9));
  return entry;
}

// To look at something, also to the end, is no change.
bool isChange(const sync::RecordWrite& write) {
  return write.scope.kind == sync::ScopeKind::Case && !write.fields.empty() && write.type != kReadingType;
}

// Whom a grant is for; nil for another record.
Result<Id> grantedTo(const sync::RecordWrite& write) {
  const auto user = std::ranges::find(write.fields, "user", &sync::FieldWrite::name);
  if (write.type != kGrantType || user == write.fields.end())
    return Id();
  const Result<std::string> text = decodeText(user->value);
  return text.ok() ? Id::parse(*text) : Result<Id>(text.status());
}

} // namespace

Status CaseStore::append(const AuditEntry& entry) {
  const Result<StaffMember> user = owner();
  if (!user.ok())
    return user.status();
  if (entry.sharedWith == user->id) // who makes a case has it
    return {};
  return m_replica->appendAudit({sync::ScopeKind::Staff, user->id}, auditContent(entry));
}

Status CaseStore::note(const Id& caseId, AuditAction action, const std::string& reason) {
  return append({.caseId = caseId, .action = action, .reason = reason, .at = m_clock.nowMillis()});
}

constexpr std::string_view kLastOfCaseSql = "SELECT action FROM audit_entry WHERE case_id = ?1 AND replica = ?2 AND "
                                            "action IN (?3, ?4) ORDER BY number DESC LIMIT 1";

Status CaseStore::noteChange(const Id& caseId) {
  const Result<std::optional<int64_t>> last = selectFirst(
      *m_db, kLastOfCaseSql, +[](const Statement& row, int first) { return row.integer(first); }, caseId,
      m_replica->id(), AuditAction::Opened, AuditAction::Changed);
  if (!last.ok())
    return last.status();
  return *last == static_cast<int64_t>(AuditAction::Changed) ? Status() : note(caseId, AuditAction::Changed);
}

Status CaseStore::recordsWritten(std::span<const sync::RecordWrite> writes) {
  std::set<Id> changed;
  for (const sync::RecordWrite& write : writes) {
    if (isChange(write) && changed.insert(write.scope.id).second)
      RETURN_IF_ERROR(noteChange(write.scope.id));
    const Result<Id> staffId = grantedTo(write);
    if (!staffId.ok())
      return staffId.status();
    if (!staffId->isNil())
      RETURN_IF_ERROR(append({.caseId = write.scope.id,
                              .action = AuditAction::Shared,
                              .sharedWith = *staffId,
                              .at = m_clock.nowMillis()}));
  }
  return {};
}

constexpr std::string_view kAuditSql = "SELECT * FROM audit_entry WHERE case_id = ?1 "
                                       "ORDER BY at DESC, number DESC, record_id, version";

Result<std::vector<AuditEntry>> CaseStore::auditOf(const Id& caseId) {
  return selectAll(*m_db, kAuditSql, auditAt, caseId);
}

} // namespace veikart::store
