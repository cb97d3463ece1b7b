// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <string_view>

namespace veikart::casework {

inline constexpr std::string_view kJpeg = "image/jpeg";
inline constexpr std::string_view kPng = "image/png";
inline constexpr std::string_view kPdf = "application/pdf";

// What the bytes themselves say that they are: one of the types above; empty for anything else. Whether the rest of
// them is sound is seen when they are shown. Any thread.
std::string_view mediaTypeOf(BytesView content);

} // namespace veikart::casework
