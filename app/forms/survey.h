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

// A repeating group is asked at most this many times.
inline constexpr int kMostRounds = 5;

// What a form asks, given a view and the answers so far. Pure; holds no answers itself. One thread.
//
// A repeating group stops calmly: when the first question of a round has a value, the first question of the next round
// follows the round once, and the rest of a round follows its first question. Going on without an answer there ends the
// group; such a page left empty never counts as something left to do.
//
// A theme is passed over while Declined stands under its linkId, whatever else was answered in it. Whoever takes an
// answer in such a theme stores Unanswered under the theme's linkId with it, which opens the theme again.
class Survey {
public:
  // The questionnaire outlives the survey. Invalid for a view that it does not know.
  static Result<Survey> create(const Questionnaire& form, const std::string& view);

  // Every page in order: items of the view whose conditions hold, themes passed over left out but for their first page.
  std::vector<SurveyPage> pages(const Answers& answers) const;

  // The page after or before `current`; nothing at the ends. `current` need not be visible any more.
  std::optional<SurveyPage> next(const SurveyPage& current, const Answers& answers) const;
  std::optional<SurveyPage> previous(const SurveyPage& current, const Answers& answers) const;

  // Where to go on after a pause: the first open page after the last one answered; when there is none, the first that
  // was left open before it; nothing when all are answered.
  std::optional<SurveyPage> firstUnanswered(const Answers& answers) const;

  // Whether the page offers a further round of a repeating group, which has not been taken up.
  bool isOffer(const SurveyPage& page, const Answers& answers) const;

  // Whether nobody may go on from the page yet: its question is required and has no answer. "Vet ikke", "vil ikke
  // svare" and "ikke spurt" are answers; a theme passed over and the offer of a further round ask for none.
  bool isAnswerMissing(const SurveyPage& page, const Answers& answers) const;
  // The first page from which nobody may go on yet: the survey has not come to its end while there is one, for a change
  // to an earlier answer may have opened it behind the one who goes on.
  std::optional<SurveyPage> firstMissing(const Answers& answers) const;

  // Whether the view shows the item and its conditions, and those of the groups it stands in, hold. A condition on an
  // item that is not visible itself, or whose theme is passed over, does not hold. A group is visible when the view
  // shows anything in it.
  bool isVisible(const Item& item, const Answers& answers, int round = 1) const;
  // Whether the view shows the item, or anything in it, when its conditions hold.
  bool isInView(const Item& item) const;
  // Every page of the form, in order, whether or not it is asked.
  const std::vector<SurveyPage>& everyPage() const { return m_everyPage; }

  // Whether what stands under `key` belongs to what the client says: false for an answer, or the words beside it, whose
  // question is not visible any more or whose theme is passed over. Keys that are no question's always stand.
  bool stands(const std::string& key, const Answers& answers) const;
  ThemeState themeState(const Item& theme, const Answers& answers) const;
  int themesLeft(const SurveyPage& current, const Answers& answers) const; // themes after the current one not yet done

  const Questionnaire& form() const { return *m_form; }

private:
  Survey(const Questionnaire& form, std::string view);
  bool conditionsHold(const Item& item, const Answers& answers, int round) const;
  bool holds(const Condition& condition, const Answers& answers, int round) const;
  static bool isRoundOpen(const Item& group, const Item& item, const Answers& answers, int round);
  static bool isHandled(const SurveyPage& page, const Answers& answers);
  bool isCounted(const SurveyPage& page, const Answers& answers) const;
  size_t positionOf(const SurveyPage& page) const;

  const Questionnaire* m_form = nullptr;
  std::string m_view;
  std::vector<SurveyPage> m_everyPage;
};

bool isPassedOver(const Item& theme, const Answers& answers);

// Whether the answer says something: Answered, with content of the item's kind. Conditions hold on nothing else.
bool hasValue(const Item& item, const Answer& answer);

// The words a person reads for an answer: displays of its codes, its number, date or text; empty when unanswered. The
// states' words come from the caller, since they are no part of a form.
std::string displayOf(const Item& item, const Answer& answer);

// The longest text taken where the form sets no limit of its own, in code points.
inline constexpr size_t kLongestText = 20'000;

// Invalid, with the rule broken, when `answer` does not fit `item` (unknown code, too long, out of range, two
// exclusive). An answer without content is not Answered but Unanswered; a state other than Answered has no content.
Status validate(const Item& item, const Answer& answer);

// Chooses or un-chooses `code` as a finger does: single choice replaces, several toggle, exclusive ones clear the rest.
// The last one un-chosen leaves Unanswered; words beside "Noe annet" go with it; a code that the item lacks does
// nothing.
Answer toggled(const Item& item, const Answer& before, const std::string& code);

} // namespace veikart::forms
