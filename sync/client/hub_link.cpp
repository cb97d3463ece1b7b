// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/hub_link.h"

#include "sync/protocol/body.h"
#include "sync/protocol/tablet_slip.h"
#include "sync/protocol/tuning.h"

#include <charconv>
#include <optional>

namespace veikart::sync {
namespace {

HttpRequest post(std::string path, const google::protobuf::MessageLite& message) {
  HttpRequest request;
  request.method = "POST";
  request.path = std::move(path);
  request.headers["content-type"] = kBodyType;
  request.body = packBody(message);
  return request;
}

HttpRequest question(std::string path, const StorePlace& store) {
  HttpRequest request;
  request.path = std::move(path);
  request.query = {{"cursor", toHex(store.cursor)},
                   {"current", toHex(store.currentToken)},
                   {"next", toHex(store.nextToken)},
                   {"protocol", std::to_string(tuning::kProtocolVersion)},
                   {"replica", store.replica.toString()}};
  return request;
}

bool carriesMessage(const HttpResponse& response) {
  const auto type = response.headers.find("content-type");
  return type != response.headers.end() && type->second == kBodyType;
}

// For an answer without a code of ours: from the server's outermost layer, or from no hub at all.
Status statusOfNumber(int number) {
  const std::string text = "HTTP status " + std::to_string(number);
  if (number == 413)
    return Status::invalid(text);
  return number >= 500 || number == 429 ? Status::busy(text) : Status::refused(text);
}

Status statusOfError(const HttpResponse& response) {
  wire::Error error;
  if (!carriesMessage(response) || !unpackBody(response.body, error).ok())
    return statusOfNumber(response.status);
  switch (error.code()) {
  case wire::UNAUTHORISED:
    return Status::refused("unauthorised");
  case wire::REVOKED:
    return Status::revoked("revoked");
  case wire::WRONG_SIGN_IN:
    return Status::wrongKey("user name or password");
  case wire::UNKNOWN_STORE:
    return Status::conflict("unknown_store");
  case wire::APP_TOO_OLD:
    return Status::tooNew("the hub asks for a newer app");
  case wire::HUB_TOO_OLD:
    return Status::refused("the hub is older than this app");
  case wire::TOO_LARGE:
    return Status::internal("the message was too large for the hub");
  case wire::MALFORMED:
    return Status::internal("the hub could not read the message");
  case wire::BUSY:
  case wire::TOO_MANY:
    return Status::busy("busy");
  case wire::NO_SUCH_ADDRESS:
    return Status::notFound("the hub knows no such address");
  default:
    return statusOfNumber(response.status);
  }
}

std::optional<int64_t> momentIn(const HttpResponse& response, std::string_view name) {
  const auto header = response.headers.find(std::string(name));
  if (header == response.headers.end())
    return std::nullopt;
  int64_t millis = 0;
  const std::string& text = header->second;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), millis);
  return failed == std::errc() ? std::optional(millis) : std::nullopt;
}

} // namespace

Result<wire::GreetingReply> HubLink::greet(const wire::GreetingRequest& request) {
  wire::GreetingReply reply;
  RETURN_IF_ERROR(exchange(post("/v1/greeting", request), reply));
  return reply;
}

Result<wire::EnrolReply> HubLink::enrol(const wire::EnrolRequest& request) {
  wire::EnrolReply reply;
  RETURN_IF_ERROR(exchange(post("/v1/enrol", request), reply));
  return reply;
}

Result<wire::EnrolReply> HubLink::signIn(const wire::EnrolRequest& request, const Uuid& tablet,
                                         const SecretBytes& tabletKey) {
  HttpRequest sent = post("/v1/enrol", request);
  sent.headers["authorization"] = TabletSlip::make(tablet, tabletKey, sent.body).toText();
  wire::EnrolReply reply;
  RETURN_IF_ERROR(exchange(std::move(sent), reply));
  return reply;
}

Result<bool> HubLink::isRevoked(const Uuid& tablet, const SecretBytes& tabletKey) {
  HttpRequest request;
  request.path = "/v1/standing";
  request.headers["authorization"] = TabletSlip::make(tablet, tabletKey, {}).toText();
  wire::StandingReply reply;
  RETURN_IF_ERROR(exchange(std::move(request), reply));
  return reply.revoked();
}

Result<wire::EmergencyReply> HubLink::openInEmergency(const wire::EmergencyRequest& request) {
  wire::EmergencyReply reply;
  RETURN_IF_ERROR(exchange(post("/v1/emergency", request), reply));
  return reply;
}

Result<wire::PushReply> HubLink::push(const wire::PushRequest& request) {
  wire::PushReply reply;
  RETURN_IF_ERROR(exchange(post("/v1/push", request), reply));
  if (reply.result_size() != request.record_size())
    return Status::corrupt("the hub's answer does not match the push");
  return reply;
}

Result<wire::ChangesReply> HubLink::changes(const StorePlace& store, const std::optional<ScopePlace>& only) {
  HttpRequest request = question("/v1/changes", store);
  if (only) {
    request.query.emplace("scope", toHex(scopeToBytes(only->scope)));
    request.query.emplace("scope_cursor", toHex(only->cursor));
  } else {
    request.query.emplace("parts", "1");
  }
  wire::ChangesReply reply;
  RETURN_IF_ERROR(exchange(std::move(request), reply));
  return reply;
}

Result<wire::ScopesReply> HubLink::scopes(const StorePlace& store) {
  wire::ScopesReply reply;
  RETURN_IF_ERROR(exchange(question("/v1/scopes", store), reply));
  return reply;
}

Result<wire::ContentReply> HubLink::sendContent(const wire::ContentPart& part) {
  wire::ContentReply reply;
  RETURN_IF_ERROR(exchange(post("/v1/contents", part), reply));
  return reply;
}

Result<Bytes> HubLink::fetchContent(const ScopeId& scope, const ContentId& content, int64_t start) {
  HttpRequest request;
  request.path = "/v1/contents";
  request.query = {{"content", toHex(content.toBytes())},
                   {"protocol", std::to_string(tuning::kProtocolVersion)},
                   {"scope", toHex(scopeToBytes(scope))},
                   {"start", std::to_string(start)}};
  wire::ContentPart part;
  RETURN_IF_ERROR(exchange(std::move(request), part));
  return part.bytes();
}

Result<bool> HubLink::sendParcel(const wire::Parcel& parcel) {
  HttpRequest request;
  request.method = "POST";
  request.path = "/v1/parcels";
  request.headers["authorization"] = parcel.slip();
  request.headers["content-type"] = "application/octet-stream";
  request.body = parcel.sealed();
  wire::ParcelReply reply;
  RETURN_IF_ERROR(exchange(std::move(request), reply));
  return reply.settled();
}

Result<bool> HubLink::awaitNews(const Digest& known) {
  HttpRequest request;
  request.path = "/v1/news";
  request.query = {{"digest", toHex(known.view())}, {"protocol", std::to_string(tuning::kProtocolVersion)}};
  wire::NewsReply reply;
  RETURN_IF_ERROR(exchange(std::move(request), reply));
  return reply.changed();
}

Status HubLink::exchange(HttpRequest request, google::protobuf::MessageLite& reply) {
  if (!m_deviceToken.empty())
    request.headers["authorization"] = "Bearer " + m_deviceToken;
  m_saysUnknownStore = false;
  const int64_t sentMillis = m_clock.nowMillis();
  const Result<HttpResponse> response = m_http.send(request);
  if (!response.ok())
    return response.status();
  learnTimes(*response, sentMillis);
  const Status refused = response->status == 200 ? Status() : statusOfError(*response);
  m_saysUnknownStore = refused.code() == StatusCode::Conflict;
  RETURN_IF_ERROR(refused);
  if (!carriesMessage(*response))
    return Status::corrupt("the answer is no message of a hub");
  return unpackBody(response->body, reply);
}

void HubLink::learnTimes(const HttpResponse& response, int64_t sentMillis) {
  if (const std::optional<int64_t> hubMillis = momentIn(response, kHubTimeHeader)) {
    const int64_t middle = sentMillis + (m_clock.nowMillis() - sentMillis) / 2;
    m_hubOffsetMillis = *hubMillis - middle;
  }
  m_leaseUntilMillis = momentIn(response, kLeaseHeader).value_or(m_leaseUntilMillis);
}

} // namespace veikart::sync
