// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/object_reader.h"
#include "app/forms/questionnaire.h"

#include <map>

namespace veikart::forms {

// Reads enableWhen. Remembers the items that have been read already, which are those that a condition may point at.
class ConditionReader {
public:
  bool knows(const std::string& linkId) const { return m_known.contains(linkId); }
  void add(const Item& item, const std::string& repeatingGroup);

  // The conditions of an item that stands in `repeatingGroup` (empty: in none).
  void read(ObjectReader& reader, Item& item, const std::string& repeatingGroup) const;

private:
  // What conditions need of an item; the item itself is moved about while its siblings are read.
  struct Known {
    ItemKind kind = ItemKind::Display;
    std::vector<std::string> codes;
    std::string repeatingGroup;
  };

  Condition readCondition(ObjectReader& reader, const std::string& repeatingGroup) const;
  static std::string readValue(ObjectReader& reader, const Known& target, ConditionOperator op);
  static std::string readCode(ObjectReader& reader, const Known& target);
  static std::string readDate(ObjectReader& reader);
  static std::string readFlag(ObjectReader& reader, ConditionOperator op);

  std::map<std::string, Known, std::less<>> m_known;
};

} // namespace veikart::forms
