// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_client.h"
#include "sync/record/dot.h"

namespace veikart::sync {

// What an administrator hands to a new device (a JSON file or QR code made by `veikart-hub enrol`).
struct EnrolmentOffer {
  std::string hubUrl;
  std::string hubCertificate; // PEM, pinned from then on
  std::string code;           // one-time
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
  std::string userName; // "Kari Moen"
  std::string role;     // "counsellor", "supervisor"
};

Result<EnrolmentOffer> parseOffer(BytesView text); // JSON; Invalid, naming what is missing
Bytes toJson(const Enrolment& enrolment);
Result<Enrolment> parseEnrolment(BytesView text);

// Redeems the code. Refused when it is unknown or used, Offline.
Result<Enrolment> redeem(const EnrolmentOffer& offer, const ReplicaId& replica);

} // namespace veikart::sync
