// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/questionnaire.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <utility>
#include <vector>

namespace veikart::forms::test {

// A form of one theme "t" whose items are `items`; two views, "kort" and "lang".
inline std::string formOf(const std::string& items, const std::string& formKeys = "") {
  const std::string view =
      R"({"url": "https://veikart.example/fhir/StructureDefinition/view-definition", "extension": )";
  return R"({"resourceType": "Questionnaire", "url": "https://veikart.example/form", "version": "1", "title": "Prøve",)"
         R"("extension": [)" +
         view + R"([{"url": "code", "valueCode": "kort"}, {"url": "display", "valueString": "Kort"}]},)" + view +
         R"([{"url": "code", "valueCode": "lang"}, {"url": "display", "valueString": "Lang"}]}],)" + formKeys +
         R"("item": [{"linkId": "t", "type": "group", "text": "Tema", "item": [)" + items + "]}]}";
}

inline std::string text(const std::string& linkId, const std::string& more = "") {
  return R"({"linkId": ")" + linkId + R"(", "type": "text", "text": "Spørsmål")" + (more.empty() ? "" : ", " + more) +
         "}";
}

inline std::string yesNo(const std::string& linkId, const std::string& more = "") {
  return R"({"linkId": ")" + linkId +
         R"(", "type": "choice", "text": "Spørsmål", "answerOption": [)"
         R"({"valueCoding": {"code": "ja", "display": "Ja"}}, {"valueCoding": {"code": "nei", "display": "Nei"}}])" +
         (more.empty() ? "" : ", " + more) + "}";
}

inline std::string when(const std::string& linkId, const std::string& op, const std::string& answer) {
  return R"("enableWhen": [{"question": ")" + linkId + R"(", "operator": ")" + op + R"(", )" + answer + "}]";
}

inline std::string inView(const std::string& code) {
  return R"("extension": [{"url": "https://veikart.example/fhir/StructureDefinition/view", "valueCode": ")" + code +
         R"("}])";
}

// FHIR's translations of the text under `key`, each a language and the words in it.
inline std::string translated(const std::string& key, const std::vector<std::pair<std::string, std::string>>& texts) {
  std::string extensions;
  for (const auto& [language, words] : texts) {
    extensions += extensions.empty() ? "" : ", ";
    extensions += R"({"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [)"
                  R"({"url": "lang", "valueCode": ")" +
                  language + R"("}, {"url": "content", "valueString": ")" + words + R"("}]})";
  }
  return R"("_)" + key + R"(": {"extension": [)" + extensions + "]}";
}

inline Questionnaire parsed(const std::string& json) {
  Result<Questionnaire> form = Questionnaire::parse(json);
  INFO(form.status().text());
  REQUIRE(form.ok());
  return std::move(form).value();
}

} // namespace veikart::forms::test
