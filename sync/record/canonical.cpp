// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/canonical.h"

#include "sync/record/byte_stream.h"
#include "sync/record/replica_table.h"

#include <algorithm>
#include <limits>

namespace veikart::sync {

namespace {

constexpr uint8_t kVersion = 1;
constexpr uint8_t kErasedFlag = 1;
constexpr size_t kNoLimit = std::numeric_limits<size_t>::max();

// The fewest bytes a thing can take bound the counts that are believed.
constexpr size_t kLeastFieldBytes = 8;   // name of one byte, count and one sibling, count of extra context
constexpr size_t kLeastSiblingBytes = 4; // replica, counter, stamp, empty value
constexpr size_t kLeastEntryBytes = 2;   // replica, counter

// What encoding must know before the first byte.
struct Survey {
  ReplicaTable replicas;
  uint64_t smallestStamp = std::numeric_limits<uint64_t>::max();
  size_t likelySize = 64;
};

void survey(const Register& reg, Survey& found) {
  for (const Sibling& sibling : reg.siblings) {
    found.replicas.add(sibling.dot);
    found.smallestStamp = std::min(found.smallestStamp, sibling.stamp.value);
    found.likelySize += sibling.value.size() + 16;
  }
  found.replicas.add(reg.context);
}

Survey survey(const Record& record) {
  Survey found;
  for (const auto& [name, reg] : record.fields) {
    survey(reg, found);
    found.likelySize += name.size() + 4;
  }
  if (record.fields.empty())
    found.smallestStamp = 0;
  found.replicas.sort();
  found.likelySize += found.replicas.size() * sizeof(Dot);
  return found;
}

// The greatest counter of `replica` among the siblings, 0 for none. Siblings are sorted by dot, so it is the last.
uint64_t greatestCounter(const std::vector<Sibling>& siblings, const ReplicaId& replica) {
  const Dot past{replica, std::numeric_limits<uint64_t>::max()};
  const auto after = std::ranges::upper_bound(siblings, past, {}, &Sibling::dot);
  if (after == siblings.begin() || std::prev(after)->dot.replica != replica)
    return 0;
  return std::prev(after)->dot.counter;
}

void writeExtraContext(ByteWriter& out, const Register& reg, const ReplicaTable& replicas) {
  std::vector<Dot> extra;
  for (const auto& [replica, counter] : reg.context.counters())
    if (counter != greatestCounter(reg.siblings, replica))
      extra.push_back({replica, counter});
  out.varint(extra.size());
  for (const Dot& entry : extra)
    replicas.writeDot(out, entry);
}

void writeRegister(ByteWriter& out, const Register& reg, const Survey& found) {
  out.varint(reg.siblings.size());
  for (const Sibling& sibling : reg.siblings) {
    found.replicas.writeDot(out, sibling.dot);
    out.varint(sibling.stamp.value - found.smallestStamp);
    out.counted(sibling.value);
  }
  writeExtraContext(out, reg, found.replicas);
}

void writeHead(ByteWriter& out, const Record& record) {
  out.byte(kVersion);
  out.byte(record.erased ? kErasedFlag : 0);
  out.raw(record.id.view());
  out.counted(record.type);
  out.byte(static_cast<uint8_t>(record.scope.kind));
  out.raw(record.scope.id.view());
}

// Reads what follows the version byte.
class Decoder {
public:
  explicit Decoder(BytesView bytes) : m_in(bytes) {}

  Result<Record> run() {
    Record record = readHead();
    if (!record.erased)
      readFields(record);
    if (!m_in.ok() || !m_in.atEnd())
      return Status::corrupt("not the canonical bytes of a record");
    return record;
  }

private:
  ByteReader m_in;
  uint64_t m_smallestStamp = 0;
  bool m_sawSmallestStamp = false;

  Record readHead() {
    Record record;
    const uint8_t flags = m_in.byte();
    record.erased = flags == kErasedFlag;
    record.id = m_in.uuid();
    record.type = m_in.name(kMaxTypeBytes);
    const uint8_t kind = m_in.byte();
    record.scope = {static_cast<ScopeKind>(kind), m_in.uuid()};
    if (flags > kErasedFlag || !isScopeKind(kind))
      m_in.fail();
    return record;
  }

  void readFields(Record& record) {
    ReplicaTableReader replicas(m_in);
    m_smallestStamp = m_in.varint();
    const size_t count = m_in.count(kLeastFieldBytes);
    for (size_t i = 0; i < count && m_in.ok(); ++i) {
      const BytesView name = m_in.name(kMaxFieldNameBytes);
      if (i > 0 && name <= record.fields.rbegin()->first)
        m_in.fail();
      else
        readRegister(record.fields.emplace_hint(record.fields.end(), name, Register())->second, replicas);
    }
    replicas.requireAllSmallestMet();
    const bool mustBeSeen = count > 0 || m_smallestStamp != 0;
    if (mustBeSeen && !m_sawSmallestStamp)
      m_in.fail();
  }

  void readRegister(Register& reg, ReplicaTableReader& replicas) {
    const size_t count = m_in.count(kLeastSiblingBytes);
    if (count == 0) // a write always leaves a value: no history of writes ends in a register without one
      m_in.fail();
    for (size_t i = 0; i < count && m_in.ok(); ++i) {
      reg.siblings.push_back(readSibling(replicas));
      if (i > 0 && reg.siblings[i].dot <= reg.siblings[i - 1].dot)
        m_in.fail();
      reg.context.add(reg.siblings[i].dot);
    }
    readExtraContext(reg, replicas);
  }

  Sibling readSibling(ReplicaTableReader& replicas) {
    Sibling sibling;
    sibling.dot = replicas.dot();
    const uint64_t sinceSmallest = m_in.varint();
    if (sinceSmallest > std::numeric_limits<uint64_t>::max() - m_smallestStamp)
      m_in.fail();
    m_sawSmallestStamp = m_sawSmallestStamp || sinceSmallest == 0;
    sibling.stamp.value = m_smallestStamp + sinceSmallest;
    sibling.value = m_in.counted(kNoLimit);
    return sibling;
  }

  // An entry must say more than the siblings do, or it would not have been written.
  void readExtraContext(Register& reg, ReplicaTableReader& replicas) {
    const size_t count = m_in.count(kLeastEntryBytes);
    ReplicaId previous;
    for (size_t i = 0; i < count && m_in.ok(); ++i) {
      const Dot dot = replicas.dot();
      if ((i > 0 && dot.replica <= previous) || reg.context.covers(dot))
        m_in.fail();
      reg.context.add(dot);
      previous = dot.replica;
    }
  }
};

} // namespace

Bytes encode(const Record& record) {
  const Survey found = survey(record);
  Bytes bytes;
  bytes.reserve(found.likelySize);
  ByteWriter out(bytes);
  writeHead(out, record);
  if (record.erased)
    return bytes;
  found.replicas.writeTo(out);
  out.varint(found.smallestStamp);
  out.varint(record.fields.size());
  for (const auto& [name, reg] : record.fields) {
    out.counted(name);
    writeRegister(out, reg, found);
  }
  return bytes;
}

Result<Record> decode(BytesView bytes) {
  if (bytes.empty())
    return Status::corrupt("no record in no bytes");
  const auto version = static_cast<uint8_t>(bytes.front());
  if (version > kVersion)
    return Status::tooNew("record bytes of a later version");
  if (version < kVersion)
    return Status::corrupt("record bytes of no version");
  return Decoder(bytes.substr(1)).run();
}

void Digest::add(BytesView canonicalBytes) {
  Digest one;
  one.m_sum = crypto::blake2b256(canonicalBytes);
  add(one);
}

void Digest::subtract(BytesView canonicalBytes) {
  const crypto::Hash256 hash = crypto::blake2b256(canonicalBytes);
  int borrow = 0;
  for (size_t i = 0; i < m_sum.size(); ++i) {
    const int difference = m_sum[i] - hash[i] - borrow;
    borrow = difference < 0 ? 1 : 0;
    m_sum[i] = static_cast<uint8_t>(difference);
  }
}

void Digest::add(const Digest& other) {
  unsigned carry = 0;
  for (size_t i = 0; i < m_sum.size(); ++i) {
    const unsigned sum = m_sum[i] + other.m_sum[i] + carry;
    carry = sum >> 8U;
    m_sum[i] = static_cast<uint8_t>(sum);
  }
}

Result<Digest> Digest::fromBytes(BytesView raw) {
  Digest digest;
  if (raw.size() != digest.m_sum.size())
    return Status::invalid("a digest is 32 bytes");
  std::ranges::copy(raw, digest.m_sum.begin());
  return digest;
}

} // namespace veikart::sync
