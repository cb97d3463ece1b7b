// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/replica/replica.h"

#include <istream>

namespace veikart::device {

// Reads writes, one record a line:
//
//   {"id": "<uuid>", "type": "note", "scope": "case:<uuid>", "fields": {"text": "hei", "raw": {"hex": "00ff"}}}
//
// Without `id` the record is new; type and scope may be left out of one that the replica holds. Nothing is written
// here. Invalid, naming the line and what is wrong with it.
Result<std::vector<sync::RecordWrite>> readWrites(std::istream& in, const sync::Replica& replica, const Clock& clock);

} // namespace veikart::device
