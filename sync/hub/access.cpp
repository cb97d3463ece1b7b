// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/access.h"

#include <algorithm>
#include <array>

namespace veikart::hub {
namespace {

// r: read, w: write, o: write one's own, s: share, b: begin.
constexpr Rights rights(std::string_view letters) {
  const auto has = [letters](char letter) { return letters.find(letter) != std::string_view::npos; };
  return {has('r'), has('w'), has('o'), has('s'), has('b')};
}

struct Rule {
  ScopeKind kind;
  Tie tie;
  std::array<Rights, kRoles.size()> ofRole; // in the order of kRoles
};

// What is not here nobody may.
constexpr std::array kRules = {
    //                                counsellor     supervisor      administrator partner       resource person
    Rule{ScopeKind::Office, Tie::None, {rights("ro"), rights("ro"), rights("rw"), rights("ro"), rights("rw")}},
    Rule{ScopeKind::Staff, Tie::None, {rights(""), rights("r"), rights(""), rights(""), rights("")}},
    Rule{ScopeKind::Staff, Tie::Self, {rights("rw"), rights("rw"), rights("rw"), rights("rw"), rights("rw")}},
    Rule{ScopeKind::Case, Tie::None, {rights("b"), rights("rwsb"), rights(""), rights(""), rights("b")}},
    Rule{ScopeKind::Case, Tie::Emergency, {rights("rw"), rights("rw"), rights(""), rights(""), rights("rw")}},
    Rule{ScopeKind::Case, Tie::Named, {rights("rws"), rights("rws"), rights(""), rights("rw"), rights("rws")}},
    Rule{ScopeKind::KvpFile, Tie::None, {rights("b"), rights("b"), rights(""), rights(""), rights("b")}},
    Rule{ScopeKind::KvpFile, Tie::Named, {rights("rws"), rights("rws"), rights(""), rights("rw"), rights("rws")}},
};

} // namespace

bool isOpenToGrants(const ScopeId& scope) {
  return scope.kind == ScopeKind::Case || scope.kind == ScopeKind::KvpFile;
}

Rights rightsOf(Role role, ScopeKind kind, Tie tie, bool isRestricted) {
  const auto rule =
      std::ranges::find_if(kRules, [&](const Rule& each) { return each.kind == kind && each.tie == tie; });
  if (rule == kRules.end())
    return {};
  Rights rights = rule->ofRole[static_cast<size_t>(role)];
  const bool isByRoleAlone = tie != Tie::Named && tie != Tie::Self;
  if (isRestricted && isByRoleAlone)
    rights = {.begin = rights.begin};
  return rights;
}

void Access::found(const ScopeId& scope) {
  if (isOpenToGrants(scope))
    m_known[scope] = rightsOf(m_principal.role, scope.kind, Tie::Named, true);
}

Result<Rights> Access::rightsIn(const ScopeId& scope) {
  const auto known = m_known.find(scope);
  if (known != m_known.end())
    return known->second;
  Result<Rights> rights = decide(scope);
  if (rights.ok())
    m_known[scope] = *rights;
  return rights;
}

Result<Rights> Access::decide(const ScopeId& scope) {
  if (scope.kind == ScopeKind::Office && scope.id != m_principal.office)
    return Rights();
  if (!isOpenToGrants(scope))
    return rightsOutsideCases(scope);
  const Result<std::optional<Scope>> used = m_rows.scope(scope);
  if (!used.ok())
    return used.status();
  if (!used->has_value())
    return Rights{.begin = rightsOf(m_principal.role, scope.kind, Tie::None, false).begin};
  if (m_principal.isRevoked)
    return Rights();
  Result<Rights> rights = rightsInKnown(scope);
  if (rights.ok())
    rights->begin = false;
  return rights;
}

// Nobody reviews what comes late there, so of a device that was revoked no more is taken than what is its user's own.
Result<Rights> Access::rightsOutsideCases(const ScopeId& scope) {
  Result<Rights> rights = rightsInKnown(scope);
  if (rights.ok() && m_principal.isRevoked && scope.kind == ScopeKind::Office)
    rights->write = false;
  return rights;
}

Result<Rights> Access::rightsInKnown(const ScopeId& scope) {
  const Result<Tie> tie = tieTo(scope);
  const Result<const std::set<ScopeId>*> restricted = restrictedScopes();
  if (!tie.ok() || !restricted.ok())
    return tie.ok() ? restricted.status() : tie.status();
  return rightsOf(m_principal.role, scope.kind, *tie, (*restricted)->contains(scope));
}

Result<Tie> Access::tieTo(const ScopeId& scope) {
  if (!isOpenToGrants(scope))
    return scope.kind == ScopeKind::Staff && scope.id == m_principal.user ? Tie::Self : Tie::None;
  const Result<const GrantedScopes*> granted = grantedScopes();
  if (!granted.ok())
    return granted.status();
  const auto open = (*granted)->open.find(scope);
  if (open == (*granted)->open.end())
    return Tie::None;
  return open->second ? Tie::Emergency : Tie::Named;
}

// What a supervisor sees without being named goes from his devices when he may see it no longer: when it is restricted,
// or when he is another thing now.
bool Access::mightByRole(const ScopeId& scope) const {
  return scope.kind == ScopeKind::Case && (m_principal.role == Role::Supervisor || m_principal.wasSupervisor);
}

Result<bool> Access::hasEnded(const ScopeId& scope) {
  if (!isOpenToGrants(scope))
    return false;
  const Result<Rights> rights = rightsInKnown(scope);
  const Result<const GrantedScopes*> granted = grantedScopes();
  if (!rights.ok() || !granted.ok())
    return rights.ok() ? granted.status() : rights.status();
  if (rights->read)
    return m_principal.isRevoked;
  if ((*granted)->open.contains(scope) || (*granted)->ended.contains(scope))
    return true;
  const Result<std::optional<Scope>> used = m_rows.scope(scope);
  return used.ok() ? Result<bool>(mightByRole(scope) && used->has_value()) : used.status();
}

Result<std::vector<Scope>> Access::visibleScopes() {
  Result<std::vector<Scope>> scopes = m_rows.scopes();
  if (!scopes.ok())
    return scopes.status();
  Status failed;
  std::erase_if(*scopes, [&](const Scope& scope) {
    const bool isOthersOffice = scope.id.kind == ScopeKind::Office && scope.id.id != m_principal.office;
    const Result<Rights> rights = isOthersOffice ? Result<Rights>(Rights()) : rightsInKnown(scope.id);
    if (!rights.ok())
      failed = rights.status();
    return !rights.ok() || !rights->read;
  });
  RETURN_IF_ERROR(failed);
  return scopes;
}

Result<std::vector<ScopeId>> Access::endedScopes() {
  const Result<const GrantedScopes*> granted = grantedScopes();
  const Result<std::vector<Scope>> scopes = m_rows.scopes();
  if (!granted.ok() || !scopes.ok())
    return granted.ok() ? scopes.status() : granted.status();
  std::set<ScopeId> once((*granted)->ended);
  for (const auto& [scope, isEmergency] : (*granted)->open)
    once.insert(scope);
  for (const Scope& scope : *scopes)
    if (mightByRole(scope.id))
      once.insert(scope.id);
  std::vector<ScopeId> ended;
  for (const ScopeId& scope : once) {
    const Result<Rights> rights = rightsInKnown(scope);
    if (!rights.ok())
      return rights.status();
    if (isOpenToGrants(scope) && !rights->read)
      ended.push_back(scope);
  }
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

Result<const std::set<ScopeId>*> Access::restrictedScopes() {
  if (!m_restricted.has_value()) {
    Result<std::set<ScopeId>> found = m_rows.restrictedScopes();
    if (!found.ok())
      return found.status();
    m_restricted = std::move(*found);
  }
  return &*m_restricted;
}

} // namespace veikart::hub
