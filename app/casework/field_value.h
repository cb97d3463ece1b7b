// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "sync/record/record.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// CBOR values of record fields. Nothing here throws. Free functions and values; any thread.
namespace veikart::casework {

Bytes encodeValue(const nlohmann::json& value);
std::optional<nlohmann::json> decodeValue(BytesView bytes); // nothing when it is no CBOR, or nests absurdly deep

nlohmann::json idValue(const Id& id); // text; empty for nil

// The names under which an enumeration is stored; they never change, whatever becomes of the enumerators.
template<class Enum, size_t Count>
using EnumNames = std::array<std::pair<Enum, std::string_view>, Count>;

template<class Enum, size_t Count>
std::string nameOf(const EnumNames<Enum, Count>& names, Enum value) {
  for (const auto& [candidate, name] : names)
    if (candidate == value)
      return std::string(name);
  return {};
}

template<class Enum, size_t Count>
std::optional<Enum> fromName(const EnumNames<Enum, Count>& names, std::string_view text) {
  for (const auto& [value, name] : names)
    if (name == text)
      return value;
  return std::nullopt;
}

// Reads the fields of one record into members. A field, or a part of one, that nobody wrote leaves its member as it is;
// the first that can't be read is kept and comes out of status().
class FieldReader {
public:
  FieldReader(const sync::Record& record, std::string_view expectedType);

  // The fields' own values, or with `part` one part of a field that holds several facts.
  void read(std::string_view field, std::string& out) { readPart(field, {}, out); }
  void read(std::string_view field, bool& out) { readPart(field, {}, out); }
  void read(std::string_view field, int& out) { readPart(field, {}, out); }
  void read(std::string_view field, int64_t& out) { readPart(field, {}, out); }
  void read(std::string_view field, Id& out) { readPart(field, {}, out); }

  void readPart(std::string_view field, std::string_view part, std::string& out);
  void readPart(std::string_view field, std::string_view part, bool& out);
  void readPart(std::string_view field, std::string_view part, int& out);
  void readPart(std::string_view field, std::string_view part, int64_t& out);
  void readPart(std::string_view field, std::string_view part, double& out);
  void readPart(std::string_view field, std::string_view part, Id& out);
  void readPart(std::string_view field, std::string_view part, std::vector<std::string>& out);

  template<class Enum, size_t Count>
  void read(std::string_view field, std::string_view part, const EnumNames<Enum, Count>& names, Enum& out) {
    std::string text;
    readPart(field, part, text);
    if (text.empty())
      return;
    if (const std::optional<Enum> value = fromName(names, text))
      out = *value;
    else
      fail(field);
  }

  Status status() const { return m_status; }

private:
  const nlohmann::json* find(std::string_view field, std::string_view part);
  void fail(std::string_view field);

  const sync::Record& m_record;
  Status m_status;
  std::string m_currentField;
  nlohmann::json m_current; // of m_currentField, so that a field with several parts is decoded once
};

} // namespace veikart::casework
