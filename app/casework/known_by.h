// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "sync/record/case_keys.h"

#include <vector>

namespace veikart::casework {

// By what a colleague finds a client's case in an emergency: the national identity number, or the telephone number
// together with the first name, since a family may share one. What is empty or can't be either gives no key.
// `firstName` folded, as store/name_folding.h does. Any thread.
std::vector<sync::CaseKey> keysOfNumber(const Id& officeId, std::string_view number, std::string_view firstName);

} // namespace veikart::casework
