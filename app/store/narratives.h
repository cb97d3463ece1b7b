// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/narrative.h"
#include "app/forms/answer.h"
#include "app/store/conflicts.h"

namespace veikart::store {

// The counsellors' texts in a mapping (casework/narrative.h): written with what their author had seen, and combined
// where two changed different paragraphs. Part of CaseStore; its thread.
class Narratives {
public:
  Narratives(Connection& db, sync::Replica& replica, Conflicts& conflicts)
      : m_db(db), m_replica(replica), m_conflicts(conflicts) {}

  // Adds the answer to `write` and writes it. What stands there and is not `seen` came while the text was written, or
  // stood beside it: it is combined with the text where it can be, and otherwise kept in a settlement, from which its
  // author is told.
  Status write(sync::RecordWrite write, const std::string& key, forms::Answer answer,
               const std::optional<forms::Answer>& seen);

  // Combines the two versions that can be, on a counsellor's device; how many. Two devices that do so at once write
  // the same.
  Result<int> combineAll();

private:
  Result<bool> isUnsent(const Id& recordId, const std::string& key, const sync::Dot& dot);
  Result<std::optional<std::string>> ancestorFor(const sync::Record& record, const std::string& key);
  Result<Id> owner();

  Connection& m_db;
  sync::Replica& m_replica;
  Conflicts& m_conflicts;
};

} // namespace veikart::store
