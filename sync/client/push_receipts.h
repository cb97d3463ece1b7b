// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/protocol/veikart.pb.h"
#include "sync/replica/replica.h"

#include <vector>

namespace veikart::sync {

// The hub's word on every record of a push, in their order, without their keys. Moves their bytes out of `request`.
std::vector<Receipt> receiptsOf(wire::PushRequest& request, const wire::PushReply& reply);

bool isAcknowledged(const Receipt& receipt); // the hub has it, or holds it

} // namespace veikart::sync
