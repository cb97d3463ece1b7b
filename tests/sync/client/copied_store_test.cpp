// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/client/tablet.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {
namespace {

TEST_CASE("a copied store is noticed, takes a new name and loses nothing", "[sync][client][copy]") {
  TestHub hub;
  Tablet tablet(hub, hub.addUser(hub::Role::Counsellor));
  tablet.write(1, "text", "before");
  tablet.syncWell();
  Tablet copy(hub, tablet);
  REQUIRE(copy.replica->id() == tablet.replica->id());

  tablet.write(2, "text", "by the one");
  copy.write(3, "text", "by the other");
  copy.write(1, "text", "after");
  tablet.syncWell();
  copy.syncWell();
  REQUIRE(copy.replica->id() != tablet.replica->id());
  tablet.syncWell();
  REQUIRE(tablet.state() == copy.state());
  REQUIRE(tablet.read(3, "text") == "by the other");
  REQUIRE(tablet.read(1, "text") == "after");
  REQUIRE(tablet.unsent() + copy.unsent() == 0);
}

TEST_CASE("a store that was copied and enrolled anew is noticed too", "[sync][client][copy]") {
  TestHub hub;
  const Uuid user = hub.addUser(hub::Role::Counsellor);
  Tablet tablet(hub, user);
  tablet.write(1, "text", "before");
  tablet.syncWell();
  Tablet copy(hub, tablet);
  copy.enrolment = hub.enrol(user, copy.replica->id());
  copy.write(2, "text", "by the copy");
  copy.syncWell();
  REQUIRE(copy.replica->id() != tablet.replica->id());
  tablet.syncWell();
  REQUIRE(tablet.state() == copy.state());
}

TEST_CASE("a session that broke off is not taken for a copy", "[sync][client][copy]") {
  TestHub hub;
  Tablet tablet(hub, hub.addUser(hub::Role::Counsellor));
  const sync::ReplicaId id = tablet.replica->id();
  for (int i = 1; i < 12; ++i) {
    tablet.write(i, "text", "x");
    tablet.onVisit = [&](int visit) {
      if (visit == 1 + i % 6)
        tablet.http->cancel();
    };
    static_cast<void>(tablet.sync());
    tablet.onVisit = nullptr;
    if (i % 3 == 0)
      hub.restart();
  }
  tablet.syncWell();
  REQUIRE(tablet.replica->id() == id);
  REQUIRE(hub.counts().records == 11);
}

} // namespace
} // namespace veikart::test
