// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/enrol.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/key_pairs.h"
#include "sync/protocol/tuning.h"

namespace veikart::hub {
namespace {

using sync::wire::EnrolReply;
using sync::wire::EnrolRequest;

Status refusedCode() {
  return Status::refused("the code is unknown, used or too old");
}

// The device that redeems `code`: a new one, or the one that redeemed it already and never got its token.
Result<Uuid> deviceFor(OfficeTransaction& rows, const EnrolmentCode& code, const ReplicaId& replica,
                       const Clock& clock) {
  if (clock.nowMillis() > code.expiresMillis)
    return refusedCode();
  if (!code.device.has_value())
    return Uuid::makeV7(clock);
  const Result<bool> seen = rows.isDeviceSeen(*code.device);
  if (!seen.ok())
    return seen.status();
  if (*seen || code.replica != replica)
    return refusedCode();
  return *code.device;
}

std::string deviceName(const EnrolRequest& request, const Uuid& device) {
  if (request.device_name().empty() || request.device_name().size() > sync::tuning::kMaxDeviceNameBytes)
    return device.toString();
  return request.device_name();
}

Status describe(OfficeTransaction& rows, const Uuid& userId, EnrolReply& reply) {
  const Result<Office> office = rows.office();
  const Result<std::optional<User>> user = rows.user(userId);
  if (!office.ok() || !user.ok())
    return office.ok() ? user.status() : office.status();
  if (!user->has_value())
    return Status::notFound("the code's user is gone");
  reply.set_office_id(Bytes(office->id.view()));
  reply.set_office_name(office->name);
  reply.set_user_id(Bytes(userId.view()));
  reply.set_user_name((*user)->firstName + " " + (*user)->lastName);
  reply.set_role(std::string(toText((*user)->role)));
  return {};
}

Status redeem(OfficeTransaction& rows, const EnrolRequest& request, const ReplicaId& replica, const Clock& clock,
              EnrolReply& reply) {
  const Bytes codeHash = secretHash(request.code());
  const Result<std::optional<EnrolmentCode>> found = rows.code(codeHash);
  if (!found.ok())
    return found.status();
  if (!found->has_value())
    return refusedCode();
  EnrolmentCode code = **found;
  const Result<Uuid> device = deviceFor(rows, code, replica, clock);
  if (!device.ok())
    return device.status();
  reply.set_device_token(toHex(crypto::randomBytes(sync::tuning::kDeviceTokenBytes)));
  reply.set_device_name(deviceName(request, *device));
  reply.set_device_id(Bytes(device->view()));
  RETURN_IF_ERROR(rows.putDevice(
      {*device, code.user, reply.device_name(), secretHash(reply.device_token()), request.signing_key()}));
  code.device = *device;
  code.replica = replica;
  RETURN_IF_ERROR(rows.putCode(codeHash, code));
  const Result<std::optional<ReplicaBinding>> binding = rows.replica(replica);
  if (!binding.ok())
    return binding.status();
  // One that belongs to another device stays there; the store is then told that it is a copy when it first syncs.
  if (!binding->has_value())
    RETURN_IF_ERROR(rows.putReplica(replica, {*device, {}, 0}));
  return describe(rows, code.user, reply);
}

} // namespace

Bytes secretHash(BytesView secret) {
  const crypto::Hash256 hash = crypto::blake2b256(secret);
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

Result<std::string> makeCode(OfficeTransaction& rows, const Uuid& user, int64_t nowMillis) {
  const Result<std::optional<User>> found = rows.user(user);
  if (!found.ok())
    return found.status();
  if (!found->has_value())
    return Status::notFound("no such user");
  const std::string code = toHex(crypto::randomBytes(sync::tuning::kCodeBytes));
  RETURN_IF_ERROR(rows.putCode(secretHash(code),
                               {user, nowMillis + sync::tuning::kCodeLifetimeMillis, std::nullopt, std::nullopt}));
  return code;
}

Result<EnrolReply> enrol(StorePool& pool, const EnrolRequest& request, BytesView parcelKey, const Clock& clock) {
  const Result<Uuid> replica = Uuid::fromBytes(request.replica_id());
  if (!replica.ok())
    return replica.status();
  if (!request.signing_key().empty() && request.signing_key().size() != crypto::kPublicKeySize)
    return Status::invalid("a key of the wrong size");
  std::optional<Uuid> office;
  RETURN_IF_ERROR(
      pool.use([&](HubStore& store) { return keep(store.officeOfCode(secretHash(request.code())), office); }));
  if (!office.has_value())
    return refusedCode();
  EnrolReply reply;
  reply.set_parcel_key(Bytes(parcelKey));
  RETURN_IF_ERROR(
      pool.write(*office, [&](OfficeTransaction& rows) { return redeem(rows, request, *replica, clock, reply); }));
  return reply;
}

} // namespace veikart::hub
