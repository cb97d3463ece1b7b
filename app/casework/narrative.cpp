// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/narrative.h"

#include "app/casework/field_policy.h"
#include "app/casework/field_value.h"
#include "app/casework/record_codec.h"
#include "app/casework/text_merge.h"

#include <algorithm>
#include <set>

namespace veikart::casework {

namespace {

using nlohmann::json;

constexpr const char* kAncestor = "was";

} // namespace

bool isNarrative(const sync::Record& record, std::string_view field) {
  return record.type == kAnswersType && policyOf(record, field) == FieldPolicy::Review && field != sync::kDeletedField;
}

Bytes withAncestor(BytesView value, const std::optional<std::string>& ancestor) {
  std::optional<json> answer = decodeValue(value);
  if (!answer || !answer->is_object())
    return Bytes(value);
  if (ancestor)
    (*answer)[kAncestor] = *ancestor;
  else
    answer->erase(kAncestor);
  return encodeValue(*answer);
}

std::optional<std::string> ancestorIn(BytesView value) {
  const std::optional<json> answer = decodeValue(value);
  if (!answer || !answer->is_object())
    return std::nullopt;
  const auto found = answer->find(kAncestor);
  return found != answer->end() && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
}

Bytes withoutAncestor(BytesView value) {
  return ancestorIn(value) ? withAncestor(value, std::nullopt) : Bytes(value);
}

bool hasVersions(const sync::Record& record, const std::string& field) {
  const auto found = record.fields.find(field);
  if (found == record.fields.end() || !sync::isConflict(found->second))
    return false;
  if (!isNarrative(record, field))
    return true;
  const auto& writes = found->second.siblings;
  const Bytes first = withoutAncestor(writes.front().value);
  return std::ranges::any_of(writes, [&](const sync::Sibling& write) { return withoutAncestor(write.value) != first; });
}

std::optional<std::string> commonAncestor(const sync::Register& reg) {
  std::set<std::optional<std::string>> ancestors;
  for (const sync::Sibling& write : reg.siblings)
    ancestors.insert(ancestorIn(write.value));
  return ancestors.size() == 1 ? *ancestors.begin() : std::nullopt;
}

std::optional<Bytes> combinedValue(const sync::Register& reg) {
  const std::optional<std::string> ancestor = commonAncestor(reg);
  if (!ancestor)
    return std::nullopt;
  std::set<Bytes> values; // in one order on every device
  for (const sync::Sibling& write : reg.siblings)
    values.insert(withoutAncestor(write.value));
  std::optional<forms::Answer> all;
  for (const Bytes& value : values) {
    Result<forms::Answer> answer = decodeAnswer(value);
    if (!answer.ok())
      return std::nullopt;
    const std::string text = std::exchange(answer->text, all ? all->text : answer->text);
    if (all && *answer != *all)
      return std::nullopt;
    const std::optional<std::string> both = all ? combined(*ancestor, all->text, text) : text;
    if (!both)
      return std::nullopt;
    all = *std::move(answer);
    all->text = *both;
  }
  return all ? std::optional(withAncestor(encodeAnswer(*all), ancestor)) : std::nullopt;
}

} // namespace veikart::casework
