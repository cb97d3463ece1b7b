// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/measure.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

namespace veikart::bench {
namespace {

using Json = nlohmann::ordered_json;

// The smallest value that at least `share` of all values do not exceed.
double percentile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  const double rank = std::ceil(share * static_cast<double>(values.size()));
  return values[static_cast<size_t>(std::max(rank, 1.0)) - 1];
}

double rounded(double value) {
  return std::round(value * 1000) / 1000;
}

} // namespace

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

void print(const Figure& figure) {
  Json line = {{"name", figure.name},
               {"n", figure.n},
               {"samples", figure.millis.size()},
               {"median_ms", rounded(median(figure.millis))},
               {"p95_ms", rounded(percentile(figure.millis, 0.95))},
               {"bytes", figure.bytesUp + figure.bytesDown},
               {"bytes_up", figure.bytesUp},
               {"bytes_down", figure.bytesDown},
               {"ratio", nullptr},
               {"limit_ms", nullptr}};
  if (!figure.limitMillis.empty()) {
    line["ratio"] = rounded(median(figure.millis) / median(figure.limitMillis));
    line["limit_ms"] = rounded(median(figure.limitMillis));
  }
  for (const auto& [name, count] : figure.counts)
    line[name] = count;
  std::cout << line.dump() << std::endl;
}

void mustBe(bool condition, const char* what) {
  must(condition ? Status() : Status::internal(what));
}

} // namespace veikart::bench
