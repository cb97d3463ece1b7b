// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/new_dots.h"
#include "sync/replica/replica.h"
#include "sync/replica/write_scope.h"

#include <algorithm>

// Who Replica writes as, and who it was before.

namespace veikart::sync {

Status Replica::becomeNewReplica() {
  if (m_db.inTransaction())
    return Status::internal("a new replica begins in a transaction of its own");
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  Dot last{Uuid::makeV7(m_clock), 0};
  RETURN_IF_ERROR(rewriteWaiting(last));
  RETURN_IF_ERROR(noteAuthors({{m_id, m_counter}}));
  RETURN_IF_ERROR(m_meta.set(MetaTable::kId, last.replica.view()));
  RETURN_IF_ERROR(m_meta.set(MetaTable::kProgress, Progress{last.counter, m_hybridClock.last().value}.toBytes()));
  RETURN_IF_ERROR(m_meta.set(MetaTable::kCursor, {}));
  RETURN_IF_ERROR(saveTokens({}, {}));
  RETURN_IF_ERROR(m_scopes.forgetReadings());
  RETURN_IF_ERROR(m_contents.offerAgain());
  RETURN_IF_ERROR(scope->commit());
  m_id = last.replica;
  m_counter = last.counter;
  return m_maybeObserver == nullptr ? Status() : m_maybeObserver->replicaRenewed();
}

Result<Authors> Replica::otherAuthors() const {
  const Result<Bytes> raw = m_meta.value(MetaTable::kOtherAuthors);
  return raw.ok() ? authorsFromBytes(*raw) : raw.status();
}

Status Replica::noteAuthors(const Authors& authors) {
  Result<Authors> known = otherAuthors();
  if (!known.ok())
    return known.status();
  const Authors before = *known;
  for (const auto& [author, counter] : authors)
    (*known)[author] = std::max((*known)[author], counter);
  return *known == before ? Status() : m_meta.set(MetaTable::kOtherAuthors, authorsToBytes(*known));
}

Status Replica::rewriteWaiting(Dot& last) {
  Result<std::vector<int64_t>> keys = m_records.waitingKeys();
  if (!keys.ok())
    return keys.status();
  for (int64_t key : *keys) {
    Result<std::optional<StoredRecord>> row = m_records.findByKey(key);
    if (!row.ok())
      return row.status();
    if ((*row)->refusal == kErasedReason)
      continue; // it goes nowhere, and its days go on
    Result<Halves> halves = Halves::read(std::move(**row));
    if (!halves.ok())
      continue; // damaged: it waits as it is, and hinders no other
    moveToReplica(halves->local, halves->base, m_id, last);
    RETURN_IF_ERROR(storeLocal(std::move(*halves)));
  }
  return {};
}

} // namespace veikart::sync
