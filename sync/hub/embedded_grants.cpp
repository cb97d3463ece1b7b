// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/columns.h"
#include "sync/hub/embedded_transaction.h"

// The part of EmbeddedTransaction that keeps who has which scope.

namespace veikart::hub {

Status EmbeddedTransaction::insertGrant(std::string_view sql, const Grant& grant, const Uuid& user) {
  const Result<Statement*> insert = prepare(sql);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(2, grant.id.view());
  bindScope(**insert, 3, grant.scope);
  (*insert)->bindBlob(5, user.view());
  (*insert)->bind(6, grant.fromMillis);
  (*insert)->bind(7, grant.untilMillis);
  (*insert)->bind(8, static_cast<int64_t>(grant.isEmergency));
  return (*insert)->run();
}

Status EmbeddedTransaction::putGrant(const Grant& grant) {
  constexpr std::string_view kClearSql = "DELETE FROM access_grant WHERE office = ?1 AND grant_id = ?2";
  constexpr std::string_view kSql =
      "INSERT OR IGNORE INTO access_grant(office, grant_id, scope_kind, scope_id, user, from_millis, until_millis,"
      " is_emergency) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
  const Result<Statement*> clear = prepare(kClearSql);
  if (!clear.ok())
    return clear.status();
  (*clear)->bindBlob(2, grant.id.view());
  RETURN_IF_ERROR((*clear)->run());
  for (const Uuid& user : grant.users) {
    RETURN_IF_ERROR(insertGrant(kSql, grant, user));
  }
  return {};
}

Status EmbeddedTransaction::putGrantEnd(const GrantEnd& end) {
  constexpr std::string_view kSql =
      "INSERT OR IGNORE INTO grant_end(office, grant_id, scope_kind, scope_id) VALUES(?1, ?2, ?3, ?4)";
  const Result<Statement*> insert = prepare(kSql);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(2, end.grant.view());
  bindScope(**insert, 3, end.scope);
  RETURN_IF_ERROR((*insert)->run());
  if (m_db.changes() > 0)
    m_forLedger.push_back({m_office, end});
  return {};
}

Result<bool> EmbeddedTransaction::isEnded(const GrantEnd& end) {
  constexpr std::string_view kSql = "SELECT EXISTS(SELECT 1 FROM grant_end"
                                    " WHERE office = ?1 AND grant_id = ?2 AND scope_kind = ?3 AND scope_id = ?4)";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(2, end.grant.view());
  bindScope(**query, 3, end.scope);
  const Result<int64_t> exists = readNumber(**query);
  if (!exists.ok())
    return exists.status();
  return *exists != 0;
}

Status EmbeddedTransaction::noteGiven(const Grant& grant) {
  constexpr std::string_view kSql =
      "INSERT OR IGNORE INTO given_grant(office, grant_id, scope_kind, scope_id, user, from_millis, until_millis,"
      " is_emergency) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
  for (const Uuid& user : grant.users) {
    RETURN_IF_ERROR(insertGrant(kSql, grant, user));
    if (m_db.changes() > 0)
      m_forLedger.push_back(
          {m_office, Grant{grant.id, grant.scope, {user}, grant.fromMillis, grant.untilMillis, grant.isEmergency}});
  }
  return {};
}

Result<std::vector<Grant>> EmbeddedTransaction::given(const RecordId& grant, const ScopeId& scope) {
  constexpr std::string_view kSql = "SELECT user, from_millis, until_millis, is_emergency FROM given_grant"
                                    " WHERE office = ?1 AND grant_id = ?2 AND scope_kind = ?3 AND scope_id = ?4";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(2, grant.view());
  bindScope(**query, 3, scope);
  return readAll<Grant>(**query, [&](Row& row) {
    return Grant{grant, scope, {row.uuid(0)}, row.integer(1), row.integer(2), row.integer(3) != 0};
  });
}

Result<GrantedScopes> EmbeddedTransaction::grantedScopes(const Uuid& user, int64_t nowMillis) {
  constexpr std::string_view kSql = "SELECT scope_kind, scope_id, max(is_open), max(is_open AND NOT is_emergency) FROM"
                                    " (SELECT g.scope_kind, g.scope_id, g.is_emergency,"
                                    " g.from_millis <= ?3 AND g.until_millis > ?3 AND NOT EXISTS"
                                    " (SELECT 1 FROM grant_end e WHERE e.office = ?1 AND e.grant_id = g.grant_id"
                                    " AND e.scope_kind = g.scope_kind AND e.scope_id = g.scope_id) AS is_open"
                                    " FROM access_grant g WHERE g.office = ?1 AND g.user = ?2 AND g.from_millis <= ?3)"
                                    " GROUP BY scope_kind, scope_id";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(2, user.view());
  (*query)->bind(3, nowMillis);
  struct GrantedScope {
    ScopeId id;
    bool isOpen = false;
    bool isByName = false;
  };
  const Result<std::vector<GrantedScope>> rows = readAll<GrantedScope>(
      **query, [](Row& row) { return GrantedScope{row.scope(0), row.integer(2) != 0, row.integer(3) != 0}; });
  if (!rows.ok())
    return rows.status();
  GrantedScopes scopes;
  for (const GrantedScope& scope : *rows) {
    if (scope.isOpen)
      scopes.open.emplace(scope.id, !scope.isByName);
    else
      scopes.ended.insert(scope.id);
  }
  return scopes;
}

Status EmbeddedTransaction::putRestriction(const Restriction& restriction) {
  constexpr std::string_view kSql =
      "INSERT OR IGNORE INTO restriction(office, id, scope_kind, scope_id) VALUES(?1, ?2, ?3, ?4)";
  const Result<Statement*> insert = prepare(kSql);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(2, restriction.id.view());
  bindScope(**insert, 3, restriction.scope);
  RETURN_IF_ERROR((*insert)->run());
  if (m_db.changes() > 0)
    m_forLedger.push_back({m_office, restriction});
  return {};
}

Result<std::set<ScopeId>> EmbeddedTransaction::restrictedScopes() {
  constexpr std::string_view kSql =
      "SELECT DISTINCT r.scope_kind, r.scope_id FROM restriction r WHERE r.office = ?1 AND NOT EXISTS"
      " (SELECT 1 FROM grant_end e WHERE e.office = ?1 AND e.grant_id = r.id"
      " AND e.scope_kind = r.scope_kind AND e.scope_id = r.scope_id)";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  const Result<std::vector<ScopeId>> scopes = readAll<ScopeId>(**query, [](Row& row) { return row.scope(0); });
  return scopes.ok() ? Result<std::set<ScopeId>>(std::set<ScopeId>(scopes->begin(), scopes->end())) : scopes.status();
}

Status EmbeddedTransaction::noteLeft(const Uuid& device, const ScopeId& scope, int64_t nowMillis) {
  constexpr std::string_view kSql =
      "INSERT OR REPLACE INTO scope_erasure(office, device, scope_kind, scope_id, millis) VALUES(?1, ?2, ?3, ?4, ?5)";
  const Result<Statement*> insert = prepare(kSql);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(2, device.view());
  bindScope(**insert, 3, scope);
  (*insert)->bind(5, nowMillis);
  return (*insert)->run();
}

} // namespace veikart::hub
