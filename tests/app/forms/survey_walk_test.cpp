// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/survey.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

#include <algorithm>

namespace veikart::forms {

namespace {

constexpr size_t kMorePagesThanAnyForm = 1000;

std::vector<std::string> keysOf(const std::vector<SurveyPage>& pages) {
  std::vector<std::string> keys;
  for (const SurveyPage& page : pages)
    keys.push_back(page.key());
  return keys;
}

Survey anySurvey() {
  std::vector<std::string> codes;
  for (const View& view : kisReconstruction().views())
    codes.push_back(view.code);
  return std::move(Survey::create(kisReconstruction(), *rc::gen::elementOf(codes))).value();
}

Answer anyValue(const Item& item) {
  Answer answer;
  answer.state = AnswerState::Answered;
  if (!item.options.empty())
    answer.codes = {(*rc::gen::elementOf(item.options)).code};
  else if (item.kind == ItemKind::Integer)
    answer.number = *rc::gen::inRange(0, 41);
  else
    answer.text = item.kind == ItemKind::Date ? "2020-05" : "ord";
  return answer;
}

Answer anyAnswer(const Item& item) {
  Answer answer;
  answer.state = *rc::gen::element(AnswerState::Unanswered, AnswerState::Answered, AnswerState::Answered,
                                   AnswerState::Unknown, AnswerState::Declined, AnswerState::NotAsked);
  return answer.state == AnswerState::Answered ? anyValue(item) : answer;
}

// Answers to some of everything, whether or not it is visible.
Answers anyAnswers() {
  Answers answers;
  const Survey everything = std::move(Survey::create(kisReconstruction(), "alle")).value();
  for (const SurveyPage& page : everything.pages({})) {
    for (int round = 1; round <= (page.key().starts_with("nett.hjelper") ? kMostRounds : 1); ++round)
      answers[answerKey(page.item->linkId, round)] = anyAnswer(*page.item);
    if (page.firstOfTheme && *rc::gen::inRange(0, 5) == 0)
      answers[page.theme->linkId].state = AnswerState::Declined;
  }
  return answers;
}

void appendConditional(const std::vector<Item>& items, std::vector<const Item*>& found) {
  for (const Item& item : items) {
    if (!item.conditions.empty())
      found.push_back(&item);
    appendConditional(item.items, found);
  }
}

std::vector<const Item*> conditionalItems() {
  std::vector<const Item*> found;
  appendConditional(kisReconstruction().themes(), found);
  return found;
}

} // namespace

TEST_CASE("next walks all pages from the first to the last, and previous all the way back", "[forms][walk]") {
  REQUIRE(rc::check([] {
    const Survey survey = anySurvey();
    const Answers answers = anyAnswers();
    const std::vector<SurveyPage> pages = survey.pages(answers);
    RC_ASSERT(!pages.empty());
    std::vector<SurveyPage> forth = {pages.front()};
    while (const std::optional<SurveyPage> page = survey.next(forth.back(), answers))
      forth.push_back(*page);
    RC_ASSERT(keysOf(forth) == keysOf(pages));
    std::vector<SurveyPage> back = {pages.back()};
    while (const std::optional<SurveyPage> page = survey.previous(back.back(), answers))
      back.push_back(*page);
    std::reverse(back.begin(), back.end());
    RC_ASSERT(keysOf(back) == keysOf(pages));
  }));
}

TEST_CASE("whoever answers anything at each page and goes on, comes to the end", "[forms][walk]") {
  REQUIRE(rc::check([] {
    const Survey survey = anySurvey();
    Answers answers;
    std::optional<SurveyPage> page = survey.pages(answers).front();
    size_t steps = 0;
    while (page && ++steps < kMorePagesThanAnyForm) {
      answers[page->key()] = anyAnswer(*page->item);
      if (page->firstOfTheme && *rc::gen::inRange(0, 4) == 0)
        answers[page->theme->linkId].state = AnswerState::Declined;
      page = survey.next(*page, answers);
    }
    RC_ASSERT(steps < kMorePagesThanAnyForm);
  }));
}

TEST_CASE("going on after every pause where it says ends with nothing unanswered", "[forms][walk]") {
  REQUIRE(rc::check([] {
    const Survey survey = anySurvey();
    Answers answers = anyAnswers();
    size_t steps = 0;
    while (const std::optional<SurveyPage> page = survey.firstUnanswered(answers)) {
      RC_ASSERT(++steps < kMorePagesThanAnyForm);
      answers[page->key()] = anyValue(*page->item);
    }
    for (const Item& theme : survey.form().themes()) {
      const ThemeState state = survey.themeState(theme, answers);
      RC_ASSERT(state == ThemeState::Done || state == ThemeState::Skipped);
    }
  }));
}

TEST_CASE("a page never stands twice, and is visible", "[forms][walk]") {
  REQUIRE(rc::check([] {
    const Survey survey = anySurvey();
    const Answers answers = anyAnswers();
    std::vector<std::string> keys;
    for (const SurveyPage& page : survey.pages(answers)) {
      RC_ASSERT(survey.isVisible(*page.item, answers, page.round));
      keys.push_back(page.key());
    }
    std::sort(keys.begin(), keys.end());
    RC_ASSERT(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
  }));
}

TEST_CASE("no state beside a value ever opens a follow-up", "[forms][walk]") {
  const std::vector<const Item*> items = conditionalItems();
  CHECK(items.size() == 19);
  REQUIRE(rc::check([&items] {
    const Survey survey = anySurvey();
    const Item& item = **rc::gen::elementOf(items);
    Answers answers = anyAnswers();
    for (const Condition& condition : item.conditions) {
      Answer& answer = answers[condition.linkId];
      answer = {};
      answer.state = *rc::gen::element(AnswerState::Unanswered, AnswerState::Unknown, AnswerState::Declined,
                                       AnswerState::NotAsked);
    }
    RC_ASSERT(!survey.isVisible(item, answers));
  }));
}

TEST_CASE("a wider view shows all that a narrower one shows, whatever the answers", "[forms][walk]") {
  REQUIRE(rc::check([] {
    const Answers answers = anyAnswers();
    const std::vector<std::string> views = {"screening", "mg1", "mg2", "mg3", "alle"};
    for (size_t i = 0; i + 1 < views.size(); ++i) {
      const Survey narrow = std::move(Survey::create(kisReconstruction(), views[i])).value();
      const Survey wide = std::move(Survey::create(kisReconstruction(), views[i + 1])).value();
      for (const SurveyPage& page : narrow.pages(answers))
        RC_ASSERT(wide.isVisible(*page.item, answers, page.round));
    }
  }));
}

} // namespace veikart::forms
