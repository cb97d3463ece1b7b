// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_client.h"
#include "sync/record/dot.h"

#include <optional>

namespace veikart::sync {

// What an administrator hands to a new device (a JSON file or QR code made by `veikart-hub enrol`).
struct EnrolmentOffer {
  std::string hubUrl;
  std::string hubCertificate; // PEM, pinned from then on
  std::string code;           // one-time
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
};

Result<EnrolmentOffer> parseOffer(BytesView text); // JSON; Invalid, naming what is missing
Bytes toJson(const Enrolment& enrolment);
Result<Enrolment> parseEnrolment(BytesView text);

// Redeems the code. Refused when it is unknown or used, Offline.
Result<Enrolment> redeem(const EnrolmentOffer& offer, const ReplicaId& replica);

} // namespace veikart::sync
