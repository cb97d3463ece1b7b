// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"
#include "tests/platform/support/fault_proxy.h"
#include "tests/sync/client/tablet.h"
#include "tests/sync/hub/relay.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <thread>

namespace veikart::test {
namespace {

TEST_CASE("a copied store is noticed, takes a new name and loses nothing", "[sync][client][copy]") {
  TestHub hub;
  Tablet tablet(hub, hub.addUser(hub::Role::ResourcePerson));
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

TEST_CASE("a copy made while a reply was outstanding is noticed too", "[sync][client][copy]") {
  TestHub hub;
  Tablet tablet(hub, hub.addUser(hub::Role::ResourcePerson));
  tablet.write(1, "text", "before");
  Relay relay(hub, [](const HttpRequest&, const HttpResponse&) { return HttpResponse{503, {}, {}}; });
  tablet.connect(relay.url(), relay.certificate());
  REQUIRE_FALSE(tablet.sync().ok());
  Tablet copy(hub, tablet);

  tablet.connect(hub.url(), hub.certificate());
  tablet.write(1, "text", "by the one");
  tablet.syncWell();
  copy.write(1, "text", "by the other"); // under the dot of the one's
  copy.syncWell();
  REQUIRE(copy.replica->id() != tablet.replica->id());
  tablet.syncWell();
  REQUIRE(tablet.state() == copy.state());
  REQUIRE(tablet.read(1, "text") == "by the one|by the other");
}

TEST_CASE("a store that was copied and enrolled anew is noticed too", "[sync][client][copy]") {
  TestHub hub;
  const Uuid user = hub.addUser(hub::Role::ResourcePerson);
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

TEST_CASE("a line that breaks after the store was told to begin anew is not one more reason to",
          "[sync][client][copy]") {
  TestHub hub;
  Tablet tablet(hub, hub.addUser(hub::Role::ResourcePerson));
  tablet.write(1, "text", "before");
  tablet.syncWell();
  Tablet copy(hub, tablet);
  tablet.write(1, "text", "after");
  tablet.syncWell();
  copy.write(1, "text", "by the copy");
  int requests = 0;
  Relay relay(hub, [&](const HttpRequest&, HttpResponse response) {
    if (++requests > 1)
      std::this_thread::sleep_for(std::chrono::milliseconds(600));
    return response;
  });
  copy.connect(relay.url(), relay.certificate(), 300);
  REQUIRE(copy.sync().status().code() == StatusCode::Offline);
  REQUIRE(copy.replica->syncState()->authors.size() == 2); // what it was, and what it is
}

TEST_CASE("a session that broke off is not taken for a copy", "[sync][client][copy]") {
  TestHub hub;
  Tablet tablet(hub, hub.addUser(hub::Role::ResourcePerson));
  const sync::ReplicaId id = tablet.replica->id();
  int kept = 0;

  SECTION("before the hub had the push") {
    for (int i = 1; i <= 5; ++i) {
      tablet.write(i, "text", crypto::randomBytes(50'000));
      FaultProxy proxy(hub.port, std::vector<Fault>(9, Fault{std::nullopt, 20'000, false}));
      tablet.connect("https://127.0.0.1:" + std::to_string(proxy.port()), hub.certificate());
      REQUIRE(tablet.sync().status().code() == StatusCode::Offline);
      hub.restart();
    }
  }
  SECTION("after the hub had stored the push and its token") {
    kept = 5;
    for (int i = 1; i <= kept; ++i) {
      tablet.write(i, "text", "x");
      Relay relay(hub, [](const HttpRequest&, HttpResponse response) {
        std::this_thread::sleep_for(std::chrono::milliseconds(600));
        return response;
      });
      tablet.connect(relay.url(), relay.certificate(), 300);
      REQUIRE(tablet.sync().status().code() == StatusCode::Offline);
      hub.restart();
    }
  }
  REQUIRE(hub.counts().records == kept);
  tablet.connect(hub.url(), hub.certificate());
  tablet.syncWell();
  REQUIRE(tablet.replica->id() == id);
  REQUIRE(hub.counts().records == 5);
}

} // namespace
} // namespace veikart::test
