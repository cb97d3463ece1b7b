// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"

#include "tests/platform/support/temporary_folder.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sys/stat.h>

using namespace veikart;

namespace {

mode_t modeOf(const std::filesystem::path& path) {
  struct stat about = {};
  REQUIRE(::stat(path.c_str(), &about) == 0);
  return about.st_mode & 0777U;
}

} // namespace

TEST_CASE("a file is replaced as a whole and readable by its owner alone", "[platform][files]") {
  const test::TemporaryFolder folder;
  REQUIRE(writeFileDurably(folder / "a", "first").ok());
  REQUIRE(writeFileDurably(folder / "a", Bytes("second\0with zero", 16)).ok());
  REQUIRE(readFile(folder / "a", 100).value() == Bytes("second\0with zero", 16));
  REQUIRE(modeOf(folder / "a") == 0600);
  REQUIRE(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("what a crash left beside a file does not hinder the next write", "[platform][files]") {
  const test::TemporaryFolder folder;
  std::ofstream(folder / "a.new") << "half of something much longer than what comes";
  REQUIRE(writeFileDurably(folder / "a", "whole").ok());
  REQUIRE(readFile(folder / "a", 100).value() == "whole");
}

TEST_CASE("a file that can't be replaced stands", "[platform][files]") {
  const test::TemporaryFolder folder;
  std::filesystem::create_directory(folder / "taken");
  std::ofstream(folder / "taken" / "inside") << "kept";
  REQUIRE(writeFileDurably(folder / "taken", "new").code() == StatusCode::Io);
  REQUIRE(readFile(folder / "taken" / "inside", 100).value() == "kept");
  REQUIRE_FALSE(std::filesystem::exists(folder / "taken.new"));
  REQUIRE(writeFileDurably(folder / "missing" / "a", "new").code() == StatusCode::NotFound);
}

TEST_CASE("reading tells a missing file from one larger than allowed", "[platform][files]") {
  const test::TemporaryFolder folder;
  REQUIRE(readFile(folder / "a", 4).status().code() == StatusCode::NotFound);
  REQUIRE(writeFileDurably(folder / "a", "12345").ok());
  REQUIRE(readFile(folder / "a", 4).status().code() == StatusCode::Invalid);
  REQUIRE(readFile(folder / "a", 5).value() == "12345");
}

TEST_CASE("a secret is read into the caller's own memory, if there is room to see its end", "[platform][files]") {
  const test::TemporaryFolder folder;
  REQUIRE(writeFileDurably(folder / "a", "12345").ok());
  std::array<unsigned char, 6> buffer{};
  REQUIRE(readFileInto(folder / "a", buffer).value() == 5);
  REQUIRE(buffer == std::array<unsigned char, 6>{'1', '2', '3', '4', '5', 0});
  REQUIRE(readFileInto(folder / "a", std::span(buffer).first(5)).status().code() == StatusCode::Invalid);
  REQUIRE(readFileInto(folder / "none", buffer).status().code() == StatusCode::NotFound);
}

TEST_CASE("a private folder is made with its parents and may be made again", "[platform][files]") {
  const test::TemporaryFolder folder;
  const std::filesystem::path inner = folder / "a" / "b";
  REQUIRE(makePrivateFolder(inner).ok());
  REQUIRE(makePrivateFolder(inner).ok());
  REQUIRE(modeOf(inner) == 0700);
  REQUIRE(modeOf(folder / "a") == 0700);
  REQUIRE(writeFileDurably(folder / "file", "").ok());
  REQUIRE(makePrivateFolder(folder / "file").code() == StatusCode::Io);
}

TEST_CASE("removing a file that is not there is success", "[platform][files]") {
  const test::TemporaryFolder folder;
  REQUIRE(writeFileDurably(folder / "a", "x").ok());
  REQUIRE(removeFileDurably(folder / "a").ok());
  REQUIRE(removeFileDurably(folder / "a").ok());
  REQUIRE_FALSE(std::filesystem::exists(folder / "a"));
}
