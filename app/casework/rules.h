// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "app/forms/questionnaire.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Pure rules of the domain; any thread.
namespace veikart::casework {

// Invalid unless `digits` is an invented national identity number: eleven digits, two valid check digits, month + 80.
// A number that could belong to somebody is refused as long as the store holds practice data.
Status checkPracticeNationalId(std::string_view digits);

// The birth date behind an invented number ("1992-03-04"); nothing when it is not one.
std::optional<std::string> birthDateOf(std::string_view digits);

// An invented number for a person born on `birthDate`, for practice data: the `serial`th (from 0) that exists for the
// day. Empty when there is none.
std::string inventedNationalId(std::string_view birthDate, int serial);

// Years between two dates; -1 when one of them can't be read.
int ageOn(std::string_view birthDate, std::string_view day);

// Whether a mapping may move on; Invalid says why not. A confirmed mapping never changes state.
Status checkTransition(MappingState from, MappingState to);

// What sealing needs: a confirmation by the client (Agrees or Disagrees), and an agreed task or a reason for none.
Status checkSealing(const Mapping& mapping, const ConfirmationRecord& confirmation, int agreedTasks);

// Whether a grant counts now, as far as this device can tell: the office goes by its own clock.
GrantState stateOf(const Grant& grant, int64_t now);

// Whether one of `grants` makes somebody a deputy at any time from `from` until `until`.
bool isDeputyIn(const std::vector<Grant>& grants, const Id& staffId, int64_t from, int64_t until);

// Invalid when the time is over before it begins, or by now. A `from` that is not set is now.
Status checkPeriod(int64_t from, int64_t until, int64_t now);

// The themes with free text among `unread`, of those rule 12 names; in the form's order.
std::vector<std::string> unreadSensitiveThemes(const forms::Questionnaire& form, const forms::Answers& unread);

} // namespace veikart::casework
