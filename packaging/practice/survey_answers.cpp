// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "packaging/practice/survey_answers.h"

#include "app/forms/survey.h"
#include "packaging/practice/narratives.h"

namespace veikart::practice {

namespace {

using forms::Answer;
using forms::AnswerState;
using forms::ItemKind;

constexpr int kMostPages = 400;

Answer without(AnswerState state) {
  Answer answer;
  answer.state = state;
  return answer;
}

Answer text(const forms::Item& item, Dice& dice) {
  const auto texts = textsFor(item.linkId);
  if (texts.empty() || dice.below(6) == 0)
    return without(dice.below(3) == 0 ? AnswerState::Declined : AnswerState::Unknown);
  Answer answer = without(AnswerState::Answered);
  answer.text = dice.oneOf(texts);
  return answer;
}

Answer value(const forms::Item& item, Dice& dice) {
  Answer answer = without(AnswerState::Answered);
  if (item.kind == ItemKind::Boolean)
    answer.codes = {dice.below(2) == 0 ? "true" : "false"};
  else if (item.kind == ItemKind::Integer || item.kind == ItemKind::Decimal)
    answer.number = 5 + 5 * dice.below(6);
  else if (item.kind == ItemKind::Date)
    answer.text = "2024-0" + std::to_string(1 + dice.below(9));
  else if (!item.options.empty())
    answer.codes = {dice.oneOf(item.options).code};
  return answer;
}

Answer answerTo(const forms::Item& item, Dice& dice) {
  if (item.linkId == "bolig.flytte") // the only date that lies ahead, which the others' years don't fit
    return without(AnswerState::Unknown);
  if (item.kind == ItemKind::Text || item.kind == ItemKind::String)
    return text(item, dice);
  if (dice.below(12) == 0)
    return without(dice.below(2) == 0 ? AnswerState::Declined : AnswerState::Unknown);
  return value(item, dice);
}

} // namespace

forms::Answers surveyAnswers(const std::string& view, int themesLeft, Dice& dice) {
  forms::Answers answers;
  const Result<forms::Survey> survey = forms::Survey::create(forms::kisReconstruction(), view);
  for (int pages = 0; survey.ok() && pages < kMostPages; ++pages) {
    const std::optional<forms::SurveyPage> page = survey->firstUnanswered(answers);
    if (!page || (themesLeft > 0 && page->firstOfTheme && survey->themesLeft(*page, answers) < themesLeft))
      break;
    answers[page->key()] = answerTo(*page->item, dice);
  }
  return answers;
}

} // namespace veikart::practice
