// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/embedded_transaction.h"

#include "platform/crypto/crypto.h"
#include "sync/hub/columns.h"
#include "sync/protocol/tuning.h"

#include <algorithm>

namespace veikart::hub {
namespace {

StoredRecord recordAt(Row& row) {
  StoredRecord record;
  record.id = row.uuid(0);
  record.type = row.text(1);
  record.scope = row.scope(2);
  record.change = row.integer(4);
  record.origin = row.uuid(5);
  record.foreignChange = row.integer(6);
  record.bytes = row.bytes(7);
  record.previousChange = row.integer(8);
  record.part = row.bytes(9);
  return record;
}

ReplicaBinding bindingAt(Row& row) {
  return {row.uuid(0), row.bytes(1), static_cast<uint64_t>(row.integer(2))};
}

Scope scopeRowAt(Row& row) {
  return {row.scope(0), row.digest(2)};
}

// A case of some hundred records is found by the index of scopes: it must not cost a walk through the whole office's.
// What stands in the office's own scope is most of the feed, and goes by that.
bool goesByScope(const FeedRange& range) {
  return range.scope.has_value() && range.scope->kind != ScopeKind::Office;
}

} // namespace

Result<Statement*> EmbeddedTransaction::prepare(std::string_view sql) {
  Result<Statement*> statement = m_db.prepare(sql);
  if (statement.ok())
    (*statement)->bindBlob(1, m_office.view());
  return statement;
}

Result<Office> EmbeddedTransaction::office() {
  constexpr std::string_view kSql = "SELECT id, name, is_practice, lease_days FROM office WHERE id = ?1";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  Result<std::optional<Office>> found = readOne<Office>(**query, officeAt);
  if (!found.ok())
    return found.status();
  if (!found->has_value())
    return Status::notFound("no such office");
  return **std::move(found);
}

Status EmbeddedTransaction::setLease(int64_t days) {
  constexpr std::string_view kSql = "UPDATE office SET lease_days = ?2 WHERE id = ?1";
  const Result<Statement*> update = prepare(kSql);
  if (!update.ok())
    return update.status();
  (*update)->bind(2, days);
  return (*update)->run();
}

Result<OfficeCounts> EmbeddedTransaction::counts() {
  constexpr std::string_view kSql = "SELECT (SELECT count(*) FROM user WHERE office = ?1),"
                                    " (SELECT count(*) FROM device WHERE office = ?1),"
                                    " (SELECT count(*) FROM record WHERE office = ?1),"
                                    " (SELECT last FROM counter WHERE office = ?1),"
                                    " (SELECT count(*) FROM scope_erasure WHERE office = ?1)";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  const Result<std::optional<OfficeCounts>> counts = readOne<OfficeCounts>(**query, [](Row& row) {
    return OfficeCounts{row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4)};
  });
  if (!counts.ok())
    return counts.status();
  return counts->value_or(OfficeCounts());
}

Result<Bytes> EmbeddedTransaction::epoch() {
  constexpr std::string_view kSql = "SELECT epoch FROM office WHERE id = ?1";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  const Result<std::optional<Bytes>> epoch = readOne<Bytes>(**query, [](Row& row) { return row.bytes(0); });
  if (!epoch.ok())
    return epoch.status();
  return epoch->value_or(Bytes());
}

Result<Recovery> EmbeddedTransaction::recovery() {
  constexpr std::string_view kSql = "SELECT recovery_until, recovery_token FROM office WHERE id = ?1";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  const Result<std::optional<Recovery>> recovery =
      readOne<Recovery>(**query, [](Row& row) { return Recovery{row.integer(0), row.bytes(1)}; });
  if (!recovery.ok())
    return recovery.status();
  return recovery->value_or(Recovery());
}

Status EmbeddedTransaction::openRecovery(int64_t untilMillis) {
  constexpr std::string_view kSql =
      "UPDATE office SET recovery_until = ?2, epoch = ?3, recovery_token = ?4 WHERE id = ?1";
  constexpr std::string_view kTokensSql = "UPDATE replica SET token = ?2 WHERE office = ?1";
  const Result<Statement*> update = prepare(kSql);
  if (!update.ok())
    return update.status();
  (*update)->bind(2, untilMillis);
  (*update)->bindBlob(3, crypto::randomBytes(sync::tuning::kEpochBytes));
  const Bytes token = crypto::randomBytes(sync::tuning::kStoreTokenBytes);
  (*update)->bindBlob(4, token);
  RETURN_IF_ERROR((*update)->run());
  const Result<Statement*> tokens = prepare(kTokensSql);
  if (!tokens.ok())
    return tokens.status();
  (*tokens)->bindBlob(2, token);
  RETURN_IF_ERROR((*tokens)->run());
  return forgetHowFarRead();
}

Result<std::optional<ReplicaBinding>> EmbeddedTransaction::replica(const ReplicaId& id) {
  constexpr std::string_view kSql = "SELECT device, token, counter FROM replica WHERE office = ?1 AND id = ?2";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(2, id.view());
  return readOne<ReplicaBinding>(**query, bindingAt);
}

Status EmbeddedTransaction::putReplica(const ReplicaId& id, const ReplicaBinding& binding) {
  constexpr std::string_view kSql = "INSERT INTO replica(office, id, device, token, counter) VALUES(?1, ?2, ?3, ?4, ?5)"
                                    " ON CONFLICT(office, id) DO UPDATE SET token = excluded.token,"
                                    " counter = max(counter, excluded.counter)";
  const Result<Statement*> insert = prepare(kSql);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(2, id.view());
  (*insert)->bindBlob(3, binding.device.view());
  (*insert)->bindBlob(4, binding.token);
  (*insert)->bind(5, static_cast<int64_t>(std::min(binding.counter, ReplicaBinding::kGreatestCounter)));
  return (*insert)->run();
}

Result<std::optional<StoredRecord>> EmbeddedTransaction::record(const RecordId& id) {
  constexpr std::string_view kSql =
      "SELECT id, type, scope_kind, scope_id, change, origin, foreign_change, bytes, previous_change, part"
      " FROM record WHERE office = ?1 AND id = ?2";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(2, id.view());
  return readOne<StoredRecord>(**query, recordAt);
}

Status EmbeddedTransaction::visitRecords(const ScopeId& scope, const RecordVisitor& visit) {
  constexpr std::string_view kSql =
      "SELECT id, type, scope_kind, scope_id, change, origin, foreign_change, bytes, previous_change, part"
      " FROM record INDEXED BY record_by_scope WHERE office = ?1 AND scope_kind = ?2 AND scope_id = ?3";
  return this->visit(kSql, scope, visit);
}

Status EmbeddedTransaction::visitNaming(const ScopeId& scope, const RecordVisitor& visit) {
  constexpr std::string_view kSql =
      "SELECT id, type, scope_kind, scope_id, change, origin, foreign_change, bytes, previous_change, part"
      " FROM record INDEXED BY record_naming WHERE office = ?1 AND scope_kind = ?2 AND scope_id = ?3"
      " AND type IN ('attachment', 'late_write', 'settlement')";
  return this->visit(kSql, scope, visit);
}

Status EmbeddedTransaction::visitCaseKeys(const RecordVisitor& visit) {
  constexpr std::string_view kSql =
      "SELECT id, type, scope_kind, scope_id, change, origin, foreign_change, bytes, previous_change, part"
      " FROM record INDEXED BY record_case_keys WHERE office = ?1 AND type = 'case_keys'";
  const Result<Statement*> query = prepare(kSql);
  return query.ok() ? visitRows(**query, visit) : query.status();
}

Status EmbeddedTransaction::visit(std::string_view sql, const ScopeId& scope, const RecordVisitor& visit) {
  const Result<Statement*> query = prepare(sql);
  if (!query.ok())
    return query.status();
  bindScope(**query, 2, scope);
  return visitRows(**query, visit);
}

Status EmbeddedTransaction::visitRows(Statement& query, const RecordVisitor& visit) {
  for (;;) {
    const Result<bool> found = query.step();
    if (!found.ok() || !*found)
      return found.status();
    Row cells(query);
    const StoredRecord record = recordAt(cells);
    const Status visited = cells.status().ok() ? visit(record) : cells.status();
    if (!visited.ok()) {
      query.reset();
      return visited;
    }
  }
}

Status EmbeddedTransaction::putRecord(const StoredRecord& record) {
  constexpr std::string_view kSql =
      "INSERT INTO record(office, id, type, scope_kind, scope_id, change, origin, foreign_change, bytes,"
      " previous_change, part) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT(office, id) DO UPDATE "
      "SET"
      " change = excluded.change, origin = excluded.origin, foreign_change = excluded.foreign_change,"
      " bytes = excluded.bytes, previous_change = excluded.previous_change, part = excluded.part";
  const Result<Statement*> insert = prepare(kSql);
  if (!insert.ok())
    return insert.status();
  Statement& row = **insert;
  row.bindBlob(2, record.id.view());
  row.bind(3, std::string_view(record.type));
  bindScope(row, 4, record.scope);
  row.bind(6, record.change);
  row.bindBlob(7, record.origin.view());
  row.bind(8, record.foreignChange);
  row.bindBlob(9, record.bytes);
  row.bind(10, record.previousChange);
  row.bindBlob(11, record.part);
  return row.run();
}

Result<int64_t> EmbeddedTransaction::countFeed(const FeedRange& range) {
  constexpr std::string_view kSql = "SELECT count(*) FROM record WHERE office = ?1 AND change > ?2";
  constexpr std::string_view kScopeSql = "SELECT count(*) FROM record INDEXED BY record_by_scope"
                                         " WHERE office = ?1 AND change > ?2 AND scope_kind = ?3 AND scope_id = ?4";
  const Result<Statement*> query = prepare(goesByScope(range) ? kScopeSql : kSql);
  if (!query.ok())
    return query.status();
  (*query)->bind(2, range.after);
  if (goesByScope(range))
    bindScope(**query, 3, *range.scope);
  return readNumber(**query);
}

// A scope's records are sorted by their numbers alone and then read one by one: sorted as rows, all of them would stand
// in memory.
Status EmbeddedTransaction::readFeed(const FeedRange& range, FeedReader& reader) {
  if (!goesByScope(range))
    return readRows(range.after, INT64_MAX, reader).status();
  const Result<std::vector<int64_t>> changes = changesOf(*range.scope, range.after);
  if (!changes.ok())
    return changes.status();
  for (const int64_t change : *changes) {
    const Result<bool> goesOn = readRows(change - 1, change, reader);
    if (!goesOn.ok() || !*goesOn)
      return goesOn.status();
  }
  return {};
}

Result<std::vector<int64_t>> EmbeddedTransaction::changesOf(const ScopeId& scope, int64_t after) {
  constexpr std::string_view kSql = "SELECT change FROM record INDEXED BY record_by_scope"
                                    " WHERE office = ?1 AND change > ?2 AND scope_kind = ?3 AND scope_id = ?4"
                                    " ORDER BY change";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bind(2, after);
  bindScope(**query, 3, scope);
  return readAll<int64_t>(**query, [](Row& row) { return row.integer(0); });
}

Result<bool> EmbeddedTransaction::readRows(int64_t after, int64_t last, FeedReader& reader) {
  constexpr std::string_view kSql =
      "SELECT change, scope_kind, scope_id, origin, foreign_change, previous_change, bytes, part FROM record"
      " WHERE office = ?1 AND change > ?2 AND change <= ?3 ORDER BY change";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  Statement& cells = **query;
  cells.bind(2, after);
  cells.bind(3, last);
  for (;;) {
    const Result<bool> found = cells.step();
    if (!found.ok() || !*found)
      return found.ok() ? Result<bool>(true) : found;
    Row values(cells);
    const FeedRow row{values.integer(0), values.scope(1), values.uuid(3), values.integer(4), values.integer(5)};
    if (!values.status().ok() || (reader.wants(row) && !reader.take(row, cells.blob(6), cells.blob(7)))) {
      cells.reset();
      return values.status().ok() ? Result<bool>(false) : values.status();
    }
  }
}

Result<std::optional<Scope>> EmbeddedTransaction::scope(const ScopeId& id) {
  constexpr std::string_view kSql = "SELECT kind, id, digest FROM scope WHERE office = ?1 AND kind = ?2 AND id = ?3";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  bindScope(**query, 2, id);
  return readOne<Scope>(**query, scopeRowAt);
}

Status EmbeddedTransaction::putScope(const Scope& scope) {
  constexpr std::string_view kSql = "INSERT INTO scope(office, kind, id, digest) VALUES(?1, ?2, ?3, ?4)"
                                    " ON CONFLICT(office, kind, id) DO UPDATE SET digest = excluded.digest";
  const Result<Statement*> insert = prepare(kSql);
  if (!insert.ok())
    return insert.status();
  bindScope(**insert, 2, scope.id);
  (*insert)->bindBlob(4, scope.digest.view());
  return (*insert)->run();
}

Result<std::vector<Scope>> EmbeddedTransaction::scopes() {
  constexpr std::string_view kSql = "SELECT kind, id, digest FROM scope WHERE office = ?1";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  return readAll<Scope>(**query, scopeRowAt);
}

Result<int64_t> EmbeddedTransaction::lastNumber() {
  constexpr std::string_view kSql = "SELECT last FROM counter WHERE office = ?1";
  const Result<Statement*> query = prepare(kSql);
  return query.ok() ? readNumber(**query) : query.status();
}

Result<int64_t> EmbeddedTransaction::takeNumbers(int64_t count) {
  constexpr std::string_view kSql = "UPDATE counter SET last = last + ?2 WHERE office = ?1";
  const Result<Statement*> update = prepare(kSql);
  if (!update.ok())
    return update.status();
  (*update)->bind(2, count);
  RETURN_IF_ERROR((*update)->run());
  const Result<int64_t> last = lastNumber();
  if (!last.ok())
    return last.status();
  return *last - count + 1;
}

Status EmbeddedTransaction::putBatch(const ChangeBatch& batch) {
  constexpr std::string_view kSql = "INSERT INTO change_batch(office, last, first, tag) VALUES(?1, ?2, ?3, ?4)";
  const Result<Statement*> insert = prepare(kSql);
  if (!insert.ok())
    return insert.status();
  (*insert)->bind(2, batch.last);
  (*insert)->bind(3, batch.first);
  (*insert)->bindBlob(4, batch.tag);
  return (*insert)->run();
}

Result<Bytes> EmbeddedTransaction::tagOf(int64_t number) {
  constexpr std::string_view kSql =
      "SELECT tag FROM change_batch WHERE office = ?1 AND last >= ?2 AND first <= ?2 ORDER BY last LIMIT 1";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bind(2, number);
  const Result<std::optional<Bytes>> tag = readOne<Bytes>(**query, [](Row& row) { return row.bytes(0); });
  if (!tag.ok())
    return tag.status();
  return tag->value_or(Bytes());
}

} // namespace veikart::hub
