// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/record.h"

#include <map>
#include <set>
#include <string>

namespace veikart::simulation {

// What the people of one schedule have written and seen: the oracle. It knows nothing of dots, contexts and clocks.
// Every write has a value of its own, which names it. A value.
class Written {
public:
  // `value` was written in a field that showed the values `saw`.
  void add(const sync::RecordId& record, const std::string& field, const Bytes& value, std::set<Bytes> saw);

  // What was set back took the last of them with it.
  void forget(const std::set<Bytes>& values);

  // What must stand in each field that was written: the values that no later write had seen.
  std::set<Bytes> standing(const sync::RecordId& record, const std::string& field) const;

  // What is wrong with `records`, everything that one store holds, in words; empty: nothing. `mayRepeat`: a store was
  // copied or set back, so a value may stand beside the one that replaced it.
  std::string faultIn(const std::map<sync::RecordId, sync::Record>& records, bool mayRepeat) const;

  bool knows(const sync::RecordId& record) const { return m_records.contains(record); }
  std::set<sync::RecordId> records() const; // of which anything must stand

private:
  using Writes = std::map<Bytes, std::set<Bytes>>; // a value, and the values that its author saw
  std::map<sync::RecordId, std::map<std::string, Writes>> m_records;
};

std::set<Bytes> valuesOf(const sync::Record& record, const std::string& field);
std::set<Bytes> valuesOf(const sync::Record& record); // in any field

} // namespace veikart::simulation
