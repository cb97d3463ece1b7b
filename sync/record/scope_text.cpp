// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/scope_text.h"

#include <algorithm>
#include <array>

namespace veikart::sync {
namespace {

using KindName = std::pair<ScopeKind, std::string_view>;
constexpr std::array kKindNames = {KindName{ScopeKind::Office, "office"}, KindName{ScopeKind::Case, "case"},
                                   KindName{ScopeKind::KvpFile, "kvp_file"}, KindName{ScopeKind::Staff, "staff"}};

} // namespace

std::string toText(const ScopeId& scope) {
  const auto named = std::ranges::find(kKindNames, scope.kind, &KindName::first);
  return std::string(named->second) + ":" + scope.id.toString();
}

Result<ScopeId> scopeFromText(std::string_view text) {
  const std::string_view name = text.substr(0, text.find(':'));
  const Result<Uuid> id = Uuid::parse(text.substr(std::min(text.size(), name.size() + 1)));
  const auto named = std::ranges::find(kKindNames, name, &KindName::second);
  if (!id.ok() || named == kKindNames.end())
    return Status::invalid("a scope is office:UUID, case:UUID, kvp_file:UUID or staff:UUID");
  return ScopeId{named->first, *id};
}

} // namespace veikart::sync
