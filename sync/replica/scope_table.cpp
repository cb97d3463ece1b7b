// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/scope_table.h"

#include "sync/replica/digest_table.h"

namespace veikart::sync {
namespace {

constexpr std::string_view kDigests = "SELECT scope, digest FROM scope_digest";
constexpr std::string_view kReadings = "SELECT scope, cursor, wait, due FROM scope_reading";
constexpr std::string_view kSaveReading = "INSERT OR REPLACE INTO scope_reading(scope, cursor, wait, due) "
                                          "VALUES(?1, ?2, ?3, ?4)";
constexpr std::string_view kForgetReadings = "DELETE FROM scope_reading";

constexpr std::string_view kForgetDigest = "DELETE FROM scope_digest WHERE scope = ?1";
constexpr std::string_view kForgetReading = "DELETE FROM scope_reading WHERE scope = ?1";
constexpr std::string_view kNoteErased = "INSERT OR IGNORE INTO erased_scope(scope) VALUES(?1)";
constexpr std::string_view kErased = "SELECT scope FROM erased_scope e "
                                     "WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.scope = e.scope) "
                                     "AND NOT EXISTS (SELECT 1 FROM content c WHERE c.scope = e.scope)";
constexpr std::string_view kForgetErased = "DELETE FROM erased_scope WHERE scope = ?1";

// Calls use(scope, row) for every row of `sql`, whose first column is a scope; stops at the first failure.
template<class Use>
Status forEachScope(Connection& db, std::string_view sql, const Use& use) {
  Result<Statement*> query = db.prepare(sql);
  if (!query.ok())
    return query.status();
  for (;;) {
    const Result<bool> row = (*query)->step();
    if (!row.ok())
      return row.status();
    if (!*row)
      return {};
    const Result<ScopeId> scope = scopeFromBytes((*query)->blob(0));
    const Status used = scope.ok() ? use(*scope, **query) : scope.status();
    if (!used.ok()) {
      (*query)->reset();
      return used;
    }
  }
}

} // namespace

Result<std::map<ScopeId, Digest>> ScopeTable::digests() const {
  std::map<ScopeId, Digest> digests;
  RETURN_IF_ERROR(forEachScope(m_db, kDigests, [&digests](const ScopeId& scope, const Statement& row) {
    const Result<Digest> digest = storedDigest(row.blob(1));
    if (digest.ok())
      digests.emplace(scope, *digest);
    return digest.status();
  }));
  return digests;
}

Result<std::map<ScopeId, ScopeReading>> ScopeTable::readings() const {
  std::map<ScopeId, ScopeReading> readings;
  RETURN_IF_ERROR(forEachScope(m_db, kReadings, [&readings](const ScopeId& scope, const Statement& row) {
    readings[scope] = {Bytes(row.blob(1)), row.integer(2), row.integer(3)};
    return Status();
  }));
  return readings;
}

Status ScopeTable::saveReading(const ScopeId& scope, const ScopeReading& reading) {
  Result<Statement*> insert = m_db.prepare(kSaveReading);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(1, scopeToBytes(scope));
  (*insert)->bindBlob(2, reading.cursor);
  (*insert)->bind(3, reading.waitMillis);
  (*insert)->bind(4, reading.dueMillis);
  return (*insert)->run();
}

Status ScopeTable::forgetReadings() {
  return m_db.execute(kForgetReadings);
}

Status ScopeTable::noteErased(const ScopeId& scope) {
  for (const std::string_view sql : {kForgetDigest, kForgetReading, kNoteErased})
    RETURN_IF_ERROR(runFor(scope, sql));
  return {};
}

Result<std::vector<ScopeId>> ScopeTable::erased() const {
  std::vector<ScopeId> scopes;
  RETURN_IF_ERROR(forEachScope(m_db, kErased, [&scopes](const ScopeId& scope, const Statement&) {
    scopes.push_back(scope);
    return Status();
  }));
  return scopes;
}

Status ScopeTable::forgetErased(std::span<const ScopeId> scopes) {
  for (const ScopeId& scope : scopes)
    RETURN_IF_ERROR(runFor(scope, kForgetErased));
  return {};
}

Status ScopeTable::runFor(const ScopeId& scope, std::string_view sql) {
  Result<Statement*> statement = m_db.prepare(sql);
  if (!statement.ok())
    return statement.status();
  (*statement)->bindBlob(1, scopeToBytes(scope));
  return (*statement)->run();
}

} // namespace veikart::sync
