// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/attachment_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::ui;

TEST_CASE("a size is said in the unit that people use", "[viewmodels][text]") {
  CHECK(sizeText(1) == "1 kB");
  CHECK(sizeText(340 * 1024) == "340 kB");
  CHECK(sizeText(1023 * 1024) == "1023 kB");
  CHECK(sizeText(1024 * 1024 - 1) == "1,0 MB");
  CHECK(sizeText(1'258'291) == "1,2 MB");
  CHECK(sizeText(32 * 1024 * 1024) == "32,0 MB");
}

TEST_CASE("an attachment is told by what it is, its day and its size", "[viewmodels][text]") {
  casework::Attachment letter;
  letter.kind = "brev";
  letter.date = "2026-11-22";
  letter.content = sync::ContentId::of(Bytes(2048, 'x'));
  CHECK(attachmentText(letter, 1'795'341'600'000) == "Brev · i dag · 2 kB");
  CHECK(contentText("bilde", 1'258'291) == "Bilde, 1,2 MB");
  letter.kind = "of a later version";
  letter.date.clear();
  letter.content = {};
  CHECK(attachmentText(letter, 1'795'341'600'000) == "of a later version");
}
