// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/parcel_folder.h"
#include "sync/protocol/enrolment_code.h"
#include "tests/sync/client/tablet.h"
#include "tests/sync/hub/relay.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <set>

namespace veikart::test {
namespace {

using hub::Role;

constexpr const char* kPassword = "seks meter hav";

SecretBytes secret(const std::string& text) {
  return SecretBytes::copyOf(text);
}

std::string shown(const Status& status) {
  return status.toString();
}

// An office whose users sign in with a name and a password.
struct SignInWorld {
  SignInWorld() {
    nameUser(kari, "kari.moen");
    nameUser(ola, "ola.dal");
  }

  void nameUser(const Uuid& user, const std::string& name) {
    REQUIRE(hub::setUserName(hub.folder, user, name).ok());
    REQUIRE(hub::setPassword(hub.folder, user, secret(kPassword)).ok());
  }

  sync::EnrolmentOffer anybodysOffer() const {
    const Result<hub::Offer> offer = hub::makeOffer(hub.folder, std::nullopt, hub.url(), hub.clock);
    REQUIRE(offer.ok());
    return {offer->url, {}, offer->code};
  }

  sync::Enrolled enrol(const std::string& userName) {
    const Result<sync::Greeting> greeting = sync::greet(anybodysOffer());
    REQUIRE(shown(greeting.status()) == "Ok");
    const sync::SignInWords words{userName, secret(kPassword)};
    Result<sync::Enrolled> enrolled = sync::redeem(greeting->offer, newReplica(), &words);
    REQUIRE(shown(enrolled.status()) == "Ok");
    REQUIRE(enrolled->tablet.has_value());
    return *std::move(enrolled);
  }

  Uuid newReplica() const { return Uuid::makeV7(SystemClock()); }

  // What a device with this token is answered.
  Status asks(const sync::Enrolment& enrolment) const {
    const auto http = connectTo(hub.url(), hub.certificate());
    return sync::HubLink(*http, enrolment.deviceToken, hub.clock).changes({newReplica(), {}, {}, {}}).status();
  }

  TestHub hub;
  Uuid kari = hub.addUser(Role::Counsellor);
  Uuid ola = hub.addUser(Role::Counsellor);
};

TEST_CASE("a code of sixteen characters may be typed as people type", "[sync][client][sign_in]") {
  const std::string code = sync::makeEnrolmentCode();
  REQUIRE(code.size() == 19);
  REQUIRE(sync::makeEnrolmentCode() != code);
  CHECK(sync::canonicalCode("k7qm 2xrt-9f3b hw4d") == "K7QM2XRT9F3BHW4D");
  CHECK(sync::canonicalCode("Ooil") == "0011");
}

TEST_CASE("an address and a code are enough to find the hub and to know that it is the right one",
          "[sync][client][sign_in]") {
  TestHub hub;
  const Uuid kari = hub.addUser(Role::Counsellor);
  sync::EnrolmentOffer offer = hub.offer(kari);
  offer.hubCertificate.clear();
  std::ranges::transform(offer.code, offer.code.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
  const Result<sync::Greeting> greeting = sync::greet(offer);
  REQUIRE(shown(greeting.status()) == "Ok");
  CHECK(greeting->officeName == "Practice office");
  CHECK(greeting->firstName == "Kari");
  CHECK(greeting->isPractice);
  CHECK(greeting->offer.hubCertificate == hub.certificate());
  const Result<sync::Enrolled> enrolled = sync::redeem(greeting->offer, Uuid::makeV7(hub.clock));
  REQUIRE(shown(enrolled.status()) == "Ok");
  CHECK(enrolled->enrolment.userId == kari);

  sync::EnrolmentOffer guessed = offer;
  guessed.code = sync::makeEnrolmentCode();
  CHECK(sync::greet(guessed).status().code() == StatusCode::Refused);
}

TEST_CASE("who stands between a new tablet and the hub is found out before anything of value is told",
          "[sync][client][sign_in]") {
  TestHub hub;
  const sync::EnrolmentOffer offer = hub.offer(hub.addUser(Role::Counsellor));
  std::set<std::string> paths;
  const Relay impostor(hub, [&](const HttpRequest& request, HttpResponse response) {
    paths.insert(request.path);
    return response;
  });
  const Result<sync::Greeting> greeting = sync::greet({impostor.url(), {}, offer.code});
  CHECK(shown(greeting.status()) == "Corrupt: not the hub that gave the code");
  CHECK(paths == std::set<std::string>{"/v1/greeting"});
}

TEST_CASE("a code that is nobody's lets in whoever signs in, and says no more to a wrong name than to a wrong password",
          "[sync][client][sign_in]") {
  SignInWorld world;
  const sync::EnrolmentOffer offer = sync::greet(world.anybodysOffer())->offer;
  const auto redeemAs = [&](const std::string& name, const std::string& password) {
    const sync::SignInWords words{name, secret(password)};
    return sync::redeem(offer, world.newReplica(), &words);
  };
  CHECK(shown(redeemAs("kari.moen", "wrong password").status()) == "WrongKey: user name or password");
  CHECK(shown(redeemAs("nobody", kPassword).status()) == "WrongKey: user name or password");
  CHECK(shown(redeemAs("", "").status()) == "WrongKey: user name or password");
  CHECK(sync::redeem(offer, world.newReplica()).status().code() == StatusCode::WrongKey);
  const Result<sync::Enrolled> enrolled = redeemAs(" Kari.Moen ", kPassword);
  REQUIRE(shown(enrolled.status()) == "Ok");
  CHECK(enrolled->enrolment.userId == world.kari);
  CHECK(redeemAs("ola.dal", kPassword).status().code() == StatusCode::Refused); // the code is used
}

// Measured against each other in one run. A hub that looked no password up for a name it does not know would answer
// a hundred times sooner.
TEST_CASE("a wrong name takes as long to refuse as a wrong password", "[sync][client][sign_in]") {
  SignInWorld world;
  const sync::EnrolmentOffer offer = sync::greet(world.anybodysOffer())->offer;
  const auto millisFor = [&](const std::string& name) {
    const sync::SignInWords words{name, secret("wrong password")};
    const auto begin = std::chrono::steady_clock::now();
    REQUIRE(sync::redeem(offer, world.newReplica(), &words).status().code() == StatusCode::WrongKey);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  std::vector<double> known, unknown;
  for (int i = 0; i < 9; ++i) {
    known.push_back(millisFor("kari.moen"));
    unknown.push_back(millisFor("kari.noem"));
  }
  std::ranges::sort(known);
  std::ranges::sort(unknown);
  CHECK(unknown[4] > known[4] / 3);
  CHECK(unknown[4] < known[4] * 3);
}

TEST_CASE("a tablet holds stores of several users, each a device of its own", "[sync][client][sign_in]") {
  SignInWorld world;
  const sync::Enrolled kari = world.enrol("kari.moen");
  const Uuid replica = world.newReplica();
  const Result<sync::Enrolment> ola = sync::signIn(*kari.tablet, replica, {"ola.dal", secret(kPassword)});
  REQUIRE(shown(ola.status()) == "Ok");
  CHECK(ola->userId == world.ola);
  CHECK(ola->parcels->device != kari.enrolment.parcels->device);
  CHECK(world.hub.counts().devices == 2);
  CHECK(shown(world.asks(*ola)) == "Ok");

  SECTION("who signs in anew into the same store stays the same device, with another token") {
    const Result<sync::Enrolment> again = sync::signIn(*kari.tablet, replica, {"ola.dal", secret(kPassword)});
    REQUIRE(shown(again.status()) == "Ok");
    CHECK(again->parcels->device == ola->parcels->device);
    CHECK(world.hub.counts().devices == 2);
    CHECK(world.asks(*ola).code() == StatusCode::Refused);
    CHECK(shown(world.asks(*again)) == "Ok");
  }
  SECTION("a tablet that the hub does not know lets nobody in") {
    sync::TabletIdentity other{world.hub.url(), world.hub.certificate(), {}, kari.tablet->id, SecretBytes::random(32)};
    CHECK(sync::signIn(other, replica, {"ola.dal", secret(kPassword)}).status().code() == StatusCode::Refused);
    CHECK(sync::isRevoked(other).status().code() == StatusCode::Refused);
  }
}

TEST_CASE("a lost tablet is shut out with every store on it, and no restore lets it in again",
          "[sync][client][sign_in][restore]") {
  SignInWorld world;
  const sync::Enrolled kari = world.enrol("kari.moen");
  const sync::Enrolled elsewhere = world.enrol("kari.moen");
  const sync::Enrolment ola = sync::signIn(*kari.tablet, world.newReplica(), {"ola.dal", secret(kPassword)}).value();
  CHECK_FALSE(sync::isRevoked(*kari.tablet).value());
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  REQUIRE(hub::revoke(world.hub.folder, kari.tablet->id).ok());
  const auto checkShutOut = [&] {
    CHECK(world.asks(kari.enrolment).code() == StatusCode::Revoked);
    CHECK(world.asks(ola).code() == StatusCode::Revoked);
    CHECK(sync::isRevoked(*kari.tablet).value());
    CHECK(sync::signIn(*kari.tablet, world.newReplica(), {"kari.moen", secret(kPassword)}).status().code() ==
          StatusCode::Revoked);
    CHECK(shown(world.asks(elsewhere.enrolment)) == "Ok");
  };
  checkShutOut();
  CHECK(hub::revoke(world.hub.folder, kari.tablet->id).code() == StatusCode::NotFound);
  world.hub.stop();
  world.hub.restore();
  world.hub.start();
  checkShutOut();
}

TEST_CASE("one store of a tablet can be shut out alone", "[sync][client][sign_in]") {
  SignInWorld world;
  const sync::Enrolled kari = world.enrol("kari.moen");
  const sync::Enrolment ola = sync::signIn(*kari.tablet, world.newReplica(), {"ola.dal", secret(kPassword)}).value();
  REQUIRE(hub::revoke(world.hub.folder, ola.parcels->device).ok());
  CHECK(world.asks(ola).code() == StatusCode::Revoked);
  CHECK(shown(world.asks(kari.enrolment)) == "Ok");
  CHECK_FALSE(sync::isRevoked(*kari.tablet).value());
}

TEST_CASE("who has left is let in no more, and back again only as a new device", "[sync][client][sign_in][restore]") {
  SignInWorld world;
  const sync::Enrolled kari = world.enrol("kari.moen");
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  REQUIRE(hub::dismiss(world.hub.folder, world.kari).ok());
  const auto signsIn = [&] {
    return sync::signIn(*kari.tablet, world.newReplica(), {"kari.moen", secret(kPassword)}).status().code();
  };
  CHECK(world.asks(kari.enrolment).code() == StatusCode::Revoked);
  CHECK(signsIn() == StatusCode::WrongKey);
  CHECK(hub::makeOffer(world.hub.folder, world.kari, world.hub.url(), world.hub.clock).status().code() ==
        StatusCode::NotFound);
  world.hub.stop();
  world.hub.restore();
  world.hub.start();
  CHECK(world.asks(kari.enrolment).code() == StatusCode::Revoked);
  CHECK(signsIn() == StatusCode::WrongKey);
  REQUIRE(hub::readmit(world.hub.folder, world.kari).ok());
  CHECK(signsIn() == StatusCode::Ok);
  CHECK(world.asks(kari.enrolment).code() == StatusCode::Revoked);
  world.hub.restart();
  CHECK(signsIn() == StatusCode::Ok);
}

TEST_CASE("a token that was not used for a year is none any more", "[sync][client][sign_in]") {
  SignInWorld world;
  const sync::Enrolled kari = world.enrol("kari.moen");
  world.hub.clock.advance(sync::tuning::kTokenLifetimeMillis);
  CHECK(shown(world.asks(kari.enrolment)) == "Ok"); // and is as good as new
  world.hub.clock.advance(sync::tuning::kTokenLifetimeMillis + 1);
  CHECK(world.asks(kari.enrolment).code() == StatusCode::Refused);
}

TEST_CASE("a password that is short, or holds the user's name, is not taken", "[sync][client][sign_in]") {
  SignInWorld world;
  for (const char* poor : {"", "elleve tegn", "xx KARI.MOEN xx"})
    CHECK(hub::setPassword(world.hub.folder, world.kari, secret(poor)).code() == StatusCode::Invalid);
  CHECK(hub::setPassword(world.hub.folder, world.kari, secret(std::string(300, 'x'))).code() == StatusCode::Invalid);
  CHECK(hub::setUserName(world.hub.folder, world.ola, " KARI.moen").code() == StatusCode::Conflict);
  CHECK(hub::setUserName(world.hub.folder, world.ola, "  ").code() == StatusCode::Invalid);
}

TEST_CASE("each session tells a device until when it may be opened without the hub", "[sync][client][sign_in][lease]") {
  TestHub hub;
  Tablet tablet(hub, hub.addUser(Role::Counsellor));
  CHECK_FALSE(tablet.replica->lease()->isOver(INT64_MAX)); // the hub has never said
  tablet.clock.advance(-3 * sync::tuning::kDayMillis);     // a clock that is wrong
  const int64_t now = tablet.clock.nowMillis();
  tablet.syncWell();
  CHECK_FALSE(tablet.replica->lease()->isOver(now + 14 * sync::tuning::kDayMillis - 1'000));
  CHECK(tablet.replica->lease()->isOver(now + 14 * sync::tuning::kDayMillis + 1'000));

  REQUIRE(hub::setLease(hub.folder, 3).ok());
  CHECK(hub::setLease(hub.folder, 0).code() == StatusCode::Invalid);
  CHECK(hub::setLease(hub.folder, 91).code() == StatusCode::Invalid);
  tablet.syncWell();
  CHECK(tablet.replica->lease()->isOver(now + 3 * sync::tuning::kDayMillis + 1'000));

  REQUIRE(tablet.replica->noteTime(now + 4 * sync::tuning::kDayMillis).ok());
  CHECK(tablet.replica->lease()->isOver(now)); // the clock was set back
  tablet.syncWell();
  CHECK_FALSE(tablet.replica->lease()->isOver(now));
}

TEST_CASE("what a lost tablet had not sent comes sealed, and goes to those who have the case now",
          "[sync][client][sign_in][parcels]") {
  TestHub hub;
  const Uuid kari = hub.addUser(Role::Counsellor);
  Tablet tablet(hub, kari);
  Tablet supervisor(hub, hub.addUser(Role::Supervisor));
  tablet.found(caseScope(1));
  tablet.syncWell();
  tablet.write(1, caseScope(1), "note", {{"text", "in a case that is known"}});
  tablet.found(caseScope(2));
  tablet.write(2, caseScope(2), "note", {{"text", "in a case that is not"}});
  const TemporaryFolder place;
  const sync::ParcelFolder parcels(place / "parcels");
  REQUIRE(parcels.pack(*tablet.replica, tablet.enrolment).ok());
  REQUIRE(hub::revoke(hub.folder, tablet.enrolment.parcels->device).ok());
  CHECK(tablet.sync().status().code() == StatusCode::Revoked);

  std::unique_ptr<HttpClient> http;
  std::set<std::string> left;
  const auto connect = [&](const std::string& url, const std::string& certificate) -> Result<HttpTransport*> {
    http = connectTo(url, certificate);
    return http.get();
  };
  const sync::ParcelFolder::Delivery done = parcels.deliver(connect, hub.clock, left);
  CHECK(done.hindrance.ok());
  CHECK(left.empty());
  supervisor.syncWell();
  std::multiset<std::string> came;
  for (const auto& [id, record] : supervisor.state())
    came.insert(record.type);
  CHECK(came == std::multiset<std::string>{"grant", "grant", "late_write", "note"});
}

} // namespace
} // namespace veikart::test
