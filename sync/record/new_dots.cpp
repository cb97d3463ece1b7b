// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/new_dots.h"

#include "sync/record/deletion.h"

#include <algorithm>
#include <utility>

namespace veikart::sync {

namespace {

struct Renamed {
  std::string field;
  Dot before, now;
};

using Field = std::pair<const std::string, Register>;

// Deletions last: their values name dots of the others.
std::vector<Field*> deletionsLast(Record& record) {
  std::vector<Field*> fields;
  for (Field& field : record.fields)
    fields.push_back(&field);
  std::stable_partition(fields.begin(), fields.end(), [](const Field* field) { return field->first != kDeletedField; });
  return fields;
}

bool isDeletion(const Field& field, const Sibling& write) {
  return field.first == kDeletedField && write.value != kRestorationValue;
}

// What a deletion had seen under old dots it has seen under the new ones.
void follow(const std::vector<Renamed>& writes, const std::string& field, const CausalContext& seenBefore,
            CausalContext& seen) {
  for (const Renamed& write : writes)
    if (write.field == field && seenBefore.covers(write.before))
      seen.add(write.now);
}

// Whether `change` altered what the deletion had seen.
bool changeSeen(Sibling& deletion, const ChangeSeen& change) {
  Result<Bytes> value = withSeen(deletion.value, change);
  if (!value.ok() || *value == deletion.value)
    return false;
  deletion.value = *std::move(value);
  return true;
}

uint64_t counterOf(const CausalContext& context, const ReplicaId& replica) {
  const auto found = context.counters().find(replica);
  return found == context.counters().end() ? 0 : found->second;
}

// `context` with what it had seen of `replica` cut down to what `base` has in the field.
CausalContext withoutUnconfirmed(const CausalContext& context, const ReplicaId& replica, const Record& base,
                                 const std::string& field) {
  const auto confirmed = base.fields.find(field);
  const uint64_t limit = confirmed == base.fields.end() ? 0 : counterOf(confirmed->second.context, replica);
  CausalContext kept;
  for (const auto& [author, counter] : context.counters())
    if (const uint64_t known = author == replica ? std::min(counter, limit) : counter; known > 0)
      kept.add({author, known});
  return kept;
}

} // namespace

std::vector<Restamped> stampAnew(Record& local, int64_t limitMillis, Stamp stamp, Dot& last) {
  std::vector<Renamed> renamed;
  std::vector<Restamped> done;
  const auto followAll = [&renamed](const std::string& field, CausalContext& seen) {
    follow(renamed, field, CausalContext(seen), seen);
  };
  for (Field* field : deletionsLast(local)) {
    auto& [name, reg] = *field;
    for (Sibling& write : reg.siblings) {
      const bool hasChanged = isDeletion(*field, write) && changeSeen(write, followAll);
      if (!hasChanged && write.stamp.millis() <= limitMillis)
        continue;
      renamed.push_back({name, write.dot, {last.replica, ++last.counter}});
      write.dot = renamed.back().now;
      reg.context.add(write.dot);
      done.push_back({name, write.dot, std::exchange(write.stamp, stamp)});
    }
    std::ranges::sort(reg.siblings, {}, &Sibling::dot);
  }
  return done;
}

void moveToReplica(Record& local, const Record& base, const ReplicaId& old, Dot& last) {
  std::vector<Renamed> renamed;
  const auto cutAndFollow = [&](const std::string& field, CausalContext& seen) {
    const CausalContext before = std::exchange(seen, withoutUnconfirmed(seen, old, base, field));
    follow(renamed, field, before, seen);
  };
  for (Field* field : deletionsLast(local)) {
    auto& [name, reg] = *field;
    reg.context = withoutUnconfirmed(reg.context, old, base, name);
    for (Sibling& write : reg.siblings) {
      if (write.dot.replica == old) {
        if (isDeletion(*field, write))
          changeSeen(write, cutAndFollow);
        renamed.push_back({name, write.dot, {last.replica, ++last.counter}});
        write.dot = renamed.back().now;
      }
      reg.context.add(write.dot);
    }
    std::ranges::sort(reg.siblings, {}, &Sibling::dot);
  }
}

} // namespace veikart::sync
