// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace veikart::forms {

using Json = nlohmann::json;

// The first fault found in a file; later ones are usually its echoes.
class Faults {
public:
  void add(const std::string& path, std::string_view what);
  bool any() const { return !m_first.ok(); }
  const Status& first() const { return m_first; }

private:
  Status m_first;
};

// JSON in UTF-8. Nothing, and a fault with its path, for broken text, for a key that stands twice in one object (the
// library would keep the last and drop the other without a word) and for nesting deeper than `kDeepestJson`.
inline constexpr size_t kDeepestJson = 32;
std::optional<Json> parseJson(BytesView text, Faults& faults);

// Reads one JSON object key by key, and refuses what nobody has asked for when finish() is called. What is missing or
// of the wrong type becomes a fault, and the call gives an empty value. The JSON and the faults outlive it.
class ObjectReader {
public:
  ObjectReader(const Json& value, std::string path, Faults& faults);

  bool has(std::string_view key) const;
  std::string requiredText(std::string_view key);
  std::string text(std::string_view key); // empty when absent
  bool flag(std::string_view key);        // false when absent
  std::optional<bool> optionalFlag(std::string_view key);
  std::optional<int> integer(std::string_view key);
  std::optional<double> number(std::string_view key);
  std::vector<std::string> texts(std::string_view key);    // an array of strings; empty when absent
  std::vector<ObjectReader> objects(std::string_view key); // an array of objects; empty when absent
  std::optional<ObjectReader> object(std::string_view key);
  std::vector<std::string> keysStartingWith(std::string_view prefix) const;
  void finish();

  std::string pathOf(std::string_view key) const;
  const std::string& path() const { return m_path; }
  void refuse(std::string_view key, std::string_view what) { m_faults->add(pathOf(key), what); }
  void refuse(std::string_view what) { m_faults->add(m_path, what); }
  Faults& faults() { return *m_faults; }

private:
  const Json* take(std::string_view key);

  const Json* m_value;
  std::string m_path;
  Faults* m_faults;
  std::set<std::string, std::less<>> m_taken;
};

} // namespace veikart::forms
