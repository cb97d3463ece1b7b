// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"
#include "tests/bench/case_records.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::bench {

TEST_CASE("The benchmark's data set is the one that other engines were measured with", "[bench][data]") {
  REQUIRE(crypto::initialize().ok());
  std::string lines;
  for (int number = 0; number < 10'000; ++number)
    lines += toJsonLine(makeCaseRecord(number)) + "\n";
  REQUIRE(lines.size() == 10'079'776);
  REQUIRE(sha256Of(lines) == "ce87449c61563719964ecef0749aeffb4c4ede06762ef3614228ae7ed2b6a2bc");
}

} // namespace veikart::bench
