// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/clock.h"
#include "platform/http/http_message.h"
#include "sync/hub/store_pool.h"
#include "sync/protocol/parcel_slip.h"

namespace veikart::hub {

// Whom a request comes from, by what its head shows. WrongKey for what shows nothing known, or a token that was not
// used for too long; the store's failures. Any thread.
class Authentication {
public:
  Authentication(StorePool& pool, const Clock& clock) : m_pool(pool), m_clock(clock) {}

  Result<Principal> byToken(const HttpRequest& request); // Revoked, too
  // Of a parcel, which a device may deliver also after it was revoked: the principal says so.
  Result<Principal> bySlip(const HttpRequest& request, sync::ParcelSlip& slip);

private:
  template<class Found>
  Result<Found> find(const std::function<Result<std::optional<Found>>(HubStore&)>& question);
  Status noteSeen(const Principal& principal);

  StorePool& m_pool;
  const Clock& m_clock;
};

} // namespace veikart::hub
