// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/wording.h"

#include <regex>

namespace veikart::forms {

namespace {

constexpr size_t kLongestLanguage = 35; // RFC 5646, section 4.4.1

} // namespace

bool isLanguage(const std::string& tag) {
  static const std::regex shape("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  return tag.size() <= kLongestLanguage && std::regex_match(tag, shape);
}

std::string Wording::text(ObjectReader& owner, std::string_view key) {
  std::string text = owner.requiredText(key);
  std::optional<ObjectReader> translations = owner.object("_" + std::string(key));
  return translations ? translated(*translations, std::move(text)) : text;
}

std::string Wording::text(ExtensionReader& owner, std::string_view url) {
  std::optional<ObjectReader> extension = owner.one(url);
  if (!extension)
    return "";
  std::string words = text(*extension, "valueString");
  extension->finish();
  return words;
}

std::string Wording::translated(ObjectReader& translations, std::string text) {
  if (!translations.has("extension"))
    translations.refuse("extension", "is missing");
  ExtensionReader extensions(translations);
  std::set<std::string> here;
  for (ObjectReader& extension : extensions.all(kTranslationUrl)) {
    Translation translation = readTranslation(extension);
    if (!here.insert(translation.language).second)
      extension.refuse("'" + translation.language + "' stands twice");
    m_met.insert(translation.language);
    if (translation.language == m_wanted)
      text = std::move(translation.text);
  }
  extensions.finish();
  translations.finish();
  return text;
}

Wording::Translation Wording::readTranslation(ObjectReader& extension) const {
  ExtensionReader parts(extension);
  Translation translation{parts.code("lang"), parts.text("content")};
  parts.finish();
  extension.finish();
  if (translation.language.empty() || translation.text.empty())
    extension.refuse("a translation needs a lang and a content");
  else if (!isLanguage(translation.language))
    extension.refuse("'" + translation.language + "' is no language such as 'nb'");
  else if (m_own.empty())
    extension.faults().add("language", "is missing beside translations");
  else if (translation.language == m_own)
    extension.refuse("'" + m_own + "' is the form's own language");
  return translation;
}

std::vector<std::string> Wording::languages() const {
  std::vector<std::string> languages(m_met.begin(), m_met.end());
  if (!m_own.empty())
    languages.insert(languages.begin(), m_own);
  return languages;
}

} // namespace veikart::forms
