// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "sync/record/canonical.h"

#include <map>
#include <vector>

namespace veikart::sync {

// A scope that is read by itself, outside the feed, because it was opened late or differs from the hub's. When that did
// not make the digests agree, it waits before it is read again.
struct ScopeReading {
  Bytes cursor; // opaque bytes of the hub; empty: at the start, or at the end
  int64_t waitMillis = 0;
  int64_t dueMillis = 0;
};

// What a store knows of whole scopes: their digests (written by DigestChanges), those that are read by themselves, and
// those of which nothing is held any more and the hub was not told so yet. One thread, that of its connection.
class ScopeTable {
public:
  explicit ScopeTable(Connection& db) : m_db(db) {}

  Result<std::map<ScopeId, Digest>> digests() const;

  Result<std::map<ScopeId, ScopeReading>> readings() const;
  Status saveReading(const ScopeId& scope, const ScopeReading& reading);
  Status forgetReadings();

  Status noteErased(const ScopeId& scope);     // and forgets its digest and its reading
  Result<std::vector<ScopeId>> erased() const; // without those of which something waits to be sent
  Status forgetErased(std::span<const ScopeId> scopes);

private:
  Status runFor(const ScopeId& scope, std::string_view sql);

  Connection& m_db;
};

} // namespace veikart::sync
