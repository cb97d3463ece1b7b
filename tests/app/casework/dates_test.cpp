// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/dates.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart::casework;

TEST_CASE("a date is read from its full form and nothing else", "[app][casework]") {
  CHECK(parseDate("2026-11-22") == Date{2026, 11, 22});
  for (const char* text :
       {"", "2026-11", "2026-1-22", "2026-02-30", "2026-13-01", "22.11.2026", "2026-11-2x", "+026-11-22"})
    CHECK_FALSE(parseDate(text));
}

TEST_CASE("adding days crosses months and years", "[app][casework]") {
  CHECK(toText(plusDays({2026, 12, 31}, 1)) == "2027-01-01");
  CHECK(toText(plusDays({2024, 3, 1}, -1)) == "2024-02-29");
}
