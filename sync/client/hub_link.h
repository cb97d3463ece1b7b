// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/clock.h"
#include "platform/crypto/secret_bytes.h"
#include "platform/http/http_transport.h"
#include "sync/protocol/veikart.pb.h"
#include "sync/record/attachment.h"
#include "sync/record/canonical.h"

namespace veikart::sync {

// What a store says of itself when it asks for something.
struct StorePlace {
  ReplicaId replica;
  Bytes cursor;
  Bytes currentToken;
  Bytes nextToken;
};

// One scope to be read by itself, this replica's own writes too.
struct ScopePlace {
  ScopeId scope;
  Bytes cursor; // empty: from its start
};

// The hub's addresses, as messages in and out. Every failure comes back as a Status: Conflict for `unknown_store`;
// NotFound for an address that a hub older than this app has not; Revoked for a device that was shut out, WrongKey for
// a user name or password that is wrong; Refused, TooNew, Busy, Invalid for the other codes; Corrupt for an answer that
// is no message; and those of its transport. One thread, that of its transport.
class HubLink {
public:
  HubLink(HttpTransport& http, std::string deviceToken, const Clock& clock)
      : m_http(http), m_deviceToken(std::move(deviceToken)), m_clock(clock) {}

  Result<wire::GreetingReply> greet(const wire::GreetingRequest& request);
  Result<wire::EnrolReply> enrol(const wire::EnrolRequest& request);
  // The same for another user of a tablet, and what the hub thinks of the tablet while nobody has unlocked it.
  Result<wire::EnrolReply> signIn(const wire::EnrolRequest& request, const Uuid& tablet, const SecretBytes& tabletKey);
  Result<bool> isRevoked(const Uuid& tablet, const SecretBytes& tabletKey);
  Result<wire::EmergencyReply> openInEmergency(const wire::EmergencyRequest& request);
  Result<wire::PushReply> push(const wire::PushRequest& request);
  Result<wire::ChangesReply> changes(const StorePlace& store, const std::optional<ScopePlace>& only = std::nullopt);
  Result<wire::ScopesReply> scopes(const StorePlace& store);

  Result<wire::ContentReply> sendContent(const wire::ContentPart& part);
  Result<Bytes> fetchContent(const ScopeId& scope, const ContentId& content, int64_t start); // none: it has it not

  Result<bool> sendParcel(const wire::Parcel& parcel); // whether the hub has all of it now; needs no token

  // Waits until the user's devices must hold something else than `known`, or about a minute: whether they must.
  Result<bool> awaitNews(const Digest& known);

  bool saysUnknownStore() const { return m_saysUnknownStore; } // the latest answer

  int64_t hubOffsetMillis() const { return m_hubOffsetMillis; } // from the latest answer
  // Until when the user may open this device without the hub, by the hub's clock; 0: it has not said.
  int64_t leaseUntilMillis() const { return m_leaseUntilMillis; }
  uint64_t bytesSent() const { return m_http.bytesSent(); }

private:
  Status exchange(HttpRequest request, google::protobuf::MessageLite& reply);
  void learnTimes(const HttpResponse& response, int64_t sentMillis);

  HttpTransport& m_http;
  std::string m_deviceToken;
  const Clock& m_clock;
  int64_t m_hubOffsetMillis = 0;
  int64_t m_leaseUntilMillis = 0;
  bool m_saysUnknownStore = false;
};

} // namespace veikart::sync
