// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/authentication.h"

#include "sync/hub/enrol.h"
#include "sync/protocol/tuning.h"

#include <algorithm>

namespace veikart::hub {
namespace {

Status unauthorised() {
  return Status::wrongKey("no known device");
}

BytesView shownBy(const HttpRequest& request) {
  const auto header = request.headers.find("authorization");
  return header == request.headers.end() ? BytesView() : BytesView(header->second);
}

} // namespace

template<class Found>
Result<Found> Authentication::find(const std::function<Result<std::optional<Found>>(HubStore&)>& question) {
  std::optional<Found> found;
  RETURN_IF_ERROR(m_pool.use([&](HubStore& store) { return keep(question(store), found); }));
  return found.has_value() ? Result<Found>(*std::move(found)) : unauthorised();
}

Result<Principal> Authentication::byToken(const HttpRequest& request) {
  constexpr std::string_view kScheme = "Bearer ";
  const BytesView shown = shownBy(request);
  if (!shown.starts_with(kScheme))
    return unauthorised();
  const Bytes tokenHash = secretHash(shown.substr(kScheme.size()));
  const Result<Principal> principal = find<Principal>([&](HubStore& store) { return store.findDevice(tokenHash); });
  if (!principal.ok())
    return principal;
  if (principal->isRevoked)
    return Status::revoked("the device was shut out");
  const int64_t usedMillis = std::max(principal->tokenMadeMillis, principal->heardMillis);
  if (m_clock.nowMillis() - usedMillis > sync::tuning::kTokenLifetimeMillis)
    return unauthorised();
  RETURN_IF_ERROR(noteSeen(*principal));
  return principal;
}

Result<Principal> Authentication::bySlip(const HttpRequest& request, sync::ParcelSlip& slip) {
  Result<sync::ParcelSlip> shown = sync::ParcelSlip::fromText(shownBy(request));
  if (!shown.ok())
    return unauthorised();
  slip = *std::move(shown);
  const Result<Signer> signer = find<Signer>([&](HubStore& store) { return store.findSigner(slip.device); });
  if (!signer.ok())
    return signer.status();
  if (!slip.isSignedWith(signer->key))
    return unauthorised();
  RETURN_IF_ERROR(noteSeen(signer->principal));
  return signer->principal;
}

Status Authentication::noteSeen(const Principal& principal) {
  if (principal.hasBeenSeen)
    return {};
  return m_pool.write(principal.office, [&](OfficeTransaction& rows) { return rows.markDeviceSeen(principal.device); });
}

} // namespace veikart::hub
