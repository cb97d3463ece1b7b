// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/protocol/veikart.pb.h"
#include "sync/replica/replica.h"

// What a store says of itself with everything that it sends (PROTOCOL.md, "Tokens"). On the replica's thread.
namespace veikart::sync {

// Makes another token when `state`'s no longer stands for all that was written, and keeps it: before anything is sent
// under it.
Status keepToken(Replica& replica, SyncState& state);

// A push of `replica`, still without records.
wire::PushRequest newPush(const ReplicaId& replica, const SyncState& state);
// The same, which also says how far each of this store's replicas has written.
wire::PushRequest newPushWithAuthors(const ReplicaId& replica, const SyncState& state);

} // namespace veikart::sync
