// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/record.h"

#include <nlohmann/json_fwd.hpp>

// Records as JSON, for people and for comparing. Free functions; any thread.
namespace veikart::device {

// Two records that are equal have equal JSON, whose members stand in the order of their names:
//
//   {"erased": false, "id": "<uuid>", "scope": "case:<uuid>", "type": "note",
//    "fields": {"text": {"context": {"<replica>": 7}, "siblings": [
//      {"dot": "<replica>:7", "stamp": "<milliseconds since 1970>.<counter>", "value": "hei"}]}}}
//
// A value is a string when it is UTF-8, and else {"hex": "…"}.
nlohmann::json toJson(const sync::Record& record);

// One line, without its end. Never throws.
std::string oneLine(const nlohmann::json& json);

// The inverse of what toJson writes for a value. Invalid, saying what is expected.
Result<Bytes> valueFrom(const nlohmann::json& value);

} // namespace veikart::device
