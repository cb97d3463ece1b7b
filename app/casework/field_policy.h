// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/record.h"

#include <span>
#include <string_view>

// How two versions of a field are settled (design §3), declared field by field. Pure; any thread.
namespace veikart::casework {

enum class FieldPolicy {
  Automatic,  // the latest is shown, and whoever wrote the other is told
  Review,     // both go to a person
  WithClient, // both are the client's own words: they stand until the client has been asked
};

struct FieldRule {
  std::string_view type;
  std::string_view field;
  FieldPolicy policy = FieldPolicy::Automatic;
};

// Every field of every type whose fields have fixed names; the fields of answers are the form's keys and those of a
// reading its themes.
std::span<const FieldRule> fieldRules();

// Automatic for what this version does not know: it could not be shown to a person.
FieldPolicy policyOf(const sync::Record& record, std::string_view field);

} // namespace veikart::casework
