// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/clock.h"
#include "platform/http/http_transport.h"
#include "sync/client/enrolment.h"
#include "sync/protocol/veikart.pb.h"
#include "sync/replica/replica.h"

#include <functional>

// Unsent work for times when its store is shut (PROTOCOL.md, "Parcels"): the ordinary messages, each sealed for the hub
// alone and signed by the device. Who has a parcel may deliver it and can't read it; it may come twice, and after what
// it brings has come by itself.
namespace veikart::sync {

// Shows `keep` everything that is unsent, in the order in which it is to be delivered; nothing for an enrolment without
// keys. What the hub has refused is left out: it waits for a person. Stops at the first failure, the store's or that of
// `keep`. On the replica's thread.
Status packUnsent(Replica& replica, const Enrolment& enrolment, const std::function<Status(const wire::Parcel&)>& keep);

// Whether the hub has all of it now, or holds it. A failure is what HubLink says: Offline and Busy pass, any other
// stays.
Result<bool> deliver(const wire::Parcel& parcel, HttpTransport& http, const Clock& clock);

} // namespace veikart::sync
