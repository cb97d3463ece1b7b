// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/database/connection.h"

namespace veikart {

namespace {

constexpr std::string_view kCreateSql =
    "CREATE TABLE IF NOT EXISTS schema_version(schema TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL) "
    "WITHOUT ROWID, STRICT";
constexpr std::string_view kTableSql = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'";
constexpr std::string_view kReadSql = "SELECT version FROM schema_version WHERE schema = ?1";
constexpr std::string_view kWriteSql = "INSERT INTO schema_version(schema, version) VALUES(?1, ?2) "
                                       "ON CONFLICT(schema) DO UPDATE SET version = excluded.version";

Result<bool> hasVersionTable(Connection& db) {
  Result<Statement*> query = db.prepare(kTableSql);
  if (!query.ok())
    return query.status();
  Result<bool> row = (*query)->step();
  (*query)->reset();
  return row;
}

// 0 for a schema that isn't in the file yet.
Result<int64_t> readVersion(Connection& db, std::string_view schema) {
  const Result<bool> known = hasVersionTable(db);
  if (!known.ok())
    return known.status();
  if (!*known)
    return int64_t{0};
  Result<Statement*> query = db.prepare(kReadSql);
  if (!query.ok())
    return query.status();
  (*query)->bind(1, schema);
  const Result<bool> row = (*query)->step();
  if (!row.ok())
    return row.status();
  const int64_t version = *row ? (*query)->integer(0) : 0;
  (*query)->reset();
  return version;
}

Status writeVersion(Connection& db, std::string_view schema, int version) {
  RETURN_IF_ERROR(db.execute(kCreateSql));
  Result<Statement*> insert = db.prepare(kWriteSql);
  if (!insert.ok())
    return insert.status();
  (*insert)->bind(1, schema);
  (*insert)->bind(2, int64_t{version});
  return (*insert)->run();
}

Status takeStep(Connection& db, std::string_view schema, const Migration& step) {
  Result<Transaction> transaction = Transaction::begin(db);
  if (!transaction.ok())
    return transaction.status();
  // Read again under the write lock: another process may have taken this step meanwhile.
  const Result<int64_t> version = readVersion(db, schema);
  if (!version.ok())
    return version.status();
  if (*version >= step.version)
    return {};
  RETURN_IF_ERROR(db.execute(step.sql));
  RETURN_IF_ERROR(writeVersion(db, schema, step.version));
  return transaction->commit();
}

} // namespace

Status migrate(Connection& db, std::string_view schema, std::span<const Migration> steps) {
  const Result<int64_t> version = readVersion(db, schema);
  if (!version.ok())
    return version.status();
  const int64_t newest = steps.empty() ? 0 : steps.back().version;
  if (*version > newest)
    return Status::tooNew("schema of a newer version");
  for (const Migration& step : steps)
    if (step.version > *version)
      RETURN_IF_ERROR(takeStep(db, schema, step));
  return {};
}

} // namespace veikart
