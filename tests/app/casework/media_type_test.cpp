// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/media_type.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::casework;

TEST_CASE("what a file is follows from its bytes", "[app][casework]") {
  CHECK(mediaTypeOf("\xFF\xD8\xFF\xE0 and so on") == kJpeg);
  CHECK(mediaTypeOf("\x89PNG\r\n\x1A\n and so on") == kPng);
  CHECK(mediaTypeOf("%PDF-1.7 and so on") == kPdf);
}

TEST_CASE("what is none of the kinds that can be attached is no kind at all", "[app][casework]") {
  for (const Bytes& content : {Bytes(), Bytes("\xFF\xD8"), Bytes("\x89PNG"), Bytes("GIF89a"), Bytes("<svg/>"),
                               Bytes("letter.pdf"), Bytes("MZ\x90"), Bytes(" %PDF-1.7")})
    CHECK(mediaTypeOf(content).empty());
}
