// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/clock.h"
#include "platform/database/connection.h"
#include "sync/record/attachment.h"

#include <optional>
#include <string>
#include <vector>

namespace veikart::sync {

// One content as a store holds it.
struct StoredContent {
  int64_t key = 0;
  ScopeId scope;
  ContentId id;
  int64_t here = 0; // bytes of it, from its start
  int64_t waitMillis = 0;

  bool isWhole() const { return here == id.size; }
};

// A content that waits to be sent, and why the hub did not take it when it was offered last (empty: it was not).
struct UnsentContent {
  StoredContent content;
  int64_t sinceMillis = 0;
  std::string refusal;
};

class RecordObserver;

// What waits to be sent of contents.
struct UnsentContents {
  int64_t contents = 0;
  int64_t refused = 0;      // that the hub has not taken when it was offered them last
  int64_t oldestMillis = 0; // 0 when nothing waits
};

// What is attached to records, in parts, so that neither end ever holds a whole one in memory and a transfer goes on
// where it broke off.
//
// Invariants: what a base names is here, or wanted; what was made here is unsent until the hub holds all of it; a
// content is whole only when its bytes are those that it is named by.
//
// Every change is durable on return, or with the caller's transaction. One thread, that of its connection.
class ContentTable {
public:
  static constexpr size_t kPartBytes = 256U * 1024; // what is made here is kept, and sent, in parts of this size

  ContentTable(Connection& db, const Clock& clock, RecordObserver* maybeObserver)
      : m_db(db), m_clock(clock), m_maybeObserver(maybeObserver) {}

  Status want(const ScopeId& scope, const ContentId& id); // a record names it
  // Made here: unsent, unless the hub has it already.
  Status keep(const ScopeId& scope, const ContentId& id, BytesView content);
  Result<std::optional<Bytes>> read(const ScopeId& scope, const ContentId& id) const; // nothing: not all of it is here
  Result<std::optional<StoredContent>> find(const ScopeId& scope, const ContentId& id) const;
  Result<Bytes> part(const StoredContent& content, int64_t start) const; // what is here from there on, one part at most

  // For the session, in the order in which they came; without those that were put off.
  Result<std::vector<StoredContent>> unsent() const;
  Result<std::vector<StoredContent>> unsentIn(const ScopeId& scope) const; // also what was put off
  Result<std::vector<StoredContent>> wanted() const;
  Result<std::vector<StoredContent>> settledIn(const ScopeId& scope) const; // that do not wait to be sent
  Result<UnsentContents> outbox() const;
  Result<std::vector<UnsentContent>> outboxItems() const; // for people, oldest first

  Status noteSent(const StoredContent& content);
  // The next bytes of a wanted content. Corrupt when that makes it whole and it is another than was asked for; it is
  // then wanted from its start.
  Status append(StoredContent& content, BytesView bytes);
  // Not to be tried for so long. `reason`: why the hub did not take it; empty: it was to be fetched.
  Status putOff(const StoredContent& content, std::string_view reason, int64_t waitMillis);

  Status endWaits();                                            // of what is to be sent: somebody asks for it now
  Status offerAgain();                                          // the hub may lack any of them
  Status offerAgain(const ScopeId& scope, const ContentId& id); // it lacks this one; nothing is done unless it is whole
  Status drop(const ScopeId& scope, const ContentId& id);
  Status erase(const ScopeId& scope); // but for what is unsent, which goes when it is sent

private:
  Result<std::vector<StoredContent>> list(std::string_view sql, const std::optional<ScopeId>& scope) const;
  Status insert(const ScopeId& scope, const ContentId& id, int64_t here, bool isUnsent);
  Status addPart(int64_t key, int64_t start, BytesView bytes);
  Status dropParts(int64_t key);
  Result<bool> isAsNamed(const StoredContent& content) const;

  Connection& m_db;
  const Clock& m_clock;
  RecordObserver* m_maybeObserver;
};

} // namespace veikart::sync
