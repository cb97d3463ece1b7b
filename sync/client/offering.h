// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/replica/replica.h"

namespace veikart::sync {

// What a store offers again of one record to a hub that was set back and lacks it. Canonical bytes.
struct Offering {
  Bytes bytes;
  Bytes own; // of these, what this store wrote; empty: nothing
};

// Of each record what `authors` wrote, or all of it when the hub takes any device's word; nothing of the others. Grants
// come first, of those the ones that found a scope: it is then open to what comes next.
std::vector<Offering> offeringsOf(std::vector<Record> confirmed, const Authors& authors, bool isRecovery);

// What a store sends a last time of one record in a scope that was closed to its user: what it wrote there, confirmed
// or not, or all that it holds when the hub takes any device's word. Nothing when there is none. What can't be read
// goes as it stands: the hub names the reason, and it waits with that like any refused write.
std::optional<Bytes> farewellOf(const StoredRecord& row, const Authors& authors, bool isRecovery);

} // namespace veikart::sync
