// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/measure.h"

namespace veikart::bench {

// What a person waits for on the device itself. Each prints its figures.
void runAnswerCommit(const Options& options);
void runOpenCase(const Options& options);

} // namespace veikart::bench
