// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/enrol.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/key_pairs.h"
#include "sync/protocol/enrolment_code.h"
#include "sync/protocol/tablet_slip.h"
#include "sync/protocol/tuning.h"

namespace veikart::hub {
namespace {

using sync::wire::EnrolReply;
using sync::wire::EnrolRequest;

Status refusedCode() {
  return Status::refused("the code is unknown, used or too old");
}

bool isKeyOrNone(const std::string& key) {
  return key.empty() || key.size() == crypto::kPublicKeySize;
}

Result<std::optional<EnrolmentCode>> currentCode(OfficeTransaction& rows, BytesView name, int64_t nowMillis) {
  Result<std::optional<EnrolmentCode>> code = rows.code(name);
  if (code.ok() && code->has_value() && nowMillis > (*code)->expiresMillis)
    code->reset();
  return code;
}

// The device that redeems `code`: a new one, or the one that redeemed it already and never got its token.
Result<Uuid> deviceFor(OfficeTransaction& rows, const EnrolmentCode& code, const ReplicaId& replica,
                       const Clock& clock) {
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

} // namespace

// Who comes, as far as it is known.
struct Enrolling::Newcomer {
  ReplicaId replica;
  std::optional<Uuid> office;
  std::optional<Uuid> user = {}; // who has signed in
  std::optional<Uuid> device = {};
  std::optional<Uuid> tablet = {};
};

Bytes secretHash(BytesView secret) {
  const crypto::Hash256 hash = crypto::blake2b256(secret);
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

Result<std::string> makeCode(OfficeTransaction& rows, const std::optional<Uuid>& user, int64_t nowMillis) {
  const Result<std::optional<User>> found = user ? rows.user(*user) : std::optional(User());
  if (!found.ok())
    return found.status();
  if (!found->has_value() || (*found)->isDisabled)
    return Status::notFound("no such user");
  const std::string code = sync::makeEnrolmentCode();
  const std::string canonical = sync::canonicalCode(code);
  RETURN_IF_ERROR(rows.putCode(sync::codeName(canonical),
                               {user, nowMillis + sync::tuning::kCodeLifetimeMillis, sync::codeKey(canonical)}));
  return code;
}

Result<sync::wire::GreetingReply> Enrolling::greet(const sync::wire::GreetingRequest& request) {
  if (request.nonce().size() != sync::tuning::kNonceBytes)
    return Status::invalid("a nonce of the wrong size");
  std::optional<Uuid> office;
  RETURN_IF_ERROR(m_pool.use([&](HubStore& store) { return keep(store.officeOfCode(request.code_name()), office); }));
  if (!office.has_value())
    return refusedCode();
  sync::wire::GreetingReply reply;
  RETURN_IF_ERROR(m_pool.read(*office, [&](OfficeTransaction& rows) -> Status {
    const Result<std::optional<EnrolmentCode>> code = currentCode(rows, request.code_name(), m_clock.nowMillis());
    const Result<Office> known = rows.office();
    if (!code.ok() || !known.ok() || !code->has_value())
      return !code.ok() ? code.status() : !known.ok() ? known.status() : refusedCode();
    reply.set_proof(sync::greetingProof((*code)->key, request.nonce(), m_publicKeyPin));
    reply.set_office_name(known->name);
    reply.set_practice(known->isPractice);
    if (!(*code)->user.has_value())
      return {};
    const Result<std::optional<User>> user = rows.user(*(*code)->user);
    if (user.ok() && user->has_value())
      reply.set_first_name((*user)->firstName);
    return user.status();
  }));
  return reply;
}

Result<EnrolReply> Enrolling::enrol(const HttpRequest& head, const EnrolRequest& request) {
  const Result<Uuid> replica = Uuid::fromBytes(request.replica_id());
  if (!replica.ok())
    return replica.status();
  if (!isKeyOrNone(request.signing_key()) || !isKeyOrNone(request.tablet_key()))
    return Status::invalid("a key of the wrong size");
  if (request.user_name().size() > sync::tuning::kMaxUserNameBytes ||
      request.password().size() > sync::tuning::kMaxPasswordBytes)
    return Status::wrongKey("user name or password");
  const Newcomer who{*replica, std::nullopt};
  return request.code().empty() ? byTablet(head, request, who) : byCode(request, who);
}

// The password is looked at before anything is written, and outside of the transaction: it takes a while.
Result<EnrolReply> Enrolling::byCode(const EnrolRequest& request, const Newcomer& newcomer) {
  Newcomer who = newcomer;
  const Bytes name = sync::codeName(sync::canonicalCode(request.code()));
  RETURN_IF_ERROR(m_pool.use([&](HubStore& store) { return keep(store.officeOfCode(name), who.office); }));
  if (!who.office.has_value())
    return refusedCode();
  std::optional<EnrolmentCode> code;
  RETURN_IF_ERROR(m_pool.read(
      *who.office, [&](OfficeTransaction& rows) { return keep(currentCode(rows, name, m_clock.nowMillis()), code); }));
  if (!code.has_value())
    return refusedCode();
  if (!code->user.has_value()) {
    const Result<Uuid> user = m_signIn.user(*who.office, request.user_name(), SecretBytes::copyOf(request.password()));
    if (!user.ok())
      return user.status();
    who.user = *user;
  }
  EnrolReply reply;
  RETURN_IF_ERROR(
      m_pool.write(*who.office, [&](OfficeTransaction& rows) { return redeem(rows, request, who, reply); }));
  return reply;
}

Status Enrolling::redeem(OfficeTransaction& rows, const EnrolRequest& request, Newcomer who, EnrolReply& reply) {
  const Bytes name = sync::codeName(sync::canonicalCode(request.code()));
  const Result<std::optional<EnrolmentCode>> found = currentCode(rows, name, m_clock.nowMillis());
  if (!found.ok() || !found->has_value())
    return found.ok() ? refusedCode() : found.status();
  EnrolmentCode code = **found;
  who.user = code.user.has_value() ? code.user : who.user;
  const Result<Uuid> device = deviceFor(rows, code, who.replica, m_clock);
  if (!device.ok())
    return device.status();
  who.device = *device;
  if (!request.tablet_key().empty()) {
    const Tablet tablet{Uuid::makeV7(m_clock), deviceName(request, *device), request.tablet_key()};
    RETURN_IF_ERROR(rows.putTablet(tablet));
    who.tablet = tablet.id;
  }
  code.device = *device;
  code.replica = who.replica;
  RETURN_IF_ERROR(rows.putCode(name, code));
  return letIn(rows, request, who, reply);
}

Result<Tablet> Enrolling::tabletShownBy(const HttpRequest& request, Uuid& office) {
  const auto header = request.headers.find("authorization");
  const Result<sync::TabletSlip> slip =
      sync::TabletSlip::fromText(header == request.headers.end() ? BytesView() : BytesView(header->second));
  std::optional<Uuid> found;
  if (slip.ok())
    RETURN_IF_ERROR(m_pool.use([&](HubStore& store) { return keep(store.officeOfTablet(slip->tablet), found); }));
  if (!found.has_value())
    return Status::refused("no known tablet");
  office = *found;
  std::optional<Tablet> tablet;
  RETURN_IF_ERROR(
      m_pool.read(office, [&](OfficeTransaction& rows) { return keep(rows.tablet(slip->tablet), tablet); }));
  if (!tablet.has_value() || !slip->isSignedWith(tablet->publicKey, request.body))
    return Status::refused("no known tablet");
  return *tablet;
}

Result<EnrolReply> Enrolling::byTablet(const HttpRequest& head, const EnrolRequest& request, const Newcomer& newcomer) {
  Newcomer who = newcomer;
  Uuid office;
  const Result<Tablet> tablet = tabletShownBy(head, office);
  if (!tablet.ok() || tablet->isRevoked)
    return tablet.ok() ? Status::revoked("the tablet was lost") : tablet.status();
  const Result<Uuid> user = m_signIn.user(office, request.user_name(), SecretBytes::copyOf(request.password()));
  if (!user.ok())
    return user.status();
  who.user = *user;
  who.tablet = tablet->id;
  EnrolReply reply;
  RETURN_IF_ERROR(m_pool.write(office, [&](OfficeTransaction& rows) -> Status {
    const Result<std::optional<Uuid>> before = rows.deviceOf(tablet->id, *user, who.replica);
    if (!before.ok())
      return before.status();
    who.device = before->value_or(Uuid::makeV7(m_clock));
    return letIn(rows, request, who, reply);
  }));
  return reply;
}

// REQUIRES: a user and a device.
Status Enrolling::letIn(OfficeTransaction& rows, const EnrolRequest& request, const Newcomer& who, EnrolReply& reply) {
  reply.set_device_token(toHex(crypto::randomBytes(sync::tuning::kDeviceTokenBytes)));
  reply.set_device_name(deviceName(request, *who.device));
  reply.set_device_id(Bytes(who.device->view()));
  reply.set_parcel_key(m_parcelKey);
  if (who.tablet.has_value())
    reply.set_tablet_id(Bytes(who.tablet->view()));
  RETURN_IF_ERROR(rows.putDevice({*who.device, *who.user, reply.device_name(), secretHash(reply.device_token()),
                                  request.signing_key(), who.tablet, m_clock.nowMillis()}));
  const Result<std::optional<ReplicaBinding>> binding = rows.replica(who.replica);
  if (!binding.ok())
    return binding.status();
  // One that belongs to another device stays there; the store is then told that it is a copy when it first syncs.
  if (!binding->has_value())
    RETURN_IF_ERROR(rows.putReplica(who.replica, {*who.device, {}, 0}));
  return describe(rows, *who.user, reply);
}

Status Enrolling::describe(OfficeTransaction& rows, const Uuid& userId, EnrolReply& reply) {
  const Result<Office> office = rows.office();
  const Result<std::optional<User>> user = rows.user(userId);
  if (!office.ok() || !user.ok())
    return office.ok() ? user.status() : office.status();
  if (!user->has_value() || (*user)->isDisabled)
    return refusedCode();
  reply.set_office_id(Bytes(office->id.view()));
  reply.set_office_name(office->name);
  reply.set_practice(office->isPractice);
  reply.set_user_id(Bytes(userId.view()));
  reply.set_user_name((*user)->firstName + " " + (*user)->lastName);
  reply.set_role(std::string(toText((*user)->role)));
  return {};
}

Result<bool> Enrolling::isRevoked(const HttpRequest& request) {
  Uuid office;
  const Result<Tablet> tablet = tabletShownBy(request, office);
  return tablet.ok() ? Result<bool>(tablet->isRevoked) : tablet.status();
}

} // namespace veikart::hub
