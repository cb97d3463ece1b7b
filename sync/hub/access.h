// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

#include <map>

namespace veikart::hub {

// Whether grants open a scope of this kind.
bool isOpenToGrants(const ScopeId& scope);

// Who may read and write which scope (PROTOCOL.md, "Access"):
//
//   scope     its office's users   a supervisor   users named by its grants   the staff member it is
//   office    yes                  yes            -                           -
//   case      -                    yes            yes                         -
//   KVP file  -                    -              yes                         -
//   staff     -                    yes            -                           yes
//
// A grant counts from its first moment until its last, or until it is ended. Remembers its answers for one transaction.
// One thread.
class Access {
public:
  Access(OfficeTransaction& rows, const Principal& principal, int64_t nowMillis)
      : m_rows(rows), m_principal(principal), m_nowMillis(nowMillis) {}

  // Whether the principal may use the scope. A case or KVP file that the hub does not know is nobody's yet.
  Result<bool> allows(const ScopeId& scope);
  // Whether the principal might once, and may no longer.
  Result<bool> hasEnded(const ScopeId& scope);

  void found(const ScopeId& scope) { m_known[scope] = true; } // the principal has, in this transaction

  // Every scope in use that the principal sees, and those that he sees no longer.
  Result<std::vector<Scope>> visibleScopes();
  Result<std::vector<ScopeId>> endedScopes();

private:
  Result<bool> decide(const ScopeId& scope);
  bool byRole(const ScopeId& scope) const;
  Result<const GrantedScopes*> grantedScopes();

  OfficeTransaction& m_rows;
  const Principal& m_principal;
  int64_t m_nowMillis;
  std::map<ScopeId, bool> m_known;
  std::optional<GrantedScopes> m_granted;
};

} // namespace veikart::hub
