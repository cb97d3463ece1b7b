// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

#include <array>

namespace veikart::hub {

using sync::kGrantEndType;
using sync::kGrantType;
using sync::kRestrictionType;

// The role of a grant that the hub alone gives.
inline constexpr std::string_view kEmergencyRole = "emergency";

// Of a grant and of its end the hub reads these fields and no other value (PROTOCOL.md, "Grants"). Invalid when one
// that is required is missing or is no CBOR of the form required.
Result<Grant> grantFrom(const Record& record);
Result<RecordId> endedGrant(const Record& end);

bool saysWhoHasIt(std::string_view type); // a grant, a restriction, or an end of one

// What such a record says once and for all; nothing for a record of another type.
std::span<const std::string> fieldsWrittenOnce(std::string_view type);

} // namespace veikart::hub
