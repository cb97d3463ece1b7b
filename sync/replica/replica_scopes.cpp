// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/replica.h"
#include "sync/replica/write_scope.h"

#include <algorithm>
#include <iterator>

// How a scope comes to Replica, and its end: it was closed to this user.

namespace veikart::sync {

Result<bool> Replica::isArriving(const ScopeId& scope) const {
  const Result<std::map<ScopeId, ScopeReading>> readings = m_scopes.readings();
  const Result<Bytes> cursor = m_meta.value(MetaTable::kCursor);
  const Result<uint64_t> lastSync = m_meta.number(MetaTable::kLastSync);
  for (const Status& status : {readings.status(), cursor.status(), lastSync.status()})
    RETURN_IF_ERROR(status);
  const auto reading = readings->find(scope);
  const bool isBeingRead = reading != readings->end() && !reading->second.cursor.empty();
  return isBeingRead || (*lastSync == 0 && !cursor->empty());
}

Status Replica::endScope(const ScopeId& scope) {
  return m_maybeObserver == nullptr ? Status() : m_maybeObserver->scopeEnds(scope);
}

Result<std::vector<StoredRecord>> Replica::rowsIn(const ScopeId& scope) const {
  return m_records.inScope(scope);
}

Status Replica::erase(const ScopeId& ended, std::span<const Farewell> farewells) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  Result<std::vector<StoredRecord>> rows = scope.ok() ? m_records.inScope(ended) : scope.status();
  if (!rows.ok())
    return rows.status();
  std::vector<RecordName> gone;
  for (StoredRecord& row : *rows) {
    const auto farewell = std::ranges::find(farewells, row.key, &Farewell::key);
    RETURN_IF_ERROR(eraseRow(row, farewell == farewells.end() ? nullptr : &*farewell, gone));
  }
  for (const Farewell& farewell : farewells)
    if (const Result<Record> sent = decode(farewell.sent); farewell.refusal == kErasedReason && sent.ok())
      RETURN_IF_ERROR(dropUnnamed(ended, contentsOf(*sent)));
  RETURN_IF_ERROR(m_contents.erase(ended));
  RETURN_IF_ERROR(tellGone(ended, gone));
  RETURN_IF_ERROR(m_scopes.noteErased(ended));
  RETURN_IF_ERROR(scope->commit());
  return scrub();
}

Status Replica::eraseRow(const StoredRecord& row, const Farewell* maybeFarewell, std::vector<RecordName>& gone) {
  gone.push_back({row.id, row.type});
  if (maybeFarewell == nullptr) // what waits of it was written since, or to something that was erased by law before
    return row.local.empty() ? m_records.remove(row.key)
                             : m_records.keepLocalAlone(row.key, row.local, row.refusal, m_clock.nowMillis());
  const bool isErased = maybeFarewell->refusal == kErasedReason;
  if (isErased && !row.local.empty()) // what was confirmed before is erased with the rest
    return m_records.keepLocalAlone(row.key, row.local, kErasedReason, m_clock.nowMillis());
  const bool isRefused = !maybeFarewell->refusal.empty() && !isErased;
  const bool isWrittenSince = row.local != maybeFarewell->local;
  if (!isRefused)
    return isWrittenSince ? m_records.keepLocalAlone(row.key, row.local, {}, m_clock.nowMillis())
                          : m_records.remove(row.key);
  Bytes unsent = maybeFarewell->sent;
  if (isWrittenSince) {
    Result<Record> sent = decode(unsent);
    const Result<Record> local = decode(row.local);
    Result<std::vector<std::string>> joined =
        sent.ok() && local.ok() ? joinInto(*sent, *local) : (sent.ok() ? local.status() : sent.status());
    if (!joined.ok())
      return joined.status();
    unsent = encode(*sent);
  }
  return m_records.keepLocalAlone(row.key, unsent, maybeFarewell->refusal, m_clock.nowMillis());
}

Status Replica::settleErasedWrites(int64_t hubMillis) {
  constexpr int64_t kKeepMillis = 30LL * 24 * 60 * 60 * 1000;
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  RETURN_IF_ERROR(m_records.noteErasedWrites(hubMillis));
  Result<std::vector<StoredRecord>> old = m_records.erasedWritesUntil(hubMillis - kKeepMillis);
  if (!old.ok())
    return old.status();
  for (StoredRecord& row : *old)
    RETURN_IF_ERROR(dropErasedWrite(row));
  RETURN_IF_ERROR(m_records.forgetErasedWrites());
  RETURN_IF_ERROR(scope->commit());
  return old->empty() ? Status() : scrub();
}

Status Replica::dropErasedWrite(const StoredRecord& row) {
  const Result<Record> local = decode(row.local);
  if (!row.base.empty()) {
    RETURN_IF_ERROR(m_records.saveReceived(row.key, row.base, {}));
  } else {
    RETURN_IF_ERROR(m_records.remove(row.key));
    const RecordName gone{row.id, row.type};
    if (local.ok())
      RETURN_IF_ERROR(tellGone(local->scope, {&gone, 1}));
  }
  return local.ok() ? dropUnnamed(local->scope, contentsOf(*local)) : Status();
}

Status Replica::dropUnnamed(const ScopeId& scope, std::vector<ContentId> contents) {
  if (contents.empty())
    return {};
  const Result<std::vector<StoredRecord>> rows = m_records.attachedIn(scope);
  if (!rows.ok())
    return rows.status();
  for (const StoredRecord& row : *rows)
    for (const Bytes& half : {row.base, row.local})
      if (const Result<Record> record = decode(half); record.ok())
        for (const ContentId& needed : contentsOf(*record))
          std::erase(contents, needed);
  for (const ContentId& content : contents)
    RETURN_IF_ERROR(m_contents.drop(scope, content));
  return {};
}

// Also what an earlier version named of a record that is erased now.
Status Replica::dropUnnamedIn(const std::set<ScopeId>& scopes) {
  for (const ScopeId& scope : scopes) {
    const Result<std::vector<StoredContent>> settled = m_contents.settledIn(scope);
    if (!settled.ok())
      return settled.status();
    std::vector<ContentId> contents;
    std::ranges::transform(*settled, std::back_inserter(contents), &StoredContent::id);
    RETURN_IF_ERROR(dropUnnamed(scope, std::move(contents)));
  }
  return {};
}

Status Replica::forgetUnnamed(const ScopeId& scope, const ContentId& content) {
  RETURN_IF_ERROR(dropUnnamed(scope, {content}));
  return scrub();
}

// What was there is zeroed in the file (secure_delete) and now goes from the log too, if nobody is reading it.
Status Replica::scrub() {
  return m_db.emptyLog().status();
}

Status Replica::tellGone(const ScopeId& scope, std::span<const RecordName> records) {
  return m_maybeObserver == nullptr ? Status() : m_maybeObserver->recordsGone(scope, records);
}

Status Replica::forgetErased(std::span<const ScopeId> scopes) {
  Result<WriteScope> transaction = WriteScope::begin(m_db);
  if (!transaction.ok())
    return transaction.status();
  RETURN_IF_ERROR(m_scopes.forgetErased(scopes));
  return transaction->commit();
}

} // namespace veikart::sync
