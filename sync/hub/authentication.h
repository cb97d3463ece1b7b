// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_message.h"
#include "sync/hub/store_pool.h"
#include "sync/protocol/parcel_slip.h"

namespace veikart::hub {

// Whom a request comes from, by what its head shows. WrongKey for what shows nothing known; the store's failures. Any
// thread.
class Authentication {
public:
  explicit Authentication(StorePool& pool) : m_pool(pool) {}

  Result<Principal> byToken(const HttpRequest& request);
  Result<Principal> bySlip(const HttpRequest& request, sync::ParcelSlip& slip); // of a parcel

private:
  template<class Found>
  Result<Found> find(const std::function<Result<std::optional<Found>>(HubStore&)>& question);
  Status noteSeen(const Principal& principal);

  StorePool& m_pool;
};

} // namespace veikart::hub
