// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "sync/record/record.h"

#include <functional>
#include <optional>

namespace veikart::sync {

// One row of the record table. Blobs are canonical bytes.
struct StoredRecord {
  int64_t key = 0;
  RecordId id;
  std::string type;
  Bytes base;  // what the hub has confirmed; empty: nothing
  Bytes local; // what it has not; empty: nothing
  int64_t localSinceMillis = 0;
  std::string refusal;
};

// The record table and its outbox index. It knows no merging. One thread, that of its connection.
class RecordTable {
public:
  using RowVisitor = std::function<Status(StoredRecord)>;

  explicit RecordTable(Connection& db) : m_db(db) {}

  // `likelyKey` spares the walk through the index of ids, while the record still has it.
  Result<std::optional<StoredRecord>> find(const RecordId& id, int64_t likelyKey = 0) const;
  Result<bool> holds(const RecordId& id) const;
  Result<std::optional<StoredRecord>> findByKey(int64_t key) const;
  Status forEach(const RowVisitor& visit) const;        // every row, by id
  Status forEachWaiting(const RowVisitor& visit) const; // the outbox, oldest first
  Result<std::vector<StoredRecord>> inScope(const ScopeId& scope) const;
  Result<std::vector<StoredRecord>> attachedIn(const ScopeId& scope) const; // records of kAttachmentType
  Result<std::vector<int64_t>> waitingKeys() const;
  Result<std::vector<StoredRecord>> refusedAs(std::string_view reason) const;

  // Of those that were refused as erased by law: whether there are any, and since when they have waited, once that was
  // noted; what is written there since begins to wait anew.
  Result<bool> holdsErasedWrites() const;
  Status noteErasedWrites(int64_t nowMillis);
  Status forgetErasedWrites(); // of which nothing waits any more
  Result<std::vector<StoredRecord>> erasedWritesUntil(int64_t millis) const;

  // False when the record is there already; then nothing is done.
  Result<bool> insertBase(const Record& record, BytesView base);
  Status insertLocal(const Record& record, BytesView local, int64_t sinceMillis);

  // More written into `row`'s record: it waits, and no refusal stands against it any more.
  Status saveLocal(const StoredRecord& row, BytesView local, int64_t nowMillis);
  Status saveBase(int64_t key, BytesView base);
  Status saveReceived(int64_t key, BytesView base, BytesView remainingLocal); // empty: there is none
  Status saveRefusal(int64_t key, std::string_view reason);
  Status keepLocalAlone(int64_t key, BytesView local, std::string_view refusal, int64_t sinceMillis);
  Status remove(int64_t key);

  // When nothing was confirmed before and `sent` is the whole of local, local becomes base as it stands; what record
  // that is. Nothing when that is not so; then nothing is done.
  struct Confirmed {
    ScopeId scope;
    std::string type;
  };
  Result<std::optional<Confirmed>> turnLocalIntoBase(int64_t key, BytesView sent);

private:
  Status run(std::string_view sql, int64_t key);

  Connection& m_db;
};

} // namespace veikart::sync
