// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/emergency.h"

#include "sync/client/hub_link.h"
#include "sync/protocol/tuning.h"

namespace veikart::sync {

Result<EmergencyOpening> openInEmergency(const Enrolment& enrolment, std::span<const CaseKey> keys,
                                         const std::string& reason) {
  Result<std::unique_ptr<HttpClient>> http = connectTo(enrolment.hubUrl, enrolment.hubCertificate);
  if (!http.ok())
    return http.status();
  wire::EmergencyRequest request;
  request.set_protocol(tuning::kProtocolVersion);
  for (const CaseKey& key : keys)
    request.add_key(key.data(), key.size());
  request.set_reason(reason);
  const SystemClock clock;
  const Result<wire::EmergencyReply> reply = HubLink(**http, enrolment.deviceToken, clock).openInEmergency(request);
  if (!reply.ok())
    return reply.status();
  EmergencyOpening opening{{}, static_cast<int64_t>(reply->until())};
  for (const Bytes& bytes : reply->found()) {
    const Result<Uuid> id = Uuid::fromBytes(bytes);
    if (!id.ok())
      return Status::corrupt("an answer that names no case");
    opening.cases.push_back(*id);
  }
  return opening;
}

} // namespace veikart::sync
