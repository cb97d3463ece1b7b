// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/extension_reader.h"

#include <algorithm>

namespace veikart::forms {

std::string ours(std::string_view name) {
  return std::string(kExtensionRoot) + std::string(name);
}

ExtensionReader::ExtensionReader(ObjectReader& owner) {
  for (ObjectReader& extension : owner.objects("extension")) {
    std::string url = extension.requiredText("url");
    m_unread.emplace_back(std::move(url), std::move(extension));
  }
}

std::vector<ObjectReader> ExtensionReader::all(std::string_view url) {
  std::vector<ObjectReader> result;
  const auto isWanted = [url](const auto& entry) { return entry.first == url; };
  for (const auto& entry : m_unread) {
    if (isWanted(entry))
      result.push_back(entry.second);
  }
  std::erase_if(m_unread, isWanted);
  return result;
}

std::optional<ObjectReader> ExtensionReader::one(std::string_view url) {
  std::vector<ObjectReader> found = all(url);
  if (found.empty())
    return std::nullopt;
  if (found.size() > 1)
    found[1].refuse("stands twice");
  return std::move(found.front());
}

std::string ExtensionReader::text(std::string_view url) {
  std::optional<ObjectReader> extension = one(url);
  if (!extension)
    return "";
  std::string value = extension->requiredText("valueString");
  extension->finish();
  return value;
}

std::string ExtensionReader::code(std::string_view url) {
  std::optional<ObjectReader> extension = one(url);
  if (!extension)
    return "";
  std::string value = extension->requiredText("valueCode");
  extension->finish();
  return value;
}

bool ExtensionReader::flag(std::string_view url) {
  std::optional<ObjectReader> extension = one(url);
  if (!extension)
    return false;
  const std::optional<bool> value = extension->optionalFlag("valueBoolean");
  if (!value)
    extension->refuse("valueBoolean", "is missing");
  extension->finish();
  return value.value_or(false);
}

std::vector<std::string> ExtensionReader::codes(std::string_view url) {
  std::vector<std::string> result;
  for (ObjectReader& extension : all(url)) {
    std::string code = extension.requiredText("valueCode");
    if (std::find(result.begin(), result.end(), code) != result.end())
      extension.refuse("'" + code + "' stands twice");
    result.push_back(std::move(code));
    extension.finish();
  }
  return result;
}

std::vector<int> ExtensionReader::integers(std::string_view url) {
  std::vector<int> result;
  for (ObjectReader& extension : all(url)) {
    const std::optional<int> value = extension.integer("valueInteger");
    if (!value)
      extension.refuse("valueInteger", "is missing");
    result.push_back(value.value_or(0));
    extension.finish();
  }
  return result;
}

void ExtensionReader::finish() {
  for (auto& [url, extension] : m_unread)
    extension.refuse("url", "'" + url + "' is not supported here");
}

} // namespace veikart::forms
