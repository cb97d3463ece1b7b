// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/uuid.h"

#include <compare>
#include <cstdint>
#include <map>

namespace veikart::sync {

// One user's store on one device. A write's author is looked up from it.
using ReplicaId = Uuid;

// The name of one write: the replica that made it and that replica's count of writes. Never used twice.
struct Dot {
  ReplicaId replica;
  uint64_t counter = 0; // from 1

  auto operator<=>(const Dot&) const = default;
};

// A set of dots of one register, as the greatest counter seen of each replica. That is exact, because a replica's write
// to a register has always seen that replica's earlier writes to it.
class CausalContext {
public:
  bool covers(const Dot& dot) const;
  bool covers(const CausalContext& other) const;
  void add(const Dot& dot);
  void join(const CausalContext& other);

  const std::map<ReplicaId, uint64_t>& counters() const { return m_counters; }
  bool operator==(const CausalContext&) const = default;

private:
  std::map<ReplicaId, uint64_t> m_counters;
};

} // namespace veikart::sync
