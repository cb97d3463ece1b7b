// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/measure.h"

namespace veikart::bench {

// Devices and a hub that are processes of their own: how much memory they take for a first push and a first pull, and
// what a device that is killed in its push sends again. Prints its figures when it is done.
void runProgramBenchmarks(const Options& options);

} // namespace veikart::bench
