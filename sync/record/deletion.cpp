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

// Adds what the author of the deletion `value` had seen to `seen`.
Status addSeen(BytesView value, Contexts& seen) {
  ByteReader in(value);
  const bool isKnownVersion = in.byte() == kVersion;
  const Contexts contexts = readContexts(in);
  if (!isKnownVersion || !in.ok() || !in.atEnd())
    return Status::corrupt("a deletion that can't be read");
  for (const auto& [name, context] : contexts)
    seen[name].join(context);
  return {};
}

bool isUnseen(const Register& reg, const std::string& name, const Contexts& seen) {
  const auto found = seen.find(name);
  return std::ranges::any_of(
      reg.siblings, [&](const Sibling& sibling) { return found == seen.end() || !found->second.covers(sibling.dot); });
}

// The fields that hold what no deletion had seen; nothing for a record that is not deleted at all.
Result<std::optional<std::vector<std::string>>> findUnseen(const Record& record) {
  using Names = std::optional<std::vector<std::string>>;
  const auto deleted = record.fields.find(std::string(kDeletedField));
  if (deleted == record.fields.end())
    return Names();
  const auto& writes = deleted->second.siblings;
  const auto restorations = std::ranges::count(writes, kRestorationValue, &Sibling::value);
  if (restorations == std::ssize(writes))
    return Names();
  Contexts seen;
  for (const Sibling& write : writes)
    if (write.value != kRestorationValue)
      RETURN_IF_ERROR(addSeen(write.value, seen));
  std::vector<std::string> names;
  for (const auto& [name, reg] : record.fields)
    if (name == kDeletedField ? restorations > 0 : isUnseen(reg, name, seen))
      names.push_back(name);
  return Names(std::move(names));
}

} // namespace

Bytes deletionValue(const Record& record) {
  ReplicaTable replicas;
  size_t count = 0;
  for (const auto& [name, reg] : record.fields)
    if (name != kDeletedField) {
      replicas.add(reg.context);
      ++count;
    }
  replicas.sort();
  Bytes bytes;
  ByteWriter out(bytes);
  out.byte(kVersion);
  replicas.writeTo(out);
  out.varint(count);
  for (const auto& [name, reg] : record.fields)
    if (name != kDeletedField) {
      out.counted(name);
      writeContext(out, reg.context, replicas);
    }
  return bytes;
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
