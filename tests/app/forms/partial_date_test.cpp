// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/partial_date.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

namespace veikart::forms {

TEST_CASE("a date may be a year, a month of a year, or a day that exists", "[forms][date]") {
  CHECK(parsePartialDate("2019")->month == 0);
  CHECK(parsePartialDate("2019-07")->month == 7);
  CHECK(parsePartialDate("2019-07")->day == 0);
  CHECK(parsePartialDate("2024-02-29")->day == 29);
  for (const std::string wrong : {"", "19", "20190", "2019-", "2019-13", "2019-00", "2019-7", "2023-02-29",
                                  "2019-07-32", "2019/07", "2019-07/01", "1899", "2200", "abcd", "-201", "2019-0x"})
    CHECK_FALSE(parsePartialDate(wrong));
}

} // namespace veikart::forms
