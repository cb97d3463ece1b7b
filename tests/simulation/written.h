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
  struct Value {
    sync::RecordId record;
    std::string field;
    Bytes value;
    auto operator<=>(const Value&) const = default;
  };

  // `value` was written on a tablet, in a field that showed the values `saw`.
  void add(size_t tablet, const Value& value, std::set<Bytes> saw);

  // What was written on one tablet in a field. A later write there replaces these, also where the record was erased in
  // between and they don't show.
  std::set<Bytes> ownIn(size_t tablet, const sync::RecordId& record, const std::string& field) const;

  // They need not stand any more, for they came too late, or what was set back took the last of them with it; nor need
  // what they had replaced on their own tablet before it was sent. What is `held` stays.
  void setAside(const std::set<Value>& values, const std::set<Value>& held);
  // The same of values that lie on one tablet alone, in a case that the hub has lost: all that they had replaced was
  // lost with that.
  void setAsideWithCase(const std::set<Value>& values, const std::set<Value>& held);

  // What must stand in each field that was written: the values that no later write had seen.
  std::set<Bytes> standing(const sync::RecordId& record, const std::string& field) const;

  // What is wrong with `records`, everything that one store holds, in words; empty: nothing. `mayRepeat`: a store was
  // copied or set back, so a value may stand beside the one that replaced it.
  std::string faultIn(const std::map<sync::RecordId, sync::Record>& records, bool mayRepeat) const;

  bool knows(const sync::RecordId& record) const { return m_records.contains(record); }
  std::set<sync::RecordId> records() const; // of which anything must stand

private:
  struct Write {
    size_t tablet = 0;
    std::set<Bytes> saw; // the values that its author saw
  };
  using Writes = std::map<Bytes, Write>;
  Writes* writesOf(const Value& value);
  std::set<Value> withReplaced(std::set<Value> values, const std::set<Value>& held, bool alsoOthers);
  void forget(const std::set<Value>& values);

  std::map<sync::RecordId, std::map<std::string, Writes>> m_records;
};

std::set<Bytes> valuesOf(const sync::Record& record, const std::string& field);
std::set<Written::Value> allValuesOf(const sync::Record& record);

} // namespace veikart::simulation
