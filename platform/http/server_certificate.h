// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <cstdint>
#include <string>

namespace veikart {

// The certificate (PEM) that the server at an https address shows, whoever that is: nothing is sent to it. Its caller
// must have it proved before it trusts the server. Blocks at most `timeoutMillis`. Invalid for an address that is none,
// Offline when nobody answers. Any thread.
Result<std::string> certificateOf(const std::string& url, int64_t timeoutMillis);

} // namespace veikart
