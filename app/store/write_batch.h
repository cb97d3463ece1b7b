// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/record_codec.h"
#include "sync/replica/replica.h"

#include <vector>

namespace veikart::store {

sync::ScopeId caseScope(const casework::Id& caseId);

// Gathers what changes, so that it is written at once. Fields whose shown value is already the one to be written are
// left out: saving a form must not settle a conflict in a field that nobody touched. One thread.
class WriteBatch {
public:
  explicit WriteBatch(sync::Replica& replica) : m_replica(replica) {}

  // Invalid when the record is known under another type or scope, or erased.
  Status add(std::string_view type, const sync::ScopeId& scope, const casework::Id& id, const casework::Fields& fields);

  Status write(); // one transaction; nothing to do is success

private:
  sync::Replica& m_replica;
  std::vector<sync::RecordWrite> m_writes;
};

} // namespace veikart::store
