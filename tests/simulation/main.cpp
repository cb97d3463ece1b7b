// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// veikart-sim: runs schedules of an office with failing machines and lines, and replays one.
#include "tests/platform/support/temporary_folder.h"
#include "tests/simulation/schedule.h"

#include <charconv>
#include <cstdio>
#include <cstring>

namespace {

constexpr const char* kUsage =
    "usage: veikart-sim [--seed N]              replays one schedule, step by step\n"
    "       veikart-sim --schedules N [--from N]  runs so many, and ends at the first fault\n";

bool readNumber(const char* text, uint64_t& number) {
  const char* end = text + std::strlen(text);
  return std::from_chars(text, end, number).ptr == end;
}

} // namespace

int main(int argc, char** argv) {
  uint64_t seed = 1, schedules = 0;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    uint64_t* target = name == "--seed" || name == "--from" ? &seed : name == "--schedules" ? &schedules : nullptr;
    if (target == nullptr || i + 1 == argc || !readNumber(argv[i + 1], *target)) {
      std::fputs(kUsage, stderr);
      return 2;
    }
  }
  const veikart::test::TemporaryFolder place;
  const veikart::simulation::Office office(place / "office");
  const uint64_t last = seed + (schedules == 0 ? 1 : schedules);
  for (uint64_t each = seed; each < last; ++each) {
    const veikart::simulation::Outcome outcome = veikart::simulation::runSchedule(each, office, place / "schedule");
    if (schedules == 0)
      std::fputs(outcome.trace.c_str(), stdout);
    if (!outcome.fault.empty()) {
      std::printf("seed %llu: %s\n", static_cast<unsigned long long>(each), outcome.fault.c_str());
      return 1;
    }
  }
  std::printf("%llu schedules, no fault\n", static_cast<unsigned long long>(last - seed));
  return 0;
}
