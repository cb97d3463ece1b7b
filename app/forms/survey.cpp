// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/survey.h"

#include <algorithm>
#include <charconv>

namespace veikart::forms {

namespace {

const Answer kNoAnswer;

const Answer& answerAt(const Answers& answers, const std::string& key) {
  const auto found = answers.find(key);
  return found == answers.end() ? kNoAnswer : found->second;
}

bool hasAnyValue(const Item& item, const Answers& answers, int round) {
  return hasValue(item, answerAt(answers, answerKey(item.linkId, round)));
}

const Item* repeatingGroupIn(const std::vector<const Item*>& path) {
  const auto isIt = [](const Item* item) { return item->kind == ItemKind::Group && item->repeats; };
  const auto found = std::find_if(path.begin(), path.end(), isIt);
  return found == path.end() ? nullptr : *found;
}

void appendPages(const Item& theme, const Item& item, int round, std::vector<SurveyPage>& pages) {
  if (item.kind != ItemKind::Group) {
    pages.push_back({&theme, &item, round});
    return;
  }
  for (int r = round; r <= (item.repeats ? kMostRounds : round); ++r) {
    for (const Item& child : item.items)
      appendPages(theme, child, r, pages);
  }
}

bool compares(ConditionOperator op, int order) {
  switch (op) {
  case ConditionOperator::Equal:
    return order == 0;
  case ConditionOperator::NotEqual:
    return order != 0;
  case ConditionOperator::Greater:
    return order > 0;
  case ConditionOperator::Less:
    return order < 0;
  case ConditionOperator::GreaterOrEqual:
    return order >= 0;
  case ConditionOperator::LessOrEqual:
    return order <= 0;
  case ConditionOperator::Exists:
    return true;
  }
  return false;
}

// Not strtod, whose decimal sign follows the locale.
double numberFrom(const std::string& text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

int orderOfNumbers(double left, double right) {
  return left < right ? -1 : (left > right ? 1 : 0);
}

// A year and a day of that year can't be told apart: both are compared as exactly as the vaguer one is known.
int orderOfDates(const std::string& left, const std::string& right) {
  const size_t known = std::min(left.size(), right.size());
  return left.compare(0, known, right, 0, known);
}

// REQUIRES: hasValue(item, answer)
bool holdsOn(const Condition& condition, const Item& item, const Answer& answer) {
  if (condition.op == ConditionOperator::Exists)
    return true;
  if (isCoded(item)) {
    const bool isChosen = std::count(answer.codes.begin(), answer.codes.end(), condition.value) > 0;
    return isChosen == (condition.op == ConditionOperator::Equal);
  }
  if (item.kind == ItemKind::Integer || item.kind == ItemKind::Decimal)
    return compares(condition.op, orderOfNumbers(answer.number, numberFrom(condition.value)));
  if (item.kind == ItemKind::Date)
    return compares(condition.op, orderOfDates(answer.text, condition.value));
  return compares(condition.op, answer.text.compare(condition.value));
}

} // namespace

bool isPassedOver(const Item& theme, const Answers& answers) {
  return answerAt(answers, theme.linkId).state == AnswerState::Declined;
}

Survey::Survey(const Questionnaire& form, std::string view) : m_form(&form), m_view(std::move(view)) {
  for (const Item& theme : form.themes())
    appendPages(theme, theme, 1, m_everyPage);
}

Result<Survey> Survey::create(const Questionnaire& form, const std::string& view) {
  const auto isIt = [&view](const View& known) { return known.code == view; };
  if (view != kAllFields && std::none_of(form.views().begin(), form.views().end(), isIt))
    return Status::invalid("the form has no view '" + view + "'");
  return Survey(form, view);
}

std::vector<SurveyPage> Survey::pages(const Answers& answers) const {
  std::vector<SurveyPage> shown;
  for (SurveyPage page : m_everyPage) {
    page.firstOfTheme = shown.empty() || shown.back().theme != page.theme;
    if (!page.firstOfTheme && isPassedOver(*page.theme, answers))
      continue;
    if (isVisible(*page.item, answers, page.round))
      shown.push_back(page);
  }
  return shown;
}

size_t Survey::positionOf(const SurveyPage& page) const {
  const auto isIt = [&page](const SurveyPage& other) { return other.item == page.item && other.round == page.round; };
  return static_cast<size_t>(std::find_if(m_everyPage.begin(), m_everyPage.end(), isIt) - m_everyPage.begin());
}

std::optional<SurveyPage> Survey::next(const SurveyPage& current, const Answers& answers) const {
  const size_t position = positionOf(current);
  for (const SurveyPage& page : pages(answers)) {
    if (positionOf(page) > position)
      return page;
  }
  return std::nullopt;
}

std::optional<SurveyPage> Survey::previous(const SurveyPage& current, const Answers& answers) const {
  const size_t position = positionOf(current);
  std::optional<SurveyPage> before;
  for (const SurveyPage& page : pages(answers)) {
    if (positionOf(page) >= position)
      break;
    before = page;
  }
  return before;
}

bool Survey::isHandled(const SurveyPage& page, const Answers& answers) {
  return isPassedOver(*page.theme, answers) || answerAt(answers, page.key()).state != AnswerState::Unanswered;
}

bool Survey::isOffer(const SurveyPage& page, const Answers& answers) const {
  if (page.round == 1 || isHandled(page, answers))
    return false;
  const Item* group = repeatingGroupIn(m_form->pathTo(page.item->linkId));
  return page.item == &group->items.front();
}

// An offer is not something left to do.
bool Survey::isCounted(const SurveyPage& page, const Answers& answers) const {
  return isQuestion(*page.item) && !isOffer(page, answers);
}

std::optional<SurveyPage> Survey::firstUnanswered(const Answers& answers) const {
  std::optional<SurveyPage> leftBehind;
  std::optional<SurveyPage> ahead;
  for (const SurveyPage& page : pages(answers)) {
    if (!isCounted(page, answers))
      continue;
    if (isHandled(page, answers)) {
      leftBehind = leftBehind ? leftBehind : ahead;
      ahead.reset();
    } else if (!ahead) {
      ahead = page;
    }
  }
  return ahead ? ahead : leftBehind;
}

bool Survey::isAnswerMissing(const SurveyPage& page, const Answers& answers) const {
  return page.item->required && isCounted(page, answers) && !isHandled(page, answers);
}

std::optional<SurveyPage> Survey::firstMissing(const Answers& answers) const {
  const std::vector<SurveyPage> asked = pages(answers);
  const auto found =
      std::find_if(asked.begin(), asked.end(), [&](const SurveyPage& page) { return isAnswerMissing(page, answers); });
  return found == asked.end() ? std::nullopt : std::optional(*found);
}

bool Survey::isInView(const Item& item) const {
  if (item.kind == ItemKind::Group)
    return std::any_of(item.items.begin(), item.items.end(), [this](const Item& child) { return isInView(child); });
  return m_view == kAllFields || item.views.contains(m_view);
}

bool Survey::isVisible(const Item& item, const Answers& answers, int round) const {
  const std::vector<const Item*> path = m_form->pathTo(item.linkId);
  const Item* group = repeatingGroupIn(path);
  if (path.empty() || !isInView(item) || (group && !isRoundOpen(*group, item, answers, round)))
    return false;
  return std::all_of(path.begin(), path.end(), [&](const Item* step) { return conditionsHold(*step, answers, round); });
}

bool Survey::stands(const std::string& key, const Answers& answers) const {
  const KeyParts parts = partsOf(key);
  const Item* item = m_form->find(parts.linkId);
  if (item == nullptr || !isQuestion(*item))
    return true;
  return !isPassedOver(*m_form->themeOf(parts.linkId), answers) && isVisible(*item, answers, parts.round);
}

bool Survey::isRoundOpen(const Item& group, const Item& item, const Answers& answers, int round) {
  const Item& first = group.items.front();
  if (round < 1 || round > kMostRounds || (round > 1 && !hasAnyValue(first, answers, round - 1)))
    return false;
  return &item == &group || item.linkId == first.linkId || hasAnyValue(first, answers, round);
}

bool Survey::conditionsHold(const Item& item, const Answers& answers, int round) const {
  const auto isMet = [&](const Condition& condition) { return holds(condition, answers, round); };
  if (item.conditions.empty())
    return true;
  return item.anyCondition ? std::any_of(item.conditions.begin(), item.conditions.end(), isMet)
                           : std::all_of(item.conditions.begin(), item.conditions.end(), isMet);
}

bool Survey::holds(const Condition& condition, const Answers& answers, int round) const {
  const std::vector<const Item*> path = m_form->pathTo(condition.linkId);
  const Item& asked = *path.back();
  const int askedRound = repeatingGroupIn(path) ? round : 1;
  const std::string key = answerKey(asked.linkId, askedRound);
  const Answer& answer = answerAt(answers, key);
  return hasValue(asked, answer) && !isPassedOver(*path.front(), answers) && isVisible(asked, answers, askedRound) &&
         holdsOn(condition, asked, answer);
}

ThemeState Survey::themeState(const Item& theme, const Answers& answers) const {
  if (isPassedOver(theme, answers))
    return ThemeState::Skipped;
  size_t counted = 0;
  size_t handled = 0;
  for (const SurveyPage& page : pages(answers)) {
    if (page.theme->linkId != theme.linkId || !isCounted(page, answers))
      continue;
    ++counted;
    handled += isHandled(page, answers) ? 1 : 0;
  }
  if (handled == counted)
    return ThemeState::Done;
  return handled == 0 ? ThemeState::Untouched : ThemeState::Begun;
}

int Survey::themesLeft(const SurveyPage& current, const Answers& answers) const {
  const std::vector<Item>& themes = m_form->themes();
  const auto isIt = [&current](const Item& theme) { return theme.linkId == current.theme->linkId; };
  auto theme = std::find_if(themes.begin(), themes.end(), isIt);
  int left = 0;
  while (theme != themes.end() && ++theme != themes.end()) {
    const ThemeState state = themeState(*theme, answers);
    left += state == ThemeState::Untouched || state == ThemeState::Begun ? 1 : 0;
  }
  return left;
}

} // namespace veikart::forms
