// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

namespace veikart::hub {

// Erases by law (PROTOCOL.md, "Erasure"): what was said is gone from the store and, at its next contact, from every
// device that holds it; the ids stay, so that nothing brings it back. How many records that were; none when it
// was erased before. Who has a scope is no person's affairs, and stays.
Result<int64_t> erase(OfficeTransaction& rows, const Erasure& erasure);

// The records of a scope that were deleted, with the settlements of them, where every device that was heard of in the
// last 180 days has seen the deletion. Conflict while a recovery is open: what took a deletion back may be among what
// the hub lacks still.
Result<std::vector<StoredRecord>> settledDeletions(OfficeTransaction& rows, const ScopeId& scope, int64_t nowMillis);
Result<int64_t> eraseDeleted(OfficeTransaction& rows, const ScopeId& scope, int64_t nowMillis); // how many those were

} // namespace veikart::hub
