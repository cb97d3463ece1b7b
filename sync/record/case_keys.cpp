// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/case_keys.h"

#include "sync/record/canonical.h"

#include <algorithm>

namespace veikart::sync {

CaseKey caseKey(const Uuid& office, std::string_view kind, std::string_view words) {
  Bytes subject = "case key ";
  subject += office.view();
  subject += static_cast<char>(kind.size());
  subject += kind;
  subject += words;
  return crypto::blake2b256(subject);
}

RecordId caseKeysId(const ScopeId& scope) {
  return nameFor("case keys", scopeToBytes(scope));
}

Bytes caseKeysValue(std::span<const CaseKey> keys) {
  Bytes value;
  for (const CaseKey& key : keys)
    value.append(key.begin(), key.end());
  return value;
}

Result<std::vector<CaseKey>> caseKeysOf(const Record& record) {
  std::vector<CaseKey> keys;
  const auto field = record.fields.find(std::string(kCaseKeysField));
  if (field == record.fields.end())
    return keys;
  for (const Sibling& sibling : field->second.siblings) {
    if (sibling.value.size() % CaseKey().size() != 0)
      return Status::corrupt("no keys of a case");
    for (size_t at = 0; at < sibling.value.size(); at += CaseKey().size())
      std::copy_n(sibling.value.begin() + static_cast<std::ptrdiff_t>(at), CaseKey().size(),
                  keys.emplace_back().begin());
  }
  return keys;
}

} // namespace veikart::sync
