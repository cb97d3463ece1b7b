// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/replica_table.h"

#include <algorithm>

namespace veikart::sync {

void ReplicaTable::add(const ReplicaId& replica) {
  // Most records have a handful of authors, found here faster than by sorting one entry per field and author. More are
  // left to sort(), or a record of very many would take the square of their number.
  constexpr size_t kHandful = 16;
  if (m_replicas.size() > kHandful || std::ranges::find(m_replicas, replica) == m_replicas.end())
    m_replicas.push_back(replica);
}

void ReplicaTable::add(const CausalContext& context) {
  for (const auto& [replica, counter] : context.counters())
    add(replica);
}

void ReplicaTable::sort() {
  std::ranges::sort(m_replicas);
  m_replicas.erase(std::unique(m_replicas.begin(), m_replicas.end()), m_replicas.end());
}

void ReplicaTable::writeTo(ByteWriter& out) const {
  out.varint(m_replicas.size());
  for (const ReplicaId& replica : m_replicas)
    out.raw(replica.view());
}

uint64_t ReplicaTable::indexOf(const ReplicaId& replica) const {
  return static_cast<uint64_t>(std::ranges::lower_bound(m_replicas, replica) - m_replicas.begin());
}

ReplicaTableReader::ReplicaTableReader(ByteReader& in) : m_in(in) {
  const size_t size = in.count(sizeof(ReplicaId::bytes));
  m_replicas.reserve(size);
  for (size_t i = 0; i < size && in.ok(); ++i) {
    m_replicas.push_back(in.uuid());
    if (i > 0 && m_replicas[i] <= m_replicas[i - 1])
      in.fail();
  }
  m_isUsed.resize(size);
}

ReplicaId ReplicaTableReader::replica() {
  const uint64_t index = m_in.varint();
  if (index >= m_replicas.size()) {
    m_in.fail();
    return {};
  }
  m_isUsed[index] = true;
  return m_replicas[index];
}

Dot ReplicaTableReader::dot() {
  Dot dot{replica(), 0};
  dot.counter = m_in.varint();
  if (dot.counter == 0)
    m_in.fail();
  return dot;
}

void ReplicaTableReader::requireAllUsed() {
  if (!std::ranges::all_of(m_isUsed, [](bool isUsed) { return isUsed; }))
    m_in.fail();
}

} // namespace veikart::sync
