// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/hybrid_clock.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::sync {

TEST_CASE("stamps follow the wall clock and count within one millisecond", "[sync][record][clock]") {
  HybridClock clock{Stamp()};
  REQUIRE(clock.tick(1000) == Stamp::fromMillis(1000));
  REQUIRE(clock.tick(1000).value == Stamp::fromMillis(1000).value + 1);
  REQUIRE(clock.tick(1001) == Stamp::fromMillis(1001));
  REQUIRE(clock.last().millis() == 1001);
}

TEST_CASE("a hundred thousand writes in one millisecond roll into the next", "[sync][record][clock]") {
  HybridClock clock{Stamp()};
  Stamp previous;
  for (int i = 0; i < 100'000; ++i) {
    const Stamp stamp = clock.tick(1000);
    REQUIRE(previous < stamp);
    previous = stamp;
  }
  REQUIRE(previous.millis() == 1001);
}

TEST_CASE("stamps grow when the wall clock is set back two hours", "[sync][record][clock]") {
  HybridClock clock{Stamp()};
  const Stamp before = clock.tick(7'200'000);
  REQUIRE(clock.tick(0) > before);
  REQUIRE(clock.tick(-5) > before);
}

TEST_CASE("a stamp is greater than any that came from elsewhere", "[sync][record][clock]") {
  HybridClock clock{Stamp::fromMillis(5)};
  clock.observe(Stamp::fromMillis(9000));
  REQUIRE(clock.tick(1000) > Stamp::fromMillis(9000));
  clock.observe(Stamp::fromMillis(2));
  REQUIRE(clock.last() > Stamp::fromMillis(9000));
}

TEST_CASE("the last stamp of all is not followed by the first", "[sync][record][clock]") {
  HybridClock clock{Stamp{~0ULL}};
  REQUIRE(clock.tick(1000) == Stamp{~0ULL});
  REQUIRE(HybridClock(Stamp()).tick(int64_t{1} << 60U).millis() == (int64_t{1} << 48U) - 1);
}

} // namespace veikart::sync
