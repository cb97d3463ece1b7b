// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/byte_stream.h"
#include "sync/record/new_dots.h"
#include "sync/replica/replica.h"
#include "sync/replica/write_scope.h"

#include <algorithm>
#include <utility>

// The half of Replica that talks with the hub's words: receipts, pages, cursors.

namespace veikart::sync {
namespace {

constexpr std::string_view kOutbox = "SELECT count(*), count(refusal), min(local_since) FROM record INDEXED BY outbox "
                                     "WHERE local_since IS NOT NULL";
constexpr std::string_view kPending =
    "SELECT key, local FROM record INDEXED BY outbox "
    "WHERE local_since IS NOT NULL AND (refusal IS NULL OR refusal = 'clock') AND key > ?1 "
    "ORDER BY key";

constexpr std::string_view kSendAgain =
    "UPDATE record INDEXED BY outbox SET refusal = NULL WHERE local_since IS NOT NULL "
    "AND refusal IN ('no_access', 'unknown_context')";

constexpr std::string_view kForgetDigest = "DELETE FROM scope_digest WHERE scope = ?1";
constexpr std::string_view kForgetReading = "DELETE FROM scope_reading WHERE scope = ?1";
constexpr std::string_view kNoteErased = "INSERT OR IGNORE INTO erased_scope(scope) VALUES(?1)";
constexpr std::string_view kForgetErased = "DELETE FROM erased_scope WHERE scope = ?1";
constexpr std::string_view kErased = "SELECT scope FROM erased_scope e "
                                     "WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.scope = e.scope)";

Status runForScope(Connection& db, std::string_view sql, const ScopeId& scope) {
  Result<Statement*> statement = db.prepare(sql);
  if (!statement.ok())
    return statement.status();
  (*statement)->bindBlob(1, scopeToBytes(scope));
  return (*statement)->run();
}

Result<std::vector<ScopeId>> erasedScopes(Connection& db) {
  Result<Statement*> query = db.prepare(kErased);
  if (!query.ok())
    return query.status();
  std::vector<ScopeId> scopes;
  for (;;) {
    const Result<bool> row = (*query)->step();
    if (!row.ok())
      return row.status();
    if (!*row)
      return scopes;
    const Result<ScopeId> scope = scopeFromBytes((*query)->blob(0));
    if (!scope.ok()) {
      (*query)->reset();
      return scope.status();
    }
    scopes.push_back(*scope);
  }
}

const Register* fieldOf(const Record& record, const std::string& field) {
  const auto found = record.fields.find(field);
  return found == record.fields.end() ? nullptr : &found->second;
}

// Whether one record is to blame, and not the store as a whole.
bool isOfOneRecord(const Status& status) {
  return status.code() == StatusCode::Corrupt || status.code() == StatusCode::TooNew ||
         status.code() == StatusCode::Invalid || status.code() == StatusCode::NotFound;
}

Bytes noteOf(const Restamped& restamped) {
  Bytes note;
  ByteWriter out(note);
  out.varint(restamped.dot.counter);
  out.varint(restamped.first.value);
  return note;
}

// Takes out of `local` every field of which `sent` holds all.
Status dropConfirmed(Record& local, const Record& sent) {
  for (auto field = local.fields.begin(); field != local.fields.end();) {
    const Register* confirmed = fieldOf(sent, field->first);
    Result<Register> sum = confirmed == nullptr ? Register{} : join(*confirmed, field->second);
    if (!sum.ok())
      return sum.status();
    field = confirmed != nullptr && *sum == *confirmed ? local.fields.erase(field) : std::next(field);
  }
  return {};
}

bool holdsSiblingsOf(const Record& local, const Record& sent) {
  return std::ranges::all_of(sent.fields, [&](const auto& field) {
    const Register* held = fieldOf(local, field.first);
    return std::ranges::all_of(field.second.siblings, [&](const Sibling& sibling) {
      return held != nullptr && std::ranges::find(held->siblings, sibling) != held->siblings.end();
    });
  });
}

} // namespace

Result<Outbox> Replica::outbox() const {
  Result<Statement*> query = m_db.prepare(kOutbox);
  if (!query.ok())
    return query.status();
  Result<bool> row = (*query)->step();
  if (!row.ok())
    return row.status();
  const Outbox waiting{(*query)->integer(0), (*query)->integer(1), (*query)->integer(2)};
  (*query)->reset();
  return waiting;
}

Result<std::vector<OutboxItem>> Replica::outboxItems() const {
  std::vector<OutboxItem> items;
  Status visited = m_records.forEachWaiting([&](StoredRecord row) -> Status {
    Result<Record> local = decode(row.local);
    if (!local.ok())
      return local.status();
    items.push_back({std::move(*local), row.localSinceMillis, std::move(row.refusal)});
    return {};
  });
  if (!visited.ok())
    return visited;
  return items;
}

Result<std::vector<Replica::Pending>> Replica::pending(int64_t afterKey, size_t maxBytes) const {
  Result<Statement*> query = m_db.prepare(kPending);
  if (!query.ok())
    return query.status();
  (*query)->bind(1, afterKey);
  std::vector<Pending> batch;
  size_t total = 0;
  for (;;) {
    Result<bool> row = (*query)->step();
    if (!row.ok())
      return row.status();
    const BytesView local = *row ? (*query)->blob(1) : BytesView();
    total += local.size();
    if (!*row || (total > maxBytes && !batch.empty()))
      break;
    batch.push_back({(*query)->integer(0), Bytes(local)});
  }
  (*query)->reset();
  return batch;
}

Status Replica::applyReceipts(std::span<const Receipt> receipts) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  DigestChanges digests(m_db);
  for (const Receipt& receipt : receipts)
    RETURN_IF_ERROR(applyReceipt(receipt, digests));
  RETURN_IF_ERROR(digests.store());
  return scope->commit();
}

Status Replica::applyReceipt(const Receipt& receipt, DigestChanges& digests) {
  const bool taken = receipt.outcome == PushOutcome::Applied || receipt.outcome == PushOutcome::Merged;
  Status applied = taken                                  ? acknowledge(receipt, digests)
                   : receipt.outcome == PushOutcome::Held ? letGo(receipt)
                                                          : noteRefusal(receipt);
  if (applied.ok() || !isOfOneRecord(applied))
    return applied;
  return receipt.key == 0 ? Status() : m_records.saveRefusal(receipt.key, "unreadable");
}

// The usual case, a new record sent whole, is one statement and nothing is decoded.
Status Replica::acknowledge(const Receipt& receipt, DigestChanges& digests) {
  if (receipt.key == 0)
    return acknowledgePart(receipt, digests);
  Result<std::optional<ScopeId>> scope = m_records.turnLocalIntoBase(receipt.key, receipt.sent);
  if (!scope.ok())
    return scope.status();
  return *scope ? digests.replace(**scope, {}, receipt.sent) : acknowledgePart(receipt, digests);
}

// What was sent came from here, so what people see (the join) stays as it is, and no observer is told.
Status Replica::acknowledgePart(const Receipt& receipt, DigestChanges& digests) {
  Result<Record> sent = decode(receipt.sent);
  Result<Halves> halves = sent.ok() ? acknowledged(*sent) : sent.status();
  if (!halves.ok())
    return halves.status();
  const Bytes base = encode(halves->base);
  if (base != halves->row.base)
    RETURN_IF_ERROR(digests.replace(sent->scope, halves->row.base, base));
  const Bytes local = halves->local.fields.empty() ? Bytes() : encode(halves->local);
  return m_records.saveReceived(halves->row.key, base, local);
}

// The halves as they are once `sent` is confirmed; nothing is stored.
Result<Replica::Halves> Replica::acknowledged(const Record& sent) const {
  Result<Halves> halves = halvesOf(sent.id, sent.type, sent.scope);
  if (!halves.ok() || halves->row.key == 0)
    return halves.ok() ? Status::notFound("a receipt for a record that isn't here") : halves.status();
  if (Result<std::vector<std::string>> changed = joinInto(halves->base, sent); !changed.ok())
    return changed.status();
  RETURN_IF_ERROR(dropConfirmed(halves->local, sent));
  return halves;
}

// It is others' to decide about from here on, and not part of what is held here.
Status Replica::letGo(const Receipt& receipt) {
  Result<Record> sent = decode(receipt.sent);
  Result<Halves> halves = sent.ok() ? halvesOf(sent->id, sent->type, sent->scope) : sent.status();
  if (!halves.ok() || halves->row.key == 0)
    return halves.status();
  RETURN_IF_ERROR(dropConfirmed(halves->local, *sent));
  const Bytes local = halves->local.fields.empty() ? Bytes() : encode(halves->local);
  if (local.empty() && halves->row.base.empty()) {
    RETURN_IF_ERROR(m_records.remove(halves->row.key));
    const RecordName gone{sent->id, sent->type};
    return tellGone(sent->scope, {&gone, 1});
  }
  RETURN_IF_ERROR(m_records.saveReceived(halves->row.key, halves->row.base, local));
  const Result<Record> joined = std::move(*halves).joined();
  return joined.ok() ? show(*joined) : joined.status();
}

Status Replica::noteRefusal(const Receipt& receipt) {
  Result<Record> sent = decode(receipt.sent);
  if (!sent.ok())
    return sent.status();
  Result<Halves> halves = halvesOf(sent->id, sent->type, sent->scope);
  if (!halves.ok())
    return halves.status();
  if (halves->row.local.empty() || !holdsSiblingsOf(halves->local, *sent))
    return {};
  const std::string_view unnamed = receipt.outcome == PushOutcome::Refused ? "refused" : "quarantined";
  return m_records.saveRefusal(halves->row.key, receipt.reason.empty() ? unnamed : std::string_view(receipt.reason));
}

Status Replica::takeBack(std::span<const Receipt> refused) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  for (const Receipt& receipt : refused)
    RETURN_IF_ERROR(takeBackOne(receipt));
  return scope->commit();
}

// With something unsent beside it, it is sent once more with that, and both get their result there.
Status Replica::takeBackOne(const Receipt& receipt) {
  Result<Record> sent = decode(receipt.sent);
  if (!sent.ok())
    return sent.status();
  Result<Halves> halves = halvesOf(sent->id, sent->type, sent->scope);
  if (!halves.ok())
    return halves.status();
  const bool hadUnsent = !halves->row.local.empty();
  if (Result<std::vector<std::string>> changed = joinInto(halves->local, *sent); !changed.ok())
    return changed.status();
  RETURN_IF_ERROR(storeLocal(std::move(*halves)));
  return hadUnsent ? Status() : noteRefusal(receipt);
}

Result<LeftOut> Replica::applyPage(std::span<const Bytes> records, const PagePlace& place) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  DigestChanges digests(m_db);
  LeftOut leftOut;
  for (const Bytes& bytes : records)
    RETURN_IF_ERROR(applyPulled(bytes, digests, leftOut));
  RETURN_IF_ERROR(digests.store());
  RETURN_IF_ERROR(storeProgress());
  RETURN_IF_ERROR(storePlace(place));
  RETURN_IF_ERROR(scope->commit());
  return leftOut;
}

Status Replica::storePlace(const PagePlace& place) {
  if (!place.scope)
    return m_meta.set(MetaTable::kCursor, place.cursor);
  Result<std::map<ScopeId, ScopeReading>> readings = m_readings.all();
  if (!readings.ok())
    return readings.status();
  ScopeReading& reading = (*readings)[*place.scope];
  reading.cursor = place.cursor;
  return m_readings.save(*place.scope, reading);
}

Status Replica::applyPulled(const Bytes& bytes, DigestChanges& digests, LeftOut& leftOut) {
  Result<Record> pulled = decode(bytes);
  if (!pulled.ok()) {
    ++(pulled.status().code() == StatusCode::TooNew ? leftOut.tooNew : leftOut.damaged);
    return {};
  }
  Result<bool> isNew = m_records.insertBase(*pulled, bytes);
  if (!isNew.ok())
    return isNew.status();
  if (!*isNew)
    return mergePulled(*pulled, bytes, digests, leftOut);
  observeStamps(*pulled);
  RETURN_IF_ERROR(digests.replace(pulled->scope, {}, bytes));
  return show(*pulled);
}

// Pulling back what was sent, or a page that came before, ends at the first comparison.
Status Replica::mergePulled(const Record& pulled, const Bytes& bytes, DigestChanges& digests, LeftOut& leftOut) {
  Result<std::optional<StoredRecord>> row = m_records.find(pulled.id);
  if (!row.ok())
    return row.status();
  if ((*row)->base == bytes)
    return {};
  Result<Halves> halves = Halves::read(std::move(**row));
  Result<Record> before = halves.ok() ? halves->joined() : halves.status();
  const bool isJoined = before.ok() && joinInto(halves->base, pulled).ok();
  Result<Record> after = isJoined ? halves->joined() : before;
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
  return *after == *before ? Status() : show(*after);
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
  Result<std::map<ScopeId, ScopeReading>> readings = m_readings.all();
  Result<Authors> authors = otherAuthors();
  Result<std::vector<ScopeId>> erased = erasedScopes(m_db);
  for (const Status& status : {erased.status(), cursor.status(), current.status(), next.status(), nextCounter.status(),
                               lastSync.status(), readings.status(), authors.status()})
    RETURN_IF_ERROR(status);
  (*authors)[m_id] = m_counter;
  return SyncState{
      std::move(*cursor),  std::move(*current),  std::move(*next),  *nextCounter, static_cast<int64_t>(*lastSync),
      std::move(*authors), std::move(*readings), std::move(*erased)};
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

Status Replica::markSynced(int64_t nowMillis) {
  return m_meta.setNumber(MetaTable::kLastSync, static_cast<uint64_t>(nowMillis));
}

Status Replica::saveReading(const ScopeId& scope, const ScopeReading& reading) {
  return m_readings.save(scope, reading);
}

Status Replica::forgetReadings() {
  return m_readings.clear();
}

Status Replica::sendRefusedAgain() {
  return m_db.execute(kSendAgain);
}

Status Replica::noteNews() {
  const Result<Outbox> waiting = outbox();
  if (!waiting.ok() || waiting->refused == 0)
    return waiting.status();
  return m_meta.setNumber(MetaTable::kHasNews, 1);
}

Status Replica::sendRefusedAgainAfterNews() {
  const Result<uint64_t> hasNews = m_meta.number(MetaTable::kHasNews);
  if (!hasNews.ok() || *hasNews == 0)
    return hasNews.status();
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  RETURN_IF_ERROR(m_db.execute(kSendAgain));
  RETURN_IF_ERROR(m_meta.setNumber(MetaTable::kHasNews, 0));
  return scope->commit();
}

Result<std::map<ScopeId, Digest>> Replica::digests() const {
  return storedDigests(m_db);
}

Result<std::vector<Record>> Replica::confirmed(const std::set<ScopeId>& scopes) const {
  std::vector<Record> records;
  const Status visited = m_records.forEach([&](const StoredRecord& row) -> Status {
    if (row.base.empty())
      return {};
    Result<Record> base = decode(row.base);
    if (!base.ok())
      return base.status();
    if (scopes.contains(base->scope))
      records.push_back(std::move(*base));
    return {};
  });
  if (!visited.ok())
    return visited;
  return records;
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
    RETURN_IF_ERROR(eraseRow(std::move(row), farewell == farewells.end() ? nullptr : &*farewell, gone));
  }
  RETURN_IF_ERROR(tellGone(ended, gone));
  for (const std::string_view sql : {kForgetDigest, kForgetReading, kNoteErased})
    RETURN_IF_ERROR(runForScope(m_db, sql, ended));
  RETURN_IF_ERROR(scope->commit());
  // What was there is zeroed in the file (secure_delete) and now goes from the log too, if nobody is reading it.
  return m_db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Status Replica::eraseRow(StoredRecord row, const Farewell* maybeFarewell, std::vector<RecordName>& gone) {
  gone.push_back({row.id, row.type});
  const bool isRefused = maybeFarewell != nullptr && !maybeFarewell->refusal.empty();
  const bool isWrittenSince = row.local != (maybeFarewell == nullptr ? Bytes() : maybeFarewell->local);
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

Status Replica::tellGone(const ScopeId& scope, std::span<const RecordName> records) {
  return m_maybeObserver == nullptr ? Status() : m_maybeObserver->recordsGone(scope, records);
}

Status Replica::forgetErased(std::span<const ScopeId> scopes) {
  Result<WriteScope> transaction = WriteScope::begin(m_db);
  if (!transaction.ok())
    return transaction.status();
  for (const ScopeId& scope : scopes)
    RETURN_IF_ERROR(runForScope(m_db, kForgetErased, scope));
  return transaction->commit();
}

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
  RETURN_IF_ERROR(m_readings.clear());
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
    Result<Halves> halves = Halves::read(std::move(**row));
    if (!halves.ok())
      return halves.status();
    moveToReplica(halves->local, halves->base, m_id, last);
    RETURN_IF_ERROR(storeLocal(std::move(*halves)));
  }
  return {};
}

} // namespace veikart::sync
