// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/field_policy.h"
#include "app/casework/settlement.h"
#include "platform/base/clock.h"
#include "platform/database/connection.h"
#include "sync/replica/replica.h"

#include <optional>
#include <string>
#include <vector>

namespace veikart::store {

using casework::Id;

// One of the values that stand beside each other.
struct FieldVersion {
  Bytes value;         // empty: the record was deleted, or edited while it was deleted
  Id authorId;         // nil: the client, or somebody whom this store does not know
  std::string author;  // full name; "" likewise
  int64_t at = 0;      // when it was written, by the writer's clock
  bool isHere = false; // on this device
  bool isDeletion = false;
};

// A field with two versions, or more. For a delete-against-edit the field is kDeletedField, and the versions are the
// deletion and what was written beside it.
struct Conflict {
  Id caseId, mappingId; // mappingId: of what belongs to one; else nil
  std::string field;
  casework::FieldPolicy policy = casework::FieldPolicy::Review;
  sync::Record record;                   // as it stands
  std::vector<FieldVersion> versions;    // oldest first
  std::vector<std::string> editedFields; // of a delete-against-edit
  std::vector<sync::Dot> seen;           // the writes that these are: see Conflicts::settle
  std::string agreed;                    // the text that all versions were changed from; empty: not known

  bool isDeletion() const { return field == sync::kDeletedField; }
};

// What became of something that a staff member wrote.
struct ConflictNews {
  sync::Record record; // what it is about, as it stands
  std::string field;
  // Overruled by a later version that had not seen it; the field settles by itself.
  std::optional<FieldVersion> own, shown;
  std::vector<sync::Dot> seen;
  // Or settled by somebody.
  std::optional<casework::Settlement> settlement;
  std::string settledBy; // full name
};

// The two versions that replication leaves to people: finds them, settles them and tells who wrote the other one. Part
// of CaseStore; its thread.
class Conflicts {
public:
  Conflicts(Connection& db, sync::Replica& replica, const Clock& clock)
      : m_db(db), m_replica(replica), m_clock(clock) {}

  // Those that wait for a person; without those of a sealed mapping, which nobody settles.
  Result<int> countIn(const Id& caseId);
  Result<std::vector<Conflict>> in(const Id& caseId);

  // Settles what a person had before them, and keeps how it stood for who wrote the other versions. `value` none:
  // deleted; any: of kDeletedField, kept. The writes are one transaction. Conflict when something was written that
  // isn't among `seen`; Invalid for the client's own words without the client, and in a sealed mapping.
  struct Choice {
    Id recordId;
    std::string field;
    std::vector<sync::Dot> seen;
    std::optional<Bytes> value;
    bool isWithClient = false;
    Id settlementId; // nil: the first choice; else the settlement that is chosen anew
  };
  struct Settled {
    Id settlementId;
    std::vector<sync::Dot> standing; // what stands now: `seen` of a new choice
  };
  Result<Settled> settle(const Choice& choice, const Id& staffId);

  // The settlement of what stands in a field of a record by `value`, which somebody writes without having seen all of
  // it: to be written together with it.
  Result<sync::RecordWrite> overwriting(const Id& recordId, const std::string& field, const Bytes& value,
                                        const Id& staffId);

  // What became of what this staff member wrote in the case, until it is acknowledged.
  Result<std::vector<ConflictNews>> newsIn(const Id& caseId, const Id& staffId);
  // Read, and left as it is. Conflict when it has changed since.
  Status acknowledge(const ConflictNews& news, const Id& staffId);

private:
  struct Author {
    Id id;
    std::string name;
  };
  Result<Author> authorOf(const sync::ReplicaId& replica);
  Result<std::string> nameOf(const Id& staffId);
  Result<FieldVersion> versionOf(const sync::Record& record, std::string_view field, const sync::Sibling& write);
  Result<std::vector<FieldVersion>> versionsOf(const sync::Record& record, const std::string& field);
  Result<std::vector<FieldVersion>> deletionAndEdits(const sync::Record& record,
                                                     const std::vector<std::string>& edited);
  Result<Conflict> read(const Id& recordId, const std::string& field);
  Result<std::vector<ConflictNews>> overruled(const Id& caseId, const Id& staffId);
  Result<std::vector<ConflictNews>> settled(const Id& caseId, const Id& staffId);
  Status checkOpen(const Choice& choice, const Conflict& conflict);
  Result<casework::Settlement> settlementOf(const Choice& choice, const Conflict& conflict);

  Connection& m_db;
  sync::Replica& m_replica;
  const Clock& m_clock;
};

} // namespace veikart::store
