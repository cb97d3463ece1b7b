// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/object_reader.h"

#include <map>

namespace veikart::forms {

// Our own extensions; FORMAT.md says what each means and where it may stand.
inline constexpr std::string_view kExtensionRoot = "https://veikart.example/fhir/StructureDefinition/";

// FHIR's own, where FHIR has one.
inline constexpr std::string_view kMinValueUrl = "http://hl7.org/fhir/StructureDefinition/minValue";
inline constexpr std::string_view kMaxValueUrl = "http://hl7.org/fhir/StructureDefinition/maxValue";
inline constexpr std::string_view kExclusiveUrl =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
inline constexpr std::string_view kTranslationUrl = "http://hl7.org/fhir/StructureDefinition/translation";
inline constexpr std::string_view kItemControlUrl = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
inline constexpr std::string_view kItemControlSystem = "http://hl7.org/fhir/questionnaire-item-control";

// The "extension" array of one element, by url; strict as ObjectReader is: a url that nobody asked for is refused, and
// so is one that stands twice where one is asked for.
class ExtensionReader {
public:
  explicit ExtensionReader(ObjectReader& owner);

  std::string text(std::string_view url);
  std::string code(std::string_view url);
  bool flag(std::string_view url);
  std::optional<ObjectReader> one(std::string_view url);
  std::vector<ObjectReader> all(std::string_view url);
  std::vector<std::string> codes(std::string_view url);
  std::vector<int> integers(std::string_view url);
  void finish();

private:
  std::vector<std::pair<std::string, ObjectReader>> m_unread;
};

std::string ours(std::string_view name); // the url of one of our extensions

} // namespace veikart::forms
