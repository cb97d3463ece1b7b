// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/record.h"

#include <string>
#include <vector>

// New dots for writes that nobody else holds yet. Values stay: it is still what a person wrote. An unsent deletion that
// had seen a write under its old dot has seen it under the new one; one that can't be read stays as it is. `last` is
// the dot given last, and goes up with each.
namespace veikart::sync {

struct Restamped {
  std::string field;
  Dot dot;     // the new one
  Stamp first; // the stamp that it had
};

// Gives the writes in `local` that are stamped after `limitMillis`, and the deletions that had seen one of them, new
// dots and `stamp`. The new dots have seen the old ones.
std::vector<Restamped> stampAnew(Record& local, int64_t limitMillis, Stamp stamp, Dot& last);

// Turns the writes of `old` in `local` into writes of `last.replica`; their stamps stay. Of `old` they have seen no
// more than what they had and `base` holds: the store's twin may have given the rest to other contents.
void moveToReplica(Record& local, const Record& base, const ReplicaId& old, Dot& last);

} // namespace veikart::sync
