// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/record.h"

#include <optional>
#include <string>

// The counsellors' texts in a mapping (after the conversation, comments, conclusion). The value of such an answer
// carries, beside it, the text that its author had seen and changed: a register forgets what was replaced, and without
// that nobody could tell which paragraphs either of two authors changed. Values without it are read as before, and go
// to a person. Pure; any thread.
namespace veikart::casework {

bool isNarrative(const sync::Record& record, std::string_view field);

// REQUIRES: `value` is an encoded answer. Nothing: what its author had seen is not known.
Bytes withAncestor(BytesView value, const std::optional<std::string>& ancestor);
std::optional<std::string> ancestorIn(BytesView value);
Bytes withoutAncestor(BytesView value); // what it says; any value of any field

// Whether the field's values say different things: of a narrative, whatever their authors had seen.
bool hasVersions(const sync::Record& record, const std::string& field);

// The text that all of them were changed from; nothing when there is none.
std::optional<std::string> commonAncestor(const sync::Register& reg);

// The value that says all of what the register's versions say (text_merge.h); the same bytes on every device. Nothing
// when a person must: they concern the same paragraph, began with different texts, or differ in more than text.
std::optional<Bytes> combinedValue(const sync::Register& reg);

} // namespace veikart::casework
