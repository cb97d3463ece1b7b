// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/questionnaire.h"
#include "platform/base/files.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

namespace veikart::forms {

namespace {

void appendQuestions(const std::vector<Item>& items, std::vector<const Item*>& questions) {
  for (const Item& item : items) {
    if (isQuestion(item))
      questions.push_back(&item);
    appendQuestions(item.items, questions);
  }
}

std::vector<const Item*> questionsOf(const Questionnaire& form) {
  std::vector<const Item*> questions;
  appendQuestions(form.themes(), questions);
  return questions;
}

const std::vector<const Item*>& kisQuestions() {
  static const std::vector<const Item*> questions = questionsOf(kisReconstruction());
  return questions;
}

// The questions of the reconstruction that fulfil `predicate`.
template<class Predicate>
int countOf(Predicate predicate) {
  return static_cast<int>(std::count_if(kisQuestions().begin(), kisQuestions().end(), predicate));
}

int countInView(const std::string& view) {
  return countOf([&view](const Item* item) { return view == kAllFields || item->views.contains(view); });
}

bool isNestedIn(const std::string& narrow, const std::string& wide) {
  return countOf([&](const Item* item) { return item->views.contains(narrow) && !item->views.contains(wide); }) == 0;
}

std::vector<std::string> codesOf(const char* linkId) {
  std::vector<std::string> codes;
  for (const AnswerOption& option : kisReconstruction().find(linkId)->options)
    codes.push_back(option.code);
  return codes;
}

Bytes definition(const std::string& name) {
  const auto file = std::filesystem::path(VEIKART_FORM_DEFINITIONS) / (name + ".json");
  Result<Bytes> bytes = readFile(file, 2 * 1024 * 1024);
  REQUIRE(bytes.ok());
  return std::move(bytes).value();
}

} // namespace

TEST_CASE("the forms built into the program are the definitions, byte for byte, and can be read", "[forms][shipped]") {
  CHECK(kisReconstruction().source() == definition("kis-rekonstruksjon"));
  CHECK(kisConclusion().source() == definition("kis-konklusjon"));
}

TEST_CASE("the reconstruction says that it is one, and what it means by arbeidsevne", "[forms][shipped]") {
  for (const Questionnaire* form : {&kisReconstruction(), &kisConclusion()}) {
    CHECK(form->notice().starts_with(
        "Dette er en rekonstruksjon laget for Veikart. Det er ikke det offisielle KIS-skjemaet.\n"));
    CHECK(form->notice().find("arbeidsevne") != std::string::npos);
  }
}

TEST_CASE("the reconstruction has its 15 themes and 109 items", "[forms][shipped]") {
  std::vector<std::string> themes;
  std::vector<size_t> sizes;
  for (const Item& theme : kisReconstruction().themes()) {
    std::vector<const Item*> questions;
    appendQuestions(theme.items, questions);
    themes.push_back(theme.linkId);
    sizes.push_back(questions.size());
  }
  CHECK(themes == std::vector<std::string>{"om-deg", "onsker", "utdanning", "arbeid", "kan", "hverdag", "helse", "psyk",
                                           "rus", "nettverk", "bolig", "okonomi", "tiltak", "jobbtro", "videre"});
  CHECK(sizes == std::vector<size_t>{8, 7, 7, 8, 7, 7, 7, 8, 6, 9, 6, 6, 7, 7, 9});
  CHECK(kisQuestions().size() == 109);
}

TEST_CASE("every view shows as many items as the reconstruction says", "[forms][shipped]") {
  const std::map<std::string, int> expected = {{"screening", 16},  {"mg1", 35},       {"mg2", 86},      {"mg3", 108},
                                               {"nav-arbeid", 34}, {"nav-trygd", 22}, {"mini-kis", 29}, {"alle", 109}};
  std::map<std::string, int> found;
  for (const View& view : kisReconstruction().views())
    found[view.code] = countInView(view.code);
  CHECK(found == expected);
}

TEST_CASE("the views nest, and mg3 lacks only what a mini-KIS asks", "[forms][shipped]") {
  CHECK(isNestedIn("screening", "mg1"));
  CHECK(isNestedIn("mg1", "mg2"));
  CHECK(isNestedIn("mg2", "mg3"));
  CHECK_FALSE(kisReconstruction().find("videre.siden-sist")->views.contains("mg3"));
}

TEST_CASE("28 items are key data", "[forms][shipped]") {
  CHECK(countOf([](const Item* item) { return item->keyData; }) == 28);
}

TEST_CASE("substance, mental health, housing, debt, motivation and barriers are never proposed to NAV Arbeid",
          "[forms][shipped]") {
  for (const Item* item : kisQuestions()) {
    INFO(item->linkId);
    const std::string theme = kisReconstruction().themeOf(item->linkId)->linkId;
    if (theme == "rus" || theme == "psyk" || theme == "bolig" || theme == "okonomi")
      CHECK_FALSE(item->views.contains("nav-arbeid"));
  }
  for (const char* linkId : {"jobb.lyst", "jobb.hindrer", "jobb.forst", "onsker.ikke", "utd.avbrutt-grunn"})
    CHECK_FALSE(kisReconstruction().find(linkId)->views.contains("nav-arbeid"));
}

TEST_CASE("nothing is required, and no state is an ordinary alternative", "[forms][shipped]") {
  for (const Questionnaire* form : {&kisReconstruction(), &kisConclusion()}) {
    for (const Item* item : questionsOf(*form)) {
      INFO(item->linkId);
      CHECK_FALSE(item->required);
      for (const AnswerOption& option : item->options) {
        CHECK_FALSE(option.display.starts_with("Vet ikke"));
        CHECK_FALSE(option.display.starts_with("Jeg vet ikke"));
        CHECK_FALSE(option.display.starts_with("Vil ikke"));
      }
    }
  }
}

TEST_CASE("where several can be chosen, nothing and none exclude the rest", "[forms][shipped]") {
  for (const Item* item : kisQuestions()) {
    for (const AnswerOption& option : item->options) {
      INFO(item->linkId << " " << option.code);
      const bool saysNone = option.display == "Nei" || option.display.starts_with("Ingenting") ||
                            option.display == "Jeg har ingen inntekt" || option.display == "Jeg bor alene";
      CHECK(option.exclusive == (item->repeats && saysNone));
      if (option.display == "Noe annet")
        CHECK(option.opensText);
    }
  }
}

TEST_CASE("a reason can be given for every item, and every sensitive item says it itself or its theme does",
          "[forms][shipped]") {
  for (const Item* item : kisQuestions()) {
    INFO(item->linkId);
    CHECK_FALSE((item->reason.empty() && kisReconstruction().themeOf(item->linkId)->reason.empty()));
    CHECK((item->reason.empty() || item->sensitive));
  }
  for (const char* linkId : {"helse.na", "psyk.na", "rus.na", "oko.gjeld", "bolig.type", "nett.barn", "om-deg.lese"})
    CHECK(kisReconstruction().find(linkId)->sensitive);
}

TEST_CASE("every item names its life area and its evidence", "[forms][shipped]") {
  for (const Item* item : kisQuestions()) {
    INFO(item->linkId);
    CHECK(item->lifeAreas.size() == 1);
    CHECK_FALSE(item->evidence.empty());
  }
}

TEST_CASE("a follow-up is only in views that also ask what it follows", "[forms][shipped]") {
  for (const Item* item : kisQuestions()) {
    for (const Condition& condition : item->conditions) {
      const std::set<std::string>& asked = kisReconstruction().find(condition.linkId)->views;
      INFO(item->linkId);
      CHECK(std::includes(asked.begin(), asked.end(), item->views.begin(), item->views.end()));
    }
  }
}

TEST_CASE("alternatives that are counted stand in the order and number that reports fold them by", "[forms][shipped]") {
  CHECK(codesOf("arb.samlet") == std::vector<std::string>{"har-ikke-hatt-vanlig-jobb", "under-3-maneder", "3-6-maneder",
                                                          "7-12-maneder", "1-3-ar", "mer-enn-3-ar"});
  CHECK(codesOf("oko.ytelser") == std::vector<std::string>{"far-ikke-slik-stotte", "under-3-maneder", "3-6-maneder",
                                                           "7-12-maneder", "1-3-ar", "over-3-opp-til-5-ar",
                                                           "mer-enn-5-ar"});
  CHECK(codesOf("utd.hoyeste") == std::vector<std::string>{"ikke-fullfort-grunnskole", "grunnskole",
                                                           "videregaende-studieforberedende", "fagbrev-eller-yrkesfag",
                                                           "fagskole", "hoyskole-eller-universitet"});
}

TEST_CASE("the conclusion tells whose words each part holds", "[forms][shipped]") {
  const Questionnaire& form = kisConclusion();
  CHECK(form.find("konkl.ressurser")->author == Author::Together);
  CHECK(form.find("konkl.veileder")->author == Author::Counsellor);
  CHECK(form.find("konkl.bekreftet")->author == Author::Client);
  CHECK(form.find("konkl.bekreftet")->options.size() == 3);
}

} // namespace veikart::forms
