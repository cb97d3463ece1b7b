// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/access.h"

#include <algorithm>

namespace veikart::hub {
namespace {

bool isOpenToGrants(const ScopeId& scope) {
  return scope.kind == ScopeKind::Case || scope.kind == ScopeKind::KvpFile;
}

} // namespace

bool Access::byRole(const ScopeId& scope) const {
  const bool isSupervisor = m_principal.role == Role::Supervisor;
  switch (scope.kind) {
  case ScopeKind::Office:
    return scope.id == m_principal.office;
  case ScopeKind::Case:
    return isSupervisor;
  case ScopeKind::KvpFile:
    return false; // another authority decides KVP
  case ScopeKind::Staff:
    return isSupervisor || scope.id == m_principal.user;
  }
  return false;
}

Result<bool> Access::allows(const ScopeId& scope) {
  const auto known = m_known.find(scope);
  if (known != m_known.end())
    return known->second;
  Result<bool> allowed = decide(scope);
  if (allowed.ok())
    m_known[scope] = *allowed;
  return allowed;
}

Result<bool> Access::decide(const ScopeId& scope) {
  if (!isOpenToGrants(scope))
    return byRole(scope);
  const Result<std::optional<Scope>> used = m_rows.scope(scope);
  if (!used.ok() || !used->has_value())
    return used.ok() ? Result<bool>(false) : used.status();
  if (byRole(scope) || (*used)->creator == m_principal.user)
    return true;
  return m_rows.isGranted(scope, m_principal.user);
}

Result<std::vector<Scope>> Access::visibleScopes() {
  Result<std::vector<Scope>> scopes = m_rows.scopes();
  const Result<std::set<ScopeId>> granted = m_rows.grantedScopes(m_principal.user);
  if (!scopes.ok() || !granted.ok())
    return scopes.ok() ? granted.status() : scopes.status();
  std::erase_if(*scopes, [&](const Scope& scope) {
    const bool byGrant =
        isOpenToGrants(scope.id) && (scope.creator == m_principal.user || granted->count(scope.id) != 0);
    return !byRole(scope.id) && !byGrant;
  });
  return scopes;
}

} // namespace veikart::hub
