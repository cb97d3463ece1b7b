// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/access.h"
#include "sync/protocol/veikart.pb.h"

namespace veikart::hub {

// Whether this hub's history holds the place that `cursor` names; the empty cursor, the start, is always known.
Result<bool> isKnownCursor(OfficeTransaction& rows, BytesView cursor);

// One page of what `replica` lacks after `cursor` (PROTOCOL.md, "Feed"). REQUIRES: isKnownCursor.
Result<sync::wire::ChangesReply> readChanges(OfficeTransaction& rows, const Principal& principal,
                                             const ReplicaId& replica, BytesView cursor);

} // namespace veikart::hub
