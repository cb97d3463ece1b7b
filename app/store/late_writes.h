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

// What somebody wrote in a case after it was closed to them, or left as a draft: for those who have it now to look at.
struct LateWrite {
  Id id;
  Id caseId;
  Id authorId;
  std::string author; // full name; "" when this store does not know them
  int64_t at = 0;     // when the latest of it was written, by the writer's clock
  sync::Record brought;
  std::optional<sync::Record> present; // the same record as it stands; none: it is new
  std::vector<std::string> fields;     // of `brought`, those that `present` has not seen
  bool hasOwnDraft = false;            // a draft can't be taken over while one's own is here

  bool isDraft() const;    // of a page, with what was typed on it
  bool isDeletion() const; // it was deleted, and that was not taken back
  bool canTakeIn() const;  // who has the case is decided on its own page
  // What stands in the field otherwise, each once; empty when nothing would be replaced.
  std::vector<Bytes> standing(const std::string& field) const;
};

// Part of CaseStore; its thread.
class LateWrites {
public:
  LateWrites(Connection& db, CaseStore& store) : m_db(db), m_store(store) {}

  // Those that nobody has taken in or set aside.
  Result<int> countIn(const Id& caseId);
  Result<std::vector<LateWrite>> in(const Id& caseId); // oldest first

  // Writes `fields` as they were brought, over what stands in them, and settles those that a person would have settled;
  // of a draft, makes it this device's own. One transaction. Conflict when the present record has changed since it was
  // looked at, or a draft is here already.
  Status takeIn(const LateWrite& late, const Id& staffId);
  Status setAside(const Id& id); // kept in the case, and shown no more
  Status bringBack(const Id& id);

private:
  Result<LateWrite> read(const Id& id);
  Result<LateWrite> readDraft(sync::Record draft);
  Status lookForOwnDraft(LateWrite& late);
  Status writeFields(const LateWrite& late, const Id& staffId);
  Status takeInDraft(const LateWrite& late);

  Connection& m_db;
  CaseStore& m_store;
};

} // namespace veikart::store
