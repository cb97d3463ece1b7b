// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/content_table.h"

#include "sync/replica/replica.h"
#include "sync/replica/write_scope.h"

#include <algorithm>

namespace veikart::sync {
namespace {

// A wait that a clock set back has made longer than it was is over.
constexpr std::string_view kUnsent = "SELECT key, scope, name, here, wait FROM content "
                                     "WHERE unsent_since IS NOT NULL AND (due <= ?1 OR due > ?1 + wait) ORDER BY key";
constexpr std::string_view kUnsentIn = "SELECT key, scope, name, here, wait FROM content "
                                       "WHERE unsent_since IS NOT NULL AND scope = ?2 ORDER BY key";
constexpr std::string_view kSettledIn = "SELECT key, scope, name, here, wait FROM content "
                                        "WHERE unsent_since IS NULL AND scope = ?2";
constexpr std::string_view kWanted = "SELECT key, scope, name, here, wait FROM content "
                                     "WHERE here < size AND (due <= ?1 OR due > ?1 + wait) ORDER BY key";
constexpr std::string_view kOutbox = "SELECT count(*), count(refusal), min(unsent_since) FROM content "
                                     "WHERE unsent_since IS NOT NULL";
constexpr std::string_view kOutboxItems = "SELECT key, scope, name, here, wait, unsent_since, refusal FROM content "
                                          "WHERE unsent_since IS NOT NULL ORDER BY unsent_since, key";
constexpr std::string_view kFind = "SELECT key, scope, name, here, wait FROM content WHERE scope = ?1 AND name = ?2";
constexpr std::string_view kInsert = "INSERT INTO content(scope, name, size, here, unsent_since, wait, due) "
                                     "VALUES(?1, ?2, ?3, ?4, ?5, 0, 0)";
constexpr std::string_view kSetHere = "UPDATE content SET here = ?2 WHERE key = ?1";
constexpr std::string_view kMadeHere = "UPDATE content SET here = size, unsent_since = ?2, wait = 0, due = 0 "
                                       "WHERE key = ?1";
constexpr std::string_view kNoteSent = "UPDATE content SET unsent_since = NULL, refusal = NULL, wait = 0, due = 0 "
                                       "WHERE key = ?1";
constexpr std::string_view kPutOff = "UPDATE content SET refusal = ?2, wait = ?3, due = ?4 WHERE key = ?1";
constexpr std::string_view kEndWaits = "UPDATE content SET wait = 0, due = 0 WHERE unsent_since IS NOT NULL";
constexpr std::string_view kOfferAgain = "UPDATE content SET unsent_since = ?1, wait = 0, due = 0 "
                                         "WHERE here = size AND unsent_since IS NULL";
constexpr std::string_view kOfferOneAgain = "UPDATE content SET unsent_since = ?3, wait = 0, due = 0 "
                                            "WHERE scope = ?1 AND name = ?2 AND here = size AND unsent_since IS NULL";
constexpr std::string_view kErase = "DELETE FROM content WHERE scope = ?1 AND unsent_since IS NULL";
constexpr std::string_view kDrop = "DELETE FROM content WHERE scope = ?1 AND name = ?2";
// The scope was erased from here, and this alone was left of it.
constexpr std::string_view kEraseSent =
    "DELETE FROM content WHERE key = ?1 AND EXISTS (SELECT 1 FROM erased_scope e WHERE e.scope = content.scope) "
    "AND NOT EXISTS (SELECT 1 FROM record r WHERE r.scope = content.scope AND r.base IS NOT NULL)";

constexpr std::string_view kAddPart = "INSERT INTO content_part(content, start, bytes) VALUES(?1, ?2, ?3)";
constexpr std::string_view kDropParts = "DELETE FROM content_part WHERE content = ?1";
constexpr std::string_view kPart = "SELECT start, bytes FROM content_part WHERE content = ?1 AND start <= ?2 "
                                   "ORDER BY start DESC LIMIT 1";

Result<StoredContent> contentAt(const Statement& row) {
  const Result<ScopeId> scope = scopeFromBytes(row.blob(1));
  const Result<ContentId> id = ContentId::fromBytes(row.blob(2));
  if (!scope.ok() || !id.ok())
    return Status::corrupt("a stored content without its name");
  return StoredContent{row.integer(0), *scope, *id, row.integer(3), row.integer(4)};
}

Status runFor(Connection& db, std::string_view sql, int64_t key) {
  const Result<Statement*> statement = db.prepare(sql);
  if (!statement.ok())
    return statement.status();
  (*statement)->bind(1, key);
  return (*statement)->run();
}

} // namespace

Status ContentTable::want(const ScopeId& scope, const ContentId& id) {
  const Result<std::optional<StoredContent>> known = find(scope, id);
  if (!known.ok() || known->has_value())
    return known.status();
  return insert(scope, id, 0, false);
}

Status ContentTable::keep(const ScopeId& scope, const ContentId& id, BytesView content) {
  Result<WriteScope> transaction = WriteScope::begin(m_db);
  Result<std::optional<StoredContent>> known = transaction.ok() ? find(scope, id) : transaction.status();
  if (!known.ok() || (*known && (*known)->isWhole()))
    return known.status();
  if (*known) {
    RETURN_IF_ERROR(dropParts((*known)->key));
    const Result<Statement*> made = m_db.prepare(kMadeHere);
    if (!made.ok())
      return made.status();
    (*made)->bind(1, (*known)->key);
    (*made)->bind(2, m_clock.nowMillis());
    RETURN_IF_ERROR((*made)->run());
  } else {
    RETURN_IF_ERROR(insert(scope, id, id.size, true));
    known = find(scope, id);
    if (!known.ok())
      return known.status();
  }
  for (size_t start = 0; start < content.size(); start += kPartBytes)
    RETURN_IF_ERROR(addPart((*known)->key, static_cast<int64_t>(start), content.substr(start, kPartBytes)));
  return transaction->commit();
}

Result<std::optional<Bytes>> ContentTable::read(const ScopeId& scope, const ContentId& id) const {
  const Result<std::optional<StoredContent>> known = find(scope, id);
  if (!known.ok() || !known->has_value() || !(*known)->isWhole())
    return known.ok() ? Result<std::optional<Bytes>>(std::nullopt) : known.status();
  Bytes content;
  while (static_cast<int64_t>(content.size()) < id.size) {
    const Result<Bytes> next = part(**known, static_cast<int64_t>(content.size()));
    if (!next.ok())
      return next.status();
    content += *next;
  }
  return std::optional<Bytes>(std::move(content));
}

Result<Bytes> ContentTable::part(const StoredContent& content, int64_t start) const {
  const Result<Statement*> query = m_db.prepare(kPart);
  if (!query.ok())
    return query.status();
  (*query)->bind(1, content.key);
  (*query)->bind(2, start);
  const Result<bool> row = (*query)->step();
  if (!row.ok())
    return row.status();
  Bytes bytes;
  if (*row) {
    const auto skipped = static_cast<size_t>(start - (*query)->integer(0));
    const BytesView whole = (*query)->blob(1);
    bytes = whole.substr(std::min(skipped, whole.size()));
    (*query)->reset();
  }
  return bytes.empty() ? Result<Bytes>(Status::corrupt("a content has a gap")) : std::move(bytes);
}

Result<std::vector<StoredContent>> ContentTable::unsent() const {
  return list(kUnsent, std::nullopt);
}

Result<std::vector<StoredContent>> ContentTable::unsentIn(const ScopeId& scope) const {
  return list(kUnsentIn, scope);
}

Result<std::vector<StoredContent>> ContentTable::wanted() const {
  return list(kWanted, std::nullopt);
}

Result<std::vector<StoredContent>> ContentTable::settledIn(const ScopeId& scope) const {
  return list(kSettledIn, scope);
}

Result<UnsentContents> ContentTable::outbox() const {
  const Result<Statement*> query = m_db.prepare(kOutbox);
  const Result<bool> row = query.ok() ? (*query)->step() : query.status();
  if (!row.ok())
    return row.status();
  const UnsentContents waiting{(*query)->integer(0), (*query)->integer(1), (*query)->integer(2)};
  (*query)->reset();
  return waiting;
}

Result<std::vector<UnsentContent>> ContentTable::outboxItems() const {
  const Result<Statement*> query = m_db.prepare(kOutboxItems);
  if (!query.ok())
    return query.status();
  std::vector<UnsentContent> items;
  for (;;) {
    const Result<bool> row = (*query)->step();
    if (!row.ok())
      return row.status();
    if (!*row)
      return items;
    const Result<StoredContent> content = contentAt(**query);
    if (!content.ok()) {
      (*query)->reset();
      return content.status();
    }
    items.push_back({*content, (*query)->integer(5), std::string((*query)->text(6))});
  }
}

Status ContentTable::noteSent(const StoredContent& content) {
  Result<WriteScope> transaction = WriteScope::begin(m_db);
  if (!transaction.ok())
    return transaction.status();
  RETURN_IF_ERROR(runFor(m_db, kNoteSent, content.key));
  RETURN_IF_ERROR(runFor(m_db, kEraseSent, content.key));
  return transaction->commit();
}

Status ContentTable::append(StoredContent& content, BytesView bytes) {
  Result<WriteScope> transaction = WriteScope::begin(m_db);
  if (!transaction.ok())
    return transaction.status();
  if (bytes.empty() || static_cast<int64_t>(bytes.size()) > content.id.size - content.here)
    return Status::corrupt("more or less of a content than was asked for");
  RETURN_IF_ERROR(addPart(content.key, content.here, bytes));
  StoredContent longer = content;
  longer.here += static_cast<int64_t>(bytes.size());
  const Result<bool> isSound = longer.isWhole() ? isAsNamed(longer) : Result<bool>(true);
  if (!isSound.ok())
    return isSound.status();
  if (!*isSound) {
    RETURN_IF_ERROR(dropParts(content.key));
    longer.here = 0;
  }
  const Result<Statement*> update = m_db.prepare(kSetHere);
  if (!update.ok())
    return update.status();
  (*update)->bind(1, content.key);
  (*update)->bind(2, longer.here);
  RETURN_IF_ERROR((*update)->run());
  if (longer.isWhole() && m_maybeObserver != nullptr)
    RETURN_IF_ERROR(m_maybeObserver->contentCame(longer.scope, longer.id));
  RETURN_IF_ERROR(transaction->commit());
  content = longer;
  return *isSound ? Status() : Status::corrupt("a content is another than it is named");
}

Status ContentTable::putOff(const StoredContent& content, std::string_view reason, int64_t waitMillis) {
  const Result<Statement*> update = m_db.prepare(kPutOff);
  if (!update.ok())
    return update.status();
  (*update)->bind(1, content.key);
  if (reason.empty())
    (*update)->bindNull(2);
  else
    (*update)->bind(2, reason);
  (*update)->bind(3, waitMillis);
  (*update)->bind(4, m_clock.nowMillis() + waitMillis);
  return (*update)->run();
}

Status ContentTable::endWaits() {
  const Result<Statement*> update = m_db.prepare(kEndWaits);
  return update.ok() ? (*update)->run() : update.status();
}

Status ContentTable::offerAgain() {
  return runFor(m_db, kOfferAgain, m_clock.nowMillis());
}

Status ContentTable::offerAgain(const ScopeId& scope, const ContentId& id) {
  const Result<Statement*> offer = m_db.prepare(kOfferOneAgain);
  if (!offer.ok())
    return offer.status();
  (*offer)->bindBlob(1, scopeToBytes(scope));
  (*offer)->bindBlob(2, id.toBytes());
  (*offer)->bind(3, m_clock.nowMillis());
  return (*offer)->run();
}

Status ContentTable::drop(const ScopeId& scope, const ContentId& id) {
  const Result<Statement*> drop = m_db.prepare(kDrop);
  if (!drop.ok())
    return drop.status();
  (*drop)->bindBlob(1, scopeToBytes(scope));
  (*drop)->bindBlob(2, id.toBytes());
  return (*drop)->run();
}

Status ContentTable::erase(const ScopeId& scope) {
  const Result<Statement*> erase = m_db.prepare(kErase);
  if (!erase.ok())
    return erase.status();
  (*erase)->bindBlob(1, scopeToBytes(scope));
  return (*erase)->run();
}

Result<std::vector<StoredContent>> ContentTable::list(std::string_view sql, const std::optional<ScopeId>& scope) const {
  const Result<Statement*> query = m_db.prepare(sql);
  if (!query.ok())
    return query.status();
  if (scope)
    (*query)->bindBlob(2, scopeToBytes(*scope));
  else
    (*query)->bind(1, m_clock.nowMillis());
  std::vector<StoredContent> contents;
  for (;;) {
    const Result<bool> row = (*query)->step();
    if (!row.ok())
      return row.status();
    if (!*row)
      return contents;
    const Result<StoredContent> content = contentAt(**query);
    if (!content.ok()) {
      (*query)->reset();
      return content.status();
    }
    contents.push_back(*content);
  }
}

Result<std::optional<StoredContent>> ContentTable::find(const ScopeId& scope, const ContentId& id) const {
  const Result<Statement*> query = m_db.prepare(kFind);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, scopeToBytes(scope));
  (*query)->bindBlob(2, id.toBytes());
  const Result<bool> row = (*query)->step();
  if (!row.ok() || !*row)
    return row.ok() ? Result<std::optional<StoredContent>>(std::nullopt) : row.status();
  const Result<StoredContent> content = contentAt(**query);
  (*query)->reset();
  return content.ok() ? Result<std::optional<StoredContent>>(*content) : content.status();
}

Status ContentTable::insert(const ScopeId& scope, const ContentId& id, int64_t here, bool isUnsent) {
  const Result<Statement*> insert = m_db.prepare(kInsert);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(1, scopeToBytes(scope));
  (*insert)->bindBlob(2, id.toBytes());
  (*insert)->bind(3, id.size);
  (*insert)->bind(4, here);
  if (isUnsent)
    (*insert)->bind(5, m_clock.nowMillis());
  else
    (*insert)->bindNull(5);
  return (*insert)->run();
}

Status ContentTable::addPart(int64_t key, int64_t start, BytesView bytes) {
  const Result<Statement*> insert = m_db.prepare(kAddPart);
  if (!insert.ok())
    return insert.status();
  (*insert)->bind(1, key);
  (*insert)->bind(2, start);
  (*insert)->bindBlob(3, bytes);
  return (*insert)->run();
}

Status ContentTable::dropParts(int64_t key) {
  return runFor(m_db, kDropParts, key);
}

Result<bool> ContentTable::isAsNamed(const StoredContent& content) const {
  crypto::Blake2b256 hash;
  for (int64_t at = 0; at < content.id.size;) {
    const Result<Bytes> next = part(content, at);
    if (!next.ok())
      return next.status();
    hash.add(*next);
    at += static_cast<int64_t>(next->size());
  }
  return hash.finish() == content.id.hash;
}

} // namespace veikart::sync
