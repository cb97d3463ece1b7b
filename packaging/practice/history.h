// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/case_store.h"

#include <functional>
#include <vector>

namespace veikart::practice {

// Something that a member of staff did at a time; done on a device of theirs, in the order of time.
struct Deed {
  int64_t at = 0;
  int staff = 0; // place in staff()
  std::function<Status(store::CaseStore&)> act;
};

// The histories of all clients up to `nowMillis`, oldest first. The same for the same moment, but for the ids.
std::vector<Deed> practiceHistory(int64_t nowMillis);

} // namespace veikart::practice
