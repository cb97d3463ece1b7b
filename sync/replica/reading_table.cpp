// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/reading_table.h"

namespace veikart::sync {
namespace {

constexpr std::string_view kAll = "SELECT scope, cursor, wait, due FROM scope_reading";
constexpr std::string_view kSave = "INSERT OR REPLACE INTO scope_reading(scope, cursor, wait, due) "
                                   "VALUES(?1, ?2, ?3, ?4)";
constexpr std::string_view kClear = "DELETE FROM scope_reading";

} // namespace

Result<std::map<ScopeId, ScopeReading>> ReadingTable::all() const {
  Result<Statement*> query = m_db.prepare(kAll);
  if (!query.ok())
    return query.status();
  std::map<ScopeId, ScopeReading> readings;
  for (;;) {
    const Result<bool> row = (*query)->step();
    if (!row.ok())
      return row.status();
    if (!*row)
      return readings;
    const Result<ScopeId> scope = scopeFromBytes((*query)->blob(0));
    if (!scope.ok()) {
      (*query)->reset();
      return scope.status();
    }
    readings[*scope] = {Bytes((*query)->blob(1)), (*query)->integer(2), (*query)->integer(3)};
  }
}

Status ReadingTable::save(const ScopeId& scope, const ScopeReading& reading) {
  Result<Statement*> insert = m_db.prepare(kSave);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(1, scopeToBytes(scope));
  (*insert)->bindBlob(2, reading.cursor);
  (*insert)->bind(3, reading.waitMillis);
  (*insert)->bind(4, reading.dueMillis);
  return (*insert)->run();
}

Status ReadingTable::clear() {
  return m_db.execute(kClear);
}

} // namespace veikart::sync
