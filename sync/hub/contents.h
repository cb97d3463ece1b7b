// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"
#include "sync/protocol/veikart.pb.h"

// What is attached to records, as the hub takes and gives it: in parts, each durable, so that a transfer goes on where
// it broke off. PROTOCOL.md, "Contents". Each runs in the caller's transaction. Invalid for a message without a name.
namespace veikart::hub {

std::set<ContentId> contentsNamedBy(const Record& record); // also what a late write names

struct ContentTaken {
  sync::wire::ContentReply reply;
  std::optional<ScopeId> completed; // the scope in which a content is now whole
};

// Takes the next bytes. Whose scope was closed meanwhile may still bring what he has; nobody gets it from him then but
// those who have the scope.
Result<ContentTaken> takeContent(OfficeTransaction& rows, const Principal& principal,
                                 const sync::wire::ContentPart& part, int64_t nowMillis);

// The bytes from there on, one part at most; none of a content that is not whole, or not the principal's to see.
Result<sync::wire::ContentPart> giveContent(OfficeTransaction& rows, const Principal& principal, const ScopeId& scope,
                                            const ContentId& content, uint64_t start, int64_t nowMillis);

} // namespace veikart::hub
