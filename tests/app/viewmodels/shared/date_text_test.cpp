// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/date_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart::ui;

namespace {
constexpr int64_t kMinute = 60'000;
constexpr int64_t kDay = 24 * 60 * kMinute;
constexpr int64_t kSunday = 1'795'345'200'000; // 2026-11-22 11:00 UTC
} // namespace

TEST_CASE("moments are said as people say them", "[viewmodels][dates]") {
  REQUIRE(momentText(kSunday - 20 * kMinute, kSunday) == "i dag 10:40");
  REQUIRE(momentText(kSunday - kDay, kSunday) == "i går 11:00");
  REQUIRE(momentText(kSunday + kDay, kSunday) == "i morgen 11:00");
  REQUIRE(momentText(kSunday + 2 * kDay, kSunday) == "tirsdag 24. november 11:00");
  REQUIRE(dayText(kSunday - 33 * kDay, kSunday) == "20. oktober");
  REQUIRE(dayText(kSunday - 400 * kDay, kSunday) == "18. oktober 2025");
  REQUIRE(longDayText(kSunday) == "Søndag 22. november");
  REQUIRE(fullDateText(kSunday) == "22. november 2026");
}

TEST_CASE("a due date says how near it is, and that it was without a verdict", "[viewmodels][dates]") {
  REQUIRE(dueText("2026-11-27", kSunday) == "innen fredag 27. november");
  REQUIRE(dueText("2026-11-22", kSunday) == "frist i dag");
  REQUIRE(dueText("2026-11-20", kSunday) == "fristen var fredag");
  REQUIRE(dueText("2026-10-05", kSunday) == "fristen var 5. oktober");
  REQUIRE(dueText("", kSunday) == "uten frist");
  REQUIRE(isPast("2026-11-21", kSunday));
  REQUIRE_FALSE(isPast("2026-11-22", kSunday));
}
