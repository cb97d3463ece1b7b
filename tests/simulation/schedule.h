// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/simulation/office.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace veikart::simulation {

struct Outcome {
  std::string fault; // what must never be, in words; empty: nothing was found
  std::string trace; // one line for each step: the same for the same seed
};

// Runs the schedule of `seed` in a copy of the office at `folder`, which is emptied first: a few hundred steps of
// people writing, tablets syncing, machines and lines failing. Then everything is mended and synced, and checked:
//  - all stores hold the same bytes of what their users may see, and nothing else;
//  - what stands in each field is what nobody who had seen it replaced: nothing is lost, nothing comes back;
//  - nothing waits to be sent, and the digests agree.
Outcome runSchedule(uint64_t seed, const Office& office, const std::filesystem::path& folder);

} // namespace veikart::simulation
