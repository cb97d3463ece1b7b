// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/messages.h"

#include "sync/hub/enrol.h"
#include "sync/protocol/body.h"
#include "sync/protocol/tuning.h"

namespace veikart::hub {

using sync::wire::ErrorCode;

HttpResponse answer(const google::protobuf::MessageLite& message, int status) {
  HttpResponse response;
  response.status = status;
  response.headers["content-type"] = sync::kBodyType;
  response.body = sync::packBody(message);
  return response;
}

HttpResponse error(int status, ErrorCode code) {
  sync::wire::Error message;
  message.set_code(code);
  return answer(message, status);
}

HttpResponse unknownStore() {
  return error(409, sync::wire::UNKNOWN_STORE);
}

std::optional<HttpResponse> unpack(BytesView body, google::protobuf::MessageLite& message) {
  const Status status = sync::unpackBody(body, message);
  if (status.ok())
    return std::nullopt;
  return status.code() == StatusCode::Invalid ? error(413, sync::wire::TOO_LARGE) : error(400, sync::wire::MALFORMED);
}

std::optional<HttpResponse> checkVersion(uint32_t protocol) {
  if (protocol < sync::tuning::kOldestProtocol)
    return error(426, sync::wire::APP_TOO_OLD);
  if (protocol > sync::tuning::kProtocolVersion)
    return error(501, sync::wire::HUB_TOO_OLD);
  return std::nullopt;
}

std::string parameter(const HttpRequest& request, const std::string& name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? std::string() : found->second;
}

uint32_t protocolOf(const HttpRequest& request) {
  return number<uint32_t>(parameter(request, "protocol")).value_or(0);
}

Result<StoreClaim> claimOf(const HttpRequest& request) {
  const Result<Uuid> replica = Uuid::parse(parameter(request, "replica"));
  Result<Bytes> current = fromHex(parameter(request, "current"));
  Result<Bytes> next = fromHex(parameter(request, "next"));
  Result<Bytes> cursor = fromHex(parameter(request, "cursor"));
  Result<Bytes> scopeCursor = fromHex(parameter(request, "scope_cursor"));
  for (const Status& status :
       {replica.status(), current.status(), next.status(), cursor.status(), scopeCursor.status()})
    RETURN_IF_ERROR(status);
  return StoreClaim{*replica, *std::move(current), *std::move(next), *std::move(cursor), *std::move(scopeCursor)};
}

Result<StoreClaim> claimOf(const sync::wire::PushRequest& message) {
  const Result<Uuid> replica = Uuid::fromBytes(message.replica_id());
  if (!replica.ok())
    return replica.status();
  return StoreClaim{*replica, message.current_token(), message.next_token(), message.cursor(), {}};
}

Result<std::optional<ScopeId>> scopeOf(const HttpRequest& request) {
  const Result<Bytes> bytes = fromHex(parameter(request, "scope"));
  if (!bytes.ok() || bytes->empty())
    return bytes.ok() ? Result<std::optional<ScopeId>>(std::nullopt) : bytes.status();
  const Result<ScopeId> scope = sync::scopeFromBytes(*bytes);
  if (!scope.ok())
    return scope.status();
  return std::optional<ScopeId>(*scope);
}

HttpResponse resumable(const google::protobuf::MessageLite& message) {
  HttpResponse response = answer(message);
  if (response.body.size() >= sync::tuning::kResumableBytes)
    response.headers["etag"] = '"' + toHex(secretHash(response.body)).substr(0, 32) + '"';
  return response;
}

} // namespace veikart::hub
