// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/simulation/written.h"

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

std::set<Bytes> valuesOf(const sync::Record& record) {
  std::set<Bytes> values;
  for (const auto& [field, reg] : record.fields)
    values.merge(valuesOf(record, field));
  return values;
}

// What had seen a forgotten write has replaced what that had replaced.
void Written::forget(const std::set<Bytes>& values) {
  for (auto& [record, fields] : m_records)
    for (auto& [field, writes] : fields)
      for (const Bytes& value : values)
        if (const auto forgotten = writes.extract(value))
          for (auto& [later, saw] : writes)
            if (saw.contains(value))
              saw.insert(forgotten.mapped().begin(), forgotten.mapped().end());
}

std::set<sync::RecordId> Written::records() const {
  std::set<sync::RecordId> standingSomewhere;
  for (const auto& [record, fields] : m_records)
    if (std::ranges::any_of(fields, [&](const auto& each) { return !standing(record, each.first).empty(); }))
      standingSomewhere.insert(record);
  return standingSomewhere;
}

void Written::add(const sync::RecordId& record, const std::string& field, const Bytes& value, std::set<Bytes> saw) {
  m_records[record][field].emplace(value, std::move(saw));
}

std::set<Bytes> Written::standing(const sync::RecordId& record, const std::string& field) const {
  const Writes& writes = m_records.at(record).at(field);
  std::set<Bytes> values;
  for (const auto& [value, saw] : writes)
    values.insert(value);
  for (const auto& [value, saw] : writes)
    for (const Bytes& replaced : saw)
      values.erase(replaced);
  return values;
}

std::string Written::faultIn(const std::map<sync::RecordId, sync::Record>& records, bool mayRepeat) const {
  for (const auto& [id, record] : records) {
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
