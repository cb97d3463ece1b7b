// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/byte_stream.h"
#include "sync/record/dot.h"

#include <vector>

namespace veikart::sync {

// The replicas that an encoding names, so that each stands there once and is an index everywhere else. A replica's
// smallest counter stands with it: the writes in one record lie near each other, so what is left of their counters is
// short, and alike from record to record. Gathered with add() and sort(), or read; a value, one thread.
class ReplicaTable {
public:
  void add(const Dot& dot);
  void add(const CausalContext& context);
  void sort(); // before any of the below
  void writeTo(ByteWriter& out) const;
  void writeDot(ByteWriter& out, const Dot& dot) const; // REQUIRES: it was added
  size_t size() const { return m_smallest.size(); }

private:
  std::vector<Dot> m_smallest;
};

// The table as read. It notes whose smallest counter was met, because an encoder names no replica in vain and no
// counter smaller than the smallest.
class ReplicaTableReader {
public:
  explicit ReplicaTableReader(ByteReader& in);

  Dot dot(); // reads an index and how far the counter is from the smallest
  void requireAllSmallestMet();

private:
  ByteReader& m_in;
  std::vector<Dot> m_smallest;
  std::vector<bool> m_isMet;
};

} // namespace veikart::sync
