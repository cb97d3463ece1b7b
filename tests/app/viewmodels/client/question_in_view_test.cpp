// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/forms/form_text.h"
#include "tests/app/viewmodels/client/client_window.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace veikart;
using namespace veikart::test;
using ui::SurveyViewModel;

namespace {

constexpr double kLargestText = 2;
const QSize kLying(1280, 800);
const QSize kStanding(800, 1280);

// The heading that says the question.
QQuickItem* questionOn(const ClientWindow& window, const SurveyViewModel& survey) {
  for (QQuickItem* item : window.shownWith("level")) {
    if (item->property("text").toString() == survey.question())
      return item;
  }
  FAIL("no heading says " << survey.question().toStdString());
  return nullptr;
}

// The question, and two of the ways to answer it.
bool isSeenWithAnswers(const ClientWindow& window, const SurveyViewModel& survey) {
  const QList<QQuickItem*> choices = window.shownWith("isChosen");
  return choices.size() >= 2 && window.isSeen(questionOn(window, survey)) && window.isSeen(choices[0]) &&
         window.isSeen(choices[1]);
}

} // namespace

TEST_CASE("in the largest text a question with alternatives and no long intro is seen with its first two answers",
          "[app][viewmodels][client]") {
  const QSize size = GENERATE(kLying, kStanding);
  Client amina(forms::AnswerMode::Alone, "alle");
  ClientWindow window(amina, kLargestText);
  window.resize(size);
  SurveyViewModel& survey = amina.survey();
  while (survey.stage() == SurveyViewModel::Question) {
    INFO(size.width() << ": " << survey.question().toStdString());
    const bool mayNeedScrolling = survey.input() != SurveyViewModel::Choice || survey.intro().size() > 100;
    CHECK((mayNeedScrolling || QTest::qWaitFor([&] { return isSeenWithAnswers(window, survey); }, 1000)));
    amina.next();
  }
}

TEST_CASE("the line for another answer than those offered comes into view", "[app][viewmodels][client]") {
  Client amina;
  ClientWindow window(amina, kLargestText);
  window.resize(kLying);
  amina.choose("Et annet språk");
  const auto isLineSeen = [&] {
    const QList<QQuickItem*> lines = window.shownWith("echoMode");
    return lines.size() == 1 && window.isSeen(lines[0]);
  };
  CHECK(QTest::qWaitFor(isLineSeen, 2000));
}

TEST_CASE("the question stands in the same place on every page", "[app][viewmodels][client]") {
  Client amina(forms::AnswerMode::Alone, "screening");
  ClientWindow window(amina);
  window.resize(kLying);
  SurveyViewModel& survey = amina.survey();
  const qreal top = questionOn(window, survey)->mapToScene({}).y();
  while (survey.stage() == SurveyViewModel::Question) {
    INFO(survey.question().toStdString());
    CHECK(QTest::qWaitFor([&] { return questionOn(window, survey)->mapToScene({}).y() == top; }, 1000));
    survey.chooseState(0);
    amina.next();
  }
}

TEST_CASE("what is missing is said in view of the one who pressed Neste", "[app][viewmodels][client]") {
  const forms::Item& longest = *forms::kisReconstruction().find("jobb.hindrer");
  std::string options;
  for (const forms::AnswerOption& option : longest.options)
    options += (options.empty() ? "" : ",") +
               (R"({"valueCoding": {"code": ")" + option.code + R"(", "display": ")" + option.display + R"("}})");
  const forms::Questionnaire form = forms::test::parsed(forms::test::formOf(
      R"({"linkId": "a", "type": "choice", "text": "Spørsmål", "required": true, "answerOption": [)" + options + "]}"));
  Client amina(forms::AnswerMode::Alone, "alle", form);
  ClientWindow window(amina, kLargestText);
  window.resize(kLying);
  amina.survey().next();
  const auto isSaid = [&] {
    const QList<QQuickItem*> notices = window.shownWith("tone");
    return notices.size() == 1 && window.isSeen(notices[0]);
  };
  CHECK(QTest::qWaitFor(isSaid, 2000));
}
