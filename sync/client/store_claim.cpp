// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/store_claim.h"

#include "platform/crypto/crypto.h"
#include "sync/protocol/tuning.h"

namespace veikart::sync {

// Only when something is sent: a copy that has only read is no harm. A token stands for what was written when it was
// made. With more written since it was, a store that was set back to that moment would pass under it and give the dots
// of what it lacks to other contents; so there is another then, and the hub may hold any that was sent before.
Status keepToken(Replica& replica, SyncState& state) {
  const bool standsForAll = !state.nextToken.empty() && state.nextTokenCounter == replica.counter();
  if (standsForAll || state.currentToken.size() >= tuning::kMaxTokensBytes)
    return {};
  state.currentToken += state.nextToken;
  state.nextToken = crypto::randomBytes(tuning::kStoreTokenBytes);
  state.nextTokenCounter = replica.counter();
  return replica.saveTokens(state.currentToken, state.nextToken);
}

wire::PushRequest newPush(const ReplicaId& replica, const SyncState& state) {
  wire::PushRequest request;
  request.set_protocol(tuning::kProtocolVersion);
  request.set_replica_id(Bytes(replica.view()));
  request.set_current_token(state.currentToken);
  request.set_next_token(state.nextToken);
  request.set_cursor(state.cursor);
  return request;
}

wire::PushRequest newPushWithAuthors(const ReplicaId& replica, const SyncState& state) {
  wire::PushRequest request = newPush(replica, state);
  for (const auto& [each, counter] : state.authors) {
    wire::Author& author = *request.add_author();
    author.set_replica_id(Bytes(each.view()));
    author.set_counter(counter);
  }
  return request;
}

} // namespace veikart::sync
