// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "sync/record/canonical.h"

namespace veikart::sync {

// The digests of one transaction: each scope's is read once, changed in memory and stored once. One thread.
class DigestChanges {
public:
  explicit DigestChanges(Connection& db) : m_db(db) {}

  // A base of `scope` became `newBytes`; it was `oldBytes`, or nothing when that is empty.
  Status replace(const ScopeId& scope, BytesView oldBytes, BytesView newBytes);
  Status store();

private:
  Result<Digest*> of(const ScopeId& scope);

  Connection& m_db;
  std::map<ScopeId, Digest> m_digests;
};

Result<Digest> storedDigest(BytesView raw); // Corrupt
Digest sumOf(const std::map<ScopeId, Digest>& digests);

} // namespace veikart::sync
