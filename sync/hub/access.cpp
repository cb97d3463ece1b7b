// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/access.h"

#include <algorithm>

namespace veikart::hub {

bool isOpenToGrants(const ScopeId& scope) {
  return scope.kind == ScopeKind::Case || scope.kind == ScopeKind::KvpFile;
}

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
  if (byRole(scope))
    return true;
  const Result<const GrantedScopes*> granted = grantedScopes();
  return granted.ok() ? Result<bool>((*granted)->open.contains(scope)) : granted.status();
}

Result<bool> Access::hasEnded(const ScopeId& scope) {
  if (!isOpenToGrants(scope) || byRole(scope))
    return false;
  const Result<const GrantedScopes*> granted = grantedScopes();
  return granted.ok() ? Result<bool>((*granted)->ended.contains(scope)) : granted.status();
}

Result<std::vector<Scope>> Access::visibleScopes() {
  Result<std::vector<Scope>> scopes = m_rows.scopes();
  const Result<const GrantedScopes*> granted = grantedScopes();
  if (!scopes.ok() || !granted.ok())
    return scopes.ok() ? granted.status() : scopes.status();
  std::erase_if(*scopes, [&](const Scope& scope) {
    return !byRole(scope.id) && !(isOpenToGrants(scope.id) && (*granted)->open.contains(scope.id));
  });
  return scopes;
}

Result<std::vector<ScopeId>> Access::endedScopes() {
  const Result<const GrantedScopes*> granted = grantedScopes();
  if (!granted.ok())
    return granted.status();
  std::vector<ScopeId> ended((*granted)->ended.begin(), (*granted)->ended.end());
  std::erase_if(ended, [this](const ScopeId& scope) { return !isOpenToGrants(scope) || byRole(scope); });
  return ended;
}

Result<const GrantedScopes*> Access::grantedScopes() {
  if (!m_granted.has_value()) {
    Result<GrantedScopes> found = m_rows.grantedScopes(m_principal.user, m_nowMillis);
    if (!found.ok())
      return found.status();
    m_granted = std::move(*found);
  }
  return &*m_granted;
}

} // namespace veikart::hub
