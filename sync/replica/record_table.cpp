// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/record_table.h"

namespace veikart::sync {
namespace {

constexpr std::string_view kFind = "SELECT key, base, local, local_since, refusal, id, type FROM record WHERE id = ?1";
constexpr std::string_view kHolds = "SELECT 1 FROM record WHERE id = ?1";
constexpr std::string_view kFindByKey =
    "SELECT key, base, local, local_since, refusal, id, type FROM record WHERE key = ?1";
constexpr std::string_view kAll = "SELECT key, base, local, local_since, refusal, id, type FROM record ORDER BY id";
constexpr std::string_view kWaiting =
    "SELECT key, base, local, local_since, refusal, id, type FROM record INDEXED BY outbox "
    "WHERE local_since IS NOT NULL ORDER BY local_since, key";
constexpr std::string_view kWaitingKeys = "SELECT key FROM record INDEXED BY outbox WHERE local_since IS NOT NULL";
constexpr std::string_view kInsertBase = "INSERT INTO record(id, type, scope, base) VALUES(?1, ?2, ?3, ?4) "
                                         "ON CONFLICT(id) DO NOTHING";
constexpr std::string_view kInsertLocal = "INSERT INTO record(id, type, scope, local, local_since) "
                                          "VALUES(?1, ?2, ?3, ?4, ?5)";
// Two statements, because setting a column of the outbox index writes that index even when the value stays.
constexpr std::string_view kSaveMore = "UPDATE record SET local = ?2, slack = zeroblob(?4) WHERE key = ?1";
constexpr std::string_view kSaveWaiting =
    "UPDATE record SET local = ?2, slack = zeroblob(?4), local_since = ?3, refusal = NULL WHERE key = ?1";
constexpr std::string_view kSaveBase = "UPDATE record SET base = ?2 WHERE key = ?1";
constexpr std::string_view kSaveReceived = "UPDATE record SET base = ?2, local = ?3, slack = NULL, refusal = NULL, "
                                           "local_since = iif(?3 IS NULL, NULL, local_since) WHERE key = ?1";
constexpr std::string_view kSaveRefusal = "UPDATE record SET refusal = ?2 WHERE key = ?1";
constexpr std::string_view kInScope = "SELECT key, base, local, local_since, refusal, id, type FROM record "
                                      "WHERE scope = ?1 ORDER BY key";
constexpr std::string_view kAttachedIn = "SELECT key, base, local, local_since, refusal, id, type "
                                         "FROM record INDEXED BY attached WHERE scope = ?1 AND type = 'attachment'";
constexpr std::string_view kKeepLocalAlone = "UPDATE record SET base = NULL, local = ?2, slack = NULL, "
                                             "local_since = coalesce(local_since, ?4), refusal = ?3 WHERE key = ?1";
constexpr std::string_view kRemove = "DELETE FROM record WHERE key = ?1";
constexpr std::string_view kUnconfirmed =
    "SELECT scope, type FROM record WHERE key = ?1 AND base IS NULL AND local = ?2";
// Not with RETURNING, which makes a table of its own for every row.
constexpr std::string_view kTurnLocalIntoBase =
    "UPDATE record SET base = local, local = NULL, slack = NULL, local_since = NULL, refusal = NULL WHERE key = ?1";

constexpr std::string_view kHoldsErasedWrites =
    "SELECT 1 FROM erased_write UNION ALL SELECT 1 FROM record INDEXED BY outbox "
    "WHERE local_since IS NOT NULL AND refusal = 'erased' LIMIT 1";
constexpr std::string_view kForgetErasedWrite = "DELETE FROM erased_write WHERE record = ?1";
constexpr std::string_view kNoteErasedWrites =
    "INSERT OR IGNORE INTO erased_write(record, since) SELECT key, ?1 FROM record INDEXED BY outbox "
    "WHERE local_since IS NOT NULL AND refusal = 'erased'";
constexpr const char* kForgetErasedWrites =
    "DELETE FROM erased_write WHERE NOT EXISTS (SELECT 1 FROM record WHERE key = record AND local IS NOT NULL)";
constexpr std::string_view kErasedWritesUntil =
    "SELECT key, base, local, local_since, refusal, id, type FROM erased_write JOIN record ON key = record "
    "WHERE since <= ?1 AND refusal = 'erased' AND local IS NOT NULL";

// SQLite overwrites a row in place, and only those of its pages that differ, when its length stays; else it writes the
// whole row to other pages and, as secure_delete wants it, zeros over the old ones. An answer changes the length of a
// record by a few bytes, so a row of several pages is filled up to a round length: on the disk, two or three pages an
// answer instead of seven. Never below 64, where SQLite would note the length of the slack itself in a byte less.
int64_t slackFor(size_t length) {
  constexpr size_t kLeastLength = 4000; // about a page
  constexpr size_t kStep = 1024;
  constexpr size_t kLeastSlack = 64;
  return length < kLeastLength ? 0 : static_cast<int64_t>(kLeastSlack + kStep - 1 - length % kStep);
}

// An id of the wrong size can only be damage; the record's own bytes tell then.
StoredRecord readRow(const Statement& query) {
  return {
      query.integer(0),           Uuid::fromBytes(query.blob(5)).ok() ? *Uuid::fromBytes(query.blob(5)) : RecordId(),
      std::string(query.text(6)), Bytes(query.blob(1)),
      Bytes(query.blob(2)),       query.integer(3),
      std::string(query.text(4))};
}

Result<std::optional<StoredRecord>> readOne(Statement& query) {
  Result<bool> row = query.step();
  if (!row.ok())
    return row.status();
  std::optional<StoredRecord> found;
  if (*row)
    found = readRow(query);
  query.reset();
  return found;
}

Result<std::vector<StoredRecord>> readRows(Statement& query) {
  std::vector<StoredRecord> rows;
  for (;;) {
    const Result<bool> row = query.step();
    if (!row.ok())
      return row.status();
    if (!*row)
      return rows;
    rows.push_back(readRow(query));
  }
}

Status visitRows(Connection& db, std::string_view sql, const RecordTable::RowVisitor& visit) {
  Result<Statement*> query = db.prepare(sql);
  if (!query.ok())
    return query.status();
  for (;;) {
    Result<bool> row = (*query)->step();
    if (!row.ok() || !*row)
      return row.status();
    if (Status visited = visit(readRow(**query)); !visited.ok()) {
      (*query)->reset();
      return visited;
    }
  }
}

void bindBlobOrNull(Statement& statement, int index, BytesView blob) {
  if (blob.empty())
    statement.bindNull(index);
  else
    statement.bindBlob(index, blob);
}

void bindIdentity(Statement& insert, const Record& record) {
  insert.bindBlob(1, record.id.view());
  insert.bind(2, record.type);
  insert.bindBlob(3, scopeToBytes(record.scope));
}

} // namespace

Result<std::optional<StoredRecord>> RecordTable::find(const RecordId& id, int64_t likelyKey) const {
  if (likelyKey != 0) {
    Result<std::optional<StoredRecord>> row = findByKey(likelyKey);
    if (!row.ok() || (*row && (*row)->id == id))
      return row;
  }
  Result<Statement*> query = m_db.prepare(kFind);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, id.view());
  return readOne(**query);
}

Result<bool> RecordTable::holds(const RecordId& id) const {
  Result<Statement*> query = m_db.prepare(kHolds);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, id.view());
  Result<bool> row = (*query)->step();
  (*query)->reset();
  return row;
}

Result<std::optional<StoredRecord>> RecordTable::findByKey(int64_t key) const {
  Result<Statement*> query = m_db.prepare(kFindByKey);
  if (!query.ok())
    return query.status();
  (*query)->bind(1, key);
  return readOne(**query);
}

Status RecordTable::forEach(const RowVisitor& visit) const {
  return visitRows(m_db, kAll, visit);
}

Status RecordTable::forEachWaiting(const RowVisitor& visit) const {
  return visitRows(m_db, kWaiting, visit);
}

Result<std::vector<int64_t>> RecordTable::waitingKeys() const {
  Result<Statement*> query = m_db.prepare(kWaitingKeys);
  if (!query.ok())
    return query.status();
  std::vector<int64_t> keys;
  for (;;) {
    Result<bool> row = (*query)->step();
    if (!row.ok())
      return row.status();
    if (!*row)
      return keys;
    keys.push_back((*query)->integer(0));
  }
}

Result<std::vector<StoredRecord>> RecordTable::refusedAs(std::string_view reason) const {
  std::vector<StoredRecord> rows;
  Status visited = visitRows(m_db, kWaiting, [&](StoredRecord row) -> Status {
    if (row.refusal == reason)
      rows.push_back(std::move(row));
    return {};
  });
  if (!visited.ok())
    return visited;
  return rows;
}

Result<bool> RecordTable::holdsErasedWrites() const {
  Result<Statement*> query = m_db.prepare(kHoldsErasedWrites);
  if (!query.ok())
    return query.status();
  Result<bool> row = (*query)->step();
  (*query)->reset();
  return row;
}

Status RecordTable::noteErasedWrites(int64_t nowMillis) {
  Result<Statement*> insert = m_db.prepare(kNoteErasedWrites);
  if (!insert.ok())
    return insert.status();
  (*insert)->bind(1, nowMillis);
  return (*insert)->run();
}

Status RecordTable::forgetErasedWrites() {
  return m_db.execute(kForgetErasedWrites);
}

Result<std::vector<StoredRecord>> RecordTable::erasedWritesUntil(int64_t millis) const {
  Result<Statement*> query = m_db.prepare(kErasedWritesUntil);
  if (!query.ok())
    return query.status();
  (*query)->bind(1, millis);
  return readRows(**query);
}

Result<bool> RecordTable::insertBase(const Record& record, BytesView base) {
  Result<Statement*> insert = m_db.prepare(kInsertBase);
  if (!insert.ok())
    return insert.status();
  bindIdentity(**insert, record);
  (*insert)->bindBlob(4, base);
  RETURN_IF_ERROR((*insert)->run());
  return m_db.changes() == 1;
}

Status RecordTable::insertLocal(const Record& record, BytesView local, int64_t sinceMillis) {
  Result<Statement*> insert = m_db.prepare(kInsertLocal);
  if (!insert.ok())
    return insert.status();
  bindIdentity(**insert, record);
  (*insert)->bindBlob(4, local);
  (*insert)->bind(5, sinceMillis);
  return (*insert)->run();
}

Status RecordTable::saveLocal(const StoredRecord& row, BytesView local, int64_t nowMillis) {
  const bool waitsUnrefused = !row.local.empty() && row.refusal.empty();
  Result<Statement*> update = m_db.prepare(waitsUnrefused ? kSaveMore : kSaveWaiting);
  if (!update.ok())
    return update.status();
  (*update)->bind(1, row.key);
  (*update)->bindBlob(2, local);
  (*update)->bind(4, slackFor(row.base.size() + local.size()));
  if (!waitsUnrefused)
    (*update)->bind(3, row.local.empty() ? nowMillis : row.localSinceMillis);
  RETURN_IF_ERROR((*update)->run());
  return row.refusal.empty() ? Status() : run(kForgetErasedWrite, row.key);
}

Status RecordTable::saveBase(int64_t key, BytesView base) {
  Result<Statement*> update = m_db.prepare(kSaveBase);
  if (!update.ok())
    return update.status();
  (*update)->bind(1, key);
  (*update)->bindBlob(2, base);
  return (*update)->run();
}

Status RecordTable::saveReceived(int64_t key, BytesView base, BytesView remainingLocal) {
  Result<Statement*> update = m_db.prepare(kSaveReceived);
  if (!update.ok())
    return update.status();
  (*update)->bind(1, key);
  bindBlobOrNull(**update, 2, base);
  bindBlobOrNull(**update, 3, remainingLocal);
  return (*update)->run();
}

Status RecordTable::saveRefusal(int64_t key, std::string_view reason) {
  Result<Statement*> update = m_db.prepare(kSaveRefusal);
  if (!update.ok())
    return update.status();
  (*update)->bind(1, key);
  (*update)->bind(2, reason);
  return (*update)->run();
}

Result<std::vector<StoredRecord>> RecordTable::inScope(const ScopeId& scope) const {
  Result<Statement*> query = m_db.prepare(kInScope);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, scopeToBytes(scope));
  return readRows(**query);
}

Result<std::vector<StoredRecord>> RecordTable::attachedIn(const ScopeId& scope) const {
  Result<Statement*> query = m_db.prepare(kAttachedIn);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, scopeToBytes(scope));
  return readRows(**query);
}

Status RecordTable::keepLocalAlone(int64_t key, BytesView local, std::string_view refusal, int64_t sinceMillis) {
  Result<Statement*> update = m_db.prepare(kKeepLocalAlone);
  if (!update.ok())
    return update.status();
  (*update)->bind(1, key);
  (*update)->bindBlob(2, local);
  if (refusal.empty())
    (*update)->bindNull(3);
  else
    (*update)->bind(3, refusal);
  (*update)->bind(4, sinceMillis);
  return (*update)->run();
}

Status RecordTable::remove(int64_t key) {
  return run(kRemove, key);
}

Status RecordTable::run(std::string_view sql, int64_t key) {
  Result<Statement*> statement = m_db.prepare(sql);
  if (!statement.ok())
    return statement.status();
  (*statement)->bind(1, key);
  return (*statement)->run();
}

Result<std::optional<RecordTable::Confirmed>> RecordTable::turnLocalIntoBase(int64_t key, BytesView sent) {
  Result<Statement*> query = m_db.prepare(kUnconfirmed);
  if (!query.ok())
    return query.status();
  (*query)->bind(1, key);
  (*query)->bindBlob(2, sent);
  Result<bool> row = (*query)->step();
  if (!row.ok())
    return row.status();
  if (!*row)
    return std::optional<Confirmed>();
  Result<ScopeId> scope = scopeFromBytes((*query)->blob(0));
  std::string type((*query)->text(1));
  (*query)->reset();
  RETURN_IF_ERROR(scope.ok() ? run(kTurnLocalIntoBase, key) : scope.status());
  return std::optional(Confirmed{*scope, std::move(type)});
}

} // namespace veikart::sync
