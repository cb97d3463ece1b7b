// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/questionnaire.h"
#include "tests/app/forms/form_text.h"

#include <rapidcheck.h>

#include <vector>

namespace veikart::forms {

using test::formOf;
using test::inView;
using test::parsed;
using test::text;
using test::when;
using test::yesNo;

namespace {

struct BrokenForm {
  std::string json;
  std::string says; // the beginning of the refusal: the path, and what is wrong
};

const std::string kOurs = "https://veikart.example/fhir/StructureDefinition/";
const std::string kFirst = "item[0].item[0]";
const std::string kSecond = "item[0].item[1]";

std::string nested(int depth) {
  std::string inner = text("innerst");
  for (int level = depth; level > 2; --level)
    inner = R"({"linkId": "g)" + std::to_string(level) + R"(", "type": "group", "text": "G", "item": [)" + inner + "]}";
  return formOf(inner);
}

std::string choiceOf(const std::string& options, const std::string& type = "choice") {
  return formOf(R"({"linkId": "a", "type": ")" + type + R"(", "text": "A", "answerOption": [)" + options + "]}");
}

std::string itemWith(const std::string& type, const std::string& more) {
  return formOf(R"({"linkId": "a", "type": ")" + type + R"(", "text": "A", )" + more + "}");
}

std::string withControl(const std::string& type, const std::string& code, const std::string& more = "") {
  return itemWith(type,
                  more + R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
    "valueCodeableConcept": {"coding": [{"system": "http://hl7.org/fhir/questionnaire-item-control", "code": ")" +
                      code + R"("}]}}])");
}

const std::string kOneOption = R"("answerOption": [{"valueCoding": {"code": "a", "display": "A"}}], )";
const std::string kControlPath = kFirst + ".extension[0].valueCodeableConcept.coding";

const std::vector<BrokenForm>& brokenForms() {
  static const std::vector<BrokenForm> forms = {
      {"", "$: is not JSON"},
      {"{\"resourceType\": ", "$: is not JSON"},
      {"{\"resourceType\": \"\xff\xfe\"}", "$: is not JSON in UTF-8"},
      {"[]", "$: must be an object"},
      {std::string(2 * 1024 * 1024 + 1, ' '), "$: larger than 2 MB"},
      {std::string(1000000, '['), "[0][0][0]"},
      {R"({"resourceType": "Patient"})", "resourceType: must be 'Questionnaire'"},
      {R"({"resourceType": "Questionnaire", "version": "1", "title": "T"})", "url: is missing"},
      {formOf(text("a"), R"("contained": [],)"), "contained: not supported"},
      {formOf(text("a"), R"("title": "igjen",)"), "title: stands twice"},
      {formOf(text("a"), R"("meta": {"source": "x"},)"), "meta.source: not supported"},
      {formOf(text("a"), R"("language": 5,)"), "language: must be a text"},
      {withControl("text", "slider"), kControlPath + "[0].code: 'slider' is not how this item is shown"},
      {withControl("choice", "check-box", kOneOption), kControlPath + "[0].code: 'check-box' is not how this item is"},
      {withControl("integer", "spinner"), kControlPath + "[0].code: 'spinner' is not how this item is shown"},
      {itemWith("text", R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
        "valueCodeableConcept": {"coding": [{"code": "a"}, {"code": "b"}]}}])"),
       kControlPath + ": must hold one coding"},
      {formOf(R"({"linkId": "a", "type": "attachment", "text": "A"})"),
       kFirst + ".type: 'attachment' is not supported"},
      {formOf(R"({"linkId": "a", "type": "text"})"), kFirst + ".text: is missing"},
      {formOf(R"({"type": "text", "text": "A"})"), kFirst + ".linkId: is missing"},
      {formOf(text("a") + "," + text("a")), kSecond + ".linkId: 'a' stands twice"},
      {formOf(text("t")), kFirst + ".linkId: 't' stands twice"},
      {formOf(text("a#2")), kFirst + ".linkId: must not hold '#'"},
      {formOf(text("a.tekst")), kFirst + ".linkId: must not hold '#' nor end in '.tekst'"},
      {formOf(text("a", R"("text": "to ganger")")), kFirst + ".text: stands twice"},
      {formOf(text("a", R"("readOnly": true)")), kFirst + ".readOnly: not supported"},
      {formOf(text("a", R"("required": "ja")")), kFirst + ".required: must be true or false"},
      {formOf(text("a", R"("repeats": true)")), kFirst + ".repeats: only a choice"},
      {formOf(text("a", R"("maxLength": 1.5)")), kFirst + ".maxLength: must be a whole number"},
      {formOf(yesNo("a", R"("maxLength": 5)")), kFirst + ".maxLength: must be above 0"},
      {formOf(text("a", R"("item": [])")), kFirst + ".item: only a group can hold items"},
      {formOf(R"({"linkId": "a", "type": "group", "text": "A"})"), kFirst + ".item: is missing"},
      {formOf(""), "item[0].item: must be an array that is not empty"},
      {nested(5), "item[0].item[0].item[0].item[0].item[0]: nested deeper than four"},
      {itemWith("choice", R"("answerValueSet": "#liste")"), kFirst + ".answerOption: is missing"},
      {formOf(yesNo("a", R"("answerValueSet": "#liste")")), kFirst + ".answerValueSet: not supported"},
      {formOf(text("a", R"("answerOption": [{"valueCoding": {"code": "x", "display": "X"}}])")),
       kFirst + ".answerOption: only a choice"},
      {choiceOf(R"({"valueQuantity": {"value": 1}})"), kFirst + ".answerOption[0].valueQuantity: not supported"},
      {choiceOf(R"({"valueCoding": {"display": "Uten kode"}})"),
       kFirst + ".answerOption[0].valueCoding.code: is missing"},
      {choiceOf(R"({"valueCoding": {"code": "x"}})"), kFirst + ".answerOption[0].valueCoding.display: is missing"},
      {choiceOf(R"({"valueCoding": {"code": "x", "display": "X"}}, {"valueCoding": {"code": "x", "display": "Y"}})"),
       kFirst + ".answerOption[1].valueCoding.code: 'x' stands twice"},
      {choiceOf(R"({"initialSelected": true, "valueCoding": {"code": "x", "display": "X"}})"),
       kFirst + ".answerOption[0].initialSelected: not supported"},
      {choiceOf(R"({"extension": [{"url": ")" + kOurs +
                R"(opens-text", "valueBoolean": true}], "valueCoding": {"code": "x", "display": "X"}})"),
       kFirst + ".answerOption[0].extension: an option can open a text only in an open-choice"},
      {choiceOf(R"({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive",)"
                R"("valueBoolean": true}], "valueCoding": {"code": "x", "display": "X"}})"),
       kFirst + ".answerOption[0].extension: an option can be exclusive only where several"},
      {formOf(text("a", R"("extension": [{"url": "https://andre.example/x", "valueString": "y"}])")),
       kFirst + ".extension[0].url: 'https://andre.example/x' is not supported here"},
      {formOf(text("a", R"("extension": [{"url": ")" + kOurs + R"(key-data", "valueString": "ja"}])")),
       kFirst + ".extension[0].valueBoolean: is missing"},
      {formOf(text("a", R"("extension": [{"url": ")" + kOurs + R"(reason", "valueString": "1"}, {"url": ")" + kOurs +
                            R"(reason", "valueString": "2"}])")),
       kFirst + ".extension[1]: stands twice"},
      {formOf(text("a", R"("extension": [{"url": ")" + kOurs + R"(life-area", "valueInteger": 11}])")),
       kFirst + ".extension: a life area is"},
      {formOf(text("a", inView("ukjent"))), kFirst + ".extension: the view 'ukjent' is not defined"},
      {formOf(text("a", when("ingen", "=", R"("answerString": "x")"))),
       kFirst + ".enableWhen[0].question: 'ingen' is no earlier item"},
      {formOf(text("a", when("a", "exists", R"("answerBoolean": true)"))),
       kFirst + ".enableWhen[0].question: 'a' is no earlier item"},
      {formOf(yesNo("a") + "," + text("b", when("a", "=", R"("answerString": "ja")"))),
       kSecond + ".enableWhen[0].answerString: does not fit"},
      {formOf(yesNo("a") + "," + text("b", when("a", "=", R"("answerCoding": {"code": "kanskje"})"))),
       kSecond + ".enableWhen[0].answerCoding.code: 'kanskje' is no option"},
      {formOf(yesNo("a") + "," + text("b", when("a", ">", R"("answerCoding": {"code": "ja"})"))),
       kSecond + ".enableWhen[0].operator: does not fit"},
      {formOf(yesNo("a") + "," + text("b", when("a", "~", R"("answerCoding": {"code": "ja"})"))),
       kSecond + ".enableWhen[0].operator: '~' is not supported"},
      {formOf(yesNo("a") + "," + text("b", when("a", "exists", R"("answerBoolean": false)"))),
       kSecond + ".enableWhen[0].answerBoolean: 'exists' is supported with true only"},
      {formOf(text("a", when("t", "exists", R"("answerBoolean": true)"))),
       kFirst + ".enableWhen[0].question: is a group"},
      {formOf(yesNo("a") + "," + text("b", R"("enableBehavior": "any")")), kSecond + ".enableBehavior: stands without"},
      {formOf(yesNo("a") + "," +
              text("b", R"("enableWhen": [{"question": "a", "operator": "=", "answerCoding": {"code": "ja"}},)"
                        R"({"question": "a", "operator": "=", "answerCoding": {"code": "nei"}}])")),
       kSecond + ".enableBehavior: is missing"},
      {itemWith("integer", R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue",)"
                           R"("valueInteger": 1.5}])"),
       kFirst + ".extension[0].valueInteger: must be a whole number"},
      {itemWith("text", R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue",)"
                        R"("valueInteger": 1}])"),
       kFirst + ".extension[0].url"},
      {formOf(R"({"linkId": "g", "type": "group", "text": "G", "repeats": true, "item": [)" + text("a") + "]}," +
              text("b", when("a", "exists", R"("answerBoolean": true)"))),
       kSecond + ".enableWhen[0].question: 'a' is inside a repeating group"},
      {R"({"resourceType": "Questionnaire", "url": "u", "version": "1", "title": "T", "item": [)" + text("a") + "]}",
       "item[0].type: the outermost items must be groups"},
  };
  return forms;
}

} // namespace

TEST_CASE("a broken or unsupported form is refused with the path of its first fault", "[forms][reader]") {
  for (const BrokenForm& broken : brokenForms()) {
    const Result<Questionnaire> form = Questionnaire::parse(broken.json);
    INFO("expected: " << broken.says << "\n     got: " << form.status().text());
    REQUIRE_FALSE(form.ok());
    CHECK(form.status().code() == StatusCode::Invalid);
    CHECK(form.status().text().starts_with(broken.says));
  }
}

TEST_CASE("what a form says is kept, and it is addressed by the hash of its bytes", "[forms][reader]") {
  const std::string json = formOf(yesNo("a", inView("kort")) + "," + text("b", R"("maxLength": 40, "required": true)"),
                                  R"("status": "draft", "meta": {"profile": ["http://p.example"]},)");
  const Questionnaire form = parsed(json);
  CHECK(form.url() == "https://veikart.example/form");
  CHECK(form.title() == "Prøve");
  CHECK(form.notice().empty());
  CHECK(form.source() == json);
  CHECK(form.hash().size() == 64);
  CHECK(form.hash() != parsed(json + "\n").hash());
  REQUIRE(form.views().size() == 2);
  CHECK(form.views()[1].display == "Lang");
  CHECK(form.find("a")->views == std::set<std::string>{"kort"});
  CHECK(form.find("b")->maxLength == 40);
  CHECK(form.find("b")->required);
  CHECK(form.themeOf("b")->linkId == "t");
  CHECK(form.find("c") == nullptr);
  CHECK(form.themeOf("c") == nullptr);
}

TEST_CASE("limits of a number are read", "[forms][reader]") {
  const Questionnaire form =
      parsed(itemWith("decimal", R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue",)"
                                 R"("valueDecimal": 0.5}, {"url": "http://hl7.org/fhir/StructureDefinition/maxValue",)"
                                 R"("valueDecimal": 7}])"));
  CHECK(form.find("a")->minValue == 0.5);
  CHECK(form.find("a")->maxValue == 7);
}

TEST_CASE("four levels of items are read", "[forms][reader]") {
  const Questionnaire form = parsed(nested(4));
  CHECK(form.pathTo("innerst").size() == 4);
}

TEST_CASE("a form damaged in any one byte is read or refused, and nothing else happens", "[forms][reader]") {
  const std::string whole =
      formOf(yesNo("a", inView("kort")) + "," + text("b", when("a", "=", R"("answerCoding": {"code": "ja"})")));
  REQUIRE(rc::check([&whole] {
    std::string damaged = whole;
    damaged[*rc::gen::inRange<size_t>(0, whole.size())] = *rc::gen::arbitrary<char>();
    const Result<Questionnaire> form = Questionnaire::parse(damaged);
    RC_ASSERT(form.ok() || !form.status().text().empty());
  }));
}

} // namespace veikart::forms
