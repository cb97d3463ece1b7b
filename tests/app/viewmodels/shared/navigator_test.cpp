// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/navigator.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::ui;

TEST_CASE("back leads to the page before, with its case", "[viewmodels][navigator]") {
  const Uuid a = *Uuid::parse("01900000-0000-7000-8000-00000000000a");
  Navigator navigator;
  navigator.restart(Navigator::Caseload);
  navigator.go(Navigator::CasePage, a);
  navigator.go(Navigator::LogContact, a);
  navigator.back();
  REQUIRE(navigator.page() == Navigator::CasePage);
  REQUIRE(navigator.caseId() == a);
  navigator.back();
  REQUIRE(navigator.page() == Navigator::Caseload);
  navigator.back();
  REQUIRE(navigator.page() == Navigator::Caseload);
}

TEST_CASE("nothing leads back behind a page that was begun anew", "[viewmodels][navigator]") {
  Navigator navigator;
  navigator.go(Navigator::CasePage);
  navigator.restart(Navigator::Unlock);
  navigator.back();
  REQUIRE(navigator.page() == Navigator::Unlock);
}
