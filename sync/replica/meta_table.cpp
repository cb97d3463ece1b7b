// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/meta_table.h"

#include <algorithm>

namespace veikart::sync {
namespace {

constexpr std::string_view kSelect = "SELECT value FROM replica_meta WHERE name = ?1";
constexpr std::string_view kUpsert = "INSERT INTO replica_meta(name, value) VALUES(?1, ?2) "
                                     "ON CONFLICT(name) DO UPDATE SET value = excluded.value";

constexpr size_t kNumberSize = 8;

void appendNumber(Bytes& out, uint64_t value) {
  for (size_t i = 0; i < kNumberSize; ++i)
    out.push_back(static_cast<char>(value >> (8 * i)));
}

uint64_t readNumber(BytesView raw) {
  uint64_t value = 0;
  for (size_t i = 0; i < kNumberSize; ++i)
    value |= static_cast<uint64_t>(static_cast<unsigned char>(raw[i])) << (8 * i);
  return value;
}

} // namespace

Result<Bytes> MetaTable::value(std::string_view name) const {
  Result<Statement*> query = m_db.prepare(kSelect);
  if (!query.ok())
    return query.status();
  (*query)->bind(1, name);
  Result<bool> row = (*query)->step();
  if (!row.ok())
    return row.status();
  Bytes found = *row ? Bytes((*query)->blob(0)) : Bytes();
  (*query)->reset();
  return found;
}

Status MetaTable::set(std::string_view name, BytesView value) {
  Result<Statement*> upsert = m_db.prepare(kUpsert);
  if (!upsert.ok())
    return upsert.status();
  (*upsert)->bind(1, name);
  (*upsert)->bindBlob(2, value);
  return (*upsert)->run();
}

Result<uint64_t> MetaTable::number(std::string_view name) const {
  Result<Bytes> raw = value(name);
  if (!raw.ok())
    return raw.status();
  if (raw->empty())
    return uint64_t{0};
  if (raw->size() != kNumberSize)
    return Status::corrupt("a stored number has the wrong size");
  return readNumber(*raw);
}

Status MetaTable::setNumber(std::string_view name, uint64_t value) {
  Bytes raw;
  appendNumber(raw, value);
  return set(name, raw);
}

Bytes Progress::toBytes() const {
  Bytes raw;
  appendNumber(raw, counter);
  appendNumber(raw, stamp);
  return raw;
}

Result<Progress> Progress::fromBytes(BytesView raw) {
  if (raw.size() != 2 * kNumberSize)
    return Status::corrupt("the replica's progress has the wrong size");
  return Progress{readNumber(raw.substr(0, kNumberSize)), readNumber(raw.substr(kNumberSize))};
}

Bytes authorsToBytes(const Authors& authors) {
  Bytes raw;
  for (const auto& [author, counter] : authors) {
    raw += author.view();
    appendNumber(raw, counter);
  }
  return raw;
}

Result<Authors> authorsFromBytes(BytesView raw) {
  constexpr size_t kIdSize = sizeof(Uuid::bytes);
  Authors authors;
  for (size_t at = 0; at < raw.size(); at += kIdSize + kNumberSize) {
    const Result<Uuid> author = Uuid::fromBytes(raw.substr(at, kIdSize));
    const BytesView counter = raw.substr(std::min(at + kIdSize, raw.size()), kNumberSize);
    if (!author.ok() || counter.size() != kNumberSize)
      return Status::corrupt("the authors of this store can't be read");
    authors[*author] = readNumber(counter);
  }
  return authors;
}

} // namespace veikart::sync
