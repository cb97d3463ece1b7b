// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/device/record_json.h"

#include "sync/record/scope_text.h"

#include <nlohmann/json.hpp>

namespace veikart::device {
namespace {

using nlohmann::json;

// Bytes that are not UTF-8 come back from JSON as others, because dumping replaces them.
json jsonOfValue(const Bytes& value) {
  if (json::parse(oneLine(value), nullptr, false) == value)
    return value;
  return {{"hex", toHex(value)}};
}

json toJson(const sync::Register& reg) {
  json context = json::object();
  for (const auto& [replica, counter] : reg.context.counters())
    context[replica.toString()] = counter;
  json siblings = json::array();
  for (const sync::Sibling& sibling : reg.siblings)
    siblings.push_back(
        {{"dot", sibling.dot.replica.toString() + ":" + std::to_string(sibling.dot.counter)},
         {"stamp", std::to_string(sibling.stamp.millis()) + "." + std::to_string(sibling.stamp.value & 0xFFFFU)},
         {"value", jsonOfValue(sibling.value)}});
  return {{"context", std::move(context)}, {"siblings", std::move(siblings)}};
}

} // namespace

json toJson(const sync::Record& record) {
  json fields = json::object();
  for (const auto& [name, reg] : record.fields)
    fields[name] = toJson(reg);
  return {{"id", record.id.toString()},
          {"type", record.type},
          {"scope", sync::toText(record.scope)},
          {"erased", record.erased},
          {"fields", std::move(fields)}};
}

std::string oneLine(const json& json) {
  return json.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Bytes> valueFrom(const json& value) {
  if (value.is_string())
    return value.get<std::string>();
  const bool isHex = value.is_object() && value.size() == 1 && value.contains("hex") && value["hex"].is_string();
  const Result<Bytes> bytes = isHex ? fromHex(value["hex"].get<std::string>()) : Status::invalid("no hex");
  return bytes.ok() ? bytes : Status::invalid(R"(a value is a string or {"hex": "00ff"})");
}

} // namespace veikart::device
