// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/http/http_ranges.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace veikart {

namespace {

struct Range {
  size_t first = 0;
  std::optional<size_t> last;
};

std::optional<size_t> parseNumber(std::string_view text) {
  size_t value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failed == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// "bytes=N-" and "bytes=N-M".
std::optional<Range> parseRange(std::string_view text) {
  constexpr std::string_view kUnit = "bytes=";
  const size_t dash = text.find('-');
  if (!text.starts_with(kUnit) || dash == std::string_view::npos)
    return std::nullopt;
  const auto first = parseNumber(text.substr(kUnit.size(), dash - kUnit.size()));
  const std::string_view end = text.substr(dash + 1);
  if (!first)
    return std::nullopt;
  if (end.empty())
    return Range{*first, std::nullopt};
  const auto last = parseNumber(end);
  return last && *last >= *first ? std::optional(Range{*first, last}) : std::nullopt;
}

std::optional<Range> rangeWanted(const HttpRequest& request, const HttpResponse& full) {
  const auto range = request.headers.find("range");
  const auto tag = full.headers.find("etag");
  if (request.method != "GET" || full.status != 200 || range == request.headers.end() || tag == full.headers.end())
    return std::nullopt;
  const auto condition = request.headers.find("if-range");
  if (condition != request.headers.end() && condition->second != tag->second)
    return std::nullopt;
  return parseRange(range->second);
}

} // namespace

HttpResponse applyRange(const HttpRequest& request, HttpResponse full) {
  const std::optional<Range> range = rangeWanted(request, full);
  if (!range)
    return full;
  const std::string size = std::to_string(full.body.size());
  if (range->first >= full.body.size())
    return {416, {{"content-range", "bytes */" + size}}, {}};
  const size_t last = std::min(range->last.value_or(full.body.size() - 1), full.body.size() - 1);
  full.status = 206;
  full.headers["content-range"] = "bytes " + std::to_string(range->first) + "-" + std::to_string(last) + "/" + size;
  full.body.resize(last + 1);
  full.body.erase(0, range->first);
  return full;
}

} // namespace veikart
