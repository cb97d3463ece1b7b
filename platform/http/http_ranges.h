// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_message.h"

namespace veikart {

// `full`, or the part of it that `request` asks for: 206 for one range of a GET whose response has an "etag" (and whose
// If-Range, if any, is that tag), 416 for a range that begins past the end. Anything else asked for is ignored, as
// RFC 9110 §14.2 allows.
HttpResponse applyRange(const HttpRequest& request, HttpResponse full);

} // namespace veikart
