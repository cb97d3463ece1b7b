// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/content_transfer.h"

#include "sync/protocol/tuning.h"

#include <algorithm>

namespace veikart::sync {

Status ContentTransfer::sendAll() {
  return sendEach([](const ContentTable& contents) { return contents.unsent(); });
}

Status ContentTransfer::offerAgain(const std::vector<ScopedContent>& lacking) {
  if (lacking.empty())
    return {};
  return m_gate([&](Replica& replica) {
    for (const ScopedContent& each : lacking)
      RETURN_IF_ERROR(replica.contents().offerAgain(each.scope, each.content));
    return Status();
  });
}

Status ContentTransfer::sendOf(const ScopeId& scope) {
  return sendEach([&](const ContentTable& contents) { return contents.unsentIn(scope); });
}

Status ContentTransfer::fetchAll() {
  const Result<std::vector<StoredContent>> wanted =
      list([](const ContentTable& contents) { return contents.wanted(); });
  if (!wanted.ok())
    return wanted.status();
  for (const StoredContent& content : *wanted)
    RETURN_IF_ERROR(fetch(content));
  return {};
}

Result<std::vector<StoredContent>> ContentTransfer::list(const List& which) {
  std::vector<StoredContent> contents;
  const Status read = m_gate([&](Replica& replica) { return keep(which(replica.contents()), contents); });
  return read.ok() ? Result<std::vector<StoredContent>>(std::move(contents)) : read;
}

Status ContentTransfer::sendEach(const List& which) {
  const Result<std::vector<StoredContent>> unsent = list(which);
  if (!unsent.ok())
    return unsent.status();
  for (const StoredContent& content : *unsent)
    RETURN_IF_ERROR(send(content));
  return {};
}

// How much the hub has of a larger one is asked first: an earlier attempt may have got far.
Status ContentTransfer::send(const StoredContent& content) {
  wire::ContentPart part;
  part.set_protocol(tuning::kProtocolVersion);
  part.set_scope(scopeToBytes(content.scope));
  part.set_content(content.id.toBytes());
  bool isQuestion = content.id.size > static_cast<int64_t>(ContentTable::kPartBytes);
  for (int64_t held = 0; held < content.id.size;) {
    part.set_start(static_cast<uint64_t>(held));
    part.clear_bytes();
    if (!isQuestion)
      RETURN_IF_ERROR(m_gate(
          [&](Replica& replica) { return keep(replica.contents().part(content, held), *part.mutable_bytes()); }));
    const Result<wire::ContentReply> reply = m_hub.sendContent(part);
    if (!reply.ok())
      return reply.status().code() == StatusCode::NotFound ? putOff(content, "hub_too_old") : reply.status();
    const auto now = static_cast<int64_t>(std::min(reply->held(), static_cast<uint64_t>(content.id.size)));
    if (reply->reason() == "unnamed") // nor by a record here: then there is nothing that it could be shown with
      RETURN_IF_ERROR(m_gate([&](Replica& replica) { return replica.forgetUnnamed(content.scope, content.id); }));
    if (!reply->reason().empty() || (!isQuestion && now <= held))
      return putOff(content, reply->reason().empty() ? "damaged" : reply->reason());
    isQuestion = false;
    held = now;
  }
  ++m_sent;
  return m_gate([&](Replica& replica) { return replica.contents().noteSent(content); });
}

Status ContentTransfer::fetch(StoredContent content) {
  while (!content.isWhole()) {
    const Result<Bytes> bytes = m_hub.fetchContent(content.scope, content.id, content.here);
    if (!bytes.ok() && bytes.status().code() != StatusCode::NotFound)
      return bytes.status();
    if (!bytes.ok() || bytes->empty())
      return putOff(content, {});
    const Status kept = m_gate([&](Replica& replica) { return replica.contents().append(content, *bytes); });
    if (kept.code() == StatusCode::Corrupt)
      return putOff(content, {});
    RETURN_IF_ERROR(kept);
  }
  ++m_fetched;
  return {};
}

Status ContentTransfer::putOff(const StoredContent& content, const std::string& reason) {
  const int64_t wait =
      std::clamp(2 * content.waitMillis, tuning::kFirstContentWaitMillis, tuning::kLastContentWaitMillis);
  return m_gate([&](Replica& replica) { return replica.contents().putOff(content, reason, wait); });
}

} // namespace veikart::sync
