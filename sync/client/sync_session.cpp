// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/sync_session.h"

#include "sync/client/push_receipts.h"
#include "sync/client/store_claim.h"
#include "sync/protocol/tuning.h"

#include <algorithm>
#include <cstdlib>

namespace veikart::sync {
namespace {

void count(const std::vector<Receipt>& receipts, SyncReport& report) {
  const auto acknowledged = static_cast<int>(std::count_if(receipts.begin(), receipts.end(), isAcknowledged));
  report.pushed += acknowledged;
  report.refused += static_cast<int>(receipts.size()) - acknowledged;
}

std::vector<ScopedContent> missingIn(const wire::ChangesReply& page) {
  std::vector<ScopedContent> missing;
  for (const wire::MissingContent& entry : page.missing()) {
    const Result<ScopeId> scope = scopeFromBytes(entry.scope());
    const Result<ContentId> content = ContentId::fromBytes(entry.content());
    if (scope.ok() && content.ok())
      missing.push_back({*scope, *content});
  }
  return missing;
}

} // namespace

SyncSession::SyncSession(HttpTransport& http, ReplicaGate gate, SyncCredentials credentials, const Clock& clock,
                         ProgressListener onProgress, size_t batchBytes)
    : m_hub(http, std::move(credentials.deviceToken), clock), m_gate(std::move(gate)), m_clock(clock),
      m_onProgress(std::move(onProgress)), m_batchBytes(batchBytes) {}

Result<SyncReport> SyncSession::run() {
  SyncReport report;
  for (int round = 0; round < tuning::kMaxRounds; ++round) {
    RETURN_IF_ERROR(prepare());
    Status done = push(report);
    if (done.ok())
      done = pull(report);
    if (!done.ok() && m_hub.saysUnknownStore()) {
      RETURN_IF_ERROR(m_gate([](Replica& replica) { return replica.becomeNewReplica(); }));
      continue;
    }
    RETURN_IF_ERROR(done);
    RETURN_IF_ERROR(finish(report));
    RETURN_IF_ERROR(settleErasedWrites(report));
    RETURN_IF_ERROR(moveContents(report));
    if (m_sawTooNew)
      return Status::tooNew("the hub holds records of a later version");
    report.hubOffsetMillis = m_hub.hubOffsetMillis();
    return report;
  }
  return Status::refused("the hub asked to start over too often");
}

Status SyncSession::prepare() {
  m_hasNewCursor = false;
  return m_gate([this](Replica& replica) {
    RETURN_IF_ERROR(replica.sendRefusedAgainAfterNews());
    m_replica = replica.id();
    return keep(replica.syncState(), m_state);
  });
}

Status SyncSession::push(SyncReport& report) {
  m_clockRefusals = 0;
  RETURN_IF_ERROR(pushWaiting(report));
  if (m_clockRefusals == 0)
    return {};
  const Result<bool> mended = mendClock(report);
  if (!mended.ok() || !*mended)
    return mended.status();
  return pushWaiting(report);
}

Status SyncSession::pushWaiting(SyncReport& report) {
  int64_t afterKey = 0;
  for (;;) {
    Result<Batch> batch = nextBatch(afterKey);
    if (!batch.ok() || batch->empty())
      return batch.status();
    const uint64_t sentBefore = m_hub.bytesSent();
    const size_t size = batch->size();
    const int64_t lastKey = batch->back().key;
    const Status pushed = pushBatch(*std::move(batch), report);
    if (!pushed.ok() && halveBatch(pushed, size, sentBefore))
      continue;
    RETURN_IF_ERROR(pushed);
    afterKey = lastKey;
  }
}

// A line that broke under a batch may carry half of it. One over which next to nothing went is down.
bool SyncSession::halveBatch(const Status& failure, size_t records, uint64_t sentBefore) {
  const bool carriesSomething = m_hub.bytesSent() - sentBefore > tuning::kLeastPushBatchBytes / 4;
  if (failure.code() != StatusCode::Offline || !carriesSomething || records < 2 ||
      m_batchBytes / 2 < tuning::kLeastPushBatchBytes)
    return false;
  m_batchBytes /= 2;
  return true;
}

// The hub has refused writes by name for their time: only then are they written anew, with the hub's.
Result<bool> SyncSession::mendClock(SyncReport& report) {
  const int64_t hubMillis = m_clock.nowMillis() + m_hub.hubOffsetMillis();
  int rewritten = 0;
  RETURN_IF_ERROR(m_gate([&](Replica& replica) {
    const Result<int> count = replica.rewriteRefusedByClock(hubMillis);
    rewritten = count.ok() ? *count : 0;
    return count.status();
  }));
  report.refused -= rewritten > 0 ? m_clockRefusals : 0;
  return rewritten > 0;
}

Result<SyncSession::Batch> SyncSession::nextBatch(int64_t afterKey) {
  Batch batch;
  const Status status = m_gate([&](Replica& replica) {
    Result<Batch> pending = replica.pending(afterKey, m_batchBytes);
    if (!pending.ok())
      return pending.status();
    batch = std::move(*pending);
    return batch.empty() ? Status() : keepToken(replica, m_state);
  });
  if (!status.ok())
    return status;
  return batch;
}

Status SyncSession::pushBatch(Batch batch, SyncReport& report) {
  std::vector<Bytes> records;
  records.reserve(batch.size());
  for (Replica::Pending& item : batch)
    records.push_back(std::move(item.bytes));
  Result<std::vector<Receipt>> receipts = pushEach(newPush(m_replica, m_state), std::move(records));
  if (!receipts.ok())
    return receipts.status();
  for (size_t i = 0; i < batch.size(); ++i)
    (*receipts)[i].key = batch[i].key;
  RETURN_IF_ERROR(keepReceipts(*receipts));
  m_clockRefusals += static_cast<int>(std::ranges::count_if(
      *receipts, [](const Receipt& receipt) { return !isAcknowledged(receipt) && receipt.reason == "clock"; }));
  count(*receipts, report);
  return {};
}

// A receipt for each of `records`, in their order. Of one that is too large the device says itself what the hub would:
// a body too large for it would take the others down.
Result<std::vector<Receipt>> SyncSession::pushEach(wire::PushRequest request, std::vector<Bytes> records) {
  std::vector<Receipt> receipts(records.size());
  std::vector<size_t> sent;
  for (size_t i = 0; i < records.size(); ++i) {
    if (records[i].size() > tuning::kMaxRecordBytes) {
      receipts[i] = {std::move(records[i]), PushOutcome::Refused, "too_large", 0};
      continue;
    }
    request.add_record(std::move(records[i]));
    sent.push_back(i);
  }
  if (sent.empty() && request.author().empty())
    return receipts;
  const Result<wire::PushReply> reply = m_hub.push(request);
  if (!reply.ok())
    return reply.status();
  std::vector<Receipt> fromHub = receiptsOf(request, *reply);
  for (size_t i = 0; i < sent.size(); ++i)
    receipts[sent[i]] = std::move(fromHub[i]);
  return receipts;
}

Status SyncSession::keepReceipts(const std::vector<Receipt>& receipts) {
  return m_gate([&](Replica& replica) { return replica.applyReceipts(receipts); });
}

Status SyncSession::pull(SyncReport& report) {
  const bool isFirst = m_state.cursor.empty();
  if (isFirst)
    RETURN_IF_ERROR(tellAuthors());
  RETURN_IF_ERROR(pullToLastPage(report));
  if (!report.digestsAgree) {
    const Result<bool> allSent = isFirst ? isAllSent() : false;
    RETURN_IF_ERROR(allSent.ok() ? mendScopes(*allSent, report) : allSent.status());
  }
  return tellErased();
}

// A store that has taken a new name may have nothing left to offer, and others still hold what it wrote under the one
// before: a hub in recovery takes that from them up to where its author says that he has written.
Status SyncSession::tellAuthors() {
  if (m_state.authors.size() == 1)
    return {};
  return m_hub.push(newPushWithAuthors(m_replica, m_state)).status();
}

// A reading of the feed leaves out what this replica has pushed. Of what is unsent here that may be an earlier state,
// with its receipt lost; else a first reading was of all that there is.
Result<bool> SyncSession::isAllSent() {
  bool isAllSent = false;
  const Status read = m_gate([&](Replica& replica) {
    const Result<Outbox> outbox = replica.outbox();
    isAllSent = outbox.ok() && outbox->records == 0;
    return outbox.status();
  });
  return read.ok() ? Result<bool>(isAllSent) : read;
}

Status SyncSession::pullToLastPage(SyncReport& report) {
  for (;;) {
    const Result<wire::ChangesReply> page = m_hub.changes(place());
    if (!page.ok())
      return page.status();
    RETURN_IF_ERROR(applyPage(*page, std::nullopt, report));
    if (page->more())
      continue;
    const Result<std::map<ScopeId, Digest>> here = digests();
    if (!here.ok())
      return here.status();
    m_lackAtHub = missingIn(*page);
    report.digest = sumOf(*here);
    report.digestsAgree = report.digest.view() == page->digest();
    return {};
  }
}

Status SyncSession::applyPage(const wire::ChangesReply& page, const std::optional<ScopeId>& scope, SyncReport& report) {
  const std::vector<Bytes> records(page.record().begin(), page.record().end());
  const std::vector<Bytes> parts(page.part().begin(), page.part().end());
  const bool isEmpty = records.empty() && parts.empty();
  // A scope that was read to its end is read from its start when it differs again.
  const PagePlace place{scope && !page.more() ? Bytes() : page.cursor(), scope};
  Bytes& known = scope ? m_state.readings[*scope].cursor : m_state.cursor;
  if (isEmpty && !scope) {
    m_hasNewCursor = m_hasNewCursor || place.cursor != known; // stored when the session ends: it only spares a reading
  } else if (!isEmpty || place.cursor != known) {
    LeftOut leftOut;
    RETURN_IF_ERROR(m_gate([&](Replica& replica) { return keep(replica.applyPage(records, place, parts), leftOut); }));
    report.leftOut += leftOut.damaged;
    m_sawTooNew = m_sawTooNew || leftOut.tooNew > 0;
  }
  known = place.cursor;
  report.pulled += static_cast<int>(records.size() + parts.size());
  if (!isEmpty)
    tellProgress(static_cast<int64_t>(page.ahead()), report);
  return {};
}

void SyncSession::tellProgress(int64_t ahead, const SyncReport& report) const {
  if (m_onProgress)
    m_onProgress({report.pulled, ahead, report.erased});
}

Result<std::map<ScopeId, Digest>> SyncSession::digests() {
  std::map<ScopeId, Digest> found;
  const Status read = m_gate([&](Replica& replica) { return keep(replica.digests(), found); });
  if (!read.ok())
    return read;
  return found;
}

Status SyncSession::moveContents(SyncReport& report) {
  ContentTransfer contents(m_hub, m_gate);
  RETURN_IF_ERROR(contents.offerAgain(m_lackAtHub));
  RETURN_IF_ERROR(contents.sendAll());
  RETURN_IF_ERROR(contents.fetchAll());
  report.contentsSent += contents.sent();
  report.contentsFetched += contents.fetched();
  return {};
}

// The hub has stored the next token by now, so it becomes the current one. Nothing is written when nothing has changed,
// save now and then the time.
Status SyncSession::finish(const SyncReport& report) {
  const int64_t now = m_clock.nowMillis();
  const bool isNews = report.pushed > 0 || report.pulled > 0 || !m_state.readings.empty() ||
                      std::abs(now - m_state.lastSyncMillis) >= tuning::kNoteSyncMillis;
  SessionEnd end;
  if (!m_state.nextToken.empty())
    end.token = m_state.nextToken;
  if (m_hasNewCursor)
    end.cursor = m_state.cursor;
  if (report.digestsAgree && isNews)
    end.inStepMillis = now;
  end.lease = renewedLease(now, isNews);
  if (!end.token && !end.cursor && !end.inStepMillis && !end.lease)
    return {};
  return m_gate([&](Replica& replica) { return replica.endSession(end); });
}

// The hub tells it by its own clock. Nothing: what is known of it will do.
std::optional<Lease> SyncSession::renewedLease(int64_t nowMillis, bool isNews) const {
  if (m_hub.leaseUntilMillis() == 0)
    return std::nullopt;
  const Lease told{m_hub.leaseUntilMillis() - m_hub.hubOffsetMillis(), nowMillis};
  const bool isOther = std::abs(told.untilMillis - m_state.lease.untilMillis) >= tuning::kNoteSyncMillis;
  const bool wasAhead = m_state.lease.seenMillis > nowMillis; // by a clock that was wrong
  return isNews || isOther || wasAhead ? std::optional(told) : std::nullopt;
}

Status SyncSession::settleErasedWrites(const SyncReport& report) {
  if (report.refused == 0 && !m_state.holdsErasedWrites)
    return {};
  const int64_t hubMillis = m_clock.nowMillis() + m_hub.hubOffsetMillis();
  return m_gate([&](Replica& replica) { return replica.settleErasedWrites(hubMillis); });
}

StorePlace SyncSession::place() const {
  return {m_replica, m_state.cursor, m_state.currentToken, m_state.nextToken};
}

} // namespace veikart::sync
