// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/record.h"

namespace veikart::sync {

// What somebody wrote in a scope that was closed to him meanwhile, kept as a record of that scope for those who have it
// now. They look at it; accepting it is a write of their own.
inline constexpr std::string_view kLateWriteType = "late_write";

struct LateWrite {
  Uuid user;    // who brought it
  Bytes record; // canonical bytes
};

// The hub is its author, and keeps nothing for that: everything in it, id and dots too, follows from what was brought,
// so that what is brought twice, or to a hub that was set back meanwhile, is the same record. `brought` is what
// `write.record` decodes to.
Record makeLateWrite(const LateWrite& write, const Record& brought);

// Corrupt unless makeLateWrite made these two fields; others, as a deletion, may stand beside them.
Result<LateWrite> lateWriteFrom(const Record& record);

Result<Record> broughtBy(const Record& record); // NotFound when it is no late write; Corrupt as above

} // namespace veikart::sync
