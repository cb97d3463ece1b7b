// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/enrolment.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/key_pairs.h"
#include "platform/http/certificate_pin.h"
#include "platform/http/server_certificate.h"
#include "sync/client/hub_link.h"
#include "sync/protocol/enrolment_code.h"
#include "sync/protocol/tuning.h"

#include <nlohmann/json.hpp>

#include <array>
#include <unistd.h>

namespace veikart::sync {
namespace {

using nlohmann::json;

constexpr int64_t kMeetingMillis = 10'000;

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

  bool flag(const char* name, bool otherwise) const {
    const auto found = m_object.is_object() ? m_object.find(name) : m_object.end();
    return found != m_object.end() && found->is_boolean() ? found->get<bool>() : otherwise;
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
                   parcelKeysFrom(reply, signing),
                   reply.practice()};
}

// A key of the device's own goes with each request to let it in.
struct Application {
  SecretBytes signing = SecretBytes::random(crypto::kKeySize);
  wire::EnrolRequest request;

  Application(const ReplicaId& replica, const SignInWords* maybeWords) {
    request.set_protocol(tuning::kProtocolVersion);
    request.set_replica_id(Bytes(replica.view()));
    request.set_device_name(nameOfThisDevice());
    request.set_signing_key(crypto::signingPublicKey(signing));
    if (maybeWords != nullptr) {
      request.set_user_name(maybeWords->userName);
      request.set_password(Bytes(maybeWords->password.view()));
    }
  }
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;
  ~Application() { wipe(*request.mutable_password()); }
};

} // namespace

Result<std::unique_ptr<HttpClient>> connectTo(const std::string& url, const std::string& certificate) {
  HttpClientOptions options;
  options.baseUrl = url;
  options.pinnedCertificate = certificate;
  return HttpClient::create(std::move(options));
}

Result<EnrolmentOffer> parseOffer(BytesView text) {
  TextReader reader(text);
  EnrolmentOffer offer{reader.text("hubUrl"), {}, reader.text("code")};
  if (reader.has("hubCertificate"))
    offer.hubCertificate = reader.text("hubCertificate");
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
                 {"role", enrolment.role},
                 {"practice", enrolment.isPractice}};
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
  Enrolment enrolment{reader.text("hubUrl"),        reader.text("hubCertificate"),
                      reader.text("deviceToken"),   reader.text("deviceName"),
                      reader.uuid("officeId"),      reader.text("officeName"),
                      reader.uuid("userId"),        reader.text("userName"),
                      reader.text("role"),          std::nullopt,
                      reader.flag("practice", true)};
  if (reader.has("signingKey"))
    enrolment.parcels = ParcelKeys{reader.uuid("deviceId"), reader.bytes("signingKey"), reader.bytes("parcelKey")};
  RETURN_IF_ERROR(reader.status());
  if (enrolment.parcels && (enrolment.parcels->signing.size() != crypto::kKeySize ||
                            enrolment.parcels->hub.size() != crypto::kPublicKeySize))
    return Status::invalid("a key of the wrong size");
  return enrolment;
}

Bytes toJson(const TabletIdentity& tablet) {
  const json object = {{"version", 1},
                       {"hubUrl", tablet.hubUrl},
                       {"hubCertificate", tablet.hubCertificate},
                       {"officeName", tablet.officeName},
                       {"tabletId", tablet.id.toString()},
                       {"tabletKey", toHex(tablet.key.view())},
                       {"practice", tablet.isPractice}};
  return object.dump(2, ' ', false, json::error_handler_t::replace);
}

Result<TabletIdentity> parseTablet(BytesView text) {
  TextReader reader(text);
  TabletIdentity tablet{reader.text("hubUrl"),
                        reader.text("hubCertificate"),
                        reader.text("officeName"),
                        reader.uuid("tabletId"),
                        SecretBytes::copyOf(reader.bytes("tabletKey")),
                        reader.flag("practice", true)};
  RETURN_IF_ERROR(reader.status());
  return tablet.key.size() == crypto::kKeySize ? Result<TabletIdentity>(std::move(tablet))
                                               : Status::invalid("a key of the wrong size");
}

Result<Greeting> greet(EnrolmentOffer offer) {
  const bool isLearned = offer.hubCertificate.empty();
  if (isLearned)
    RETURN_IF_ERROR(keep(certificateOf(offer.hubUrl, kMeetingMillis), offer.hubCertificate));
  const Result<std::string> pin = publicKeyPin(offer.hubCertificate);
  Result<std::unique_ptr<HttpClient>> http = connectTo(offer.hubUrl, offer.hubCertificate);
  if (!pin.ok() || !http.ok())
    return pin.ok() ? http.status() : pin.status();
  const std::string code = canonicalCode(offer.code);
  wire::GreetingRequest request;
  request.set_protocol(tuning::kProtocolVersion);
  request.set_code_name(codeName(code));
  request.set_nonce(crypto::randomBytes(tuning::kNonceBytes));
  const SystemClock clock;
  const Result<wire::GreetingReply> reply = HubLink(**http, {}, clock).greet(request);
  if (reply.status().code() == StatusCode::NotFound && !isLearned)
    return Greeting{std::move(offer), {}, {}, true}; // a hub that is older than greetings
  if (!reply.ok())
    return reply.status();
  if (!crypto::equalInConstantTime(reply->proof(), greetingProof(codeKey(code), request.nonce(), *pin)))
    return Status::corrupt("not the hub that gave the code");
  return Greeting{std::move(offer), reply->office_name(), reply->first_name(), reply->practice()};
}

Result<Enrolled> redeem(const EnrolmentOffer& offer, const ReplicaId& replica, const SignInWords* maybeWords) {
  Result<std::unique_ptr<HttpClient>> http = connectTo(offer.hubUrl, offer.hubCertificate);
  if (!http.ok())
    return http.status();
  Application application(replica, maybeWords);
  application.request.set_code(offer.code);
  SecretBytes tabletKey = SecretBytes::random(crypto::kKeySize);
  application.request.set_tablet_key(crypto::signingPublicKey(tabletKey));
  const SystemClock clock;
  const Result<wire::EnrolReply> reply = HubLink(**http, {}, clock).enrol(application.request);
  Result<Enrolment> enrolment =
      reply.ok() ? enrolmentFrom(offer, *reply, application.signing) : Result<Enrolment>(reply.status());
  if (!enrolment.ok())
    return enrolment.status();
  Enrolled enrolled{*std::move(enrolment), std::nullopt};
  if (const Result<Uuid> tablet = Uuid::fromBytes(reply->tablet_id()); tablet.ok())
    enrolled.tablet = TabletIdentity{offer.hubUrl, offer.hubCertificate, enrolled.enrolment.officeName,
                                     *tablet,      std::move(tabletKey), reply->practice()};
  return enrolled;
}

Result<Enrolled> enrolWith(BytesView text, const ReplicaId& replica) {
  const Result<EnrolmentOffer> offer = parseOffer(text);
  const Result<Greeting> greeting = offer.ok() ? greet(*offer) : offer.status();
  return greeting.ok() ? redeem(greeting->offer, replica) : greeting.status();
}

Result<Enrolment> signIn(const TabletIdentity& tablet, const ReplicaId& replica, const SignInWords& words) {
  Result<std::unique_ptr<HttpClient>> http = connectTo(tablet.hubUrl, tablet.hubCertificate);
  if (!http.ok())
    return http.status();
  const Application application(replica, &words);
  const SystemClock clock;
  const Result<wire::EnrolReply> reply = HubLink(**http, {}, clock).signIn(application.request, tablet.id, tablet.key);
  return reply.ok() ? enrolmentFrom({tablet.hubUrl, tablet.hubCertificate, {}}, *reply, application.signing)
                    : Result<Enrolment>(reply.status());
}

Result<bool> isRevoked(const TabletIdentity& tablet) {
  Result<std::unique_ptr<HttpClient>> http = connectTo(tablet.hubUrl, tablet.hubCertificate);
  if (!http.ok())
    return http.status();
  const SystemClock clock;
  return HubLink(**http, {}, clock).isRevoked(tablet.id, tablet.key);
}

} // namespace veikart::sync
