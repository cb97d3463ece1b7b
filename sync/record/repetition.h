// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/record.h"

#include <set>

namespace veikart::sync {

// The type of the records that tell how two versions of a field were settled, and hold both.
inline constexpr std::string_view kSettlementType = "settlement";

// In a settlement, the id of the record that it is of (16 bytes).
inline constexpr std::string_view kRepeatsField = "_repeats";

// The records of which this one repeats what they say, and with which it is erased by law: what a late write brought,
// and what a settlement is of. None for another, and for one that can't be read.
std::set<RecordId> repeatedBy(const Record& record);

} // namespace veikart::sync
