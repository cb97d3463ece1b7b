// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/late_write.h"

#include "platform/crypto/crypto.h"
#include "sync/record/canonical.h"

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
  const Result<Record> brought = user.ok() ? decode(*bytes) : Result<Record>(user.status());
  if (!brought.ok())
    return Status::corrupt("a late write of nobody, or of no record");
  LateWrite write{*user, *std::move(bytes)};
  const Record made = makeLateWrite(write, *brought);
  const auto isAsMade = [&](const char* field) { return record.fields.at(field) == made.fields.at(field); };
  if (record.id != made.id || !isAsMade(kRecordField) || !isAsMade(kUserField))
    return Status::corrupt("a late write that the hub did not make");
  return write;
}

Result<Record> broughtBy(const Record& record) {
  if (record.type != kLateWriteType)
    return Status::notFound("no late write");
  const Result<LateWrite> late = lateWriteFrom(record);
  return late.ok() ? decode(late->record) : late.status();
}

} // namespace veikart::sync
