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

TEST_CASE("a contact that was logged for a day has no invented time of day", "[viewmodels][dates]") {
  REQUIRE(contactMomentText(contactAtOn("2026-11-21"), kSunday) == "i går");
  REQUIRE(contactMomentText(kSunday - kDay, kSunday) == "i går 11:00");
  REQUIRE(contactMomentText(contactAtOn("2026-11-21") + 1, kSunday) == "i går 12:00");
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

TEST_CASE("a day that was typed without its year is the nearest one on its side of today", "[viewmodels][dates]") {
  REQUIRE(typedDate("3.11", DaySide::Past, kSunday) == "2026-11-03");
  REQUIRE(typedDate("3.11", DaySide::Future, kSunday) == "2027-11-03");
  REQUIRE(typedDate("24.12.", DaySide::Past, kSunday) == "2025-12-24");
  REQUIRE(typedDate("24.12.", DaySide::Future, kSunday) == "2026-12-24");
  for (const DaySide side : {DaySide::Past, DaySide::Future})
    REQUIRE(typedDate(" 22.11 ", side, kSunday) == "2026-11-22");
}

TEST_CASE("the 29th of February is in the nearest leap year", "[viewmodels][dates]") {
  REQUIRE(typedDate("29.2", DaySide::Past, kSunday) == "2024-02-29");
  REQUIRE(typedDate("29.2", DaySide::Future, kSunday) == "2028-02-29");
  constexpr int64_t kNewYear2097 = 4'007'793'600'000; // no leap year follows for eight years
  REQUIRE(typedDate("29.2", DaySide::Future, kNewYear2097) == "2104-02-29");
}

TEST_CASE("the year that was typed is taken at its word", "[viewmodels][dates]") {
  for (const DaySide side : {DaySide::Past, DaySide::Future}) {
    REQUIRE(typedDate("12.3.2027", side, kSunday) == "2027-03-12");
    REQUIRE(typedDate("12/03/2019", side, kSunday) == "2019-03-12");
    REQUIRE(typedDate("12-3 27", side, kSunday) == "2027-03-12");
    REQUIRE(typedDate("29.02.2028", side, kSunday) == "2028-02-29");
    REQUIRE(typedDate("2027-03-12", side, kSunday) == "2027-03-12");
  }
}

TEST_CASE("what is no day of the calendar stays as it was written", "[viewmodels][dates]") {
  for (const char* text : {"29.02.2027", "31.04", "01.13.2027", "0.1", "12.3.0027", "12.3.027", "fredag", "12", ""}) {
    REQUIRE(typedDate(text, DaySide::Past, kSunday) == text);
    REQUIRE(typedDate(text, DaySide::Future, kSunday) == text);
    REQUIRE_FALSE(isDate(text));
  }
  REQUIRE(isDate("2027-03-12"));
  REQUIRE_FALSE(isDate("2027-02-29"));
  REQUIRE_FALSE(isDate("2027-03-12 fredag"));
}

TEST_CASE("a time of day is read with and without its colon", "[viewmodels][dates]") {
  REQUIRE(typedTime("9:30") == "09:30");
  REQUIRE(typedTime(" 14.05 ") == "14:05");
  REQUIRE(typedTime("930") == "09:30");
  REQUIRE(typedTime("0930") == "09:30");
  REQUIRE(typedTime("9") == "09:00");
  REQUIRE(typedTime("13") == "13:00");
  REQUIRE(isTime("09:00"));
  for (const char* text : {"24", "24:00", "9:60", "9:", "morgen", ""}) {
    REQUIRE(typedTime(text) == text);
    REQUIRE_FALSE(isTime(text));
  }
}
