// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/canonical.h"
#include "tests/sync/record/record_world.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

#include <algorithm>

namespace veikart::sync {

TEST_CASE("a digest is the same in any order and gives back what is taken away", "[sync][record][digest]") {
  REQUIRE(crypto::initialize().ok());
  REQUIRE(rc::check([](std::vector<std::string> records, const std::string& passing) {
    Digest forward, backward;
    for (const std::string& record : records)
      forward.add(record);
    std::ranges::reverse(records);
    backward.add(passing);
    for (const std::string& record : records)
      backward.add(record);
    backward.subtract(passing);
    RC_ASSERT(forward == backward);
  }));
}

TEST_CASE("the digests of two scopes add up to the digest of both", "[sync][record][digest]") {
  REQUIRE(crypto::initialize().ok());
  Digest first, second, both;
  for (const BytesView record : {"a", "b", "c"}) {
    first.add(record);
    both.add(record);
  }
  second.add("d");
  both.add("d");
  first.add(second);
  REQUIRE(first == both);
}

TEST_CASE("taking from nothing borrows from beyond the last byte", "[sync][record][digest]") {
  REQUIRE(crypto::initialize().ok());
  Digest digest;
  digest.subtract("a");
  REQUIRE(digest != Digest());
  digest.add("a");
  REQUIRE(digest == Digest());
}

TEST_CASE("a digest is read back from its 32 bytes and no others", "[sync][record][digest]") {
  Digest digest;
  digest.add("a");
  REQUIRE(*Digest::fromBytes(digest.view()) == digest);
  REQUIRE(Digest::fromBytes(digest.view().substr(1)).status().code() == StatusCode::Invalid);
}

} // namespace veikart::sync
