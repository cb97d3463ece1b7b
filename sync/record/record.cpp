// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/record.h"

#include "platform/crypto/crypto.h"

#include <algorithm>
#include <utility>

namespace veikart::sync {

namespace {

Status checkSameContent(const Sibling& a, const Sibling& b) {
  return a == b ? Status() : Status::corrupt("one dot stands for two contents");
}

// The siblings of the join of `a` and `b`, borrowed from them, sorted; into `out`.
Status collectSurvivors(const Register& a, const Register& b, std::vector<const Sibling*>& out) {
  out.clear();
  auto left = a.siblings.begin();
  auto right = b.siblings.begin();
  while (left != a.siblings.end() || right != b.siblings.end()) {
    const bool isLeft = left != a.siblings.end() && (right == b.siblings.end() || left->dot <= right->dot);
    const bool isRight = right != b.siblings.end() && (left == a.siblings.end() || right->dot <= left->dot);
    if (isLeft && isRight)
      RETURN_IF_ERROR(checkSameContent(*left, *right));
    const Sibling& sibling = isLeft ? *left : *right;
    const CausalContext& other = isLeft ? b.context : a.context;
    if ((isLeft && isRight) || !other.covers(sibling.dot))
      out.push_back(&sibling);
    left += isLeft ? 1 : 0;
    right += isRight ? 1 : 0;
  }
  const bool hadAny = !a.siblings.empty() || !b.siblings.empty();
  return out.empty() && hadAny ? Status::corrupt("two writes claim to have seen each other") : Status();
}

Register makeJoined(const std::vector<const Sibling*>& siblings, const Register& a, const Register& b) {
  if (a.context.counters().empty())
    return b;
  Register joined;
  joined.siblings.reserve(siblings.size());
  for (const Sibling* sibling : siblings)
    joined.siblings.push_back(*sibling);
  joined.context = a.context;
  joined.context.join(b.context);
  return joined;
}

bool isUnchanged(const std::vector<const Sibling*>& survivors, const Register& a, const Register& b) {
  const auto isOfA = [](const Sibling* survivor, const Sibling& sibling) { return survivor == &sibling; };
  return std::ranges::equal(survivors, a.siblings, isOfA) && a.context.covers(b.context);
}

using Change = std::pair<std::string, Register>;

// What `from` would change in `into`, by field; nothing is touched.
Result<std::vector<Change>> findChanges(const Record& into, const Record& from) {
  static const Register kUnwritten;
  std::vector<Change> changes;
  changes.reserve(from.fields.size());
  std::vector<const Sibling*> survivors;
  for (const auto& [name, theirs] : from.fields) {
    const auto found = into.fields.find(name);
    const Register& ours = found == into.fields.end() ? kUnwritten : found->second;
    RETURN_IF_ERROR(collectSurvivors(ours, theirs, survivors));
    if (!isUnchanged(survivors, ours, theirs))
      changes.emplace_back(name, makeJoined(survivors, ours, theirs));
  }
  return changes;
}

std::vector<std::string> erase(Record& record) {
  record.fields.try_emplace(std::string(kDeletedField)); // so that an erasure is never an empty list of changes
  std::vector<std::string> names;
  for (const auto& [name, reg] : record.fields)
    names.push_back(name);
  record.fields.clear();
  record.erased = true;
  return names;
}

} // namespace

bool isScopeKind(uint8_t number) {
  return number >= uint8_t(ScopeKind::Office) && number <= uint8_t(ScopeKind::Staff);
}

Bytes scopeToBytes(const ScopeId& scope) {
  return static_cast<char>(scope.kind) + Bytes(scope.id.view());
}

Result<ScopeId> scopeFromBytes(BytesView bytes) {
  const Status corrupt = Status::corrupt("no scope");
  if (bytes.empty() || !isScopeKind(static_cast<uint8_t>(bytes.front())))
    return corrupt;
  const Result<Uuid> id = Uuid::fromBytes(bytes.substr(1));
  return id.ok() ? Result<ScopeId>(ScopeId{static_cast<ScopeKind>(bytes.front()), *id}) : corrupt;
}

Uuid nameFor(std::string_view purpose, BytesView subject) {
  const crypto::Hash256 hash = crypto::blake2b256(Bytes(purpose) + " " + Bytes(subject));
  Uuid name;
  std::copy_n(hash.begin(), name.bytes.size(), name.bytes.begin());
  name.bytes[6] = static_cast<uint8_t>((name.bytes[6] & 0x0fU) | 0x80U); // version 8: by an application's own rule
  name.bytes[8] = static_cast<uint8_t>((name.bytes[8] & 0x3fU) | 0x80U);
  return name;
}

RecordId foundingGrant(const ScopeId& scope) {
  return nameFor("founding grant", scopeToBytes(scope));
}

Result<Register> join(const Register& a, const Register& b) {
  std::vector<const Sibling*> survivors;
  RETURN_IF_ERROR(collectSurvivors(a, b, survivors));
  return makeJoined(survivors, a, b);
}

Result<std::vector<std::string>> joinInto(Record& into, const Record& from) {
  if (into.id != from.id || into.type != from.type || into.scope != from.scope)
    return Status::invalid("records of different id, type or scope");
  if (into.erased)
    return std::vector<std::string>();
  if (from.erased)
    return erase(into);
  Result<std::vector<Change>> changes = findChanges(into, from);
  if (!changes.ok())
    return changes.status();
  std::vector<std::string> names;
  for (auto& [name, reg] : *changes) {
    into.fields.insert_or_assign(name, std::move(reg));
    names.push_back(std::move(name));
  }
  return names;
}

void write(Record& record, std::string_view field, Bytes value, const Dot& dot, Stamp stamp) {
  Register& reg = record.fields[std::string(field)];
  reg.siblings.assign(1, {dot, stamp, std::move(value)});
  reg.context.add(dot);
}

const Sibling* greatest(const Register& reg) {
  const auto isLess = [](const Sibling& a, const Sibling& b) {
    return std::pair(a.stamp, a.dot) < std::pair(b.stamp, b.dot);
  };
  const auto found = std::ranges::max_element(reg.siblings, isLess);
  return found == reg.siblings.end() ? nullptr : &*found;
}

bool isConflict(const Register& reg) {
  return std::ranges::any_of(reg.siblings, [&](const Sibling& s) { return s.value != reg.siblings.front().value; });
}

Record slice(const Record& record, const std::vector<std::string>& fields) {
  Record part{record.id, record.type, record.scope, {}, record.erased};
  for (const std::string& name : fields)
    if (const auto found = record.fields.find(name); found != record.fields.end())
      part.fields.insert(*found);
  return part;
}

std::vector<Dot> dots(const Record& record) {
  std::vector<Dot> all;
  for (const auto& [name, reg] : record.fields)
    for (const Sibling& sibling : reg.siblings)
      all.push_back(sibling.dot);
  std::ranges::sort(all);
  return all;
}

} // namespace veikart::sync
