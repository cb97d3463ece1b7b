// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace veikart::bench {

// How much is done of everything; a smoke run does a little.
struct Scale {
  int records = 10'000;
  int manyRecords = 40'000;
  int changed = 100;
  int doublyEdited = 1'000;
  int cases = 10'000;
  int openings = 100;
  int answers = 300;
  int idleSyncs = 20;
};

struct Options {
  std::string only; // empty: everything; else what begins with it
  int runs = 5;
  Scale scale;

  bool wants(const std::string& name) const { return name.starts_with(only); }
};

// Milliseconds since it was made.
class Stopwatch {
public:
  double millis() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
  }

private:
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

// What was measured under one name. The limit, where there is one, is measured in the same run: the least that the same
// bytes cost on this machine.
struct Figure {
  std::string name;
  int n = 0; // things done in one sample
  std::vector<double> millis;
  std::vector<double> limitMillis;
  uint64_t bytesUp = 0; // of the last sample
  uint64_t bytesDown = 0;
  std::vector<std::pair<std::string, int64_t>> counts; // what else is worth knowing
};

void print(const Figure& figure); // one line of JSON
double median(std::vector<double> values);

// A benchmark that fails has nothing to say: it ends the program.
inline void must(const Status& status) {
  if (status.ok())
    return;
  std::fprintf(stderr, "veikart-bench: %s\n", status.toString().c_str());
  std::exit(1);
}

template<class T>
T must(Result<T> result) {
  must(result.status());
  return std::move(result).value();
}

void mustBe(bool condition, const char* what);

} // namespace veikart::bench
