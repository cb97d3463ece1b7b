// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/object_reader.h"

#include <algorithm>
#include <utility>

namespace veikart::forms {

// The values that FHIR writes as words, such as an item's type.
template<class T>
using Names = std::vector<std::pair<std::string_view, T>>;

template<class T>
std::optional<T> named(const Names<T>& names, std::string_view name) {
  const auto found =
      std::find_if(names.begin(), names.end(), [name](const auto& entry) { return entry.first == name; });
  return found == names.end() ? std::nullopt : std::optional<T>(found->second);
}

// The value named under `key`; refuses another name, and gives the first value then.
template<class T>
T readNamed(ObjectReader& reader, std::string_view key, const Names<T>& names) {
  const std::string name = reader.requiredText(key);
  const std::optional<T> value = named(names, name);
  if (!value)
    reader.refuse(key, "'" + name + "' is not supported");
  return value.value_or(names.front().second);
}

} // namespace veikart::forms
