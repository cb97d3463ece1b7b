// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/hub/device.h"

#include "sync/protocol/tuning.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {
namespace {

TEST_CASE("a folder holds one hub, readable by its owner alone", "[sync][hub][administration]") {
  TestHub hub;
  REQUIRE(hub.folder.create("Another", "127.0.0.1", hub.clock).status().code() == StatusCode::Conflict);
  for (const char* name : {"hub.key", "certificate.key.pem"}) {
    const auto mode = std::filesystem::status(hub.place / "hub" / name).permissions();
    REQUIRE((mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
            std::filesystem::perms::none);
  }
}

TEST_CASE("a user's id is taken once, and nobody is enrolled for a user who is not there",
          "[sync][hub][administration]") {
  TestHub hub;
  const Uuid user = hub.addUser(hub::Role::Counsellor);
  const hub::User twin{user, "Ola", "Dal", hub::Role::Supervisor};
  REQUIRE(hub::addUser(hub.folder, twin).status().code() == StatusCode::Conflict);
  REQUIRE(hub::makeOffer(hub.folder, Uuid::makeV7(hub.clock), hub.url(), hub.clock).status().code() ==
          StatusCode::NotFound);
}

TEST_CASE("an enrolment tells the device whose it is", "[sync][hub][administration]") {
  TestHub hub;
  const Uuid user = hub.addUser(hub::Role::Supervisor);
  const sync::Enrolment enrolment = hub.enrol(user, Uuid::makeV7(hub.clock));
  REQUIRE(enrolment.officeId == hub.office);
  REQUIRE(enrolment.officeName == "Practice office");
  REQUIRE(enrolment.userId == user);
  REQUIRE(enrolment.userName == "Kari Moen");
  REQUIRE(enrolment.role == "supervisor");
  REQUIRE(enrolment.hubUrl == hub.url());
}

TEST_CASE("a code is good once, for a week, and again only for whom the answer was lost",
          "[sync][hub][administration]") {
  TestHub hub;
  const sync::EnrolmentOffer offer = hub.offer(hub.addUser(hub::Role::Counsellor));
  const Uuid replica = Uuid::makeV7(hub.clock);

  SECTION("another device comes too late") {
    REQUIRE(sync::redeem(offer, replica).ok());
    REQUIRE(sync::redeem(offer, Uuid::makeV7(hub.clock)).status().code() == StatusCode::Refused);
  }
  SECTION("the same device asks again until it has used its token") {
    REQUIRE(sync::redeem(offer, replica).ok());
    const Result<sync::Enrolment> again = sync::redeem(offer, replica);
    REQUIRE(again.ok());
    REQUIRE(hub.counts().devices == 1);
    const auto http = connectTo(hub.url(), hub.certificate());
    REQUIRE(sync::HubLink(*http, again->deviceToken, hub.clock).changes({replica, {}, {}, {}}).ok());
    REQUIRE(sync::redeem(offer, replica).status().code() == StatusCode::Refused);
  }
  SECTION("it has grown old") {
    hub.clock.advance(sync::tuning::kCodeLifetimeMillis + 1);
    REQUIRE(sync::redeem(offer, replica).status().code() == StatusCode::Refused);
  }
  SECTION("it was never given") {
    sync::EnrolmentOffer guessed = offer;
    guessed.code = "0000";
    REQUIRE(sync::redeem(guessed, replica).status().code() == StatusCode::Refused);
  }
}

TEST_CASE("the status of a serving hub counts without naming", "[sync][hub][administration]") {
  TestHub hub;
  Device device(hub, hub.addUser(hub::Role::Counsellor));
  REQUIRE(device.pushOne(device.make(1, officeScope(hub))) == "APPLIED");
  const Result<std::string> text = hub::describe(hub.folder);
  REQUIRE(text.ok());
  REQUIRE(*text == "office: " + hub.office.toString() + "\nusers: 1\ndevices: 1\nrecords: 1\nlast change: 1\n");
}

} // namespace
} // namespace veikart::test
