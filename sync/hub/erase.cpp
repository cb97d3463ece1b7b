// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/erase.h"

#include "platform/crypto/crypto.h"
#include "sync/hub/contents.h"
#include "sync/protocol/tuning.h"
#include "sync/record/deletion.h"
#include "sync/record/late_write.h"

#include <algorithm>

namespace veikart::hub {
namespace {

using Rows = std::vector<StoredRecord>;
using Ids = std::set<RecordId>;

bool saysWhoHasIt(const StoredRecord& row) {
  return row.type == sync::kGrantType || row.type == sync::kGrantEndType;
}

Bytes erasedBytes(const StoredRecord& row) {
  return sync::encode({row.id, row.type, row.scope, {}, true});
}

// What a late write brought; nothing for another record, and for one that can't be read.
std::optional<Record> broughtBy(const StoredRecord& row) {
  const Result<Record> record = sync::decode(row.bytes);
  const Result<Record> brought = record.ok() ? sync::broughtBy(*record) : record.status();
  return brought.ok() ? std::optional(*brought) : std::nullopt;
}

bool isErased(const StoredRecord& row) {
  return row.bytes == erasedBytes(row);
}

Status dropContents(OfficeTransaction& rows, const ScopeId& scope, const Rows& all, const Ids& erased) {
  std::set<ContentId> needed, unneeded;
  for (const StoredRecord& row : all)
    if (const Result<Record> record = sync::decode(row.bytes); record.ok())
      (erased.contains(row.id) ? unneeded : needed).merge(contentsNamedBy(*record));
  for (const ContentId& content : unneeded) {
    if (needed.contains(content))
      continue;
    RETURN_IF_ERROR(rows.dropContent(scope, content));
    RETURN_IF_ERROR(rows.noteWhole(scope, content)); // nobody shall bring it
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

Result<int64_t> eraseRows(OfficeTransaction& rows, const ScopeId& scope, Rows all, const Ids& ids) {
  RETURN_IF_ERROR(dropContents(rows, scope, all, ids));
  std::erase_if(all, [&](const StoredRecord& row) { return !ids.contains(row.id) || isErased(row); });
  const auto count = static_cast<int64_t>(all.size());
  const Status written = all.empty() ? Status() : writeErased(rows, scope, all);
  return written.ok() ? Result<int64_t>(count) : written;
}

bool isSettledDeletion(const StoredRecord& row) {
  const Result<Record> record = sync::decode(row.bytes);
  const Result<sync::Presence> presence = record.ok() ? sync::presence(*record) : record.status();
  return presence.ok() && *presence == sync::Presence::Deleted && !record->erased;
}

// Whether something came late for one of them is for those who have it now to settle first.
Ids settledDeletions(const Rows& all, int64_t horizon) {
  Ids ids;
  for (const StoredRecord& row : all)
    if (row.change <= horizon && !saysWhoHasIt(row) && isSettledDeletion(row))
      ids.insert(row.id);
  for (const StoredRecord& row : all)
    if (const std::optional<Record> late = broughtBy(row); late && !ids.contains(row.id))
      ids.erase(late->id);
  return ids;
}

Ids meantBy(const Erasure& erasure, const Rows& all) {
  Ids ids;
  for (const StoredRecord& row : all) {
    const std::optional<Record> late = erasure.record ? broughtBy(row) : std::nullopt;
    if (erasure.record ? row.id == *erasure.record || (late && late->id == *erasure.record) : !saysWhoHasIt(row))
      ids.insert(row.id);
  }
  return ids;
}

} // namespace

Result<int64_t> erase(OfficeTransaction& rows, const Erasure& erasure) {
  Result<Rows> all = rows.recordsIn(erasure.scope);
  if (!all.ok())
    return all.status();
  const Ids ids = meantBy(erasure, *all);
  if (std::ranges::any_of(*all, [&](const StoredRecord& row) { return saysWhoHasIt(row) && ids.contains(row.id); }))
    return Status::invalid("who has a scope is not erased");
  const Result<bool> isNew = rows.putErasure(erasure);
  if (!isNew.ok() || !*isNew)
    return isNew.ok() ? Result<int64_t>(0) : isNew.status();
  return eraseRows(rows, erasure.scope, *std::move(all), ids);
}

Result<int64_t> eraseDeleted(OfficeTransaction& rows, int64_t nowMillis) {
  const Result<int64_t> horizon = rows.seenByAll(nowMillis - sync::tuning::kHorizonMillis);
  const Result<std::vector<Scope>> scopes = horizon.ok() ? rows.scopes() : horizon.status();
  if (!scopes.ok())
    return scopes.status();
  int64_t erased = 0;
  for (const Scope& scope : *scopes) {
    Result<Rows> all = rows.recordsIn(scope.id);
    if (!all.ok())
      return all.status();
    const Ids ids = settledDeletions(*all, *horizon);
    for (const RecordId& id : ids)
      RETURN_IF_ERROR(rows.putErasure({scope.id, id}).status());
    const Result<int64_t> here = eraseRows(rows, scope.id, *std::move(all), ids);
    if (!here.ok())
      return here.status();
    erased += *here;
  }
  return erased;
}

} // namespace veikart::hub
