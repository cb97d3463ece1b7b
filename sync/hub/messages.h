// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_message.h"
#include "sync/hub/store_claim.h"
#include "sync/protocol/veikart.pb.h"

#include <charconv>
#include <optional>

// Requests as they are read, and answers as they are written (PROTOCOL.md). Free functions; any thread.
namespace veikart::hub {

HttpResponse answer(const google::protobuf::MessageLite& message, int status = 200);
HttpResponse resumable(const google::protobuf::MessageLite& message); // a device goes on with it where the line broke
HttpResponse error(int status, sync::wire::ErrorCode code);
HttpResponse unknownStore();

// Nothing when the message may be looked at; else what is to be answered.
std::optional<HttpResponse> unpack(BytesView body, google::protobuf::MessageLite& message);
std::optional<HttpResponse> checkVersion(uint32_t protocol);

std::string parameter(const HttpRequest& request, const std::string& name); // empty when it is not there

template<class Number>
std::optional<Number> number(const std::string& text) {
  Number value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failed == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

uint32_t protocolOf(const HttpRequest& request);

// Invalid for what can't be read.
Result<StoreClaim> claimOf(const HttpRequest& request);
Result<StoreClaim> claimOf(const sync::wire::PushRequest& message);
Result<std::optional<ScopeId>> scopeOf(const HttpRequest& request); // nothing when all of them are asked for

} // namespace veikart::hub
