// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

namespace veikart::hub {

// What a device says of its store with every push and pull, so that a copied store is noticed (PROTOCOL.md, "Tokens").
struct StoreClaim {
  ReplicaId replica;
  Bytes currentToken; // one, or several one after the other: any that an earlier request may have brought
  Bytes nextToken;
  Bytes cursor;
  Bytes scopeCursor; // its place in the one scope that it asks for

  const Bytes& newestToken() const { return nextToken.empty() ? currentToken : nextToken; }
};

enum class Standing {
  InStep,
  NewToken, // in step, once the claim's newest token is stored, and with it whose replica it is
  Unknown,  // the store is a copy or was set back, or the hub was: it must take a new replica id
};

// Invalid for a token that is none.
Result<Standing> judgeClaim(OfficeTransaction& rows, const Principal& principal, const StoreClaim& claim);

// Takes the claim's newest token for the true one; for NewToken.
Status acceptClaim(OfficeTransaction& rows, const Principal& principal, const StoreClaim& claim);

} // namespace veikart::hub
