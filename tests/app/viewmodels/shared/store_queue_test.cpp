// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/store_queue.h"

#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace veikart;
using namespace veikart::ui;

namespace {

// A store queue on a real store in a folder of its own.
struct World {
  World() { std::filesystem::create_directories(folder); }
  ~World() { std::filesystem::remove_all(folder); }

  StatusCode open() {
    QFuture<Status> opened = queue.open([this] { return store::CaseStore::open(folder / "store.db", key, clock); });
    return outcome(opened);
  }

  template<class Outcome>
  static StatusCode outcome(QFuture<Outcome>& future) {
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10'000))
      return StatusCode::Internal;
    if constexpr (std::is_same_v<Outcome, Status>)
      return future.result().code();
    else
      return future.result().status().code();
  }

  SystemClock clock;
  SecretBytes key = SecretBytes::random(32);
  std::filesystem::path folder = std::filesystem::temp_directory_path() / Uuid::makeV7(clock).toString();
  StoreQueue queue;
};

} // namespace

TEST_CASE("work is refused, not lost sight of, while no store is open", "[viewmodels][store]") {
  World world;
  QFuture<Result<std::vector<casework::StaffMember>>> staff =
      world.queue.read([](store::CaseStore& cases) { return cases.staff(); });
  REQUIRE(World::outcome(staff) == StatusCode::Busy);
}

TEST_CASE("a write that succeeded is announced, a read or a failed write is not", "[viewmodels][store]") {
  World world;
  REQUIRE(world.open() == StatusCode::Ok);
  QSignalSpy written(&world.queue, &StoreQueue::written);
  QFuture<Result<std::vector<casework::StaffMember>>> read =
      world.queue.read([](store::CaseStore& cases) { return cases.staff(); });
  QFuture<Status> failed = world.queue.write([](store::CaseStore&) { return Status::invalid("not this"); });
  REQUIRE(World::outcome(read) == StatusCode::Ok);
  REQUIRE(World::outcome(failed) == StatusCode::Invalid);
  REQUIRE(written.isEmpty());
  QFuture<Status> wrote = world.queue.write([](store::CaseStore&) { return Status(); });
  REQUIRE(World::outcome(wrote) == StatusCode::Ok);
  REQUIRE(QTest::qWaitFor([&] { return written.count() == 1; }, 5'000));
}

TEST_CASE("an answer never comes before the one who asked has returned", "[viewmodels][store]") {
  World world;
  REQUIRE(world.open() == StatusCode::Ok);
  QFuture<Status> asked = world.queue.read([](store::CaseStore&) { return Status(); });
  QTest::qSleep(100); // the store is done long before
  bool isAnswered = false;
  asked.then(&world.queue, [&isAnswered](const Status&) { isAnswered = true; });
  REQUIRE_FALSE(isAnswered);
  REQUIRE(QTest::qWaitFor([&] { return isAnswered; }, 5'000));
}

TEST_CASE("a store that was closed runs no more work", "[viewmodels][store]") {
  World world;
  REQUIRE(world.open() == StatusCode::Ok);
  QFuture<Status> closed = world.queue.close();
  REQUIRE(World::outcome(closed) == StatusCode::Ok);
  QFuture<Status> late = world.queue.write([](store::CaseStore&) { return Status(); });
  REQUIRE(World::outcome(late) == StatusCode::Busy);
}
