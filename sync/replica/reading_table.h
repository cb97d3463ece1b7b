// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "sync/record/record.h"

#include <map>

namespace veikart::sync {

// A scope that is read by itself, outside the feed, because it was opened late or differs from the hub's. When that did
// not make the digests agree, it waits before it is read again.
struct ScopeReading {
  Bytes cursor; // opaque bytes of the hub; empty: at the start, or at the end
  int64_t waitMillis = 0;
  int64_t dueMillis = 0;
};

// One thread, that of its connection.
class ReadingTable {
public:
  explicit ReadingTable(Connection& db) : m_db(db) {}

  Result<std::map<ScopeId, ScopeReading>> all() const;
  Status save(const ScopeId& scope, const ScopeReading& reading);
  Status clear();

private:
  Connection& m_db;
};

} // namespace veikart::sync
