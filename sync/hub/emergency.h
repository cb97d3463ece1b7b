// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/push.h"
#include "sync/record/case_keys.h"

namespace veikart::hub {

// What somebody asks for who must look into a colleague's case and may not.
struct EmergencyQuestion {
  std::vector<sync::CaseKey> keys; // any of them finds the case
  std::string reason;
};

struct EmergencyAnswer {
  std::vector<ScopeId> cases; // that he may look into now, also if he could before
  std::set<ScopeId> opened;   // of them: by this
  int64_t untilMillis = 0;    // of what was opened
};

// Invalid for no key, too many, or a reason that says nothing or too much.
Result<EmergencyQuestion> questionFrom(const sync::wire::EmergencyRequest& message);

// Opens the cases that the keys find to the user for a day, by grants of the hub's own that say why: whoever has such a
// case, and every supervisor, receives them. A restricted case is not found. Refused for one to whom the table opens
// nothing in an emergency. REQUIRES: a write transaction.
Result<EmergencyAnswer> openInEmergency(OfficeTransaction& rows, const Principal& principal,
                                        const EmergencyQuestion& question, int64_t nowMillis, HubLog& log);

} // namespace veikart::hub
