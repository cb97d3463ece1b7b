// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/store_claim.h"

#include "sync/hub/feed.h"
#include "sync/protocol/tuning.h"

namespace veikart::hub {
namespace {

// A token that could be guessed would let a copy pass.
bool isToken(const Bytes& token) {
  return token.empty() || token.size() == sync::tuning::kStoreTokenBytes;
}

bool areTokens(const Bytes& tokens) {
  return tokens.size() % sync::tuning::kStoreTokenBytes == 0 && tokens.size() <= sync::tuning::kMaxTokensBytes;
}

bool holds(BytesView tokens, BytesView token) {
  for (size_t at = 0; at < tokens.size(); at += sync::tuning::kStoreTokenBytes)
    if (tokens.substr(at, sync::tuning::kStoreTokenBytes) == token)
      return true;
  return false;
}

} // namespace

Result<Standing> judgeClaim(OfficeTransaction& rows, const Principal& principal, const StoreClaim& claim) {
  if (!areTokens(claim.currentToken) || !isToken(claim.nextToken) || !isToken(claim.newestToken()))
    return Status::invalid("a token of the wrong size");
  const Result<std::optional<ReplicaBinding>> found = rows.replica(claim.replica);
  if (!found.ok())
    return found.status();
  const std::optional<ReplicaBinding>& binding = *found;
  if (binding.has_value() && binding->device != principal.device)
    return Standing::Unknown;
  for (const Bytes& cursor : {claim.cursor, claim.scopeCursor}) {
    const Result<bool> isKnown = isKnownCursor(rows, cursor);
    if (!isKnown.ok())
      return isKnown.status();
    if (!*isKnown)
      return Standing::Unknown;
  }
  const Bytes stored = binding.has_value() ? binding->token : Bytes();
  if (!stored.empty() && stored != claim.nextToken && !holds(claim.currentToken, stored))
    return Standing::Unknown;
  return binding.has_value() && stored == claim.newestToken() ? Standing::InStep : Standing::NewToken;
}

Status acceptClaim(OfficeTransaction& rows, const Principal& principal, const StoreClaim& claim) {
  return rows.putReplica(claim.replica, {principal.device, claim.newestToken(), 0});
}

} // namespace veikart::hub
