// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/replica_table.h"

#include <algorithm>
#include <limits>

namespace veikart::sync {

void ReplicaTable::add(const Dot& dot) {
  // Most records have a handful of authors, found here faster than by sorting one entry per field and author. More are
  // left to sort(), or a record of very many would take the square of their number.
  constexpr size_t kHandful = 16;
  if (m_smallest.size() <= kHandful)
    if (const auto known = std::ranges::find(m_smallest, dot.replica, &Dot::replica); known != m_smallest.end()) {
      known->counter = std::min(known->counter, dot.counter);
      return;
    }
  m_smallest.push_back(dot);
}

void ReplicaTable::add(const CausalContext& context) {
  for (const auto& [replica, counter] : context.counters())
    add({replica, counter});
}

// Of one replica the smallest counter comes first, and stays.
void ReplicaTable::sort() {
  std::ranges::sort(m_smallest);
  const auto isOfOneReplica = [](const Dot& a, const Dot& b) { return a.replica == b.replica; };
  m_smallest.erase(std::unique(m_smallest.begin(), m_smallest.end(), isOfOneReplica), m_smallest.end());
}

void ReplicaTable::writeTo(ByteWriter& out) const {
  out.varint(m_smallest.size());
  for (const Dot& smallest : m_smallest) {
    out.raw(smallest.replica.view());
    out.varint(smallest.counter);
  }
}

void ReplicaTable::writeDot(ByteWriter& out, const Dot& dot) const {
  const auto smallest = std::ranges::lower_bound(m_smallest, dot.replica, {}, &Dot::replica);
  out.varint(static_cast<uint64_t>(smallest - m_smallest.begin()));
  out.varint(dot.counter - smallest->counter);
}

ReplicaTableReader::ReplicaTableReader(ByteReader& in) : m_in(in) {
  const size_t size = in.count(sizeof(ReplicaId::bytes) + 1);
  m_smallest.reserve(size);
  for (size_t i = 0; i < size && in.ok(); ++i) {
    const ReplicaId replica = in.uuid();
    m_smallest.push_back({replica, in.varint()});
    if (m_smallest[i].counter == 0 || (i > 0 && replica <= m_smallest[i - 1].replica))
      in.fail();
  }
  m_isMet.resize(size);
}

Dot ReplicaTableReader::dot() {
  const uint64_t index = m_in.varint();
  const uint64_t sinceSmallest = m_in.varint();
  if (index >= m_smallest.size() || sinceSmallest > std::numeric_limits<uint64_t>::max() - m_smallest[index].counter) {
    m_in.fail();
    return {};
  }
  if (sinceSmallest == 0)
    m_isMet[index] = true;
  return {m_smallest[index].replica, m_smallest[index].counter + sinceSmallest};
}

void ReplicaTableReader::requireAllSmallestMet() {
  if (!std::ranges::all_of(m_isMet, [](bool isMet) { return isMet; }))
    m_in.fail();
}

} // namespace veikart::sync
