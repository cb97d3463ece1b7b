// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "platform/database/connection.h"
#include "sync/replica/replica.h"

#include <optional>
#include <string>
#include <vector>

namespace veikart::store {

using casework::Id;
class CaseStore;

// What somebody wrote in a case after it was closed to them: for those who have it now to look at.
struct LateWrite {
  Id id;
  Id caseId;
  Id authorId;
  std::string author; // full name; "" when this store does not know them
  int64_t at = 0;     // when the latest of it was written, by the writer's clock
  sync::Record brought;
  std::optional<sync::Record> present; // the same record as it stands; none: it is new
  // Of `brought`, those that `present` has not seen; kDeletedField: it was deleted. Without what no field of a form is.
  std::vector<std::string> fields;

  bool isDraft() const;   // of a page, with what was typed on it
  bool canTakeIn() const; // who has the case is decided on its own page
};

// Part of CaseStore; its thread.
class LateWrites {
public:
  LateWrites(Connection& db, CaseStore& store) : m_db(db), m_store(store) {}

  // Those that nobody has taken in or set aside.
  Result<int> countIn(const Id& caseId);
  Result<std::vector<LateWrite>> in(const Id& caseId); // oldest first

  // Writes `fields` as they were brought, over what stands in them; of a draft, makes it this device's own. One
  // transaction. Conflict when the present record has changed since it was looked at, or a draft is here already.
  Status takeIn(const LateWrite& late);
  Status setAside(const Id& id); // kept in the case, and shown no more
  Status bringBack(const Id& id);

private:
  Result<LateWrite> read(const Id& id);
  Status takeInDraft(const LateWrite& late);

  Connection& m_db;
  CaseStore& m_store;
};

} // namespace veikart::store
