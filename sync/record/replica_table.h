// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/byte_stream.h"
#include "sync/record/dot.h"

#include <vector>

namespace veikart::sync {

// The replicas that an encoding names, so that each stands there once and is an index everywhere else. Gathered with
// add() and sort(), or read; a value, one thread.
class ReplicaTable {
public:
  void add(const ReplicaId& replica);
  void add(const CausalContext& context);
  void sort(); // before any of the below
  void writeTo(ByteWriter& out) const;
  uint64_t indexOf(const ReplicaId& replica) const; // REQUIRES: it was added
  size_t size() const { return m_replicas.size(); }

private:
  std::vector<ReplicaId> m_replicas;
};

// The table as read. It notes which entries are used, because an encoder names none in vain.
class ReplicaTableReader {
public:
  explicit ReplicaTableReader(ByteReader& in);

  ReplicaId replica(); // reads an index
  Dot dot();           // reads an index and a counter from 1
  void requireAllUsed();

private:
  ByteReader& m_in;
  std::vector<ReplicaId> m_replicas;
  std::vector<bool> m_isUsed;
};

} // namespace veikart::sync
