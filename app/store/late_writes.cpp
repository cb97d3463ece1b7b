// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/late_writes.h"

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

} // namespace

bool LateWrite::isDraft() const {
  return brought.type == kDraftType;
}

bool LateWrite::canTakeIn() const {
  return brought.type != kGrantType && brought.type != kGrantEndType && !fields.empty();
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
  const Result<sync::LateWrite> held = sync::lateWriteFrom(**record);
  Result<Record> brought = held.ok() ? sync::decode(held->record) : held.status();
  if (!brought.ok())
    return brought.status();
  Result<std::optional<Record>> present = m_store.replica().load(brought->id);
  const Result<std::vector<StaffMember>> staff = m_store.staff();
  for (const Status& status : {present.status(), staff.status()})
    RETURN_IF_ERROR(status);
  LateWrite late{id, (*record)->scope.id, held->user, {}, latestWrite(*brought), *std::move(brought), {}, {}};
  late.present = *std::move(present);
  late.fields = unseenFields(late.brought, late.present);
  if (const auto author = std::ranges::find(*staff, held->user, &StaffMember::id); author != staff->end())
    late.author = author->fullName();
  return late;
}

Status LateWrites::takeIn(const LateWrite& late) {
  if (!late.canTakeIn())
    return Status::invalid("late write: nothing that could be taken in");
  Result<Transaction> transaction = Transaction::begin(m_db);
  const Result<LateWrite> now = transaction.ok() ? read(late.id) : transaction.status();
  if (!now.ok())
    return now.status();
  if (!isSame(now->present, late.present))
    return Status::conflict("late write: what it is about has changed since it was looked at");
  const Record& brought = late.brought;
  if (late.isDraft()) {
    RETURN_IF_ERROR(takeInDraft(late));
  } else if (brought.fields.contains(std::string(sync::kDeletedField)) && late.present) {
    RETURN_IF_ERROR(m_store.replica().remove(brought.id));
  } else {
    sync::RecordWrite write{brought.id, brought.type, brought.scope, {}};
    for (const std::string& field : late.fields)
      write.fields.push_back({field, broughtValue(brought, field)});
    RETURN_IF_ERROR(m_store.replica().write({&write, 1}));
  }
  RETURN_IF_ERROR(m_store.replica().remove(late.id));
  return transaction->commit();
}

Status LateWrites::takeInDraft(const LateWrite& late) {
  const Result<PageDraft> draft = pageDraftFrom(late.brought);
  if (!draft.ok())
    return draft.status();
  const DraftName name{late.caseId, draft->isOfDetails ? DraftName::Details : DraftName::Contact};
  const Result<std::optional<KeptDraft>> own = m_store.draft(name);
  if (!own.ok() || *own)
    return own.ok() ? Status::conflict("late write: there is a draft here already") : own.status();
  return m_store.keepDraft(name, draft->content);
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
