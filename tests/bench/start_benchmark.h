// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/measure.h"

namespace veikart::bench {

// start_to_caseload: from the start of the process, which is given the unwrapped key, to the frame that shows the
// caseload. The limit is an empty Qt Quick window, started in turn with it. Says nothing in a build without the app.
void runStartBenchmark(const Options& options);

} // namespace veikart::bench
