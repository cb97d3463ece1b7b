// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/replica/test_store.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace veikart::sync::test {

std::unique_ptr<Connection> openFile(const std::filesystem::path& path) {
  REQUIRE(crypto::initialize().ok());
  auto db = Connection::open(path, SecretBytes::copyOf(Bytes(32, 'k')), Connection::Mode::Create);
  REQUIRE(db.status().toString() == Status().toString());
  return std::move(*db);
}

RecordId recordId(int number) {
  RecordId id;
  id.bytes[0] = 0x01;
  id.bytes[14] = static_cast<uint8_t>(number / 256);
  id.bytes[15] = static_cast<uint8_t>(number % 256);
  return id;
}

RecordWrite fields(int record, std::vector<FieldWrite> writes) {
  return {recordId(record), "note", ScopeId{ScopeKind::Case, recordId(1000 + record % 3)}, std::move(writes)};
}

std::string shown(const Record& record, const std::string& field) {
  const auto found = record.fields.find(field);
  if (found == record.fields.end())
    return "-";
  std::vector<Bytes> values;
  for (const Sibling& sibling : found->second.siblings)
    values.push_back(sibling.value);
  std::ranges::sort(values);
  std::string text;
  for (const Bytes& value : values)
    text += (text.empty() ? "" : "|") + value;
  return text;
}

ReadModel::ReadModel(Connection& db) : m_db(db) {
  REQUIRE(db.execute("CREATE TABLE IF NOT EXISTS shown(id BLOB PRIMARY KEY, bytes BLOB)").ok());
}

Status ReadModel::recordChanged(const Record& joined) {
  ++seen;
  if (refuses)
    return Status::internal("the read model refuses");
  Result<Statement*> upsert = m_db.prepare("INSERT OR REPLACE INTO shown(id, bytes) VALUES(?1, ?2)");
  if (!upsert.ok())
    return upsert.status();
  (*upsert)->bindBlob(1, joined.id.view());
  (*upsert)->bindBlob(2, encode(joined));
  return (*upsert)->run();
}

Status ReadModel::recordsCleared() {
  return m_db.execute("DELETE FROM shown");
}

Status ReadModel::recordsGone(const ScopeId&, std::span<const RecordName> records) {
  for (const RecordName& record : records) {
    Result<Statement*> removal = m_db.prepare("DELETE FROM shown WHERE id = ?1");
    if (!removal.ok())
      return removal.status();
    (*removal)->bindBlob(1, record.id.view());
    RETURN_IF_ERROR((*removal)->run());
  }
  return {};
}

std::map<RecordId, Bytes> ReadModel::rows() const {
  Result<Statement*> query = m_db.prepare("SELECT id, bytes FROM shown");
  REQUIRE(query.ok());
  std::map<RecordId, Bytes> found;
  while ((*query)->step().value())
    found.emplace(Uuid::fromBytes((*query)->blob(0)).value(), Bytes((*query)->blob(1)));
  return found;
}

TestStore::TestStore() {
  open();
}

TestStore::TestStore(const std::filesystem::path& copyOf) {
  for (const char* suffix : {"", "-wal"}) {
    if (std::filesystem::exists(copyOf.string() + suffix))
      std::filesystem::copy_file(copyOf.string() + suffix, file().string() + suffix);
  }
  open();
}

void TestStore::open() {
  db = openFile(file());
  readModel = std::make_unique<ReadModel>(*db);
  auto opened = Replica::open(*db, clock, readModel.get());
  REQUIRE(opened.status().toString() == Status().toString());
  replica = std::move(*opened);
}

void TestStore::reopen() {
  replica.reset();
  readModel.reset();
  db.reset();
  open();
}

Status TestStore::tryWrite(int record, std::vector<FieldWrite> writes) {
  const RecordWrite write = fields(record, std::move(writes));
  return replica->write({&write, 1});
}

void TestStore::write(int record, std::vector<FieldWrite> writes) {
  const Status written = tryWrite(record, std::move(writes));
  REQUIRE(written.toString() == Status().toString());
}

std::string TestStore::read(int number, const std::string& field) const {
  return shown(record(number), field);
}

Record TestStore::record(int number) const {
  auto found = replica->load(recordId(number));
  REQUIRE(found.ok());
  return found->value_or(Record{});
}

std::vector<Replica::Pending> TestStore::pending(size_t maxBytes) const {
  auto items = replica->pending(0, maxBytes);
  REQUIRE(items.ok());
  return std::move(*items);
}

Digest TestStore::digest() const {
  auto digests = replica->digests();
  REQUIRE(digests.ok());
  return sumOf(*digests);
}

bool TestStore::readModelInStep() const {
  auto records = replica->loadAll();
  REQUIRE(records.ok());
  std::map<RecordId, Bytes> expected;
  for (const Record& record : *records)
    expected.emplace(record.id, encode(record));
  return readModel->rows() == expected;
}

void TestHub::put(const Record& record) {
  auto [known, isNew] = records.try_emplace(record.id, record);
  const Record before = known->second;
  REQUIRE(joinInto(known->second, record).ok());
  if (isNew || known->second != before)
    changes.push_back(record.id);
}

Receipt TestHub::take(const Replica::Pending& item) {
  auto sent = decode(item.bytes);
  REQUIRE(sent.ok());
  put(*sent);
  const bool merged = records.at(sent->id) != *sent;
  return {item.bytes, merged ? PushOutcome::Merged : PushOutcome::Applied, "", item.key};
}

std::vector<Receipt> TestHub::takeAll(const TestStore& from) {
  std::vector<Receipt> receipts;
  for (const Replica::Pending& item : from.pending())
    receipts.push_back(take(item));
  return receipts;
}

void TestHub::push(TestStore& from) {
  REQUIRE(from.replica->applyReceipts(takeAll(from)).toString() == Status().toString());
}

void TestHub::pull(TestStore& into, size_t pageSize) {
  const Bytes cursor = into.replica->syncState().value().cursor;
  size_t at = cursor.empty() ? 0 : std::stoul(cursor);
  while (at < changes.size()) {
    const size_t end = std::min(at + pageSize, changes.size());
    std::vector<Bytes> page;
    for (; at < end; ++at)
      page.push_back(encode(records.at(changes[at])));
    REQUIRE(into.replica->applyPage(page, {std::to_string(at), {}}).status().toString() == Status().toString());
  }
}

void TestHub::sync(TestStore& with) {
  push(with);
  pull(with);
}

Digest TestHub::digest() const {
  Digest sum;
  for (const auto& [id, record] : records)
    sum.add(encode(record));
  return sum;
}

} // namespace veikart::sync::test
