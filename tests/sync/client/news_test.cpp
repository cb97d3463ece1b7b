// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/news_watch.h"
#include "tests/sync/client/tablet.h"

#include <catch2/catch_test_macros.hpp>

#include <condition_variable>

namespace veikart::test {
namespace {

using std::chrono::milliseconds;

// A supervisor's open app that waits for news, and a counsellor's tablet that brings them.
struct LiveOffice {
  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::ResourcePerson);
  Tablet counsellor{hub, kari};
  Tablet supervisor{hub, hub.addUser(hub::Role::Supervisor)};

  std::mutex mutex;
  std::condition_variable came;
  int news = 0; // guarded by mutex
  SystemClock clock;
  std::unique_ptr<sync::NewsWatch> watch = watchOf(supervisor);

  std::unique_ptr<sync::NewsWatch> watchOf(const Tablet& tablet) {
    Result<std::unique_ptr<HttpClient>> http =
        HttpClient::create(sync::NewsWatch::httpOptions(hub.url(), hub.certificate()));
    REQUIRE(http.ok());
    return std::make_unique<sync::NewsWatch>(*std::move(http), tablet.enrolment.deviceToken, clock, [this] {
      const std::lock_guard lock(mutex);
      ++news;
      came.notify_all();
    });
  }

  void armAfterSync(Tablet& tablet) {
    const Result<sync::SyncReport> report = tablet.sync();
    REQUIRE(report.ok());
    REQUIRE(report->digestsAgree);
    watch->arm(report->digest);
  }

  bool hasNewsWithin(milliseconds time, int times = 1) {
    std::unique_lock lock(mutex);
    const bool has = came.wait_for(lock, time, [&] { return news >= times; });
    news = 0;
    return has;
  }
};

// Long enough for a loaded machine to be late, far below the rhythm in which an idle device asks.
constexpr milliseconds kSoon(5'000);
constexpr milliseconds kQuiet(300);

TEST_CASE("who waits is told when the hub has something new that he may see", "[sync][client][news]") {
  LiveOffice office;
  office.counsellor.found(caseScope(1));
  office.counsellor.syncWell();
  office.armAfterSync(office.supervisor);
  CHECK_FALSE(office.hasNewsWithin(kQuiet));
  office.counsellor.write(1, caseScope(1), "note", {{"text", "new"}});
  office.counsellor.syncWell();
  CHECK(office.hasNewsWithin(kSoon));
  office.counsellor.write(2, caseScope(1), "note", {{"text", "while it was not armed"}});
  office.counsellor.syncWell();
  CHECK_FALSE(office.hasNewsWithin(kQuiet));
  office.armAfterSync(office.supervisor);
  CHECK_FALSE(office.hasNewsWithin(kQuiet));
}

TEST_CASE("who is not in step is told at once", "[sync][client][news]") {
  LiveOffice office;
  office.counsellor.write(1, "text", "x");
  office.counsellor.syncWell();
  office.watch->arm({});
  CHECK(office.hasNewsWithin(kSoon));
}

TEST_CASE("who waits is not told of what he may not see, nor of what his own device brought", "[sync][client][news]") {
  LiveOffice office;
  Tablet colleague(office.hub, office.hub.addUser(hub::Role::ResourcePerson));
  office.watch = office.watchOf(colleague);
  office.armAfterSync(colleague);
  office.counsellor.found(caseScope(1));
  office.counsellor.syncWell();
  CHECK_FALSE(office.hasNewsWithin(kQuiet));
  colleague.write(1, "text", "his own");
  colleague.syncWell();
  CHECK_FALSE(office.hasNewsWithin(kQuiet));
  office.counsellor.grant(90, caseScope(1), colleague.enrolment.userId);
  office.counsellor.syncWell();
  CHECK(office.hasNewsWithin(kSoon));
}

TEST_CASE("a hub with many who wait still answers others, and stops at once", "[sync][client][news]") {
  LiveOffice office;
  std::vector<std::unique_ptr<sync::NewsWatch>> watches;
  const Result<sync::SyncReport> report = office.supervisor.sync();
  REQUIRE(report.ok());
  constexpr int kMany = 20;
  for (int i = 0; i < kMany; ++i) {
    watches.push_back(office.watchOf(office.supervisor));
    watches.back()->arm(report->digest);
  }
  CHECK_FALSE(office.hasNewsWithin(kQuiet));
  office.counsellor.write(1, "text", "x");
  office.counsellor.syncWell(); // with two threads at the hub
  CHECK(office.hasNewsWithin(kSoon, kMany));
  for (const auto& watch : watches)
    watch->arm(office.supervisor.sync()->digest);
  CHECK_FALSE(office.hasNewsWithin(kQuiet));
  const auto before = std::chrono::steady_clock::now();
  office.hub.stop();
  CHECK(std::chrono::steady_clock::now() - before < kSoon);
}

} // namespace
} // namespace veikart::test
