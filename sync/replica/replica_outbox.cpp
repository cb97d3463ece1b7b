// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/replica.h"
#include "sync/replica/write_scope.h"

#include <algorithm>
#include <utility>

// What of Replica waits to be sent, and what the hub said of what was.

namespace veikart::sync {
namespace {

constexpr std::string_view kOutbox = "SELECT count(*), count(refusal), min(local_since) FROM record INDEXED BY outbox "
                                     "WHERE local_since IS NOT NULL";
constexpr std::string_view kPending =
    "SELECT key, local FROM record INDEXED BY outbox "
    "WHERE local_since IS NOT NULL AND (refusal IS NULL OR refusal = 'clock') AND key > ?1 "
    "ORDER BY key";

constexpr std::string_view kSendAgain =
    "UPDATE record INDEXED BY outbox SET refusal = NULL WHERE local_since IS NOT NULL "
    "AND refusal IN ('no_access', 'unknown_context', 'foreign_replica')";

// Whether one record is to blame, and not the store as a whole.
bool isOfOneRecord(const Status& status) {
  return status.code() == StatusCode::Corrupt || status.code() == StatusCode::TooNew ||
         status.code() == StatusCode::Invalid || status.code() == StatusCode::NotFound;
}

bool isTaken(const Receipt& receipt) {
  return receipt.outcome == PushOutcome::Applied || receipt.outcome == PushOutcome::Merged;
}

const Register* fieldOf(const Record& record, const std::string& field) {
  const auto found = record.fields.find(field);
  return found == record.fields.end() ? nullptr : &found->second;
}

// Takes out of `local` every field of which `sent` holds all.
Status dropConfirmed(Record& local, const Record& sent) {
  for (auto field = local.fields.begin(); field != local.fields.end();) {
    const Register* confirmed = fieldOf(sent, field->first);
    Result<Register> sum = confirmed == nullptr ? Register{} : join(*confirmed, field->second);
    if (!sum.ok())
      return sum.status();
    field = confirmed != nullptr && *sum == *confirmed ? local.fields.erase(field) : std::next(field);
  }
  return {};
}

bool holdsSiblingsOf(const Record& local, const Record& sent) {
  return std::ranges::all_of(sent.fields, [&](const auto& field) {
    const Register* held = fieldOf(local, field.first);
    return std::ranges::all_of(field.second.siblings, [&](const Sibling& sibling) {
      return held != nullptr && std::ranges::find(held->siblings, sibling) != held->siblings.end();
    });
  });
}

} // namespace

Result<Outbox> Replica::outbox() const {
  Result<Statement*> query = m_db.prepare(kOutbox);
  if (!query.ok())
    return query.status();
  Result<bool> row = (*query)->step();
  if (!row.ok())
    return row.status();
  Outbox waiting{(*query)->integer(0), 0, (*query)->integer(1), (*query)->integer(2)};
  (*query)->reset();
  const Result<UnsentContents> contents = m_contents.outbox();
  if (!contents.ok())
    return contents.status();
  waiting.contents = contents->contents;
  waiting.refused += contents->refused;
  if (contents->contents > 0)
    waiting.oldestMillis =
        waiting.records > 0 ? std::min(waiting.oldestMillis, contents->oldestMillis) : contents->oldestMillis;
  return waiting;
}

Result<std::vector<OutboxItem>> Replica::outboxItems() const {
  std::vector<OutboxItem> items;
  Status visited = m_records.forEachWaiting([&](StoredRecord row) -> Status {
    Result<Record> local = decode(row.local);
    if (local.ok())
      items.push_back({std::move(*local), row.localSinceMillis, std::move(row.refusal)});
    else
      items.push_back({{row.id, std::move(row.type), {}, {}, false}, row.localSinceMillis, "unreadable"});
    return {};
  });
  if (!visited.ok())
    return visited;
  return items;
}

Result<std::vector<Replica::Pending>> Replica::pending(int64_t afterKey, size_t maxBytes) const {
  Result<Statement*> query = m_db.prepare(kPending);
  if (!query.ok())
    return query.status();
  (*query)->bind(1, afterKey);
  std::vector<Pending> batch;
  size_t total = 0;
  for (;;) {
    Result<bool> row = (*query)->step();
    if (!row.ok())
      return row.status();
    const BytesView local = *row ? (*query)->blob(1) : BytesView();
    total += local.size();
    if (!*row || (total > maxBytes && !batch.empty()))
      break;
    batch.push_back({(*query)->integer(0), Bytes(local)});
  }
  (*query)->reset();
  return batch;
}

Status Replica::applyReceipts(std::span<const Receipt> receipts) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  DigestChanges digests(m_db);
  for (const Receipt& receipt : receipts)
    RETURN_IF_ERROR(applyReceipt(receipt, digests));
  RETURN_IF_ERROR(digests.store());
  if (std::ranges::any_of(receipts, isTaken))
    RETURN_IF_ERROR(noteNews());
  return scope->commit();
}

Status Replica::applyReceipt(const Receipt& receipt, DigestChanges& digests) {
  Status applied = isTaken(receipt)                       ? acknowledge(receipt, digests)
                   : receipt.outcome == PushOutcome::Held ? letGo(receipt)
                                                          : noteRefusal(receipt);
  if (applied.ok() || !isOfOneRecord(applied))
    return applied;
  return receipt.key == 0 ? Status() : m_records.saveRefusal(receipt.key, "unreadable");
}

// In the usual case, a new record sent whole, nothing is decoded but what names a content: that may have gone with a
// scope that is open again.
Status Replica::acknowledge(const Receipt& receipt, DigestChanges& digests) {
  if (receipt.key == 0)
    return acknowledgePart(receipt, digests);
  Result<std::optional<RecordTable::Confirmed>> record = m_records.turnLocalIntoBase(receipt.key, receipt.sent);
  if (!record.ok())
    return record.status();
  if (!*record)
    return acknowledgePart(receipt, digests);
  if ((*record)->type == kAttachmentType) {
    const Result<Record> sent = decode(receipt.sent);
    RETURN_IF_ERROR(sent.ok() ? wantContents(*sent) : sent.status());
  }
  return digests.replace((*record)->scope, {}, receipt.sent);
}

// What was sent came from here, so what people see (the join) stays as it is, and no observer is told.
Status Replica::acknowledgePart(const Receipt& receipt, DigestChanges& digests) {
  Result<Record> sent = decode(receipt.sent);
  Result<Halves> halves = sent.ok() ? acknowledged(*sent, receipt.key) : sent.status();
  if (!halves.ok())
    return halves.status();
  const Bytes base = encode(halves->base);
  if (base != halves->row.base)
    RETURN_IF_ERROR(digests.replace(sent->scope, halves->row.base, base));
  RETURN_IF_ERROR(wantContents(*sent));
  const Bytes local = halves->local.fields.empty() ? Bytes() : encode(halves->local);
  return m_records.saveReceived(halves->row.key, base, local);
}

// The halves as they are once `sent` is confirmed; nothing is stored.
Result<Replica::Halves> Replica::acknowledged(const Record& sent, int64_t likelyKey) const {
  Result<Halves> halves = halvesOf(sent.id, sent.type, sent.scope, likelyKey);
  if (!halves.ok() || halves->row.key == 0)
    return halves.ok() ? Status::notFound("a receipt for a record that isn't here") : halves.status();
  if (Result<std::vector<std::string>> changed = joinInto(halves->base, sent); !changed.ok())
    return changed.status();
  RETURN_IF_ERROR(dropConfirmed(halves->local, sent));
  return halves;
}

// It is others' to decide about from here on, and not part of what is held here.
Status Replica::letGo(const Receipt& receipt) {
  Result<Record> sent = decode(receipt.sent);
  Result<Halves> halves = sent.ok() ? halvesOf(sent->id, sent->type, sent->scope) : sent.status();
  if (!halves.ok() || halves->row.key == 0)
    return halves.status();
  RETURN_IF_ERROR(dropConfirmed(halves->local, *sent));
  const Bytes local = halves->local.fields.empty() ? Bytes() : encode(halves->local);
  if (local.empty() && halves->row.base.empty()) {
    RETURN_IF_ERROR(m_records.remove(halves->row.key));
    const RecordName gone{sent->id, sent->type};
    return tellGone(sent->scope, {&gone, 1});
  }
  RETURN_IF_ERROR(m_records.saveReceived(halves->row.key, halves->row.base, local));
  const Result<Record> joined = std::move(*halves).joined();
  return joined.ok() ? show(*joined) : joined.status();
}

Status Replica::noteRefusal(const Receipt& receipt) {
  Result<Record> sent = decode(receipt.sent);
  if (!sent.ok())
    return sent.status();
  Result<Halves> halves = halvesOf(sent->id, sent->type, sent->scope);
  if (!halves.ok())
    return halves.status();
  if (halves->row.local.empty() || !holdsSiblingsOf(halves->local, *sent))
    return {};
  const std::string_view unnamed = receipt.outcome == PushOutcome::Refused ? "refused" : "quarantined";
  return m_records.saveRefusal(halves->row.key, receipt.reason.empty() ? unnamed : std::string_view(receipt.reason));
}

Status Replica::takeBack(std::span<const Receipt> refused) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  for (const Receipt& receipt : refused)
    RETURN_IF_ERROR(takeBackOne(receipt));
  return scope->commit();
}

// With something unsent beside it, it is sent once more with that, and both get their result there. What was erased
// by law meanwhile comes so from the feed, and was no part of the unsent.
Status Replica::takeBackOne(const Receipt& receipt) {
  if (receipt.reason == kErasedReason)
    return {};
  Result<Record> sent = decode(receipt.sent);
  if (!sent.ok())
    return sent.status();
  Result<Halves> halves = halvesOf(sent->id, sent->type, sent->scope);
  if (!halves.ok())
    return halves.status();
  const bool hadUnsent = !halves->row.local.empty();
  if (Result<std::vector<std::string>> changed = joinInto(halves->local, *sent); !changed.ok())
    return changed.status();
  RETURN_IF_ERROR(storeLocal(std::move(*halves)));
  return hadUnsent ? Status() : noteRefusal(receipt);
}

Status Replica::sendRefusedAgain() {
  return m_db.execute(kSendAgain);
}

Status Replica::noteNews() {
  const Result<Outbox> waiting = outbox();
  if (!waiting.ok() || waiting->refused == 0)
    return waiting.status();
  return m_meta.setNumber(MetaTable::kHasNews, 1);
}

Status Replica::sendRefusedAgainAfterNews() {
  const Result<uint64_t> hasNews = m_meta.number(MetaTable::kHasNews);
  if (!hasNews.ok() || *hasNews == 0)
    return hasNews.status();
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  RETURN_IF_ERROR(m_db.execute(kSendAgain));
  RETURN_IF_ERROR(m_meta.setNumber(MetaTable::kHasNews, 0));
  return scope->commit();
}

} // namespace veikart::sync
