// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/attachments/attachable_file.h"

#include "tests/app/documents/pictures.h"
#include "tests/app/viewmodels/attachments/home_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>

namespace veikart::test {

using ui::FileProblem;

TEST_CASE("the user's pictures and PDFs are found, the latest first", "[viewmodels][attachments]") {
  const HomeFolder home;
  const auto now = std::filesystem::file_time_type::clock::now();
  const auto putOfAge = [&](const char* name, int minutes) {
    std::filesystem::last_write_time(home.put(name, "x"), now - std::chrono::minutes(minutes));
  };
  putOfAge("Documents/brev.pdf", 30);
  putOfAge("Pictures/Webcam/IMG_1.JPG", 10);
  putOfAge("Downloads/kart.png", 20);
  putOfAge("Documents/notat.odt", 1);
  putOfAge("Music/sang.jpg", 2);
  QStringList found;
  for (const ui::AttachableFile& file : ui::attachableFiles())
    found.append(file.place + QStringLiteral("/") + file.name);
  CHECK(found == QStringList{"Bilder/IMG_1.JPG", "Nedlastinger/kart.png", "Dokumenter/brev.pdf"});
}

TEST_CASE("what a file holds follows from its bytes, whatever it is called", "[viewmodels][attachments]") {
  const HomeFolder home;
  const ui::FileContent content = ui::readAttachable(home.put("Pictures/brev.jpg", pdfOf(2)));
  CHECK(content.problem == FileProblem::None);
  CHECK(content.first.pageCount == 2);
  CHECK_FALSE(content.first.image.isNull());
}

TEST_CASE("a file that can't be attached says why", "[viewmodels][attachments]") {
  const HomeFolder home;
  const auto problemOf = [&](const Bytes& content) { return ui::readAttachable(home.put("a.jpg", content)).problem; };
  CHECK(problemOf("") == FileProblem::Empty);
  CHECK(problemOf(Bytes((32U << 20U) + 1, 'x')) == FileProblem::TooLarge);
  CHECK(problemOf("GIF89a") == FileProblem::UnknownKind);
  CHECK(problemOf(jpegOf({64, 64}).substr(0, 40)) == FileProblem::Damaged);
  CHECK(problemOf(jpegClaiming(65'500, 65'500)) == FileProblem::Damaged);
  CHECK(ui::readAttachable(home.path() / "gone.jpg").problem == FileProblem::Unreadable);
}

} // namespace veikart::test
