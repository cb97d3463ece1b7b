// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/crypto.h"
#include "sync/record/record.h"

#include <span>
#include <string_view>
#include <vector>

namespace veikart::sync {

// By what a case is found by somebody who may not look into it: hashes of what its client is known by. One record of
// the case holds them, under this type and field (PROTOCOL.md, "Emergency access").
inline constexpr std::string_view kCaseKeysType = "case_keys";
inline constexpr std::string_view kCaseKeysField = "_keys";

using CaseKey = crypto::Hash256;

// `kind` says what the words are, so that a name is never taken for a number.
CaseKey caseKey(const Uuid& office, std::string_view kind, std::string_view words);

RecordId caseKeysId(const ScopeId& scope); // the same whoever writes it first
Bytes caseKeysValue(std::span<const CaseKey> keys);

// All that stand in it, also where two wrote at once. Corrupt for a value that is no keys.
Result<std::vector<CaseKey>> caseKeysOf(const Record& record);

} // namespace veikart::sync
