// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <string_view>

namespace google::protobuf {
class MessageLite;
}

// Bodies on the wire: one protobuf message in one zstd frame that states its size. Free functions; any thread.
namespace veikart::sync {

inline constexpr std::string_view kBodyType = "application/x-veikart";

// The hub's clock in milliseconds since 1970, in every answer of the hub. A header, so that the body of a page stays
// the same bytes when its rest is fetched again.
inline constexpr std::string_view kHubTimeHeader = "x-veikart-time";
inline constexpr std::string_view kLeaseHeader = "x-veikart-lease"; // milliseconds since 1970

Bytes packBody(const google::protobuf::MessageLite& message);

// Invalid when the message would be larger than tuning.h allows (nothing is unpacked) or lists more, Corrupt when
// `body` is no such message.
Status unpackBody(BytesView body, google::protobuf::MessageLite& into);

} // namespace veikart::sync
