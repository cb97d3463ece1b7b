// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/contents.h"

#include "platform/crypto/crypto.h"
#include "sync/hub/access.h"
#include "sync/protocol/tuning.h"
#include "sync/record/late_write.h"

namespace veikart::hub {
namespace {

enum class Taken { Nothing, WhatIsNamed, Anything };

// A content is what its name says, so who may read a scope may bring back what its records name.
Result<Taken> takenFrom(OfficeTransaction& rows, const Principal& principal, const ScopeId& scope, int64_t nowMillis) {
  Access access(rows, principal, nowMillis);
  const Result<Rights> rights = access.rightsIn(scope);
  const Result<bool> hasEnded = access.hasEnded(scope);
  if (!rights.ok() || !hasEnded.ok())
    return rights.ok() ? hasEnded.status() : rights.status();
  if (rights->write || *hasEnded)
    return Taken::Anything;
  return rights->read ? Taken::WhatIsNamed : Taken::Nothing;
}

Result<bool> isAsNamed(OfficeTransaction& rows, const ScopeId& scope, const ContentId& content) {
  crypto::Blake2b256 hash;
  for (int64_t at = 0; at < content.size;) {
    const Result<Bytes> part = rows.contentPart(scope, content, at);
    if (!part.ok())
      return part.status();
    if (part->empty())
      return false;
    hash.add(*part);
    at += static_cast<int64_t>(part->size());
  }
  return hash.finish() == content.hash;
}

ContentTaken held(int64_t bytes, std::string reason = {}) {
  ContentTaken taken;
  taken.reply.set_held(static_cast<uint64_t>(bytes));
  taken.reply.set_reason(std::move(reason));
  return taken;
}

Result<bool> isNamed(OfficeTransaction& rows, const ScopeId& scope, const ContentId& content) {
  bool isNamed = false;
  RETURN_IF_ERROR(rows.visitNaming(scope, [&](const StoredRecord& row) -> Status {
    const Result<Record> record = isNamed ? Record() : sync::decode(row.bytes);
    isNamed = isNamed || (record.ok() && contentsNamedBy(*record).contains(content));
    return {};
  }));
  return isNamed;
}

// Where something was erased, what is attached comes back only with a record.
Result<bool> mustBeNamed(OfficeTransaction& rows, const ScopeId& scope, Taken taken) {
  const Result<Erased> erased = rows.erasedIn(scope);
  return erased.ok() ? Result<bool>(taken == Taken::WhatIsNamed || *erased != Erased::Nothing) : erased.status();
}

} // namespace

std::set<ContentId> contentsNamedBy(const Record& record) {
  const Result<Record> brought = sync::broughtBy(record);
  const std::vector<ContentId> contents = sync::contentsOf(brought.ok() ? *brought : record);
  return {contents.begin(), contents.end()};
}

Result<ContentTaken> takeContent(OfficeTransaction& rows, const Principal& principal,
                                 const sync::wire::ContentPart& part, int64_t nowMillis) {
  const Result<ScopeId> scope = sync::scopeFromBytes(part.scope());
  const Result<ContentId> content = ContentId::fromBytes(part.content());
  if (!scope.ok() || !content.ok() || part.bytes().size() > sync::tuning::kMaxContentPartBytes)
    return Status::invalid("no part of a content");
  const Result<Taken> taken = takenFrom(rows, principal, *scope, nowMillis);
  if (!taken.ok() || *taken == Taken::Nothing)
    return taken.ok() ? Result<ContentTaken>(held(0, "no_access")) : taken.status();
  const Result<int64_t> before = rows.contentHeld(*scope, *content);
  if (!before.ok())
    return before.status();
  const Result<bool> needsName = mustBeNamed(rows, *scope, *taken);
  const Result<bool> isWanted = needsName.ok() && *needsName ? isNamed(rows, *scope, *content) : Result<bool>(true);
  if (!needsName.ok() || !isWanted.ok() || !*isWanted)
    return !needsName.ok() ? needsName.status()
           : isWanted.ok() ? Result<ContentTaken>(held(0, "unnamed"))
                           : isWanted.status();
  const auto length = static_cast<int64_t>(part.bytes().size());
  if (part.bytes().empty() || part.start() != static_cast<uint64_t>(*before) || length > content->size - *before)
    return held(*before);
  RETURN_IF_ERROR(rows.appendContent(*scope, *content, *before, part.bytes()));
  if (*before + length < content->size)
    return held(*before + length);
  const Result<bool> isSound = isAsNamed(rows, *scope, *content);
  if (!isSound.ok())
    return isSound.status();
  if (!*isSound) {
    RETURN_IF_ERROR(rows.dropContent(*scope, *content));
    return held(0, "damaged");
  }
  RETURN_IF_ERROR(rows.forgetMissing(*scope, *content));
  ContentTaken whole = held(content->size);
  whole.completed = *scope;
  return whole;
}

Result<sync::wire::ContentPart> giveContent(OfficeTransaction& rows, const Principal& principal, const ScopeId& scope,
                                            const ContentId& content, uint64_t start, int64_t nowMillis) {
  sync::wire::ContentPart part;
  part.set_scope(sync::scopeToBytes(scope));
  part.set_content(content.toBytes());
  part.set_start(start);
  const Result<Rights> rights = Access(rows, principal, nowMillis).rightsIn(scope);
  const Result<int64_t> here = rights.ok() ? rows.contentHeld(scope, content) : rights.status();
  if (!here.ok())
    return here.status();
  if (!rights->read || *here != content.size || start >= static_cast<uint64_t>(content.size))
    return part;
  Result<Bytes> bytes = rows.contentPart(scope, content, static_cast<int64_t>(start));
  if (!bytes.ok())
    return bytes.status();
  part.set_bytes(*std::move(bytes));
  return part;
}

} // namespace veikart::hub
