// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/enrolment.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/key_pairs.h"
#include "sync/client/hub_link.h"
#include "sync/protocol/tuning.h"

#include <nlohmann/json.hpp>

#include <array>
#include <unistd.h>

namespace veikart::sync {
namespace {

using nlohmann::json;

// Reads text members of one JSON object and remembers the first that is missing.
class TextReader {
public:
  explicit TextReader(BytesView text) : m_object(json::parse(text, nullptr, false)) {
    if (!m_object.is_object())
      m_status = Status::invalid("no JSON object");
  }

  std::string text(const char* name) {
    const auto found = m_object.is_object() ? m_object.find(name) : m_object.end();
    if (m_status.ok() &&
        (found == m_object.end() || !found->is_string() || found->get_ref<const std::string&>().empty()))
      m_status = Status::invalid(std::string(name) + " is missing");
    return m_status.ok() ? found->get<std::string>() : std::string();
  }

  Uuid uuid(const char* name) {
    const std::string written = text(name);
    if (!m_status.ok())
      return {};
    const Result<Uuid> parsed = Uuid::parse(written);
    if (!parsed.ok())
      m_status = Status::invalid(std::string(name) + " is no UUID");
    return parsed.ok() ? *parsed : Uuid{};
  }

  Bytes bytes(const char* name) {
    const std::string written = text(name);
    const Result<Bytes> parsed = fromHex(written);
    if (m_status.ok() && !parsed.ok())
      m_status = Status::invalid(std::string(name) + " is not hexadecimal");
    return m_status.ok() ? *parsed : Bytes();
  }

  bool has(const char* name) const { return m_object.is_object() && m_object.contains(name); }
  const Status& status() const { return m_status; }

private:
  json m_object;
  Status m_status;
};

// The name an administrator knows the device by.
std::string nameOfThisDevice() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0)
    return {};
  return std::string(name.data()).substr(0, tuning::kMaxDeviceNameBytes);
}

// Nothing when the hub is older than parcels.
std::optional<ParcelKeys> parcelKeysFrom(const wire::EnrolReply& reply, const SecretBytes& signing) {
  const Result<Uuid> device = Uuid::fromBytes(reply.device_id());
  if (!device.ok() || reply.parcel_key().size() != crypto::kPublicKeySize)
    return std::nullopt;
  return ParcelKeys{*device, Bytes(signing.view()), reply.parcel_key()};
}

Result<Enrolment> enrolmentFrom(const EnrolmentOffer& offer, const wire::EnrolReply& reply,
                                const SecretBytes& signing) {
  const Result<Uuid> office = Uuid::fromBytes(reply.office_id());
  const Result<Uuid> user = Uuid::fromBytes(reply.user_id());
  if (!office.ok() || !user.ok() || reply.device_token().empty())
    return Status::corrupt("the hub's enrolment is incomplete");
  return Enrolment{offer.hubUrl,
                   offer.hubCertificate,
                   reply.device_token(),
                   reply.device_name(),
                   *office,
                   reply.office_name(),
                   *user,
                   reply.user_name(),
                   reply.role(),
                   parcelKeysFrom(reply, signing)};
}

} // namespace

Result<EnrolmentOffer> parseOffer(BytesView text) {
  TextReader reader(text);
  EnrolmentOffer offer{reader.text("hubUrl"), reader.text("hubCertificate"), reader.text("code")};
  RETURN_IF_ERROR(reader.status());
  return offer;
}

Bytes toJson(const Enrolment& enrolment) {
  json object = {{"version", 1},
                 {"hubUrl", enrolment.hubUrl},
                 {"hubCertificate", enrolment.hubCertificate},
                 {"deviceToken", enrolment.deviceToken},
                 {"deviceName", enrolment.deviceName},
                 {"officeId", enrolment.officeId.toString()},
                 {"officeName", enrolment.officeName},
                 {"userId", enrolment.userId.toString()},
                 {"userName", enrolment.userName},
                 {"role", enrolment.role}};
  if (enrolment.parcels) {
    object["deviceId"] = enrolment.parcels->device.toString();
    object["signingKey"] = toHex(enrolment.parcels->signing);
    object["parcelKey"] = toHex(enrolment.parcels->hub);
  }
  // A name that is no UTF-8 would make dump() throw; its broken bytes are replaced instead.
  return object.dump(2, ' ', false, json::error_handler_t::replace);
}

Result<Enrolment> parseEnrolment(BytesView text) {
  TextReader reader(text);
  Enrolment enrolment{reader.text("hubUrl"),      reader.text("hubCertificate"),
                      reader.text("deviceToken"), reader.text("deviceName"),
                      reader.uuid("officeId"),    reader.text("officeName"),
                      reader.uuid("userId"),      reader.text("userName"),
                      reader.text("role"),        std::nullopt};
  if (reader.has("signingKey"))
    enrolment.parcels = ParcelKeys{reader.uuid("deviceId"), reader.bytes("signingKey"), reader.bytes("parcelKey")};
  RETURN_IF_ERROR(reader.status());
  if (enrolment.parcels && (enrolment.parcels->signing.size() != crypto::kKeySize ||
                            enrolment.parcels->hub.size() != crypto::kPublicKeySize))
    return Status::invalid("a key of the wrong size");
  return enrolment;
}

Result<Enrolment> redeem(const EnrolmentOffer& offer, const ReplicaId& replica) {
  HttpClientOptions options;
  options.baseUrl = offer.hubUrl;
  options.pinnedCertificate = offer.hubCertificate;
  Result<std::unique_ptr<HttpClient>> http = HttpClient::create(std::move(options));
  if (!http.ok())
    return http.status();
  wire::EnrolRequest request;
  request.set_protocol(tuning::kProtocolVersion);
  request.set_code(offer.code);
  request.set_replica_id(Bytes(replica.view()));
  request.set_device_name(nameOfThisDevice());
  const SecretBytes signing = SecretBytes::random(crypto::kKeySize);
  request.set_signing_key(crypto::signingPublicKey(signing));
  const SystemClock clock;
  const Result<wire::EnrolReply> reply = HubLink(**http, {}, clock).enrol(request);
  return reply.ok() ? enrolmentFrom(offer, *reply, signing) : reply.status();
}

} // namespace veikart::sync
