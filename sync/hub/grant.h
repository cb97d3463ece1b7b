// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

#include <array>

namespace veikart::hub {

using sync::kGrantType;

// What it says, once and for all.
inline const std::array<std::string, 2> kGrantFields = {"user", "role"};

// The users whom `grant` names; no other value is read by the hub (PROTOCOL.md, "Grants"). Invalid when `user` or
// `role` is missing or is no CBOR text of the form required.
Result<std::vector<Uuid>> grantedUsers(const Record& grant);

} // namespace veikart::hub
