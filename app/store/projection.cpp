// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/projection.h"

#include "app/casework/record_codec.h"
#include "app/store/conflict_projection.h"
#include "app/store/name_folding.h"
#include "app/store/rows.h"
#include "platform/crypto/crypto.h"
#include "sync/record/canonical.h"
#include "sync/record/deletion.h"
#include "sync/record/late_write.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace veikart::store {

namespace {

using namespace casework;
using sync::Record;

constexpr std::string_view kSaveStaffSql = "INSERT OR REPLACE INTO staff VALUES(?1,?2,?3,?4,?5)";
Status show(Connection& db, const StaffMember& value, const Record&) {
  return execute(db, kSaveStaffSql, value.id, value.firstName, value.lastName, value.role, value.unit);
}

constexpr std::string_view kSaveAuthorSql = "INSERT OR REPLACE INTO replica_author VALUES(?1,?2)";
Status showReplica(Connection& db, const Record& record) {
  const auto user = record.fields.find("user");
  const sync::Sibling* shown = user == record.fields.end() ? nullptr : sync::greatest(user->second);
  if (shown == nullptr)
    return {};
  Result<std::string> text = decodeText(shown->value);
  Result<Id> staffId = text.ok() ? Id::parse(*text) : Result<Id>(text.status());
  if (!staffId.ok())
    return Status::corrupt("field replica.user can't be read");
  return execute(db, kSaveAuthorSql, record.id, *staffId);
}

constexpr std::string_view kSavePersonSql = "INSERT OR REPLACE INTO person VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)";
constexpr std::string_view kForgetWordsSql = "DELETE FROM name_word WHERE person_id = ?1";
constexpr std::string_view kSaveWordSql = "INSERT OR IGNORE INTO name_word VALUES(?1,?2,?3)";
Status show(Connection& db, const Person& value, const Record& record) {
  const Id caseId = record.scope.id;
  RETURN_IF_ERROR(execute(db, kSavePersonSql, value.id, caseId, value.firstName, value.lastName, value.nationalId,
                          value.birthDate, value.phone, value.language, value.interpreter,
                          foldedName(value.fullName())));
  RETURN_IF_ERROR(execute(db, kForgetWordsSql, value.id));
  for (const std::string& word : foldedWords(value.fullName()))
    RETURN_IF_ERROR(execute(db, kSaveWordSql, word, value.id, caseId));
  return {};
}

constexpr std::string_view kSaveCaseSql = "INSERT OR REPLACE INTO case_file VALUES(?1,?2,?3,?4,?5,?6,?7)";
Status show(Connection& db, const Case& value, const Record&) {
  return execute(db, kSaveCaseSql, value.id, value.personId, value.counsellorId, value.secondCounsellorId, value.status,
                 value.contactIntervalDays, value.openedAt);
}

constexpr std::string_view kSaveMappingSql = "INSERT OR REPLACE INTO mapping VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,"
                                             "?12,?13,?14,?15,?16,?17,?18,?19,?20,?21)";
Status show(Connection& db, const Mapping& value, const Record&) {
  return execute(db, kSaveMappingSql, value.id, value.caseId, value.kind, value.state, value.formHash, value.view,
                 value.purposeAcknowledged, value.startedAt, value.isRequirement, value.conductedBy,
                 value.othersPresent, value.interpreterName, value.interpreterLanguage, value.place,
                 value.selectionBasis, value.targetGroup, value.measureInSight, value.waitingForMeasure, value.mode,
                 value.paperWanted, value.noTaskReason);
}

constexpr std::string_view kSaveConfirmationSql = "INSERT OR REPLACE INTO confirmation VALUES(?1,?2,?3,?4)";
Status show(Connection& db, const ConfirmationRecord& value, const Record& record) {
  return execute(db, kSaveConfirmationSql, record.id, value.choice, value.disagreement, value.at);
}

constexpr std::string_view kSaveSealSql = "INSERT OR REPLACE INTO seal VALUES(?1,?2,?3,?4,?5,?6)";
Status show(Connection& db, const SealedMapping& value, const Record& record) {
  const crypto::Hash256 hash = crypto::blake2b256(value.content);
  if (toHex({reinterpret_cast<const char*>(hash.data()), hash.size()}) != value.hash)
    return Status::corrupt("field sealed_mapping.snapshot: content and hash differ");
  Result<Statement*> save = bound(db, kSaveSealSql, value.id, value.mappingId, record.scope.id);
  if (!save.ok())
    return save.status();
  (*save)->bindBlob(4, value.content);
  (*save)->bind(5, std::string_view(value.hash));
  (*save)->bind(6, value.sealedAt);
  return (*save)->run();
}

constexpr std::string_view kSaveTaskSql = "INSERT OR REPLACE INTO task VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)";
Status show(Connection& db, const Task& value, const Record&) {
  return execute(db, kSaveTaskSql, value.id, value.caseId, value.what, value.party, value.otherParty, value.dueDate,
                 value.state, value.doneDate, value.agreedIn, value.staffId);
}

constexpr std::string_view kSaveGoalSql = "INSERT OR REPLACE INTO goal VALUES(?1,?2,?3,?4)";
Status show(Connection& db, const Goal& value, const Record&) {
  return execute(db, kSaveGoalSql, value.id, value.caseId, value.text, value.reached);
}

constexpr std::string_view kSaveContactSql =
    "INSERT OR REPLACE INTO contact VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)";
Status show(Connection& db, const Contact& value, const Record&) {
  std::string areas;
  for (const std::string& area : value.lifeAreas)
    areas += areas.empty() ? area : "," + area;
  return execute(db, kSaveContactSql, value.id, value.caseId, value.authorId, value.type, value.planned, value.acute,
                 value.clientCame, value.place, value.placeName, value.minutes, value.present, areas, value.done,
                 value.at);
}

constexpr std::string_view kSaveAppointmentSql = "INSERT OR REPLACE INTO appointment VALUES(?1,?2,?3,?4,?5,?6,?7)";
Status show(Connection& db, const Appointment& value, const Record&) {
  return execute(db, kSaveAppointmentSql, value.id, value.caseId, value.withStaffId, value.at, value.type, value.place,
                 value.placeName);
}

constexpr std::string_view kSaveAttachmentSql = "INSERT OR REPLACE INTO attachment VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)";
Status show(Connection& db, const Attachment& value, const Record&) {
  Result<Statement*> save = bound(db, kSaveAttachmentSql, value.id, value.caseId, value.kind, value.title, value.date,
                                  value.mediaType, value.authorId);
  if (!save.ok())
    return save.status();
  (*save)->bindBlob(8, value.content.toBytes());
  (*save)->bind(9, value.addedAt);
  return (*save)->run();
}

constexpr std::string_view kForgetAuditSql = "DELETE FROM audit_entry WHERE record_id = ?1";
constexpr std::string_view kSaveAuditSql = "INSERT INTO audit_entry VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)";
Status showAudit(Connection& db, const Record& record) {
  const Result<std::vector<AuditEntry>> entries = auditFrom(record);
  RETURN_IF_ERROR(execute(db, kForgetAuditSql, record.id));
  if (!entries.ok())
    return entries.status();
  int version = 0;
  for (const AuditEntry& entry : *entries)
    RETURN_IF_ERROR(execute(db, kSaveAuditSql, record.id, ++version, entry.caseId, entry.staffId, entry.action,
                            entry.reason, entry.sharedWith, entry.at, entry.replica, entry.number));
  return {};
}

constexpr std::string_view kSaveGrantSql = "INSERT OR REPLACE INTO access_grant VALUES(?1,?2,?3,?4,?5,?6,?7,?8)";
Status show(Connection& db, const Grant& value, const Record&) {
  return execute(db, kSaveGrantSql, value.id, value.caseId, value.staffId, value.role, value.givenAt, value.from,
                 value.until, value.reason);
}

constexpr std::string_view kSaveGrantEndSql = "INSERT OR REPLACE INTO access_end VALUES(?1,?2,?3,?4)";
Status showGrantEnd(Connection& db, const Record& record) {
  const Result<Id> grantId = endedGrantFrom(record);
  if (!grantId.ok())
    return grantId.status();
  const auto field = record.fields.find("grant");
  const int64_t endedAt = field == record.fields.end() ? 0 : sync::greatest(field->second)->stamp.millis();
  return execute(db, kSaveGrantEndSql, record.id, *grantId, record.scope.id, endedAt);
}

constexpr std::string_view kSaveLateWriteSql = "INSERT OR REPLACE INTO late_write VALUES(?1,?2)";
Status showLateWrite(Connection& db, const Record& record) {
  const Result<sync::LateWrite> late = sync::lateWriteFrom(record);
  if (!late.ok())
    return late.status();
  return execute(db, kSaveLateWriteSql, record.id, record.scope.id);
}

Status showDraft(Connection& db, const Record& record) {
  const Result<PageDraft> draft = pageDraftFrom(record);
  return draft.ok() ? execute(db, kSaveLateWriteSql, record.id, record.scope.id) : draft.status();
}

// What tells one shown answer from another, without looking at its value.
using AnswerVersion = std::tuple<int64_t, Id, int64_t>; // stamp, author's replica, number of versions

constexpr std::string_view kShownAnswersSql =
    "SELECT key, stamp, author_replica, versions FROM answer WHERE record_id = ?1";
Result<std::map<std::string, AnswerVersion>> shownAnswers(Connection& db, const Id& recordId) {
  Result<Statement*> query = bound(db, kShownAnswersSql, recordId);
  if (!query.ok())
    return query.status();
  std::map<std::string, AnswerVersion> shown;
  RETURN_IF_ERROR(forEachRow(**query, [&](const Statement& row) {
    shown.emplace_hint(shown.end(), row.text(0), AnswerVersion{row.integer(1), idAt(row, 2), row.integer(3)});
  }));
  return shown;
}

constexpr std::string_view kSaveAnswerSql = "INSERT OR REPLACE INTO answer VALUES(?1,?2,?3,?4,?5,?6)";
Status saveAnswerRow(Connection& db, const Id& recordId, const std::string& key, const sync::Sibling& answer,
                     size_t versions) {
  Result<Statement*> save = bound(db, kSaveAnswerSql, recordId, key);
  if (!save.ok())
    return save.status();
  (*save)->bindBlob(3, answer.value);
  (*save)->bind(4, static_cast<int64_t>(answer.stamp.value));
  (*save)->bindBlob(5, answer.dot.replica.view());
  (*save)->bind(6, static_cast<int64_t>(versions));
  return (*save)->run();
}

constexpr std::string_view kForgetAnswerSql = "DELETE FROM answer WHERE record_id = ?1 AND key = ?2";

// Writes the rows that changed only: a record of a hundred answers changes by one of them at a time.
Status showAnswers(Connection& db, const Record& record) {
  const Result<std::map<std::string, AnswerVersion>> before = shownAnswers(db, record.id);
  if (!before.ok())
    return before.status();
  Status unreadable;
  for (const auto& [key, reg] : record.fields) {
    const sync::Sibling* answer = key.starts_with('_') ? nullptr : sync::greatest(reg);
    if (answer == nullptr)
      continue;
    const AnswerVersion now{static_cast<int64_t>(answer->stamp.value), answer->dot.replica,
                            static_cast<int64_t>(reg.siblings.size())};
    const auto known = before->find(key);
    if (known != before->end() && known->second == now)
      continue;
    const bool isReadable = decodeAnswer(answer->value).ok();
    RETURN_IF_ERROR(isReadable ? saveAnswerRow(db, record.id, key, *answer, reg.siblings.size())
                               : execute(db, kForgetAnswerSql, record.id, key));
    if (!isReadable)
      unreadable = Status::corrupt("field answers." + key + " can't be read");
  }
  return unreadable;
}

constexpr std::string_view kForgetReadingSql = "DELETE FROM reading WHERE record_id = ?1";
constexpr std::string_view kSaveReadingSql = "INSERT OR IGNORE INTO reading VALUES(?1,?2,?3)";
// Two people who read at the same time have between them read what each of them saw.
Status showReading(Connection& db, const Record& record) {
  RETURN_IF_ERROR(execute(db, kForgetReadingSql, record.id));
  for (const auto& [field, reg] : record.fields) {
    if (field.starts_with('_'))
      continue;
    for (const sync::Sibling& sibling : reg.siblings) {
      const Result<std::string> seen = decodeText(sibling.value);
      if (!seen.ok())
        return seen.status();
      RETURN_IF_ERROR(execute(db, kSaveReadingSql, record.id, field, *seen));
    }
  }
  return {};
}

// `from` is the codec's reader of the type.
template<auto from>
Status showAs(Connection& db, const Record& record) {
  const auto value = from(record);
  return value.ok() ? show(db, *value, record) : value.status();
}

struct Projector {
  std::string_view type;
  Status (*show)(Connection& db, const Record& record);
  std::string_view removeSql;
  std::string_view clearSql;
};

constexpr std::array kProjectors = {
    Projector{kStaffType, showAs<staffFrom>, "DELETE FROM staff WHERE id = ?1", "DELETE FROM staff"},
    Projector{kReplicaType, showReplica, "DELETE FROM replica_author WHERE replica = ?1", "DELETE FROM replica_author"},
    Projector{kPersonType, showAs<personFrom>, "DELETE FROM person WHERE id = ?1", "DELETE FROM person"},
    Projector{kCaseType, showAs<caseFrom>, "DELETE FROM case_file WHERE id = ?1", "DELETE FROM case_file"},
    Projector{kMappingType, showAs<mappingFrom>, "DELETE FROM mapping WHERE id = ?1", "DELETE FROM mapping"},
    Projector{kAnswersType, showAnswers, "DELETE FROM answer WHERE record_id = ?1", "DELETE FROM answer"},
    Projector{kReadingType, showReading, kForgetReadingSql, "DELETE FROM reading"},
    Projector{kConfirmationType, showAs<confirmationFrom>, "DELETE FROM confirmation WHERE record_id = ?1",
              "DELETE FROM confirmation"},
    Projector{kSealType, showAs<sealFrom>, "DELETE FROM seal WHERE id = ?1", "DELETE FROM seal"},
    Projector{kTaskType, showAs<taskFrom>, "DELETE FROM task WHERE id = ?1", "DELETE FROM task"},
    Projector{kGoalType, showAs<goalFrom>, "DELETE FROM goal WHERE id = ?1", "DELETE FROM goal"},
    Projector{kContactType, showAs<contactFrom>, "DELETE FROM contact WHERE id = ?1", "DELETE FROM contact"},
    Projector{kAppointmentType, showAs<appointmentFrom>, "DELETE FROM appointment WHERE id = ?1",
              "DELETE FROM appointment"},
    Projector{kAttachmentType, showAs<attachmentFrom>, "DELETE FROM attachment WHERE id = ?1",
              "DELETE FROM attachment"},
    Projector{sync::kAuditType, showAudit, kForgetAuditSql, "DELETE FROM audit_entry"},
    Projector{kGrantType, showAs<grantFrom>, "DELETE FROM access_grant WHERE id = ?1", "DELETE FROM access_grant"},
    Projector{kGrantEndType, showGrantEnd, "DELETE FROM access_end WHERE id = ?1", "DELETE FROM access_end"},
    Projector{kDraftType, showDraft, "DELETE FROM late_write WHERE id = ?1", "DELETE FROM late_write"},
    Projector{sync::kLateWriteType, showLateWrite, "DELETE FROM late_write WHERE id = ?1", "DELETE FROM late_write"},
};

bool isHidden(const Record& record) {
  const Result<sync::Presence> presence = sync::presence(record);
  return presence.ok() && *presence == sync::Presence::Deleted;
}

// A whole minute, so that not every answer of a survey writes the row and its index.
constexpr int64_t kActivityStepMillis = 60'000;
constexpr std::string_view kSaveActivitySql = "INSERT INTO case_activity VALUES(?1,?2) ON CONFLICT(case_id) DO UPDATE "
                                              "SET last_change_at = excluded.last_change_at "
                                              "WHERE excluded.last_change_at > last_change_at";
Status noteActivity(Connection& db, const Record& record) {
  int64_t newest = 0;
  for (const auto& [field, reg] : record.fields)
    for (const sync::Sibling& sibling : reg.siblings)
      newest = std::max(newest, sibling.stamp.millis());
  return execute(db, kSaveActivitySql, record.scope.id, newest - newest % kActivityStepMillis);
}

constexpr std::string_view kSaveUnreadableSql = "INSERT OR REPLACE INTO unreadable VALUES(?1,?2,?3)";
constexpr std::string_view kForgetUnreadableSql = "DELETE FROM unreadable WHERE record_id = ?1";
Status showOrNote(Connection& db, const Projector& projector, const Record& record) {
  const Status shown = projector.show(db, record);
  if (shown.ok())
    return execute(db, kForgetUnreadableSql, record.id);
  if (shown.code() != StatusCode::Corrupt)
    return shown;
  if (record.type != kAnswersType) // of answers, the readable ones stand
    RETURN_IF_ERROR(execute(db, projector.removeSql, record.id));
  return execute(db, kSaveUnreadableSql, record.id, record.type, shown.text());
}

} // namespace

Status project(Connection& db, const Record& record) {
  RETURN_IF_ERROR(projectConflicts(db, record));
  const auto projector = std::ranges::find(kProjectors, std::string_view(record.type), &Projector::type);
  if (projector == kProjectors.end())
    return {};
  if (record.scope.kind == sync::ScopeKind::Case)
    RETURN_IF_ERROR(noteActivity(db, record));
  if (isHidden(record))
    return execute(db, projector->removeSql, record.id);
  return showOrNote(db, *projector, record);
}

Status removeProjection(Connection& db, const sync::RecordName& record) {
  RETURN_IF_ERROR(removeConflicts(db, record.id));
  const auto projector = std::ranges::find(kProjectors, std::string_view(record.type), &Projector::type);
  if (projector == kProjectors.end())
    return {};
  RETURN_IF_ERROR(execute(db, kForgetUnreadableSql, record.id));
  return execute(db, projector->removeSql, record.id);
}

constexpr std::string_view kForgetActivitySql = "DELETE FROM case_activity";
constexpr std::string_view kForgetAllUnreadableSql = "DELETE FROM unreadable";

Status clearProjections(Connection& db) {
  for (const Projector& projector : kProjectors)
    RETURN_IF_ERROR(execute(db, projector.clearSql));
  RETURN_IF_ERROR(clearConflicts(db));
  RETURN_IF_ERROR(execute(db, kForgetActivitySql));
  return execute(db, kForgetAllUnreadableSql);
}

} // namespace veikart::store
