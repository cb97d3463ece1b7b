// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/sync_scheduler.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <chrono>

namespace veikart::sync {
namespace {

using namespace std::chrono_literals;

// Counts sessions and lets a test wait for them.
class Runner {
public:
  Result<SyncReport> run() {
    const std::lock_guard lock(m_mutex);
    ++m_runs;
    m_changed.notify_all();
    return fails ? Result<SyncReport>(Status::offline("no hub")) : Result<SyncReport>(SyncReport());
  }

  bool reaches(int runs, std::chrono::milliseconds within) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, within, [&] { return m_runs >= runs; });
  }

  std::atomic<bool> fails = false;

private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  int m_runs = 0;
};

struct ScheduledWorld {
  Runner runner;
  std::mutex mutex;
  std::vector<SyncStatus::Phase> phases;
  SyncScheduler scheduler{[this] { return runner.run(); },
                          [this](const SyncStatus& status) {
                            const std::lock_guard lock(mutex);
                            phases.push_back(status.phase);
                          }};

  SyncStatus::Phase lastPhase() {
    const std::lock_guard lock(mutex);
    return phases.empty() ? SyncStatus::Phase::NeverTried : phases.back();
  }

  bool settlesIn(SyncStatus::Phase phase) {
    for (int i = 0; i < 200 && lastPhase() != phase; ++i)
      std::this_thread::sleep_for(5ms);
    return lastPhase() == phase;
  }
};

TEST_CASE("a session runs at the start and whenever it is asked for", "[sync][scheduler]") {
  ScheduledWorld world;
  REQUIRE(world.runner.reaches(1, 2s));
  REQUIRE(world.settlesIn(SyncStatus::Phase::InStep));
  world.scheduler.syncNow();
  REQUIRE(world.runner.reaches(2, 2s));
}

TEST_CASE("local writes are gathered into one session", "[sync][scheduler]") {
  ScheduledWorld world;
  REQUIRE(world.settlesIn(SyncStatus::Phase::InStep));
  for (int i = 0; i < 10; ++i)
    world.scheduler.localChanges();
  REQUIRE_FALSE(world.runner.reaches(2, 300ms));
  REQUIRE(world.runner.reaches(2, 3s));
  REQUIRE_FALSE(world.runner.reaches(3, 300ms));
}

TEST_CASE("after a failure the next try waits, unless the network is back", "[sync][scheduler]") {
  ScheduledWorld world;
  REQUIRE(world.settlesIn(SyncStatus::Phase::InStep));
  world.runner.fails = true;
  world.scheduler.syncNow();
  REQUIRE(world.settlesIn(SyncStatus::Phase::Offline));
  world.scheduler.localChanges();
  REQUIRE_FALSE(world.runner.reaches(3, 1200ms));
  world.runner.fails = false;
  world.scheduler.syncNow();
  REQUIRE(world.runner.reaches(3, 1s));
  REQUIRE(world.settlesIn(SyncStatus::Phase::InStep));
}

TEST_CASE("it tries again by itself", "[sync][scheduler]") {
  ScheduledWorld world;
  REQUIRE(world.settlesIn(SyncStatus::Phase::InStep));
  world.runner.fails = true;
  world.scheduler.syncNow();
  REQUIRE(world.runner.reaches(3, 4s));
}

} // namespace
} // namespace veikart::sync
