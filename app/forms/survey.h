// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/answer.h"
#include "app/forms/questionnaire.h"

#include <optional>

namespace veikart::forms {

// One page of the client's survey: one question of one theme.
struct SurveyPage {
  const Item* theme = nullptr;
  const Item* item = nullptr;
  int round = 1; // in a repeating group
  bool firstOfTheme = false;
  std::string key() const { return answerKey(item->linkId, round); }
  bool operator==(const SurveyPage&) const = default;
};

enum class ThemeState { Untouched, Begun, Done, Skipped };

// What a form asks, given a view and the answers so far. Pure; holds no answers itself. One thread.
class Survey {
public:
  // The questionnaire outlives the survey. Invalid for a view that it does not know.
  static Result<Survey> create(const Questionnaire& form, const std::string& view);

  // Every page in order: items of the view whose conditions hold, themes passed over left out but for their first page.
  std::vector<SurveyPage> pages(const Answers& answers) const;

  // The page after or before `current`; nothing at the ends. `current` need not be visible any more.
  std::optional<SurveyPage> next(const SurveyPage& current, const Answers& answers) const;
  std::optional<SurveyPage> previous(const SurveyPage& current, const Answers& answers) const;
  std::optional<SurveyPage> firstUnanswered(const Answers& answers) const; // where to go on after a pause

  bool isVisible(const Item& item, const Answers& answers, int round = 1) const;
  ThemeState themeState(const Item& theme, const Answers& answers) const;
  int themesLeft(const SurveyPage& current, const Answers& answers) const; // themes after the current one not yet done

  const Questionnaire& form() const { return *m_form; }

private:
  const Questionnaire* m_form = nullptr;
  std::string m_view;
};

// The words a person reads for an answer: displays of its codes, its number, date or text; empty when unanswered. The
// states' words come from the caller, since they are no part of a form.
std::string displayOf(const Item& item, const Answer& answer);

// Invalid, with the rule broken, when `answer` does not fit `item` (unknown code, too long, out of range, two exclusive).
Status validate(const Item& item, const Answer& answer);

// Chooses or un-chooses `code` as a finger does: single choice replaces, several toggle, exclusive ones clear the rest.
Answer toggled(const Item& item, const Answer& before, const std::string& code);

} // namespace veikart::forms
