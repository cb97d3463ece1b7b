// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/record_codec.h"
#include "sync/record/repetition.h"

#include <set>
#include <string>
#include <vector>

// How two versions of a field were settled, as a record beside it in its scope: a register forgets what was replaced,
// and whoever wrote it is to be told what became of it. Values; any thread.
namespace veikart::casework {

inline constexpr std::string_view kSettlementType = sync::kSettlementType; // erased with what it repeats

struct Settlement {
  struct Version {
    Id authorId; // nil: the client, or somebody whom this store does not know
    int64_t at = 0;
    Bytes value; // empty: it can't be read as a value of a field (a deletion)
  };

  Id id;
  Id recordId;
  std::string recordType, field;
  std::vector<Version> versions; // as they stood, oldest first
  Bytes outcome;                 // the value that was written; of a deletion: empty for deleted, else kept
  Id settledBy;
  int64_t settledAt = 0;
  bool isWithClient = false;
  std::set<Id> told; // who has read of it
};

Fields toFields(const Settlement& value);
Result<Settlement> settlementFrom(const sync::Record& record); // as the readers of record_codec.h

// The field that says that somebody has read of it.
std::string toldField(const Id& staffId);

// For Settlement::outcome of a delete-against-edit whose record was kept.
Bytes keptOutcome();

} // namespace veikart::casework
