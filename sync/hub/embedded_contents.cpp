// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/columns.h"
#include "sync/hub/embedded_transaction.h"

#include <algorithm>

// The part of EmbeddedTransaction that keeps contents' parts.

namespace veikart::hub {

// ?2 to ?4 are the content's.
Result<Statement*> EmbeddedTransaction::prepareContent(std::string_view sql, const ScopeId& scope,
                                                       const ContentId& content) {
  const Result<Statement*> statement = prepare(sql);
  if (!statement.ok())
    return statement;
  bindScope(**statement, 2, scope);
  (*statement)->bindBlob(4, content.toBytes());
  return statement;
}

Result<int64_t> EmbeddedTransaction::contentHeld(const ScopeId& scope, const ContentId& content) {
  constexpr std::string_view kSql = "SELECT coalesce(max(start + length(bytes)), 0) FROM content_part"
                                    " WHERE office = ?1 AND scope_kind = ?2 AND scope_id = ?3 AND content = ?4";
  const Result<Statement*> query = prepareContent(kSql, scope, content);
  return query.ok() ? readNumber(**query) : query.status();
}

Status EmbeddedTransaction::appendContent(const ScopeId& scope, const ContentId& content, int64_t held,
                                          BytesView bytes) {
  constexpr std::string_view kSql = "INSERT INTO content_part(office, scope_kind, scope_id, content, start, bytes)"
                                    " VALUES(?1, ?2, ?3, ?4, ?5, ?6)";
  const Result<Statement*> insert = prepareContent(kSql, scope, content);
  if (!insert.ok())
    return insert.status();
  (*insert)->bind(5, held);
  (*insert)->bindBlob(6, bytes);
  return (*insert)->run();
}

Result<Bytes> EmbeddedTransaction::contentPart(const ScopeId& scope, const ContentId& content, int64_t start) {
  constexpr std::string_view kSql =
      "SELECT start, bytes FROM content_part"
      " WHERE office = ?1 AND scope_kind = ?2 AND scope_id = ?3 AND content = ?4 AND start <= ?5"
      " ORDER BY start DESC LIMIT 1";
  const Result<Statement*> query = prepareContent(kSql, scope, content);
  if (!query.ok())
    return query.status();
  (*query)->bind(5, start);
  const Result<std::optional<Bytes>> part = readOne<Bytes>(**query, [start](Row& row) {
    const auto skipped = static_cast<size_t>(start - row.integer(0));
    const Bytes whole = row.bytes(1);
    return whole.substr(std::min(skipped, whole.size()));
  });
  if (!part.ok())
    return part.status();
  return part->value_or(Bytes());
}

Status EmbeddedTransaction::dropContent(const ScopeId& scope, const ContentId& content) {
  constexpr std::string_view kSql =
      "DELETE FROM content_part WHERE office = ?1 AND scope_kind = ?2 AND scope_id = ?3 AND content = ?4";
  const Result<Statement*> drop = prepareContent(kSql, scope, content);
  return drop.ok() ? (*drop)->run() : drop.status();
}

Status EmbeddedTransaction::noteMissing(const ScopeId& scope, const ContentId& content) {
  constexpr std::string_view kSql =
      "INSERT OR IGNORE INTO missing_content(office, scope_kind, scope_id, content) VALUES(?1, ?2, ?3, ?4)";
  const Result<Statement*> insert = prepareContent(kSql, scope, content);
  return insert.ok() ? (*insert)->run() : insert.status();
}

Status EmbeddedTransaction::forgetMissing(const ScopeId& scope, const ContentId& content) {
  constexpr std::string_view kSql =
      "DELETE FROM missing_content WHERE office = ?1 AND scope_kind = ?2 AND scope_id = ?3 AND content = ?4";
  const Result<Statement*> forget = prepareContent(kSql, scope, content);
  return forget.ok() ? (*forget)->run() : forget.status();
}

Result<std::set<ContentId>> EmbeddedTransaction::contentsIn(const ScopeId& scope) {
  constexpr std::string_view kSql =
      "SELECT content FROM content_part WHERE office = ?1 AND scope_kind = ?2 AND scope_id = ?3"
      " UNION SELECT content FROM missing_content WHERE office = ?1 AND scope_kind = ?2 AND scope_id = ?3";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  bindScope(**query, 2, scope);
  const Result<std::vector<ContentId>> found = readAll<ContentId>(**query, [](Row& row) { return row.content(0); });
  if (!found.ok())
    return found.status();
  return std::set<ContentId>(found->begin(), found->end());
}

// Those after the turn's key, and then those before.
Result<std::vector<ScopedContent>> EmbeddedTransaction::missingContents(int64_t turn, int64_t limit) {
  constexpr std::string_view kSql = "SELECT scope_kind, scope_id, content FROM missing_content,"
                                    " (SELECT ?2 % (1 + coalesce(max(key), 0)) AS first FROM missing_content)"
                                    " WHERE office = ?1 ORDER BY key < first, key LIMIT ?3";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bind(2, turn);
  (*query)->bind(3, limit);
  return readAll<ScopedContent>(**query, [](Row& row) { return ScopedContent{row.scope(0), row.content(2)}; });
}

} // namespace veikart::hub
