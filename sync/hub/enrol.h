// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_message.h"
#include "sync/hub/sign_in.h"
#include "sync/hub/store_pool.h"
#include "sync/protocol/veikart.pb.h"

namespace veikart::hub {

// What the hub keeps of a device's token: a hash, so that a leaked store opens nothing.
Bytes secretHash(BytesView secret);

// A one-time code for a device of one user, or for whoever signs in. NotFound for an unknown user.
Result<std::string> makeCode(OfficeTransaction& rows, const std::optional<Uuid>& user, int64_t nowMillis);

// How devices come to be known (PROTOCOL.md, "Enrolment"). Any thread, several at once.
class Enrolling {
public:
  // `publicKeyPin`: of the hub's certificate. `parcelKey`: the public half.
  Enrolling(StorePool& pool, std::string publicKeyPin, Bytes parcelKey, const Clock& clock)
      : m_pool(pool), m_publicKeyPin(std::move(publicKeyPin)), m_parcelKey(std::move(parcelKey)), m_clock(clock),
        m_signIn(pool) {}

  // Proves to one who knows a code that this is the hub which gave it out. Refused when it is unknown, used or too old.
  Result<sync::wire::GreetingReply> greet(const sync::wire::GreetingRequest& request);

  // Redeems a code, or lets a user in on a tablet that is known. Refused for a code or tablet that is none; WrongKey
  // for user name or password, whichever of them is wrong; Revoked for a tablet that was lost.
  Result<sync::wire::EnrolReply> enrol(const HttpRequest& head, const sync::wire::EnrolRequest& request);

  // Whether the tablet that shows its slip, over an empty body, was revoked. Refused for one that is unknown.
  Result<bool> isRevoked(const HttpRequest& request);

private:
  struct Newcomer;
  Result<Tablet> tabletShownBy(const HttpRequest& request, Uuid& office);
  Result<sync::wire::EnrolReply> byCode(const sync::wire::EnrolRequest& request, const Newcomer& who);
  Result<sync::wire::EnrolReply> byTablet(const HttpRequest& head, const sync::wire::EnrolRequest& request,
                                          const Newcomer& who);
  Status redeem(OfficeTransaction& rows, const sync::wire::EnrolRequest& request, Newcomer who,
                sync::wire::EnrolReply& reply);
  Status letIn(OfficeTransaction& rows, const sync::wire::EnrolRequest& request, const Newcomer& who,
               sync::wire::EnrolReply& reply);
  Status describe(OfficeTransaction& rows, const Uuid& user, sync::wire::EnrolReply& reply);

  StorePool& m_pool;
  const std::string m_publicKeyPin;
  const Bytes m_parcelKey;
  const Clock& m_clock;
  SignIn m_signIn;
};

} // namespace veikart::hub
