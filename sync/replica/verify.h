// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"

#include <string>
#include <vector>

namespace veikart::sync {

// Something in a store that must not be so. Ids and names of columns only, never a value.
struct Finding {
  std::string place; // "file", "store", "scope case:<id>", "record <id>"
  std::string what;
};

// Looks through a replica's whole store and changes nothing; none when all is well. What can't be read is a finding,
// and the rest is looked at all the same. It checks
//   - the file: every page's authentication code, and SQLite's own structures with the outbox's index among them;
//   - that every blob is the canonical bytes of the record that its row names, and that base and local can be joined;
//   - the replica's invariants (replica.h) 1 to 4, as far as one moment shows them: `local` holds nobody else's unsent
//     writes, the outbox is `local`, digests are the sums over their bases, no dot is above its replica's counter, and
//     no dot names two writes;
//   - that what is attached to records is whole where it says so, has no gap, and is what it is named by (8).
// Read models (6) are their owner's to check. One thread, that of `db`; nobody else may write meanwhile.
std::vector<Finding> verify(Connection& db);

} // namespace veikart::sync
