// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/byte_stream.h"
#include "sync/record/new_dots.h"
#include "sync/replica/replica.h"
#include "sync/replica/write_scope.h"

#include <utility>

// What Replica takes from the hub, and where it stands with it: pages, cursors, tokens, the hub's time.

namespace veikart::sync {
namespace {

Bytes noteOf(const Restamped& restamped) {
  Bytes note;
  ByteWriter out(note);
  out.varint(restamped.dot.counter);
  out.varint(restamped.first.value);
  return note;
}

Result<Record> decodeOrCount(const Bytes& bytes, LeftOut& leftOut) {
  Result<Record> record = decode(bytes);
  if (!record.ok())
    ++(record.status().code() == StatusCode::TooNew ? leftOut.tooNew : leftOut.damaged);
  return record;
}

} // namespace

Result<LeftOut> Replica::applyPage(std::span<const Bytes> records, const PagePlace& place,
                                   std::span<const Bytes> parts) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  DigestChanges digests(m_db);
  LeftOut leftOut;
  for (const Bytes& bytes : records)
    RETURN_IF_ERROR(applyPulled(bytes, digests, leftOut));
  for (const Bytes& bytes : parts)
    RETURN_IF_ERROR(applyPart(bytes, digests, leftOut));
  RETURN_IF_ERROR(digests.store());
  RETURN_IF_ERROR(storeProgress());
  RETURN_IF_ERROR(storePlace(place));
  if (!records.empty() || !parts.empty())
    RETURN_IF_ERROR(noteNews());
  const std::set<ScopeId> erasedIn = std::exchange(m_erasedIn, {});
  RETURN_IF_ERROR(dropUnnamedIn(erasedIn));
  RETURN_IF_ERROR(scope->commit());
  if (!erasedIn.empty())
    RETURN_IF_ERROR(scrub());
  return leftOut;
}

Status Replica::storePlace(const PagePlace& place) {
  if (!place.scope)
    return m_meta.set(MetaTable::kCursor, place.cursor);
  Result<std::map<ScopeId, ScopeReading>> readings = m_scopes.readings();
  if (!readings.ok())
    return readings.status();
  ScopeReading& reading = (*readings)[*place.scope];
  reading.cursor = place.cursor;
  return m_scopes.saveReading(*place.scope, reading);
}

Status Replica::applyPulled(const Bytes& bytes, DigestChanges& digests, LeftOut& leftOut) {
  Result<Record> pulled = decodeOrCount(bytes, leftOut);
  if (!pulled.ok())
    return {};
  Result<bool> isNew = m_records.insertBase(*pulled, bytes);
  if (!isNew.ok())
    return isNew.status();
  if (!*isNew) {
    Result<std::optional<StoredRecord>> row = m_records.find(pulled->id);
    return row.ok() ? mergePulled(std::move(**row), *pulled, bytes, digests, leftOut) : row.status();
  }
  observeStamps(*pulled);
  RETURN_IF_ERROR(digests.replace(pulled->scope, {}, bytes));
  RETURN_IF_ERROR(wantContents(*pulled));
  return show(*pulled);
}

// A part of what is not here would look like a whole: its scope was opened after the cursor had passed it, and is read
// by itself.
Status Replica::applyPart(const Bytes& bytes, DigestChanges& digests, LeftOut& leftOut) {
  Result<Record> pulled = decodeOrCount(bytes, leftOut);
  if (!pulled.ok())
    return {};
  Result<std::optional<StoredRecord>> row = m_records.find(pulled->id);
  if (!row.ok() || !*row || (*row)->base.empty())
    return row.status();
  return mergePulled(std::move(**row), *pulled, bytes, digests, leftOut);
}

// Pulling back what was sent, or a page that came before, ends at the first comparison.
Status Replica::mergePulled(StoredRecord row, const Record& pulled, const Bytes& bytes, DigestChanges& digests,
                            LeftOut& leftOut) {
  if (row.base == bytes)
    return {};
  if (pulled.erased)
    return mergeErased(row, pulled, bytes, digests, leftOut);
  const bool hasUnsent = !row.local.empty(); // without, what people see is the base
  Result<Halves> halves = Halves::read(std::move(row));
  Result<Record> before = hasUnsent && halves.ok() ? halves->joined() : Record();
  const bool isJoined = halves.ok() && before.ok() && joinInto(halves->base, pulled).ok();
  Result<Record> after = hasUnsent && isJoined ? halves->joined() : before;
  if (!isJoined || !after.ok()) {
    ++leftOut.damaged;
    return {};
  }
  observeStamps(pulled);
  const Bytes base = halves->row.base.empty() ? bytes : encode(halves->base);
  if (base == halves->row.base)
    return {};
  RETURN_IF_ERROR(digests.replace(pulled.scope, halves->row.base, base));
  RETURN_IF_ERROR(m_records.saveBase(halves->row.key, base));
  RETURN_IF_ERROR(wantContents(pulled));
  if (!hasUnsent)
    return show(halves->base);
  return *after == *before ? Status() : show(*after);
}

// Whatever stood there, read or not, goes.
Status Replica::mergeErased(const StoredRecord& row, const Record& pulled, const Bytes& bytes, DigestChanges& digests,
                            LeftOut& leftOut) {
  const Result<Record> base = decode(row.base.empty() ? row.local : row.base);
  if (row.type != pulled.type || (base.ok() && base->scope != pulled.scope)) {
    ++leftOut.damaged;
    return {};
  }
  RETURN_IF_ERROR(digests.replace(pulled.scope, row.base, bytes));
  RETURN_IF_ERROR(m_records.saveBase(row.key, bytes));
  m_erasedIn.insert(pulled.scope);
  return show(pulled);
}

void Replica::observeStamps(const Record& record) {
  const Stamp limit = Stamp::fromMillis(m_clock.nowMillis() + kMaxClockLeadMillis);
  for (const auto& [field, values] : record.fields) {
    for (const Sibling& sibling : values.siblings) {
      if (sibling.stamp <= limit)
        m_hybridClock.observe(sibling.stamp);
    }
  }
}

Result<int> Replica::rewriteRefusedByClock(int64_t hubMillis) {
  Result<std::vector<StoredRecord>> rows = m_records.refusedAs("clock");
  if (!rows.ok() || rows->empty())
    return rows.ok() ? Result<int>(0) : rows.status();
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  m_hybridClock = HybridClock(Stamp{});
  const Stamp stamp = m_hybridClock.tick(hubMillis);
  const int count = static_cast<int>(rows->size());
  for (StoredRecord& row : *rows)
    RETURN_IF_ERROR(rewriteAhead(std::move(row), hubMillis + kMaxClockLeadMillis, stamp));
  RETURN_IF_ERROR(storeProgress());
  RETURN_IF_ERROR(scope->commit());
  return count;
}

Status Replica::rewriteAhead(StoredRecord row, int64_t limitMillis, Stamp stamp) {
  Result<Halves> halves = Halves::read(std::move(row));
  if (!halves.ok())
    return {}; // damaged: it waits as it is, and hinders no other
  Dot last{m_id, m_counter};
  RecordWrite notes{halves->local.id, halves->local.type, halves->local.scope, {}};
  for (const Restamped& restamped : stampAnew(halves->local, limitMillis, stamp, last)) {
    std::string name = std::string(kFirstStampPrefix) + restamped.field;
    if (name.size() <= kMaxFieldNameBytes)
      notes.fields.push_back({std::move(name), noteOf(restamped)});
  }
  m_counter = last.counter;
  RETURN_IF_ERROR(storeLocal(std::move(*halves)));
  return writeRecord(notes, stamp);
}

Result<SyncState> Replica::syncState() const {
  Result<Bytes> cursor = m_meta.value(MetaTable::kCursor);
  Result<Bytes> current = m_meta.value(MetaTable::kCurrentToken);
  Result<Bytes> next = m_meta.value(MetaTable::kNextToken);
  Result<uint64_t> nextCounter = m_meta.number(MetaTable::kNextTokenCounter);
  Result<uint64_t> lastSync = m_meta.number(MetaTable::kLastSync);
  Result<std::map<ScopeId, ScopeReading>> readings = m_scopes.readings();
  Result<Authors> authors = otherAuthors();
  Result<std::vector<ScopeId>> erased = m_scopes.erased();
  const Result<bool> holdsErasedWrites = m_records.holdsErasedWrites();
  const Result<Lease> lease = this->lease();
  for (const Status& status :
       {lease.status(), erased.status(), holdsErasedWrites.status(), cursor.status(), current.status(), next.status(),
        nextCounter.status(), lastSync.status(), readings.status(), authors.status()})
    RETURN_IF_ERROR(status);
  (*authors)[m_id] = m_counter;
  return SyncState{std::move(*cursor),
                   std::move(*current),
                   std::move(*next),
                   *nextCounter,
                   static_cast<int64_t>(*lastSync),
                   *lease,
                   std::move(*authors),
                   std::move(*readings),
                   *holdsErasedWrites,
                   std::move(*erased)};
}

Status Replica::saveTokens(BytesView current, BytesView next) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  RETURN_IF_ERROR(m_meta.set(MetaTable::kCurrentToken, current));
  RETURN_IF_ERROR(m_meta.set(MetaTable::kNextToken, next));
  RETURN_IF_ERROR(m_meta.setNumber(MetaTable::kNextTokenCounter, m_counter));
  return scope->commit();
}

Status Replica::endSession(const SessionEnd& end) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  if (end.token)
    RETURN_IF_ERROR(saveTokens(*end.token, {}));
  if (end.cursor)
    RETURN_IF_ERROR(m_meta.set(MetaTable::kCursor, *end.cursor));
  if (end.inStepMillis) {
    RETURN_IF_ERROR(m_scopes.forgetReadings());
    RETURN_IF_ERROR(m_meta.setNumber(MetaTable::kLastSync, static_cast<uint64_t>(*end.inStepMillis)));
  }
  if (end.lease) {
    RETURN_IF_ERROR(m_meta.setNumber(MetaTable::kLeaseUntil, static_cast<uint64_t>(end.lease->untilMillis)));
    RETURN_IF_ERROR(m_meta.setNumber(MetaTable::kTimeSeen, static_cast<uint64_t>(end.lease->seenMillis)));
  }
  return scope->commit();
}

Result<Lease> Replica::lease() const {
  const Result<uint64_t> until = m_meta.number(MetaTable::kLeaseUntil);
  const Result<uint64_t> seen = m_meta.number(MetaTable::kTimeSeen);
  if (!until.ok() || !seen.ok())
    return until.ok() ? seen.status() : until.status();
  return Lease{static_cast<int64_t>(*until), static_cast<int64_t>(*seen)};
}

Status Replica::noteTime(int64_t nowMillis) {
  const Result<Lease> known = lease();
  if (!known.ok() || nowMillis <= known->seenMillis)
    return known.status();
  return m_meta.setNumber(MetaTable::kTimeSeen, static_cast<uint64_t>(nowMillis));
}

Status Replica::saveReading(const ScopeId& scope, const ScopeReading& reading) {
  return m_scopes.saveReading(scope, reading);
}

Result<std::map<ScopeId, Digest>> Replica::digests() const {
  return m_scopes.digests();
}

Result<std::vector<Record>> Replica::confirmed(const std::set<ScopeId>& scopes) const {
  std::vector<Record> records;
  const Status visited = m_records.forEach([&](const StoredRecord& row) -> Status {
    if (row.base.empty())
      return {};
    Result<Record> base = decode(row.base);
    if (base.ok() && scopes.contains(base->scope)) // a damaged one hinders no other
      records.push_back(std::move(*base));
    return {};
  });
  if (!visited.ok())
    return visited;
  return records;
}

} // namespace veikart::sync
