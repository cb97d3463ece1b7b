// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/record.h"

namespace veikart::sync {

// A scope in a form that people can read and write: "office:<uuid>", "case:…", "kvp_file:…", "staff:…". Free functions;
// any thread.
std::string toText(const ScopeId& scope);
Result<ScopeId> scopeFromText(std::string_view text); // Invalid, saying what is expected

} // namespace veikart::sync
