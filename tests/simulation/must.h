// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <cstdio>
#include <cstdlib>

namespace veikart::simulation {

// For what no schedule can make fail: the machine that simulates is at fault.
inline void must(const Status& status) {
  if (status.ok())
    return;
  std::fprintf(stderr, "the simulation can't go on: %s\n", status.toString().c_str());
  std::abort();
}

template<typename Value>
Value must(Result<Value> result) {
  must(result.status());
  return *std::move(result);
}

} // namespace veikart::simulation
