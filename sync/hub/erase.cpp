// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/erase.h"

#include "platform/crypto/crypto.h"
#include "sync/hub/contents.h"
#include "sync/hub/grant.h"
#include "sync/protocol/tuning.h"
#include "sync/record/deletion.h"
#include "sync/record/late_write.h"
#include "sync/record/repetition.h"

#include <algorithm>

namespace veikart::hub {
namespace {

using Rows = std::vector<StoredRecord>;
using Ids = std::set<RecordId>;

Bytes erasedBytes(const StoredRecord& row) {
  return sync::encode({row.id, row.type, row.scope, {}, true});
}

Ids repeatedBy(const StoredRecord& row) {
  const Result<Record> record = sync::decode(row.bytes);
  return record.ok() ? sync::repeatedBy(*record) : Ids();
}

bool isErasedRow(const StoredRecord& row) {
  return row.bytes == erasedBytes(row);
}

// Also what an earlier version of an erased record named, or one that was refused in the end.
Status dropUnnamed(OfficeTransaction& rows, const ScopeId& scope) {
  Result<std::set<ContentId>> unnamed = rows.contentsIn(scope);
  if (!unnamed.ok() || unnamed->empty())
    return unnamed.status();
  RETURN_IF_ERROR(rows.visitNaming(scope, [&](const StoredRecord& row) -> Status {
    if (const Result<Record> record = sync::decode(row.bytes); record.ok())
      for (const ContentId& needed : contentsNamedBy(*record))
        unnamed->erase(needed);
    return {};
  }));
  for (const ContentId& content : *unnamed) {
    RETURN_IF_ERROR(rows.dropContent(scope, content));
    RETURN_IF_ERROR(rows.forgetMissing(scope, content)); // nobody shall bring it
  }
  return {};
}

// A change of the hub's own: no replica is its origin, so that it reaches every device.
Status writeErased(OfficeTransaction& rows, const ScopeId& scope, Rows& erased) {
  Result<std::optional<Scope>> stored = rows.scope(scope);
  if (!stored.ok())
    return stored.status();
  Digest digest = stored->value_or(Scope{scope, {}}).digest;
  for (StoredRecord& row : erased) {
    digest.subtract(row.bytes);
    row.bytes = erasedBytes(row);
    digest.add(row.bytes);
  }
  RETURN_IF_ERROR(rows.putScope({scope, digest}));
  const Result<int64_t> first = rows.takeNumbers(static_cast<int64_t>(erased.size()));
  if (!first.ok())
    return first.status();
  int64_t number = *first;
  for (StoredRecord& row : erased) {
    row = {row.id, row.type, row.scope, std::move(row.bytes), number++, {}, row.change, row.change, {}};
    RETURN_IF_ERROR(rows.putRecord(row));
  }
  return rows.putBatch({*first, number - 1, crypto::randomBytes(sync::tuning::kBatchTagBytes)});
}

Result<int64_t> eraseRows(OfficeTransaction& rows, const ScopeId& scope, Rows meant) {
  const auto count = static_cast<int64_t>(meant.size());
  if (count > 0)
    RETURN_IF_ERROR(writeErased(rows, scope, meant));
  RETURN_IF_ERROR(dropUnnamed(rows, scope));
  return count;
}

bool isSettledDeletion(const StoredRecord& row) {
  const Result<Record> record = sync::decode(row.bytes);
  const Result<sync::Presence> presence = record.ok() ? sync::presence(*record) : record.status();
  return presence.ok() && *presence == sync::Presence::Deleted && !record->erased;
}

// Up to where every device has read. Conflict while a recovery is open: what took a deletion back may be lacking still.
Result<int64_t> seenByAll(OfficeTransaction& rows, int64_t nowMillis) {
  const Result<Recovery> recovery = rows.recovery();
  if (!recovery.ok())
    return recovery.status();
  if (nowMillis < recovery->untilMillis)
    return Status::conflict("a recovery is open");
  return rows.seenByAll(nowMillis - sync::tuning::kHorizonMillis);
}

// Of a record, with what repeats it; of a scope, all but who has it.
Result<Rows> meantBy(OfficeTransaction& rows, const Erasure& erasure) {
  Rows meant;
  const auto add = [&](const StoredRecord& row) {
    if (row.scope == erasure.scope && !saysWhoHasIt(row.type) && !isErasedRow(row))
      meant.push_back(row);
  };
  if (!erasure.record) {
    RETURN_IF_ERROR(rows.visitRecords(erasure.scope, [&](const StoredRecord& row) -> Status {
      add(row);
      return {};
    }));
    return meant;
  }
  const Result<std::optional<StoredRecord>> named = rows.record(*erasure.record);
  if (!named.ok())
    return named.status();
  if (named->has_value())
    add(**named);
  RETURN_IF_ERROR(rows.visitNaming(erasure.scope, [&](const StoredRecord& row) -> Status {
    if (repeatedBy(row).contains(*erasure.record))
      add(row);
    return {};
  }));
  return meant;
}

// Each that repeats it has an erasure of its own: a device that was told of it offers it to a hub that was set back.
Status putRepeating(OfficeTransaction& rows, const Erasure& erasure, const Rows& meant) {
  for (const StoredRecord& row : meant)
    if (erasure.record && row.id != *erasure.record)
      RETURN_IF_ERROR(rows.putErasure({erasure.scope, row.id}).status());
  return {};
}

} // namespace

Result<int64_t> erase(OfficeTransaction& rows, const Erasure& erasure) {
  const Result<bool> isNew = rows.putErasure(erasure);
  if (!isNew.ok() || !*isNew)
    return isNew.ok() ? Result<int64_t>(0) : isNew.status();
  Result<Rows> meant = meantBy(rows, erasure);
  if (!meant.ok())
    return meant.status();
  RETURN_IF_ERROR(putRepeating(rows, erasure, *meant));
  return eraseRows(rows, erasure.scope, *std::move(meant));
}

// Where something came late for one of them, those who have it now settle that first.
Result<std::vector<StoredRecord>> settledDeletions(OfficeTransaction& rows, const ScopeId& scope, int64_t nowMillis) {
  const Result<int64_t> horizon = seenByAll(rows, nowMillis);
  if (!horizon.ok())
    return horizon.status();
  Rows settled;
  RETURN_IF_ERROR(rows.visitRecords(scope, [&](const StoredRecord& row) -> Status {
    if (row.change <= *horizon && !saysWhoHasIt(row.type) && isSettledDeletion(row))
      settled.push_back(row);
    return {};
  }));
  if (settled.empty())
    return settled;
  Ids ids;
  for (const StoredRecord& row : settled)
    ids.insert(row.id);
  Rows repeating;
  RETURN_IF_ERROR(rows.visitNaming(scope, [&](const StoredRecord& row) -> Status {
    const Ids repeated = repeatedBy(row);
    if (row.type == sync::kLateWriteType && !ids.contains(row.id))
      std::erase_if(ids, [&](const RecordId& id) { return repeated.contains(id); });
    else if (!repeated.empty() && !ids.contains(row.id))
      repeating.push_back(row);
    return {};
  }));
  std::erase_if(settled, [&](const StoredRecord& row) { return !ids.contains(row.id); });
  std::ranges::copy_if(repeating, std::back_inserter(settled), [&](const StoredRecord& row) {
    return std::ranges::any_of(repeatedBy(row), [&](const RecordId& id) { return ids.contains(id); });
  });
  return settled;
}

Result<int64_t> eraseDeleted(OfficeTransaction& rows, const ScopeId& scope, int64_t nowMillis) {
  Result<Rows> settled = settledDeletions(rows, scope, nowMillis);
  if (!settled.ok() || settled->empty())
    return settled.ok() ? Result<int64_t>(0) : settled.status();
  for (const StoredRecord& row : *settled)
    RETURN_IF_ERROR(rows.putErasure({scope, row.id}).status());
  return eraseRows(rows, scope, *std::move(settled));
}

} // namespace veikart::hub
