// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/digest_table.h"

namespace veikart::sync {
namespace {

constexpr std::string_view kSelect = "SELECT digest FROM scope_digest WHERE scope = ?1";
constexpr std::string_view kUpsert = "INSERT INTO scope_digest(scope, digest) VALUES(?1, ?2) "
                                     "ON CONFLICT(scope) DO UPDATE SET digest = excluded.digest";

Result<Digest> loadDigest(Connection& db, const ScopeId& scope) {
  Result<Statement*> query = db.prepare(kSelect);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, scopeToBytes(scope));
  Result<bool> row = (*query)->step();
  if (!row.ok())
    return row.status();
  Result<Digest> digest = *row ? storedDigest((*query)->blob(0)) : Digest();
  (*query)->reset();
  return digest;
}

} // namespace

Result<Digest> storedDigest(BytesView raw) {
  const Result<Digest> digest = Digest::fromBytes(raw);
  return digest.ok() ? digest : Status::corrupt("a stored digest can't be read");
}

Result<Digest*> DigestChanges::of(const ScopeId& scope) {
  if (auto known = m_digests.find(scope); known != m_digests.end())
    return &known->second;
  Result<Digest> stored = loadDigest(m_db, scope);
  if (!stored.ok())
    return stored.status();
  return &m_digests.emplace(scope, *stored).first->second;
}

Status DigestChanges::replace(const ScopeId& scope, BytesView oldBytes, BytesView newBytes) {
  Result<Digest*> digest = of(scope);
  if (!digest.ok())
    return digest.status();
  if (!oldBytes.empty())
    (*digest)->subtract(oldBytes);
  (*digest)->add(newBytes);
  return {};
}

Status DigestChanges::store() {
  Result<Statement*> upsert = m_db.prepare(kUpsert);
  if (!upsert.ok())
    return upsert.status();
  for (const auto& [scope, digest] : m_digests) {
    (*upsert)->bindBlob(1, scopeToBytes(scope));
    (*upsert)->bindBlob(2, digest.view());
    RETURN_IF_ERROR((*upsert)->run());
  }
  return {};
}

Digest sumOf(const std::map<ScopeId, Digest>& digests) {
  Digest sum;
  for (const auto& [scope, digest] : digests)
    sum.add(digest);
  return sum;
}

} // namespace veikart::sync
