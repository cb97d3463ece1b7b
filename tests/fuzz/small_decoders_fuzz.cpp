// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The decoders of what is smaller than a record: each reads anything without harm, and writes again what it has read.
#include "sync/client/enrolment.h"
#include "sync/hub/grant.h"
#include "sync/protocol/body.h"
#include "sync/protocol/veikart.pb.h"
#include "sync/record/attachment.h"
#include "sync/record/late_write.h"
#include "sync/replica/meta_table.h"

#include <cstdlib>

namespace {

using namespace veikart;

void require(bool holds) {
  if (!holds)
    std::abort();
}

void readBody(BytesView bytes) {
  sync::wire::PushRequest push;
  if (sync::unpackBody(bytes, push).ok()) {
    sync::wire::PushRequest again;
    require(sync::unpackBody(sync::packBody(push), again).ok());
    require(again.SerializeAsString() == push.SerializeAsString());
  }
  sync::wire::ChangesReply page;
  static_cast<void>(sync::unpackBody(bytes, page));
}

void readScope(BytesView bytes) {
  const Result<sync::ScopeId> scope = sync::scopeFromBytes(bytes);
  require(!scope.ok() || sync::scopeToBytes(*scope) == bytes);
}

void readContentId(BytesView bytes) {
  const Result<sync::ContentId> content = sync::ContentId::fromBytes(bytes);
  require(!content.ok() || (content->size > 0 && content->toBytes() == bytes));
}

void readAuthors(BytesView bytes) {
  const Result<sync::Authors> authors = sync::authorsFromBytes(bytes);
  require(!authors.ok() || sync::authorsToBytes(*authors).size() <= bytes.size());
}

void readGrant(BytesView bytes) {
  const sync::ScopeId scope{sync::ScopeKind::Case, {}};
  sync::Record grant{{}, std::string(sync::kGrantType), scope, {}, false};
  sync::Record end = grant;
  for (const char* field : {"user", "role", "from", "until"})
    sync::write(grant, field, Bytes(bytes), {{}, 1}, {});
  sync::write(end, "grant", Bytes(bytes), {{}, 1}, {});
  const Result<hub::Grant> terms = hub::grantFrom(grant);
  require(!terms.ok() || (terms->fromMillis >= 0 && terms->untilMillis >= 0));
  static_cast<void>(hub::endedGrant(end));
}

void readLateWrite(BytesView bytes) {
  const Result<sync::Record> record = sync::decode(bytes);
  if (!record.ok())
    return;
  static_cast<void>(sync::lateWriteFrom(*record));
  const sync::Record late = sync::makeLateWrite({{}, Bytes(bytes)}, *record);
  const Result<sync::LateWrite> back = sync::lateWriteFrom(late);
  require(back.ok() && back->record == bytes);
  require(sync::decode(sync::encode(late)).ok());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const BytesView bytes(reinterpret_cast<const char*>(data), size);
  readBody(bytes);
  readScope(bytes);
  readContentId(bytes);
  readAuthors(bytes);
  readGrant(bytes);
  readLateWrite(bytes);
  static_cast<void>(sync::parseOffer(bytes));
  return 0;
}
