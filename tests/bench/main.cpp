// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"
#include "tests/bench/program_benchmarks.h"
#include "tests/bench/start_benchmark.h"
#include "tests/bench/store_benchmarks.h"
#include "tests/bench/sync_benchmarks.h"

#include <iostream>
#include <span>

namespace {

using namespace veikart;
using namespace veikart::bench;

constexpr const char* kUsage = "veikart-bench [--only NAME] [--runs N] [--records N] [--quick]\n"
                               "  --only NAME  the benchmarks whose names begin with NAME\n"
                               "  --runs N     samples of each (5)\n"
                               "  --records N  how many are replicated (10000)\n"
                               "  --quick      little of everything, to see that it runs\n";

constexpr Scale kQuick = {300, 600, 10, 30, 40, 5, 5, 2};

// False for what it does not know.
bool parse(std::span<char*> arguments, Options& options) {
  for (size_t i = 1; i < arguments.size(); ++i) {
    const std::string_view name = arguments[i];
    const bool hasValue = i + 1 < arguments.size();
    if (name == "--quick") {
      options.scale = kQuick;
      options.runs = 1;
    } else if (name == "--only" && hasValue) {
      options.only = arguments[++i];
    } else if (name == "--runs" && hasValue) {
      options.runs = std::atoi(arguments[++i]);
    } else if (name == "--records" && hasValue) {
      options.scale.records = std::atoi(arguments[++i]);
    } else {
      return false;
    }
  }
  return options.runs > 0 && options.scale.records >= options.scale.doublyEdited;
}

} // namespace

int main(int argc, char** argv) {
  Options options;
  if (!parse({argv, static_cast<size_t>(argc)}, options)) {
    std::cerr << kUsage;
    return 2;
  }
  must(crypto::initialize());
  runAnswerCommit(options);
  runOpenCase(options);
  runSyncBenchmarks(options);
  runProgramBenchmarks(options);
  runStartBenchmark(options);
  return 0;
}
