// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/late_writes.h"

#include "app/casework/field_policy.h"
#include "app/casework/narrative.h"
#include "app/casework/record_codec.h"
#include "app/store/case_store.h"
#include "app/store/rows.h"
#include "sync/record/canonical.h"
#include "sync/record/deletion.h"
#include "sync/record/late_write.h"

#include <algorithm>

namespace veikart::store {

using namespace casework;
using sync::Record;
using sync::Sibling;

namespace {

int64_t numberAt(const Statement& row, int first) {
  return row.integer(first);
}

// A case's counsellors follow from its grants.
bool isOfAccess(std::string_view type, std::string_view field) {
  return type == kCaseType && (field == "counsellor" || field == "secondCounsellor");
}

bool hasSeen(const std::optional<Record>& present, const std::string& field, const Sibling& write) {
  if (!present)
    return false;
  const auto known = present->fields.find(field);
  return known != present->fields.end() && known->second.context.covers(write.dot);
}

std::vector<std::string> unseenFields(const Record& brought, const std::optional<Record>& present) {
  std::vector<std::string> fields;
  for (const auto& [field, values] : brought.fields) {
    const bool isUnseen =
        std::ranges::any_of(values.siblings, [&](const Sibling& write) { return !hasSeen(present, field, write); });
    if (isUnseen && !field.starts_with(sync::kFirstStampPrefix) && !isOfAccess(brought.type, field))
      fields.push_back(field);
  }
  return fields;
}

int64_t latestWrite(const Record& record) {
  int64_t latest = 0;
  for (const auto& [field, values] : record.fields)
    for (const Sibling& write : values.siblings)
      latest = std::max(latest, write.stamp.millis());
  return latest;
}

bool isSame(const std::optional<Record>& a, const std::optional<Record>& b) {
  return a.has_value() == b.has_value() && (!a || sync::encode(*a) == sync::encode(*b));
}

// Without the text it was changed from, which nobody here had before them.
Bytes broughtValue(const Record& brought, const std::string& field) {
  return withoutAncestor(sync::greatest(brought.fields.at(field))->value);
}

Result<DraftName> draftNameOf(const LateWrite& late) {
  const Result<PageDraft> draft = pageDraftFrom(late.brought);
  if (!draft.ok())
    return draft.status();
  return DraftName{late.caseId, draft->isOfDetails ? DraftName::Details : DraftName::Contact};
}

} // namespace

bool LateWrite::isDraft() const {
  return brought.type == kDraftType;
}

bool LateWrite::isDeletion() const {
  return std::ranges::find(fields, std::string(sync::kDeletedField)) != fields.end() &&
         broughtValue(brought, std::string(sync::kDeletedField)) != sync::kRestorationValue;
}

bool LateWrite::canTakeIn() const {
  return brought.type != kGrantType && brought.type != kGrantEndType && !fields.empty() && !hasOwnDraft;
}

std::vector<Bytes> LateWrite::standing(const std::string& field) const {
  std::vector<Bytes> values;
  const Bytes late = broughtValue(brought, field);
  if (!present || !present->fields.contains(field))
    return values;
  for (const Sibling& write : present->fields.at(field).siblings)
    if (const Bytes value = withoutAncestor(write.value);
        value != late && std::ranges::find(values, value) == values.end())
      values.push_back(value);
  return values;
}

constexpr std::string_view kCountSql = "SELECT count(*) FROM late_write WHERE case_id = ?1";

Result<int> LateWrites::countIn(const Id& caseId) {
  const Result<std::optional<int64_t>> count = selectFirst(m_db, kCountSql, numberAt, caseId);
  return count.ok() ? Result<int>(static_cast<int>(count->value_or(0))) : count.status();
}

constexpr std::string_view kIdsSql = "SELECT id FROM late_write WHERE case_id = ?1";

Result<std::vector<LateWrite>> LateWrites::in(const Id& caseId) {
  const Result<std::vector<Id>> ids = selectAll(m_db, kIdsSql, idAt, caseId);
  if (!ids.ok())
    return ids.status();
  std::vector<LateWrite> writes;
  for (const Id& id : *ids) {
    Result<LateWrite> late = read(id);
    if (!late.ok())
      return late.status();
    writes.push_back(*std::move(late));
  }
  std::ranges::sort(writes, {}, [](const LateWrite& late) { return std::pair(late.at, late.id); });
  return writes;
}

Result<LateWrite> LateWrites::read(const Id& id) {
  const Result<std::optional<Record>> record = m_store.replica().load(id);
  if (!record.ok() || !*record)
    return record.ok() ? Status::notFound("late write: not in this store") : record.status();
  if ((*record)->type == kDraftType)
    return readDraft(*std::move(*record));
  const Result<sync::LateWrite> held = sync::lateWriteFrom(**record);
  Result<Record> brought = held.ok() ? sync::decode(held->record) : held.status();
  if (!brought.ok())
    return brought.status();
  Result<std::optional<Record>> present = m_store.replica().load(brought->id);
  const Result<std::vector<StaffMember>> staff = m_store.staff();
  for (const Status& status : {present.status(), staff.status()})
    RETURN_IF_ERROR(status);
  LateWrite late;
  late.id = id;
  late.caseId = (*record)->scope.id;
  late.authorId = held->user;
  late.at = latestWrite(*brought);
  late.brought = *std::move(brought);
  late.present = *std::move(present);
  late.fields = unseenFields(late.brought, late.present);
  if (const auto author = std::ranges::find(*staff, held->user, &StaffMember::id); author != staff->end())
    late.author = author->fullName();
  RETURN_IF_ERROR(lookForOwnDraft(late));
  return late;
}

// The office took it as an ordinary record, because its writer had the case again by then.
Result<LateWrite> LateWrites::readDraft(Record draft) {
  LateWrite late;
  late.id = draft.id;
  late.caseId = draft.scope.id;
  late.at = latestWrite(draft);
  late.fields = unseenFields(draft, std::nullopt);
  late.brought = std::move(draft);
  RETURN_IF_ERROR(lookForOwnDraft(late));
  return late;
}

Status LateWrites::lookForOwnDraft(LateWrite& late) {
  if (!late.isDraft())
    return {};
  const Result<DraftName> name = draftNameOf(late);
  const Result<std::optional<KeptDraft>> own = name.ok() ? m_store.draft(*name) : name.status();
  late.hasOwnDraft = own.ok() && own->has_value();
  return own.status();
}

Status LateWrites::takeIn(const LateWrite& late, const Id& staffId) {
  if (!late.canTakeIn())
    return Status::invalid("late write: nothing that could be taken in");
  Result<Transaction> transaction = Transaction::begin(m_db);
  const Result<LateWrite> now = transaction.ok() ? read(late.id) : transaction.status();
  if (!now.ok())
    return now.status();
  if (!isSame(now->present, late.present))
    return Status::conflict("late write: what it is about has changed since it was looked at");
  RETURN_IF_ERROR(late.isDraft() ? takeInDraft(late) : writeFields(late, staffId));
  RETURN_IF_ERROR(m_store.replica().remove(late.id));
  return transaction->commit();
}

// What was edited before the deletion stands in the record that is deleted, as it did for its writer.
Status LateWrites::writeFields(const LateWrite& late, const Id& staffId) {
  const Record& brought = late.brought;
  std::vector<sync::RecordWrite> writes = {{brought.id, brought.type, brought.scope, {}}};
  for (const std::string& field : late.fields) {
    if (field == sync::kDeletedField && late.isDeletion())
      continue;
    const Bytes value = broughtValue(brought, field);
    writes.front().fields.push_back({field, value});
    if (field.starts_with('_') || late.standing(field).empty() ||
        policyOf(*late.present, field) == FieldPolicy::Automatic)
      continue;
    Result<sync::RecordWrite> settlement = m_store.conflicts().overwriting(brought.id, field, value, staffId);
    if (!settlement.ok())
      return settlement.status();
    writes.push_back(*std::move(settlement));
  }
  if (!writes.front().fields.empty())
    RETURN_IF_ERROR(m_store.replica().write(writes));
  return late.isDeletion() ? m_store.replica().remove(brought.id) : Status();
}

Status LateWrites::takeInDraft(const LateWrite& late) {
  const Result<PageDraft> draft = pageDraftFrom(late.brought);
  const Result<DraftName> name = draftNameOf(late);
  const Result<std::optional<KeptDraft>> own = name.ok() ? m_store.draft(*name) : name.status();
  if (!own.ok() || *own)
    return own.ok() ? Status::conflict("late write: there is a draft here already") : own.status();
  return m_store.keepDraft(*name, draft->content);
}

Status LateWrites::setAside(const Id& id) {
  return m_store.replica().remove(id);
}

Status LateWrites::bringBack(const Id& id) {
  const Result<std::optional<Record>> record = m_store.replica().load(id);
  if (!record.ok() || !*record)
    return record.ok() ? Status::notFound("late write: not in this store") : record.status();
  const sync::RecordWrite write{
      id, (*record)->type, (*record)->scope, {{std::string(sync::kDeletedField), Bytes(sync::kRestorationValue)}}};
  return m_store.replica().write({&write, 1});
}

} // namespace veikart::store
