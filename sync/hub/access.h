// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

#include <map>

namespace veikart::hub {

// Whether grants open a scope of this kind.
bool isOpenToGrants(const ScopeId& scope);

// What ties a user to a scope, the strongest of them.
enum class Tie { None, Emergency, Named, Self }; // Self: the staff member whose scope it is

// What one user may do in one scope.
struct Rights {
  bool read = false;
  bool write = false;
  bool writeOwn = false; // what bears the user's id, or that of one of his replicas, alone
  bool share = false;    // grants and restrictions, and their ends
  bool begin = false;    // a case or a KVP file that nobody has yet

  bool operator==(const Rights&) const = default;
};

// The table of role, scope and tie: the one place that says who may do what. PROTOCOL.md, "Access", shows it, and a
// test compares the two. A restricted scope is open to nobody by his role alone.
Rights rightsOf(Role role, ScopeKind kind, Tie tie, bool isRestricted);

// Asks the table for one user, with the grants and restrictions as they stand at one moment. A grant counts from its
// first moment until its last, or until it is ended. To a device that was revoked every case is one that has ended, but
// for those which it begins, and the office's own scope is read only. Remembers its answers for one transaction. One
// thread.
class Access {
public:
  Access(OfficeTransaction& rows, const Principal& principal, int64_t nowMillis)
      : m_rows(rows), m_principal(principal), m_nowMillis(nowMillis) {}

  // In a case or KVP file that the hub does not know, no more than to begin it.
  Result<Rights> rightsIn(const ScopeId& scope);
  // Whether the principal might read the scope once, and may no longer.
  Result<bool> hasEnded(const ScopeId& scope);

  void found(const ScopeId& scope); // the principal has begun it, in this transaction

  // Every scope in use that the principal may read, and those that he may read no longer.
  Result<std::vector<Scope>> visibleScopes();
  Result<std::vector<ScopeId>> endedScopes();

private:
  Result<Rights> decide(const ScopeId& scope);
  Result<Tie> tieTo(const ScopeId& scope);
  Result<Rights> rightsOutsideCases(const ScopeId& scope);
  Result<Rights> rightsInKnown(const ScopeId& scope);
  bool mightByRole(const ScopeId& scope) const;
  Result<const GrantedScopes*> grantedScopes();
  Result<const std::set<ScopeId>*> restrictedScopes();

  OfficeTransaction& m_rows;
  const Principal& m_principal;
  int64_t m_nowMillis;
  std::map<ScopeId, Rights> m_known;
  std::optional<GrantedScopes> m_granted;
  std::optional<std::set<ScopeId>> m_restricted;
};

} // namespace veikart::hub
