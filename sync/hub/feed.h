// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/access.h"
#include "sync/protocol/tuning.h"
#include "sync/protocol/veikart.pb.h"

namespace veikart::hub {

// Whether this hub's history holds the place that `cursor` names; the empty cursor, the start, is always known.
Result<bool> isKnownCursor(OfficeTransaction& rows, BytesView bytes);

// Whether the hub gave that cursor and has forgotten it: its store was set back since, and no recovery was opened.
Result<bool> isForgottenCursor(OfficeTransaction& rows, BytesView bytes);

// The number up to which whoever has this cursor holds everything that he may see. REQUIRES: isKnownCursor.
int64_t readUpTo(BytesView cursor);

struct FeedRequest {
  ReplicaId replica;
  Bytes cursor;                 // REQUIRES: isKnownCursor
  std::optional<ScopeId> scope; // only what stands in it, the replica's own writes too
  bool takesParts = false;      // of what it has it will take what has changed
  size_t pageBytes = sync::tuning::kPageBytes;
};

// One page of what the replica lacks (PROTOCOL.md, "Feed").
Result<sync::wire::ChangesReply> readChanges(OfficeTransaction& rows, const Principal& principal,
                                             const FeedRequest& request, int64_t nowMillis);

// What the user's devices must hold.
Result<Digest> visibleDigest(OfficeTransaction& rows, const Principal& principal, int64_t nowMillis);

// The scopes that the user sees, each with its digest, and those that he sees no longer.
Result<sync::wire::ScopesReply> listScopes(OfficeTransaction& rows, const Principal& principal, int64_t nowMillis);

} // namespace veikart::hub
