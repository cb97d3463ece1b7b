// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/network_watcher.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstring>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace veikart;

namespace {

enum Outcome { Told = 0, NotTold = 1, ToldAgain = 2, NotPermitted = 77 };

bool bringLoopbackUp() {
  const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  ifreq request{};
  std::strcpy(request.ifr_name, "lo");
  request.ifr_flags = IFF_UP;
  const bool done = ::ioctl(fd, SIOCSIFFLAGS, &request) == 0;
  ::close(fd);
  return done;
}

// In a network of its own, whose loopback is down to begin with.
Outcome watchOwnNetwork() {
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
    return NotPermitted;
  std::atomic<int> times = 0;
  const auto watcher = NetworkWatcher::start([&times] { ++times; });
  if (!watcher.ok() || !bringLoopbackUp())
    return NotPermitted;
  for (int i = 0; i < 500 && times == 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  std::this_thread::sleep_for(std::chrono::milliseconds(700)); // the burst has long been quiet
  return times == 0 ? NotTold : times == 1 ? Told : ToldAgain;
}

} // namespace

TEST_CASE("a watcher starts, waits in silence and stops at once", "[platform][network]") {
  int calls = 0;
  {
    const auto watcher = NetworkWatcher::start([&calls] { ++calls; }).value();
  }
  REQUIRE(calls == 0);
}

TEST_CASE("a link that comes up is told once", "[platform][network]") {
  const pid_t child = ::fork();
  if (child == 0)
    ::_exit(watchOwnNetwork());
  int state = 0;
  REQUIRE(::waitpid(child, &state, 0) == child);
  REQUIRE(WIFEXITED(state));
  if (WEXITSTATUS(state) == NotPermitted)
    SKIP("this system allows no network of one's own");
  REQUIRE(WEXITSTATUS(state) == Told);
}
