// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/secret_bytes.h"
#include "platform/http/http_client.h"
#include "sync/record/dot.h"

#include <optional>

// How a store comes to be one that its hub knows (PROTOCOL.md, "Enrolment"). Free functions; any thread, blocking while
// they speak with the hub.
namespace veikart::sync {

// What an administrator hands to a new device: typed, as a QR code, or as a file made by `veikart-hub enrol`.
struct EnrolmentOffer {
  std::string hubUrl;
  std::string hubCertificate; // PEM; empty: it is learned, and proved by the code
  std::string code;           // one-time
};

// What the hub says before anything of value is given to it.
struct Greeting {
  EnrolmentOffer offer; // with the certificate that was proved, pinned from then on
  std::string officeName;
  std::string firstName; // of the user whose code it is; empty: whoever signs in
  bool isPractice = true;
};

// What lets a tablet's further users sign in, and a locked tablet ask whether it was reported lost. Its key opens no
// store: it stands in the open on the tablet.
struct TabletIdentity {
  std::string hubUrl;
  std::string hubCertificate;
  std::string officeName;
  Uuid id;
  SecretBytes key; // the secret half (Ed25519)
  bool isPractice = true;
};

// How a user is known to the hub.
struct SignInWords {
  std::string userName;
  SecretBytes password;
};

// With what a device seals unsent work into parcels (parcel.h).
struct ParcelKeys {
  Uuid device;
  Bytes signing; // the secret half of the device's own (Ed25519)
  Bytes hub;     // the public half of the hub's (X25519)
};

// What the device keeps after redeeming it.
struct Enrolment {
  std::string hubUrl;
  std::string hubCertificate;
  std::string deviceToken;
  std::string deviceName;
  Uuid officeId;
  std::string officeName;
  Uuid userId;
  std::string userName;              // "Kari Moen"
  std::string role;                  // "counsellor", "supervisor"
  std::optional<ParcelKeys> parcels; // nothing: enrolled before there were parcels, or by such a hub
  bool isPractice = true;            // fictitious people only
};

// A connection to this hub and to no other; the hub is not asked yet.
Result<std::unique_ptr<HttpClient>> connectTo(const std::string& url, const std::string& certificate);

Result<EnrolmentOffer> parseOffer(BytesView text); // JSON; Invalid, naming what is missing
Bytes toJson(const Enrolment& enrolment);
Result<Enrolment> parseEnrolment(BytesView text);
Bytes toJson(const TabletIdentity& tablet);
Result<TabletIdentity> parseTablet(BytesView text);

// Meets the hub, and makes sure that it is the one that gave the code. Offline; Refused when the code is unknown, used
// or too old; Corrupt when it is another that answers, or somebody stands between: only the hub knows the code.
Result<Greeting> greet(EnrolmentOffer offer);

// A new store's place at the hub, and the tablet's when this is its first.
struct Enrolled {
  Enrolment enrolment;
  std::optional<TabletIdentity> tablet;
};

// Redeems the code; `maybeWords` when it is nobody's. Refused when it is unknown or used, WrongKey for user name or
// password, Offline.
Result<Enrolled> redeem(const EnrolmentOffer& offer, const ReplicaId& replica, const SignInWords* maybeWords = nullptr);

// All three with the text of an offer, for one who need not be asked anything.
Result<Enrolled> enrolWith(BytesView offer, const ReplicaId& replica);

// Another user's store on a tablet that the hub knows. WrongKey, Revoked, Offline.
Result<Enrolment> signIn(const TabletIdentity& tablet, const ReplicaId& replica, const SignInWords& words);

// Whether the office has reported the tablet lost: then its stores are to go. Offline.
Result<bool> isRevoked(const TabletIdentity& tablet);

} // namespace veikart::sync
