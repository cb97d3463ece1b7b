// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/measure.h"

namespace veikart::bench {

// Two devices and a hub process on loopback: a first push, a first pull, a few changes, nothing, and edits of the same
// records on both. Prints its figures when it is done.
void runSyncBenchmarks(const Options& options);

} // namespace veikart::bench
