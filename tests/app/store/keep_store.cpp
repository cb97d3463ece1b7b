// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "platform/crypto/crypto.h"
#include "tests/app/store/kept_store.h"

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

// Makes the store that is kept of this version, in the folder that VEIKART_KEEP names. Its helpers are those of tests,
// so it runs as one.
TEST_CASE("the store of this version is kept") {
  using namespace veikart;
  using namespace veikart::test;
  const char* folder = std::getenv("VEIKART_KEEP");
  REQUIRE(folder != nullptr);
  std::filesystem::create_directories(folder);
  Tablet kari("Kari");
  fillKept(kari);
  checkKept(kari.store());
  const Bytes key = toHex(kari.key().view());
  kari.close();
  std::filesystem::copy_file(kari.folder() / "store.db", std::filesystem::path(folder) / "store.db");
  ok(writeFileDurably(std::filesystem::path(folder) / "store.key", key));
}

int main(int argc, char* argv[]) {
  return veikart::crypto::initialize().ok() ? Catch::Session().run(argc, argv) : 1;
}
