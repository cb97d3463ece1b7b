// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/code_lists.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace veikart::casework;

TEST_CASE("contact types stand in the order in which people reach for them", "[app][casework]") {
  const std::span<const Code> types = contactTypes();
  REQUIRE(types.size() == 11);
  CHECK(types[0].display == "Hjemmebesøk");
  CHECK(types[1].display == "SMS");
  CHECK(types[4].display == "Være med til");
  CHECK(types[10].display == "Besøk hos arbeidsgiver");
}

TEST_CASE("every code stands once in its list and names its source", "[app][casework]") {
  for (const std::span<const Code> list :
       {contactTypes(), places(), lifeAreas(), targetGroups(), selectionBases(), attachmentKinds()}) {
    std::set<std::string_view> codes;
    for (const Code& code : list) {
      CHECK(codes.insert(code.code).second);
      CHECK_FALSE(code.display.empty());
      CHECK_FALSE(code.source.empty());
    }
  }
}

TEST_CASE("a code that a list does not know is shown as it is", "[app][casework]") {
  CHECK(displayOf(places(), "treffsted") == "Treffsted");
  CHECK(displayOf(places(), "månen") == "månen");
}
