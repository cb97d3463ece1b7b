// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/rules.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::casework;

TEST_CASE("an invented number is accepted and tells its birth date", "[app][casework][national-id]") {
  for (const char* birthDate :
       {"1900-01-01", "1939-12-31", "1952-02-29", "1992-03-04", "1999-12-31", "2000-01-01", "2008-07-15"})
    for (int serial = 0; serial < 5; ++serial) {
      const std::string number = inventedNationalId(birthDate, serial);
      INFO(birthDate << " " << serial);
      REQUIRE(number.size() == 11);
      CHECK(checkPracticeNationalId(number).ok());
      CHECK(birthDateOf(number) == birthDate);
    }
}

TEST_CASE("invented numbers of one day differ", "[app][casework][national-id]") {
  CHECK(inventedNationalId("1992-03-04", 0) != inventedNationalId("1992-03-04", 1));
  CHECK(inventedNationalId("1992-02-30", 0).empty());
  CHECK(inventedNationalId("1992-03-04", 100'000).empty());
}

TEST_CASE("a number that could be somebody's is refused, each kind by its name", "[app][casework][national-id]") {
  const auto reason = [](std::string_view digits) { return checkPracticeNationalId(digits).text(); };
  CHECK(reason("04039212345") == "national id: could be a real person's");
  CHECK(reason("44039212345") == "national id: a D-number");
  CHECK(reason("44839212345") == "national id: a D-number");
  CHECK(reason("04439212345") == "national id: a test number with month + 40");
}

TEST_CASE("no digit of an invented number may be wrong", "[app][casework][national-id]") {
  const std::string good = inventedNationalId("1992-03-04", 0);
  for (size_t place = 0; place < good.size(); ++place)
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string changed = good;
      changed[place] = digit;
      CHECK(checkPracticeNationalId(changed).ok() == (changed == good));
    }
}

TEST_CASE("what is no number of eleven digits is refused, and the refusal never repeats it",
          "[app][casework][national-id]") {
  for (const char* text : {"", "1234", "0483921234a", "048392123456", "32839212345", "04929212345", "04939212345"}) {
    const Status status = checkPracticeNationalId(text);
    CHECK(status.code() == StatusCode::Invalid);
    CHECK((*text == '\0' || status.text().find(text) == std::string::npos));
    CHECK_FALSE(birthDateOf(text));
  }
}
