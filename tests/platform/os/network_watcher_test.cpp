// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/network_watcher.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;

TEST_CASE("a watcher starts, waits in silence and stops at once", "[platform][network]") {
  int calls = 0;
  {
    const auto watcher = NetworkWatcher::start([&calls] { ++calls; }).value();
  }
  REQUIRE(calls == 0);
}
