// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/push_receipts.h"

namespace veikart::sync {
namespace {

PushOutcome outcomeOf(wire::PushOutcome outcome) {
  switch (outcome) {
  case wire::APPLIED:
    return PushOutcome::Applied;
  case wire::MERGED:
    return PushOutcome::Merged;
  case wire::QUARANTINED:
    return PushOutcome::Quarantined;
  case wire::HELD:
    return PushOutcome::Held;
  default:
    // An outcome of a later version is not known to be an acknowledgement.
    return PushOutcome::Refused;
  }
}

} // namespace

std::vector<Receipt> receiptsOf(wire::PushRequest& request, const wire::PushReply& reply) {
  std::vector<Receipt> receipts;
  receipts.reserve(static_cast<size_t>(reply.result_size()));
  for (int i = 0; i < reply.result_size(); ++i)
    receipts.push_back(
        {std::move(*request.mutable_record(i)), outcomeOf(reply.result(i).outcome()), reply.result(i).reason(), 0});
  return receipts;
}

bool isAcknowledged(const Receipt& receipt) {
  return receipt.outcome == PushOutcome::Applied || receipt.outcome == PushOutcome::Merged ||
         receipt.outcome == PushOutcome::Held;
}

} // namespace veikart::sync
