// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/enrolment.h"
#include "sync/record/case_keys.h"

namespace veikart::sync {

struct EmergencyOpening {
  std::vector<Uuid> cases; // that the user may look into now; they come with the next session
  int64_t untilMillis = 0;
};

// Asks the hub for a colleague's case, by what its client is known by (PROTOCOL.md, "Emergency access"). No case: none
// is known by that, or it is one that nobody opens so. Refused for a role without emergencies; Offline; Busy; NotFound
// at an older hub. Blocks; any thread.
Result<EmergencyOpening> openInEmergency(const Enrolment& enrolment, std::span<const CaseKey> keys,
                                         const std::string& reason);

} // namespace veikart::sync
