// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/record.h"

#include <functional>

namespace veikart::sync {

// Deletion is a write to `_deleted` whose value carries the context of every field that its author had seen. It hides
// the record only as far as that goes: a sibling outside it, whichever arrived first, is a delete-against-edit
// conflict. The first stamps of writes that were stamped anew are nobody's edit.

// The value for a `_deleted` write on `record` as it stands.
Bytes deletionValue(const Record& record);

// The value for a `_deleted` write that takes back the deletions it has seen. A deletion that it had not seen stands
// beside it, and the record is DeletedButEdited.
inline constexpr BytesView kRestorationValue;

// The deletion `value` with what its author had seen of each field as `change` leaves it. Corrupt when it can't be
// read.
using ChangeSeen = std::function<void(const std::string& field, CausalContext& seen)>;
Result<Bytes> withSeen(BytesView value, const ChangeSeen& change);

enum class Presence { Present, Deleted, DeletedButEdited };

// An erased record is Deleted. What was sealed, and who has a scope, is Present whatever is written to `_deleted`: it
// goes by law alone. Corrupt when a `_deleted` value can't be read.
Result<Presence> presence(const Record& record);

// The fields holding siblings that a deletion had not seen, in order (kDeletedField for a restoration beside a
// deletion); empty unless DeletedButEdited.
Result<std::vector<std::string>> editedAfterDeletion(const Record& record);

} // namespace veikart::sync
