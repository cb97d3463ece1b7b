// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/forms/form_text.h"

#include <rapidcheck.h>

namespace veikart::forms {

using test::formOf;
using test::parsed;
using test::text;
using test::translated;

namespace {

using Languages = std::vector<std::string>;

const std::string kOurs = "https://veikart.example/fhir/StructureDefinition/";

std::string extension(const std::string& name, const std::string& words, const std::string& english) {
  return R"({"url": ")" + kOurs + name + R"(", "valueString": ")" + words + R"(", )" +
         translated("valueString", {{"en", english}}) + "}";
}

// Every text that people read, with its English; the second option has none, and one text has Somali too.
std::string bilingual() {
  return R"({"resourceType": "Questionnaire", "url": "u", "version": "1", "language": "nb", "title": "Prøve", )" +
         translated("title", {{"en", "Trial"}}) + R"(, "extension": [)" + extension("notice", "Første.", "First.") +
         "," + extension("notice", "Andre.", "Second.") + R"(, {"url": ")" + kOurs +
         R"(view-definition", "extension": [{"url": "code", "valueCode": "kort"}, )" +
         R"({"url": "display", "valueString": "Kort", )" + translated("valueString", {{"en", "Short"}}) +
         R"(}]}], "item": [{"linkId": "t", "type": "group", "text": "Tema", )" + translated("text", {{"en", "Theme"}}) +
         R"(, "extension": [)" + extension("intro", "Nå begynner det.", "Now it begins.") + "," +
         extension("reason", "Derfor.", "Because.") +
         R"(], "item": [{"linkId": "a", "type": "choice", "text": "Hva?", )" +
         translated("text", {{"en", "What?"}, {"so", "Maxay?"}}) +
         R"(, "answerOption": [{"valueCoding": {"code": "ja", "display": "Ja", )" +
         translated("display", {{"en", "Yes"}}) + R"(}}, {"valueCoding": {"code": "nei", "display": "Nei"}}]}]}]})";
}

std::string withTranslation(const std::string& more, const std::string& formKeys = R"("language": "nb",)") {
  return formOf(text("a", more), formKeys);
}

std::string parts(const std::string& inner) {
  return R"("_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [)" +
         inner + "]}]}";
}

const std::string kLang = R"({"url": "lang", "valueCode": "en"})";
const std::string kContent = R"({"url": "content", "valueString": "A"})";
const std::string kText = "item[0].item[0]._text";
const std::string kTranslation = kText + ".extension[0]";

} // namespace

TEST_CASE("a form says what it is written in and what it is translated to", "[forms][translation]") {
  CHECK(parsed(bilingual()).languages() == Languages{"nb", "en", "so"});
  CHECK(parsed(withTranslation("")).languages() == Languages{"nb"});
  CHECK(parsed(formOf(text("a"))).languages().empty());
  CHECK(kisReconstruction().languages() == Languages{"nb"});
}

TEST_CASE("a form is read in its own language unless another is asked for", "[forms][translation]") {
  const Questionnaire form = parsed(bilingual());
  for (const Questionnaire& norwegian : {form, form.inLanguage("nb"), form.inLanguage("pl")}) {
    CHECK(norwegian.title() == "Prøve");
    CHECK(norwegian.notice() == "Første.\nAndre.");
    CHECK(norwegian.find("a")->text == "Hva?");
    CHECK(norwegian.find("a")->options[0].display == "Ja");
  }
}

TEST_CASE("every text that people read is read in the language asked for", "[forms][translation]") {
  const Questionnaire form = parsed(bilingual()).inLanguage("en");
  CHECK(form.title() == "Trial");
  CHECK(form.notice() == "First.\nSecond.");
  CHECK(form.views()[0].display == "Short");
  CHECK(form.find("t")->text == "Theme");
  CHECK(form.find("t")->intro == "Now it begins.");
  CHECK(form.find("t")->reason == "Because.");
  CHECK(form.find("a")->text == "What?");
  CHECK(form.find("a")->options[0].display == "Yes");
}

TEST_CASE("a text that lacks a language stands in the form's own", "[forms][translation]") {
  const Questionnaire english = parsed(bilingual()).inLanguage("en");
  CHECK(english.find("a")->options[1].display == "Nei");
  const Questionnaire somali = english.inLanguage("so");
  CHECK(somali.find("a")->text == "Maxay?");
  CHECK(somali.find("a")->options[0].display == "Ja");
  CHECK(somali.title() == "Prøve");
}

TEST_CASE("in another language it is the same form, with the same keys and codes", "[forms][translation]") {
  const Questionnaire form = parsed(bilingual());
  const Questionnaire english = form.inLanguage("en");
  CHECK(english.hash() == form.hash());
  CHECK(english.source() == form.source());
  CHECK(english.languages() == form.languages());
  CHECK(english.find("a")->options[0].code == "ja");
  CHECK(english.inLanguage("nb").title() == form.title());
}

TEST_CASE("a broken translation is refused with its path", "[forms][translation]") {
  const std::string second = kText + ".extension[1]";
  const std::vector<std::pair<std::string, std::string>> broken = {
      {withTranslation(R"("_text": "A")"), kText + ": must be an object"},
      {withTranslation(R"("_text": {})"), kText + ".extension: is missing"},
      {withTranslation(R"("_text": {"extension": []})"), kText + ".extension: must be an array that is not empty"},
      {withTranslation(R"("_text": {"id": "x", "extension": []})"), kText + ".extension: must be an array"},
      {withTranslation(translated("text", {{"en", "A"}}) + R"(, "_type": {})"), "item[0].item[0]._type: not supported"},
      {withTranslation(R"("_text": {"extension": [{"url": "https://andre.example/x", "valueString": "y"}]})"),
       kTranslation + ".url: 'https://andre.example/x' is not supported here"},
      {withTranslation(parts(kLang)), kTranslation + ": a translation needs a lang and a content"},
      {withTranslation(parts(kContent)), kTranslation + ": a translation needs a lang and a content"},
      {withTranslation(parts(kLang + "," + kLang + "," + kContent)), kTranslation + ".extension[1]: stands twice"},
      {withTranslation(parts(kLang + "," + kContent + R"(, {"url": "note", "valueString": "x"})")),
       kTranslation + ".extension[2].url: 'note' is not supported here"},
      {withTranslation(parts(R"({"url": "lang", "valueString": "en"},)" + kContent)),
       kTranslation + ".extension[0].valueCode: is missing"},
      {withTranslation(parts(kLang + R"(, {"url": "content", "valueMarkdown": "A"})")),
       kTranslation + ".extension[1].valueString: is missing"},
      {withTranslation(translated("text", {{"en", ""}})), kTranslation + ".extension[1].valueString: must be a text"},
      {withTranslation(translated("text", {{"engelsk", "A"}})), kTranslation + ": 'engelsk' is no language"},
      {withTranslation(translated("text", {{"EN", "A"}})), kTranslation + ": 'EN' is no language"},
      {withTranslation(translated("text", {{"en", "A"}, {"en", "B"}})), second + ": 'en' stands twice"},
      {withTranslation(translated("text", {{"en", "A"}, {"nb", "B"}})), second + ": 'nb' is the form's own language"},
      {withTranslation(translated("text", {{"en", "A"}}), ""), "language: is missing beside translations"},
      {withTranslation("", R"("language": "norsk",)"), "language: 'norsk' is no language"},
      {withTranslation("", R"("language": "nb", )" + translated("description", {{"en", "A"}}) + ","),
       "_description: not supported"},
      {formOf(R"({"linkId": "a", "type": "text", )" + translated("text", {{"en", "A"}}) + "}", R"("language": "nb",)"),
       "item[0].item[0].text: is missing"},
  };
  for (const auto& [json, says] : broken) {
    const Result<Questionnaire> form = Questionnaire::parse(json);
    INFO("expected: " << says << "\n     got: " << form.status().text());
    REQUIRE_FALSE(form.ok());
    CHECK(form.status().text().starts_with(says));
  }
}

TEST_CASE("a translated form damaged in any one byte is refused, or can be read in every language that it has",
          "[forms][translation]") {
  const std::string whole = bilingual();
  REQUIRE(rc::check([&whole] {
    std::string damaged = whole;
    damaged[*rc::gen::inRange<size_t>(0, whole.size())] = *rc::gen::arbitrary<char>();
    const Result<Questionnaire> form = Questionnaire::parse(damaged);
    if (!form.ok())
      return;
    for (const std::string& language : form->languages())
      RC_ASSERT(form->inLanguage(language).languages() == form->languages());
  }));
}

} // namespace veikart::forms
