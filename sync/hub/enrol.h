// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/store_pool.h"
#include "sync/protocol/veikart.pb.h"

namespace veikart::hub {

// How codes and device tokens are kept: found by their hash, useless to who reads the store.
Bytes secretHash(BytesView secret);

// Makes a code for `user`, good once and until kCodeLifetimeMillis have passed. NotFound for an unknown user.
Result<std::string> makeCode(OfficeTransaction& rows, const Uuid& user, int64_t nowMillis);

// Redeems a code. Refused when it is unknown, used or too old. The same replica may ask again until its device has used
// the token, since the answer that carried it may have been lost. `parcelKey`: the public half of the hub's.
Result<sync::wire::EnrolReply> enrol(StorePool& pool, const sync::wire::EnrolRequest& request, BytesView parcelKey,
                                     const Clock& clock);

} // namespace veikart::hub
