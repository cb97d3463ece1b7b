// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/extension_reader.h"

namespace veikart::forms {

// Reads the texts of a form that people see, each in the language wanted where the form has it, and otherwise in the
// form's own. FHIR keeps translations beside the text, under its key with "_" before it. All of them are read and
// refused where they are broken, whatever language is wanted.
class Wording {
public:
  explicit Wording(std::string wanted) : m_wanted(std::move(wanted)) {} // empty: the form's own

  void beginsIn(std::string own) { m_own = std::move(own); }      // empty: the form does not say what it is written in
  std::string text(ObjectReader& owner, std::string_view key);    // a text that must be there
  std::string text(ExtensionReader& owner, std::string_view url); // of an extension's valueString; empty when absent

  std::vector<std::string> languages() const; // the form's own first, then those met so far in translations

private:
  struct Translation {
    std::string language;
    std::string text;
  };

  std::string translated(ObjectReader& translations, std::string text);
  Translation readTranslation(ObjectReader& extension) const;

  std::string m_own;
  std::string m_wanted;
  std::set<std::string> m_met;
};

// Whether it looks like a language of BCP 47, which is what FHIR writes: "nb", "pt-BR".
bool isLanguage(const std::string& tag);

} // namespace veikart::forms
