// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/media_type.h"

#include <algorithm>
#include <array>

namespace veikart::casework {

namespace {

struct Beginning {
  std::string_view bytes;
  std::string_view mediaType;
};

constexpr std::array kBeginnings = {
    Beginning{"\xFF\xD8\xFF", kJpeg},
    Beginning{"\x89PNG\r\n\x1A\n", kPng},
    Beginning{"%PDF-", kPdf},
};

} // namespace

std::string_view mediaTypeOf(BytesView content) {
  const auto found =
      std::ranges::find_if(kBeginnings, [&](const Beginning& known) { return content.starts_with(known.bytes); });
  return found == kBeginnings.end() ? std::string_view() : found->mediaType;
}

} // namespace veikart::casework
