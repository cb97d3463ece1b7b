// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/offering.h"

#include <algorithm>

namespace veikart::sync {
namespace {

// Alone, own values go as they stand. Other replicas' are theirs to offer, and must not look replaced until then: so no
// context is claimed of them.
Register ownPart(const Register& reg, const Authors& authors) {
  Register own;
  std::set<ReplicaId> others;
  for (const Sibling& sibling : reg.siblings) {
    if (authors.contains(sibling.dot.replica))
      own.siblings.push_back(sibling);
    else
      others.insert(sibling.dot.replica);
  }
  for (const auto& [author, counter] : reg.context.counters())
    if (!others.contains(author))
      own.context.add({author, counter});
  return own;
}

Record ownPart(const Record& record, const Authors& authors) {
  Record own{record.id, record.type, record.scope, {}, false};
  for (const auto& [name, reg] : record.fields)
    if (Register part = ownPart(reg, authors); !part.siblings.empty())
      own.fields.emplace(name, std::move(part));
  return own;
}

int rankOf(const Record& record) {
  if (record.type != kGrantType)
    return 2;
  return record.id == foundingGrant(record.scope) ? 0 : 1;
}

} // namespace

std::vector<Offering> offeringsOf(std::vector<Record> confirmed, const Authors& authors, bool isRecovery) {
  std::ranges::stable_sort(confirmed, {}, rankOf);
  std::vector<Offering> offerings;
  for (const Record& record : confirmed) {
    const Record own = ownPart(record, authors);
    const Bytes ownBytes = own.fields.empty() ? Bytes() : encode(own);
    const Bytes bytes = isRecovery && !record.erased ? encode(record) : ownBytes;
    if (!bytes.empty())
      offerings.push_back({bytes, ownBytes});
  }
  return offerings;
}

Result<std::optional<Bytes>> farewellOf(const StoredRecord& row, const Authors& authors, bool isRecovery) {
  Result<Record> local = row.local.empty() ? decode(row.base) : decode(row.local);
  if (!local.ok())
    return local.status();
  if (row.local.empty())
    local->fields.clear();
  const Result<Record> base = row.base.empty() ? *local : decode(row.base);
  if (!base.ok())
    return base.status();
  if (base->erased)
    return std::optional<Bytes>();
  if (!row.base.empty()) {
    const Result<std::vector<std::string>> joined = joinInto(*local, isRecovery ? *base : ownPart(*base, authors));
    if (!joined.ok())
      return joined.status();
  }
  return local->fields.empty() ? std::optional<Bytes>() : std::optional<Bytes>(encode(*local));
}

} // namespace veikart::sync
