// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/deletion.h"

#include "sync/record/byte_stream.h"
#include "sync/record/canonical.h"
#include "sync/record/replica_table.h"

#include <algorithm>
#include <optional>

namespace veikart::sync {

namespace {

constexpr uint8_t kVersion = 1;
constexpr size_t kLeastFieldBytes = 5; // name of one byte, count and one entry
constexpr size_t kLeastEntryBytes = 2; // replica, counter

using Contexts = std::map<std::string, CausalContext, std::less<>>;

void writeContext(ByteWriter& out, const CausalContext& context, const ReplicaTable& replicas) {
  out.varint(context.counters().size());
  for (const auto& [replica, counter] : context.counters())
    replicas.writeDot(out, {replica, counter});
}

CausalContext readContext(ByteReader& in, ReplicaTableReader& replicas) {
  CausalContext context;
  const size_t count = in.count(kLeastEntryBytes);
  if (count == 0)
    in.fail();
  for (size_t i = 0; i < count && in.ok(); ++i) {
    const Dot dot = replicas.dot();
    if (i > 0 && dot.replica <= context.counters().rbegin()->first)
      in.fail();
    context.add(dot);
  }
  return context;
}

Contexts readContexts(ByteReader& in) {
  Contexts contexts;
  ReplicaTableReader replicas(in);
  const size_t count = in.count(kLeastFieldBytes);
  for (size_t i = 0; i < count && in.ok(); ++i) {
    const BytesView name = in.name(kMaxFieldNameBytes);
    if ((i > 0 && name <= contexts.rbegin()->first) || name == kDeletedField)
      in.fail();
    contexts.emplace_hint(contexts.end(), name, readContext(in, replicas));
  }
  replicas.requireAllSmallestMet();
  return contexts;
}

// What the author of the deletion `value` had seen.
Result<Contexts> seenBy(BytesView value) {
  ByteReader in(value);
  const bool isKnownVersion = in.byte() == kVersion;
  Contexts contexts = readContexts(in);
  if (!isKnownVersion || !in.ok() || !in.atEnd())
    return Status::corrupt("a deletion that can't be read");
  return contexts;
}

Bytes valueOf(const Contexts& contexts) {
  ReplicaTable replicas;
  for (const auto& [name, context] : contexts)
    replicas.add(context);
  replicas.sort();
  Bytes bytes;
  ByteWriter out(bytes);
  out.byte(kVersion);
  replicas.writeTo(out);
  out.varint(contexts.size());
  for (const auto& [name, context] : contexts) {
    out.counted(name);
    writeContext(out, context, replicas);
  }
  return bytes;
}

bool isUnseen(const Register& reg, const std::string& name, const Contexts& seen) {
  if (name.starts_with(kFirstStampPrefix))
    return false;
  const auto found = seen.find(name);
  return std::ranges::any_of(
      reg.siblings, [&](const Sibling& sibling) { return found == seen.end() || !found->second.covers(sibling.dot); });
}

bool withstandsDeletion(std::string_view type) {
  return type == kSealType || type == kGrantType || type == kRestrictionType || type == kGrantEndType;
}

// The fields that hold what no deletion had seen; nothing for a record that is not deleted at all.
Result<std::optional<std::vector<std::string>>> findUnseen(const Record& record) {
  using Names = std::optional<std::vector<std::string>>;
  const auto deleted = record.fields.find(std::string(kDeletedField));
  if (deleted == record.fields.end() || withstandsDeletion(record.type))
    return Names();
  const auto& writes = deleted->second.siblings;
  const auto restorations = std::ranges::count(writes, kRestorationValue, &Sibling::value);
  if (restorations == std::ssize(writes))
    return Names();
  Contexts seen;
  for (const Sibling& write : writes) {
    if (write.value == kRestorationValue)
      continue;
    const Result<Contexts> contexts = seenBy(write.value);
    if (!contexts.ok())
      return contexts.status();
    for (const auto& [name, context] : *contexts)
      seen[name].join(context);
  }
  std::vector<std::string> names;
  for (const auto& [name, reg] : record.fields)
    if (name == kDeletedField ? restorations > 0 : isUnseen(reg, name, seen))
      names.push_back(name);
  return Names(std::move(names));
}

} // namespace

Bytes deletionValue(const Record& record) {
  Contexts contexts;
  for (const auto& [name, reg] : record.fields)
    if (name != kDeletedField)
      contexts.emplace_hint(contexts.end(), name, reg.context);
  return valueOf(contexts);
}

Result<Bytes> withSeen(BytesView value, const ChangeSeen& change) {
  Result<Contexts> contexts = seenBy(value);
  if (!contexts.ok())
    return contexts.status();
  for (auto& [name, context] : *contexts)
    change(name, context);
  std::erase_if(*contexts, [](const auto& entry) { return entry.second.counters().empty(); });
  return valueOf(*contexts);
}

Result<Presence> presence(const Record& record) {
  if (record.erased)
    return Presence::Deleted;
  const auto unseen = findUnseen(record);
  if (!unseen.ok())
    return unseen.status();
  if (!unseen->has_value())
    return Presence::Present;
  return (*unseen)->empty() ? Presence::Deleted : Presence::DeletedButEdited;
}

Result<std::vector<std::string>> editedAfterDeletion(const Record& record) {
  const auto unseen = findUnseen(record);
  if (!unseen.ok())
    return unseen.status();
  return unseen->value_or(std::vector<std::string>());
}

} // namespace veikart::sync
