// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/late_write.h"

#include "platform/crypto/crypto.h"

#include <algorithm>

namespace veikart::sync {
namespace {

constexpr const char* kRecordField = "record";
constexpr const char* kUserField = "user";

Stamp latestStamp(const Record& record) {
  Stamp latest;
  for (const auto& [field, reg] : record.fields)
    for (const Sibling& sibling : reg.siblings)
      latest = std::max(latest, sibling.stamp);
  return latest;
}

Result<Bytes> valueOf(const Record& record, const char* field) {
  const auto found = record.fields.find(field);
  if (found == record.fields.end() || found->second.siblings.size() != 1)
    return Status::corrupt("a late write without its parts");
  return found->second.siblings.front().value;
}

} // namespace

Record makeLateWrite(const LateWrite& write, const Record& brought) {
  const Bytes subject = Bytes(write.user.view()) + scopeToBytes(brought.scope) + write.record;
  Record record{nameFor("late write", subject), std::string(kLateWriteType), brought.scope, {}, false};
  const ReplicaId author = nameFor("late write's author", subject);
  const Stamp stamp = latestStamp(brought);
  sync::write(record, kRecordField, write.record, {author, 1}, stamp);
  sync::write(record, kUserField, Bytes(write.user.view()), {author, 2}, stamp);
  return record;
}

Result<LateWrite> lateWriteFrom(const Record& record) {
  Result<Bytes> bytes = valueOf(record, kRecordField);
  const Result<Bytes> userBytes = valueOf(record, kUserField);
  if (!bytes.ok() || !userBytes.ok())
    return bytes.ok() ? userBytes.status() : bytes.status();
  const Result<Uuid> user = Uuid::fromBytes(*userBytes);
  if (!user.ok())
    return Status::corrupt("a late write of nobody");
  return LateWrite{*user, *std::move(bytes)};
}

} // namespace veikart::sync
