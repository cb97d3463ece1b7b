// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/replica/replica.h"
#include "tests/platform/support/temporary_folder.h"

#include <map>

namespace veikart::sync::test {

inline constexpr int64_t kStartMillis = 1'790'000'000'000;

using veikart::test::TemporaryFolder;

std::unique_ptr<Connection> openFile(const std::filesystem::path& path);

// A record for each small number, so that tests can name them.
RecordId recordId(int number);
RecordWrite fields(int record, std::vector<FieldWrite> writes);

// The values in a field, joined by '|' in order of value; "-" when nobody wrote it.
std::string shown(const Record& record, const std::string& field);

// Keeps a read model in the store's own file: one row a record.
class ReadModel final : public RecordObserver {
public:
  explicit ReadModel(Connection& db);
  Status recordChanged(const Record& joined) override;
  Status recordsCleared() override;
  Status recordsGone(const ScopeId& scope, std::span<const RecordName> records) override;

  std::map<RecordId, Bytes> rows() const;
  int seen = 0;         // calls of recordChanged
  bool refuses = false; // recordChanged fails

private:
  Connection& m_db;
};

// One tablet's store: a real encrypted file with a replica and a read model in it. Failures end the test.
class TestStore {
public:
  TestStore();
  explicit TestStore(const std::filesystem::path& copyOf); // opens a copy of another store's files

  void reopen();
  Status tryWrite(int record, std::vector<FieldWrite> writes);
  void write(int record, std::vector<FieldWrite> writes);
  std::string read(int number, const std::string& field) const;
  Record record(int number) const;
  std::vector<Replica::Pending> pending(size_t maxBytes = 1 << 30) const;
  Digest digest() const;
  int64_t waiting() const { return replica->outbox().value().records; }
  int64_t refused() const { return replica->outbox().value().refused; }
  bool readModelInStep() const;
  std::filesystem::path file() const { return folder.path() / "store.db"; }

  TemporaryFolder folder;
  FakeClock clock{kStartMillis};
  std::unique_ptr<Connection> db;
  std::unique_ptr<ReadModel> readModel;
  std::unique_ptr<Replica> replica;

private:
  void open();
};

// The hub as the replica sees it: what it was sent is joined, and a page holds what changed since the cursor.
class TestHub {
public:
  Receipt take(const Replica::Pending& item);
  std::vector<Receipt> takeAll(const TestStore& from);
  void put(const Record& record);
  void push(TestStore& from);
  void pull(TestStore& into, size_t pageSize = 1000);
  void sync(TestStore& with);
  Digest digest() const;

  std::map<RecordId, Record> records;
  std::vector<RecordId> changes;
};

} // namespace veikart::sync::test
