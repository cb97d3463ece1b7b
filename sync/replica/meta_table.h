// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "sync/record/dot.h"

#include <map>

namespace veikart::sync {

// The replica's few single values, by name. One thread, that of its connection.
class MetaTable {
public:
  static constexpr std::string_view kId = "id";
  static constexpr std::string_view kOtherAuthors = "other_authors"; // see Authors
  static constexpr std::string_view kHasNews = "has_news";
  static constexpr std::string_view kProgress = "progress"; // counter and clock in one row: see Progress
  static constexpr std::string_view kCursor = "cursor";
  static constexpr std::string_view kCurrentToken = "current_token";
  static constexpr std::string_view kNextToken = "next_token";
  static constexpr std::string_view kNextTokenCounter = "next_token_counter";
  static constexpr std::string_view kLastSync = "last_sync";
  static constexpr std::string_view kLeaseUntil = "lease_until"; // see Lease
  static constexpr std::string_view kTimeSeen = "time_seen";
  static constexpr std::string_view kLastAuditLine = "last_audit_line"; // see AuditLine

  explicit MetaTable(Connection& db) : m_db(db) {}

  Result<Bytes> value(std::string_view name) const; // empty when it was never set
  Status set(std::string_view name, BytesView value);

  Result<uint64_t> number(std::string_view name) const; // 0 when it was never set
  Status setNumber(std::string_view name, uint64_t value);

private:
  Connection& m_db;
};

// How far a replica has come: its count of writes and its clock. Of one size always, so that storing it overwrites one
// row in place.
struct Progress {
  uint64_t counter = 0;
  uint64_t stamp = 0;

  Bytes toBytes() const;
  static Result<Progress> fromBytes(BytesView raw); // Corrupt unless 16 bytes
};

// Replicas, each with the counter of its latest write.
using Authors = std::map<ReplicaId, uint64_t>;
Bytes authorsToBytes(const Authors& authors);
Result<Authors> authorsFromBytes(BytesView raw); // Corrupt unless authorsToBytes could have written it

} // namespace veikart::sync
