// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/simulation/written.h"

#include "sync/record/late_write.h"

#include <algorithm>

namespace veikart::simulation {

namespace {

std::string listed(const std::set<Bytes>& values) {
  std::string text;
  for (const Bytes& value : values)
    text += " " + value;
  return text.empty() ? " nothing" : text;
}

} // namespace

std::set<Bytes> valuesOf(const sync::Record& record, const std::string& field) {
  std::set<Bytes> values;
  if (const auto found = record.fields.find(field); found != record.fields.end())
    for (const sync::Sibling& sibling : found->second.siblings)
      values.insert(sibling.value);
  return values;
}

std::set<Written::Value> allValuesOf(const sync::Record& record) {
  std::set<Written::Value> values;
  for (const auto& [field, reg] : record.fields)
    for (const sync::Sibling& sibling : reg.siblings)
      values.insert({record.id, field, sibling.value});
  return values;
}

Written::Writes* Written::writesOf(const Value& value) {
  const auto record = m_records.find(value.record);
  return record == m_records.end() || !record->second.contains(value.field) ? nullptr : &record->second.at(value.field);
}

// What had seen a forgotten write has replaced what that had replaced.
void Written::forget(const std::set<Value>& values) {
  for (const Value& value : values) {
    Writes* writes = writesOf(value);
    if (writes == nullptr)
      continue;
    if (const auto forgotten = writes->extract(value.value))
      for (auto& [later, write] : *writes)
        if (write.saw.contains(value.value))
          write.saw.insert(forgotten.mapped().saw.begin(), forgotten.mapped().saw.end());
  }
}

std::set<Written::Value> Written::withReplaced(std::set<Value> values, const std::set<Value>& held, bool alsoOthers) {
  std::set<Value> all;
  while (!values.empty()) {
    const Value value = values.extract(values.begin()).value();
    const Writes* writes = writesOf(value);
    if (held.contains(value) || writes == nullptr || !writes->contains(value.value) || !all.insert(value).second)
      continue;
    const Write& write = writes->at(value.value);
    for (const Bytes& saw : write.saw)
      if (writes->contains(saw) && (alsoOthers || writes->at(saw).tablet == write.tablet))
        values.insert({value.record, value.field, saw});
  }
  return all;
}

void Written::setAside(const std::set<Value>& values, const std::set<Value>& held) {
  forget(withReplaced(values, held, false));
}

void Written::setAsideWithCase(const std::set<Value>& values, const std::set<Value>& held) {
  forget(withReplaced(values, held, true));
}

std::set<sync::RecordId> Written::records() const {
  std::set<sync::RecordId> standingSomewhere;
  for (const auto& [record, fields] : m_records)
    for (const auto& [field, writes] : fields)
      if (!standing(record, field).empty())
        standingSomewhere.insert(record);
  return standingSomewhere;
}

void Written::add(size_t tablet, const Value& value, std::set<Bytes> saw) {
  m_records[value.record][value.field].emplace(value.value, Write{tablet, std::move(saw)});
}

std::set<Bytes> Written::ownIn(size_t tablet, const sync::RecordId& record, const std::string& field) const {
  std::set<Bytes> own;
  if (const auto found = m_records.find(record); found != m_records.end() && found->second.contains(field))
    for (const auto& [value, write] : found->second.at(field))
      if (write.tablet == tablet)
        own.insert(value);
  return own;
}

std::set<Bytes> Written::standing(const sync::RecordId& record, const std::string& field) const {
  const Writes& writes = m_records.at(record).at(field);
  std::set<Bytes> values;
  for (const auto& [value, write] : writes)
    values.insert(value);
  for (const auto& [value, write] : writes)
    for (const Bytes& replaced : write.saw)
      values.erase(replaced);
  return values;
}

std::string Written::faultIn(const std::map<sync::RecordId, sync::Record>& records, bool mayRepeat) const {
  for (const auto& [id, record] : records) {
    if (record.type == sync::kLateWriteType || record.erased)
      continue;
    if (!knows(id))
      return "a record that nobody wrote: " + id.toString();
    for (const auto& [field, writes] : m_records.at(id)) {
      const std::set<Bytes> expected = standing(id, field);
      const std::set<Bytes> found = valuesOf(record, field);
      const bool isWhole = mayRepeat ? std::ranges::includes(found, expected) : found == expected;
      if (!isWhole)
        return "record " + id.toString() + ", field " + field + ": expected" + listed(expected) + ", found" +
               listed(found);
    }
  }
  return {};
}

} // namespace veikart::simulation
