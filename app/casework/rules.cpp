// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/rules.h"

#include "app/casework/dates.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <utility>

namespace veikart::casework {

namespace {

using State = MappingState;

// Confirmed leads nowhere, and Declined only to the answers of a client who gave them all the same, on a tablet that
// knew of no refusal: what comes later is another mapping. Only a seal leads to Confirmed, from where there is
// something to confirm.
bool leadsTo(State from, State to) {
  const auto isOneOf = [to](std::initializer_list<State> states) {
    return std::ranges::find(states, to) != states.end();
  };
  using enum MappingState;
  switch (from) {
  case Started:
    return isOneOf({Declined, ClientAnswering, InConversation, Draft});
  case ClientAnswering:
    return isOneOf({Declined, InConversation, Draft});
  case Declined:
    return to == InConversation;
  case InConversation:
    return isOneOf({Declined, ClientAnswering, Concluding, Draft, Confirmed});
  case Concluding:
    return isOneOf({ClientAnswering, InConversation, Draft, Confirmed});
  case Draft:
    return isOneOf({ClientAnswering, InConversation, Concluding, Confirmed});
  case Confirmed:
    return false;
  }
  return false;
}

constexpr std::array<std::string_view, 5> kSensitiveThemes = {"helse", "psyk", "rus", "nettverk", "bolig"};

bool holdsWords(const forms::Questionnaire& form, const std::string& key, const forms::Answer& answer) {
  if (answer.text.empty())
    return false;
  const forms::KeyParts parts = forms::partsOf(key);
  const forms::Item* item = form.find(parts.linkId);
  return parts.isFreeText || (item != nullptr && item->kind != forms::ItemKind::Date);
}

std::set<std::string> themesWithWords(const forms::Questionnaire& form, const forms::Answers& client) {
  std::set<std::string> themes;
  for (const auto& [key, answer] : client) {
    const forms::Item* theme = holdsWords(form, key, answer) ? form.themeOf(forms::partsOf(key).linkId) : nullptr;
    if (theme != nullptr)
      themes.insert(theme->linkId);
  }
  return themes;
}

} // namespace

int ageOn(std::string_view birthDate, std::string_view day) {
  const std::optional<Date> birth = parseDate(birthDate);
  const std::optional<Date> now = parseDate(day);
  if (!birth || !now)
    return -1;
  const bool hadBirthday = std::pair(now->month, now->day) >= std::pair(birth->month, birth->day);
  return now->year - birth->year - (hadBirthday ? 0 : 1);
}

Status checkTransition(MappingState from, MappingState to) {
  if (from == State::Confirmed)
    return Status::invalid("mapping: confirmed, never changes");
  if (from == to || leadsTo(from, to))
    return {};
  return Status::invalid("mapping: state " + std::to_string(static_cast<int>(from)) + " does not lead to " +
                         std::to_string(static_cast<int>(to)));
}

Status checkSealing(const Mapping& mapping, const ConfirmationRecord& confirmation, int agreedTasks) {
  RETURN_IF_ERROR(checkTransition(mapping.state, State::Confirmed));
  if (confirmation.choice == Confirmation::None)
    return Status::invalid("sealing: the client has not been asked");
  if (confirmation.choice == Confirmation::Waits)
    return Status::invalid("sealing: the client wants to wait");
  if (agreedTasks == 0 && mapping.noTaskReason.empty())
    return Status::invalid("sealing: no agreed task, and no reason for none");
  return {};
}

GrantState stateOf(const Grant& grant, int64_t now) {
  if (grant.endedAt > 0 || (grant.until > 0 && grant.until <= now))
    return GrantState::Past;
  return grant.from > now ? GrantState::Coming : GrantState::Current;
}

bool isDeputyIn(const std::vector<Grant>& grants, const Id& staffId, int64_t from, int64_t until) {
  return std::ranges::any_of(grants, [&](const Grant& grant) {
    const bool meets = grant.from < until && (grant.until == 0 || from < grant.until);
    return grant.role == GrantRole::Deputy && grant.staffId == staffId && grant.endedAt == 0 && meets;
  });
}

Status checkPeriod(int64_t from, int64_t until, int64_t now) {
  if (until <= std::max(from, now))
    return Status::invalid(until <= from ? "period: ends before it begins" : "period: over already");
  return {};
}

std::vector<std::string> unreadSensitiveThemes(const forms::Questionnaire& form, const forms::Answers& unread) {
  const std::set<std::string> withWords = themesWithWords(form, unread);
  std::vector<std::string> themes;
  for (const forms::Item& theme : form.themes()) {
    const bool isSensitive = std::ranges::find(kSensitiveThemes, theme.linkId) != kSensitiveThemes.end();
    if (isSensitive && withWords.contains(theme.linkId))
      themes.push_back(theme.linkId);
  }
  return themes;
}

} // namespace veikart::casework
