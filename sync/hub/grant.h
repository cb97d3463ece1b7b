// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

namespace veikart::hub {

// The record type that opens its scope to a user (PROTOCOL.md, "Grants"). The only record whose values the hub reads.
inline constexpr std::string_view kGrantType = "grant";

// The users whom `grant` names. Invalid when `user` or `role` is missing or is no CBOR text of the form required.
Result<std::vector<Uuid>> grantedUsers(const Record& grant);

} // namespace veikart::hub
