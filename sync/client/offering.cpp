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
    const Bytes bytes = isRecovery || record.erased ? encode(record) : ownBytes;
    if (!bytes.empty())
      offerings.push_back({bytes, ownBytes});
  }
  return offerings;
}

std::optional<Bytes> farewellOf(const StoredRecord& row, const Authors& authors, bool isRecovery) {
  const std::optional<Bytes> unsent = row.local.empty() ? std::nullopt : std::optional(row.local);
  if (row.base.empty())
    return unsent;
  const Result<Record> base = decode(row.base);
  if (!base.ok())
    return unsent;
  if (base->erased)
    return std::nullopt;
  Record farewell = isRecovery ? *base : ownPart(*base, authors);
  if (unsent) {
    const Result<Record> local = decode(*unsent);
    if (!local.ok() || !joinInto(farewell, *local).ok())
      return unsent;
  }
  return farewell.fields.empty() ? std::nullopt : std::optional(encode(farewell));
}

} // namespace veikart::sync
