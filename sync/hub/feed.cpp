// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/feed.h"

#include "sync/protocol/tuning.h"

#include <algorithm>

namespace veikart::hub {
namespace {

using sync::wire::ChangesReply;

constexpr size_t kNumberBytes = 8;
constexpr int64_t kNothingCompleted = -1; // not even its own writes

// Where a replica is in the feed. `completed` is the number of its last last page: up to there it holds everything,
// its own writes too, while pages after that have shown it only some of the records.
struct Cursor {
  Bytes epoch;
  int64_t number = 0;
  int64_t completed = 0;
  Bytes tag; // empty at number 0
};

void appendNumber(Bytes& out, int64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8)
    out += static_cast<char>(static_cast<uint64_t>(number) >> static_cast<unsigned>(shift));
}

int64_t numberAt(BytesView bytes, size_t offset) {
  uint64_t number = 0;
  for (const char c : bytes.substr(offset, kNumberBytes))
    number = number << 8U | static_cast<unsigned char>(c);
  return static_cast<int64_t>(number);
}

Bytes toBytes(const Cursor& cursor) {
  Bytes bytes = cursor.epoch;
  appendNumber(bytes, cursor.number);
  appendNumber(bytes, cursor.completed);
  return bytes + cursor.tag;
}

std::optional<Cursor> parseCursor(BytesView bytes) {
  constexpr size_t kFixedBytes = sync::tuning::kEpochBytes + 2 * kNumberBytes;
  if (bytes.size() != kFixedBytes && bytes.size() != kFixedBytes + sync::tuning::kBatchTagBytes)
    return std::nullopt;
  Cursor cursor;
  cursor.epoch = Bytes(bytes.substr(0, sync::tuning::kEpochBytes));
  cursor.number = numberAt(bytes, sync::tuning::kEpochBytes);
  cursor.completed = numberAt(bytes, sync::tuning::kEpochBytes + kNumberBytes);
  cursor.tag = Bytes(bytes.substr(kFixedBytes));
  return cursor;
}

// Gathers one page.
class PageReader final : public FeedReader {
public:
  PageReader(const std::vector<Scope>& visible, const FeedRequest& request, const Cursor& from, ChangesReply& page)
      : m_replica(request.replica), m_completed(from.completed),
        m_partsUpTo(request.takesParts ? from.completed : kNothingCompleted), m_pageBytes(request.pageBytes),
        m_reached(from.number), m_page(page) {
    for (const Scope& scope : visible)
      m_visible.insert(scope.id);
  }

  bool wants(const FeedRow& row) override {
    const bool isOwnEcho = row.origin == m_replica && row.foreignChange <= m_completed;
    const bool wanted = !isOwnEcho && m_visible.contains(row.scope);
    if (!wanted)
      m_reached = row.change;
    return wanted;
  }

  bool take(const FeedRow& row, BytesView whole, BytesView part) override {
    const bool hasWhatWas = row.previousChange > 0 && row.previousChange <= m_partsUpTo;
    const BytesView sent = hasWhatWas && !part.empty() ? part : whole;
    if (m_bytes > 0 && m_bytes + sent.size() > m_pageBytes) {
      m_page.set_more(true);
      return false;
    }
    (sent.data() == part.data() ? m_page.add_part() : m_page.add_record())->assign(sent);
    m_bytes += sent.size();
    m_reached = row.change;
    return true;
  }

  int64_t reached() const { return m_reached; }

private:
  ReplicaId m_replica;
  int64_t m_completed;
  int64_t m_partsUpTo;
  size_t m_pageBytes;
  int64_t m_reached;
  ChangesReply& m_page;
  std::set<ScopeId> m_visible;
  size_t m_bytes = 0;
};

// One that the user may not see is like one without records.
Result<std::vector<Scope>> visibleIn(OfficeTransaction& rows, const Principal& principal,
                                     const std::optional<ScopeId>& scope, int64_t nowMillis) {
  Result<std::vector<Scope>> visible = Access(rows, principal, nowMillis).visibleScopes();
  if (visible.ok() && scope.has_value())
    std::erase_if(*visible, [&](const Scope& each) { return each.id != *scope; });
  return visible;
}

Digest digestOf(const std::vector<Scope>& scopes) {
  Digest sum;
  for (const Scope& scope : scopes)
    sum.add(scope.digest);
  return sum;
}

// Whoever has one of them whole brings it: the hub may have been set back to before it came.
Status tellMissing(OfficeTransaction& rows, const std::vector<Scope>& visible, int most, int64_t nowMillis,
                   ChangesReply& page) {
  const Result<std::vector<ScopedContent>> missing = rows.missingContents(nowMillis, sync::tuning::kMaxMissingLookedAt);
  if (!missing.ok() || missing->empty())
    return missing.status();
  std::set<ScopeId> ids;
  for (const Scope& scope : visible)
    ids.insert(scope.id);
  for (const ScopedContent& each : *missing) {
    if (!ids.contains(each.scope))
      continue;
    sync::wire::MissingContent& entry = *page.add_missing();
    entry.set_scope(sync::scopeToBytes(each.scope));
    entry.set_content(each.content.toBytes());
    if (page.missing_size() == most)
      return {};
  }
  return {};
}

// The last page also says what the replica must now hold.
Status close(OfficeTransaction& rows, const std::vector<Scope>& visible, FeedRange rest, int64_t nowMillis,
             Cursor& cursor, ChangesReply& page) {
  cursor.number = rest.after;
  if (page.more()) {
    const Result<int64_t> ahead = rows.countFeed(rest);
    if (!ahead.ok())
      return ahead.status();
    page.set_ahead(static_cast<uint64_t>(*ahead));
  } else {
    const Result<int64_t> last = rows.lastNumber();
    if (!last.ok())
      return last.status();
    const bool isIdle = cursor.completed == *last;
    const int most = isIdle ? sync::tuning::kMaxMissingWhenIdle : sync::tuning::kMaxMissingContents;
    cursor.number = *last;
    cursor.completed = *last;
    page.set_digest(Bytes(digestOf(visible).view()));
    RETURN_IF_ERROR(tellMissing(rows, visible, most, nowMillis, page));
  }
  Result<Bytes> tag = rows.tagOf(cursor.number);
  if (!tag.ok())
    return tag.status();
  cursor.tag = *std::move(tag);
  page.set_cursor(toBytes(cursor));
  return {};
}

} // namespace

Result<bool> isKnownCursor(OfficeTransaction& rows, BytesView bytes) {
  if (bytes.empty())
    return true;
  const std::optional<Cursor> cursor = parseCursor(bytes);
  if (!cursor.has_value())
    return false;
  const Result<Bytes> epoch = rows.epoch();
  const Result<Bytes> tag = rows.tagOf(cursor->number);
  if (!epoch.ok() || !tag.ok())
    return epoch.ok() ? tag.status() : epoch.status();
  return cursor->epoch == *epoch && cursor->tag == *tag && cursor->number >= 0 && !(tag->empty() && cursor->number > 0);
}

Result<bool> isForgottenCursor(OfficeTransaction& rows, BytesView bytes) {
  const Result<bool> known = isKnownCursor(rows, bytes);
  const Result<Bytes> epoch = rows.epoch();
  if (!known.ok() || !epoch.ok())
    return known.ok() ? epoch.status() : known;
  const std::optional<Cursor> cursor = parseCursor(bytes);
  return !*known && cursor.has_value() && cursor->epoch == *epoch;
}

int64_t readUpTo(BytesView cursor) {
  return parseCursor(cursor).value_or(Cursor()).completed;
}

Result<ChangesReply> readChanges(OfficeTransaction& rows, const Principal& principal, const FeedRequest& request,
                                 int64_t nowMillis) {
  Cursor cursor = parseCursor(request.cursor).value_or(Cursor());
  if (request.scope.has_value())
    cursor.completed = kNothingCompleted;
  Result<Bytes> epoch = rows.epoch();
  const Result<std::vector<Scope>> visible = visibleIn(rows, principal, request.scope, nowMillis);
  if (!epoch.ok() || !visible.ok())
    return epoch.ok() ? visible.status() : epoch.status();
  cursor.epoch = *std::move(epoch);
  ChangesReply page;
  PageReader reader(*visible, request, cursor, page);
  RETURN_IF_ERROR(rows.readFeed({cursor.number, request.scope}, reader));
  RETURN_IF_ERROR(close(rows, *visible, {reader.reached(), request.scope}, nowMillis, cursor, page));
  return page;
}

Result<Digest> visibleDigest(OfficeTransaction& rows, const Principal& principal, int64_t nowMillis) {
  const Result<std::vector<Scope>> visible = visibleIn(rows, principal, std::nullopt, nowMillis);
  return visible.ok() ? Result<Digest>(digestOf(*visible)) : visible.status();
}

Result<sync::wire::ScopesReply> listScopes(OfficeTransaction& rows, const Principal& principal, int64_t nowMillis) {
  Access access(rows, principal, nowMillis);
  const Result<std::vector<Scope>> visible = access.visibleScopes();
  const Result<std::vector<ScopeId>> ended = access.endedScopes();
  const Result<Recovery> recovery = rows.recovery();
  for (const Status& status : {visible.status(), ended.status(), recovery.status()})
    RETURN_IF_ERROR(status);
  sync::wire::ScopesReply reply;
  reply.set_recovery(nowMillis < recovery->untilMillis);
  for (const Scope& scope : *visible) {
    sync::wire::ScopeEntry& entry = *reply.add_scope();
    entry.set_scope(sync::scopeToBytes(scope.id));
    entry.set_digest(Bytes(scope.digest.view()));
  }
  for (const ScopeId& scope : *ended) {
    sync::wire::ScopeEntry& entry = *reply.add_scope();
    entry.set_scope(sync::scopeToBytes(scope));
    entry.set_ended(true);
  }
  return reply;
}

} // namespace veikart::hub
