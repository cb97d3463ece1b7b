// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/documents/page_picture.h"

#include "tests/app/documents/pictures.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::test;
using documents::pictureOf;

TEST_CASE("pictures are shown as they are, and large ones as large as a screen needs", "[documents][picture]") {
  for (const Bytes& small : {jpegOf({400, 300}), pngOf({400, 300})}) {
    const Result<documents::PagePicture> picture = pictureOf(small, 0);
    REQUIRE(picture.ok());
    CHECK(picture->image.size() == QSize(400, 300));
    CHECK(picture->pageCount == 1);
  }
  for (const Bytes& large : {jpegOf({4800, 3600}), pngOf({4800, 3600})}) {
    const Result<documents::PagePicture> picture = pictureOf(large, 0);
    REQUIRE(picture.ok());
    CHECK(picture->image.size() == QSize(2400, 1800));
  }
}

TEST_CASE("each page of a PDF is drawn on white paper", "[documents][picture]") {
  const Bytes letter = pdfOf(3);
  for (int page = 0; page < 3; ++page) {
    const Result<documents::PagePicture> picture = pictureOf(letter, page);
    REQUIRE(picture.ok());
    CHECK(picture->pageCount == 3);
    CHECK(picture->image.height() > 2000);
    CHECK(picture->image.pixelColor(picture->image.width() / 2, picture->image.height() - 5) == Qt::white);
    CHECK(picture->image.pixelColor(picture->image.width() / 2, picture->image.height() / 3) != Qt::white);
  }
  CHECK(pictureOf(letter, 3).status().code() == StatusCode::Invalid);
  CHECK(pictureOf(letter, -1).status().code() == StatusCode::Invalid);
}

TEST_CASE("a picture that says it is larger than any camera takes is not decoded", "[documents][picture]") {
  CHECK(pictureOf(jpegClaiming(200, 100), 0).ok()); // the header is read so
  for (const auto& [width, height] : {std::pair(65'500, 65'500), std::pair(65'500, 1000)})
    CHECK(pictureOf(jpegClaiming(static_cast<uint16_t>(width), static_cast<uint16_t>(height)), 0).status().code() ==
          StatusCode::Corrupt);
}

TEST_CASE("what is damaged or of another kind is not shown, and nothing else comes of it", "[documents][picture]") {
  for (const Bytes& whole : {jpegOf({64, 64}), pngOf({64, 64}), pdfOf(1)})
    for (const size_t kept : {whole.size() / 8, size_t{12}})
      CHECK(pictureOf(whole.substr(0, kept), 0).status().code() == StatusCode::Corrupt);
  for (const Bytes& other : {Bytes(), Bytes("GIF89a"), Bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")})
    CHECK(pictureOf(other, 0).status().code() == StatusCode::Invalid);
}
