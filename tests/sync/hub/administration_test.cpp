// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/hub/device.h"

#include "platform/base/files.h"
#include "sync/protocol/tuning.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <set>

namespace veikart::test {
namespace {

TEST_CASE("a folder holds one hub, readable by its owner alone", "[sync][hub][administration]") {
  TestHub hub;
  REQUIRE(hub.folder.create({{}, "Another"}, "127.0.0.1", hub.clock).status().code() == StatusCode::Conflict);
  for (const char* name : {"hub.key", "certificate.key.pem"}) {
    const auto mode = std::filesystem::status(hub.place / "hub" / name).permissions();
    REQUIRE((mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
            std::filesystem::perms::none);
  }
}

TEST_CASE("a folder with any file of a hub is left as it is", "[sync][hub][administration]") {
  const TemporaryFolder place;
  const std::string name = GENERATE("hub.db", "hub.db.new", "hub.key", "certificate.pem", "certificate.key.pem");
  REQUIRE(writeFileDurably(place / name, "kept").ok());
  const FakeClock clock(kStartMillis);
  REQUIRE(hub::HubFolder(place.path()).create({{}, "Office"}, "127.0.0.1", clock).status().code() ==
          StatusCode::Conflict);
  REQUIRE(readFile(place / name, 100).value() == "kept");
  REQUIRE(std::distance(std::filesystem::directory_iterator(place.path()), {}) == 1);
}

TEST_CASE("a new hub is its five files and nothing half made", "[sync][hub][administration]") {
  const TemporaryFolder place;
  const FakeClock clock(kStartMillis);
  REQUIRE(hub::HubFolder(place / "hub").create({{}, "Office"}, "127.0.0.1", clock).ok());
  std::set<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(place / "hub"))
    names.insert(file.path().filename().string());
  REQUIRE(names == std::set<std::string>{"hub.db", "hub.key", "parcel.key", "certificate.pem", "certificate.key.pem"});
}

TEST_CASE("a hub from before there were parcels gets a key for them, and keeps it", "[sync][hub][administration]") {
  TestHub hub;
  hub.stop();
  REQUIRE(std::filesystem::remove(hub.place / "hub" / "parcel.key"));
  hub.start();
  const Bytes made(hub.folder.parcelKey()->view());
  hub.restart();
  REQUIRE(hub.folder.parcelKey()->view() == made);
}

TEST_CASE("a damaged key file is Corrupt", "[sync][hub][administration]") {
  const TestHub hub;
  const std::string content =
      GENERATE(std::string(), std::string("00"), "zz" + std::string(62, '0'), std::string(1000, '0'));
  REQUIRE(writeFileDurably(hub.place / "hub" / "hub.key", content).ok());
  REQUIRE(hub.folder.openStore().status().code() == StatusCode::Corrupt);
}

TEST_CASE("a user's id is taken once, and nobody is enrolled for a user who is not there",
          "[sync][hub][administration]") {
  TestHub hub;
  const Uuid user = hub.addUser(hub::Role::ResourcePerson);
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
  const sync::EnrolmentOffer offer = hub.offer(hub.addUser(hub::Role::ResourcePerson));
  const Uuid replica = Uuid::makeV7(hub.clock);

  SECTION("another device comes too late") {
    REQUIRE(sync::redeem(offer, replica).ok());
    REQUIRE(sync::redeem(offer, Uuid::makeV7(hub.clock)).status().code() == StatusCode::Refused);
  }
  SECTION("the same device asks again until it has used its token") {
    REQUIRE(sync::redeem(offer, replica).ok());
    const Result<sync::Enrolled> again = sync::redeem(offer, replica);
    REQUIRE(again.ok());
    REQUIRE(hub.counts().devices == 1);
    const auto http = connectTo(hub.url(), hub.certificate());
    REQUIRE(sync::HubLink(*http, again->enrolment.deviceToken, hub.clock).changes({replica, {}, {}, {}}).ok());
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
  Device device(hub, hub.addUser(hub::Role::ResourcePerson));
  REQUIRE(device.pushOne(device.make(1, officeScope(hub))) == "APPLIED");
  const Result<std::string> text = hub::describe(hub.folder);
  REQUIRE(text.ok());
  REQUIRE(*text == "office: " + hub.office.toString() +
                       "\nusers: 1\ndevices: 1\nrecords: 1\nlast change: 1\nscopes erased on devices: 0\n");
}

} // namespace
} // namespace veikart::test
