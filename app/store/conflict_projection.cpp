// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/conflict_projection.h"

#include "app/casework/field_policy.h"
#include "app/casework/narrative.h"
#include "app/casework/record_codec.h"
#include "app/casework/settlement.h"
#include "app/store/rows.h"
#include "sync/record/deletion.h"

#include <algorithm>
#include <array>

namespace veikart::store {

namespace {

using namespace casework;
using sync::Record;

// The types whose records are shown to people. Two who read at the same time have between them read what each of them
// saw, so a reading never has two versions.
constexpr std::array kShownTypes = {kPersonType, kCaseType, kMappingType,     kAnswersType, kConfirmationType,
                                    kTaskType,   kGoalType, kAppointmentType, kContactType, kAttachmentType};

constexpr std::string_view kForgetConflictsSql = "DELETE FROM conflict WHERE record_id = ?1";
constexpr std::string_view kSaveConflictSql = "INSERT OR REPLACE INTO conflict VALUES(?1,?2,?3,?4,?5)";

Status note(Connection& db, const Record& record, std::string_view field) {
  return execute(db, kSaveConflictSql, record.id, field, record.scope.id, mappingOf(record), policyOf(record, field));
}

Status noteFields(Connection& db, const Record& record) {
  for (const auto& [field, reg] : record.fields)
    if (!field.starts_with('_') && hasVersions(record, field))
      RETURN_IF_ERROR(note(db, record, field));
  return {};
}

constexpr std::string_view kForgetNewsSql = "DELETE FROM settlement_news WHERE record_id = ?1";
constexpr std::string_view kSaveNewsSql = "INSERT OR IGNORE INTO settlement_news VALUES(?1,?2,?3)";

// Whoever wrote a version and did not settle it, until they have read of it.
Status noteNews(Connection& db, const Record& record) {
  RETURN_IF_ERROR(execute(db, kForgetNewsSql, record.id));
  const Result<Settlement> settlement = settlementFrom(record);
  if (!settlement.ok())
    return settlement.status().code() == StatusCode::Corrupt ? Status() : settlement.status();
  for (const Settlement::Version& version : settlement->versions)
    if (!version.authorId.isNil() && version.authorId != settlement->settledBy &&
        !settlement->told.contains(version.authorId))
      RETURN_IF_ERROR(execute(db, kSaveNewsSql, record.id, record.scope.id, version.authorId));
  return {};
}

} // namespace

Id mappingOf(const Record& record) {
  if (record.type == kMappingType)
    return record.id;
  const auto named = record.fields.find(record.type == kAnswersType ? "_mapping" : "mapping");
  const sync::Sibling* shown = named == record.fields.end() ? nullptr : sync::greatest(named->second);
  const Result<std::string> text = shown == nullptr ? Result<std::string>("") : decodeText(shown->value);
  const Result<Id> id = text.ok() ? Id::parse(*text) : Result<Id>(text.status());
  return id.ok() ? *id : Id();
}

Status projectConflicts(Connection& db, const Record& record) {
  if (record.scope.kind != sync::ScopeKind::Case)
    return {};
  if (record.type == kSettlementType)
    return record.erased ? execute(db, kForgetNewsSql, record.id) : noteNews(db, record);
  if (std::ranges::find(kShownTypes, record.type) == kShownTypes.end())
    return {};
  RETURN_IF_ERROR(execute(db, kForgetConflictsSql, record.id));
  const Result<sync::Presence> presence = sync::presence(record);
  if (!presence.ok()) // a deletion of a later version: projection.h lists what can't be read
    return presence.status().code() == StatusCode::Corrupt ? Status() : presence.status();
  switch (*presence) {
  case sync::Presence::Present:
    return noteFields(db, record);
  case sync::Presence::DeletedButEdited: // whether it stays comes before what it says
    return note(db, record, sync::kDeletedField);
  case sync::Presence::Deleted:
    return {};
  }
  return {};
}

Status removeConflicts(Connection& db, const sync::RecordId& record) {
  RETURN_IF_ERROR(execute(db, kForgetConflictsSql, record));
  return execute(db, kForgetNewsSql, record);
}

constexpr std::string_view kForgetAllConflictsSql = "DELETE FROM conflict";
constexpr std::string_view kForgetAllNewsSql = "DELETE FROM settlement_news";

Status clearConflicts(Connection& db) {
  RETURN_IF_ERROR(execute(db, kForgetAllConflictsSql));
  return execute(db, kForgetAllNewsSql);
}

} // namespace veikart::store
