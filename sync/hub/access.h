// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

#include <map>

namespace veikart::hub {

// Who may read and write which scope (PROTOCOL.md, "Access"):
//
//   scope     its office's users   a supervisor   the creator   users named by its grants   the staff member it is
//   office    yes                  yes            -             -                           -
//   case      -                    yes            yes           yes                         -
//   KVP file  -                    -              yes           yes                         -
//   staff     -                    yes            -             -                           yes
//
// Remembers its answers for one transaction. One thread.
class Access {
public:
  Access(OfficeTransaction& rows, const Principal& principal) : m_rows(rows), m_principal(principal) {}

  // Whether the principal may use the scope. A case or KVP file that the hub does not know is nobody's yet.
  Result<bool> allows(const ScopeId& scope);

  void found(const ScopeId& scope) { m_known[scope] = true; } // the principal has, in this transaction

  // Every scope in use that the principal sees.
  Result<std::vector<Scope>> visibleScopes();

private:
  Result<bool> decide(const ScopeId& scope);
  bool byRole(const ScopeId& scope) const;

  OfficeTransaction& m_rows;
  const Principal& m_principal;
  std::map<ScopeId, bool> m_known;
};

} // namespace veikart::hub
