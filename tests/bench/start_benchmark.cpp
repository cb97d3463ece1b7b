// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/start_benchmark.h"

#include "tests/bench/case_history.h"
#include "tests/bench/child_process.h"
#include "tests/platform/support/temporary_folder.h"

#include <cstdlib>

namespace veikart::bench {
namespace {

constexpr int kCases = 20; // of one counsellor
constexpr const char* kCaseloadWindow = "veikart-bench-caseload";
constexpr const char* kEmptyWindow = "veikart-bench-empty";

double millisToShown(const std::string& program, const std::vector<std::string>& arguments, BytesView input) {
  const Stopwatch watch;
  ChildProcess window(program, arguments, {});
  if (!input.empty())
    window.write(input);
  mustBe(window.readLine() == "shown", "a window of start_to_caseload does not come up");
  return watch.millis();
}

} // namespace

void runStartBenchmark(const Options& options) {
  const bool isBuilt = std::filesystem::exists(besideThisProgram(kCaseloadWindow));
  if (!options.wants("start_to_caseload") || !isBuilt)
    return;
  setenv("QT_QPA_PLATFORM", "offscreen", 0);
  setenv("QT_QUICK_BACKEND", "software", 0);
  const FakeClock clock(kNow);
  const test::TemporaryFolder folder;
  const SecretBytes key = SecretBytes::random(32);
  addCases(*openStore(folder / "store.db", key, clock), kCases, 1, clock);
  Figure figure;
  figure.name = "start_to_caseload";
  figure.n = 1;
  figure.counts = {{"cases", kCases}};
  for (int run = 0; run < options.runs; ++run) {
    figure.limitMillis.push_back(millisToShown(kEmptyWindow, {}, {}));
    figure.millis.push_back(millisToShown(kCaseloadWindow, {folder.path()}, key.view()));
  }
  print(figure);
}

} // namespace veikart::bench
