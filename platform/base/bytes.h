// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <string>
#include <string_view>

namespace veikart {

// Bytes without meaning of their own. std::string, because SQLite, protobuf, zstd and libcurl all speak it.
using Bytes = std::string;
using BytesView = std::string_view;

std::string toHex(BytesView bytes);

// Invalid unless `hex` is an even number of hexadecimal digits.
Result<Bytes> fromHex(std::string_view hex);

} // namespace veikart
