// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/sync_session.h"

#include "platform/crypto/crypto.h"
#include "sync/protocol/tuning.h"

#include <algorithm>

namespace veikart::sync {
namespace {

PushOutcome outcomeOf(wire::PushOutcome outcome) {
  switch (outcome) {
  case wire::APPLIED:
    return PushOutcome::Applied;
  case wire::MERGED:
    return PushOutcome::Merged;
  case wire::QUARANTINED:
    return PushOutcome::Quarantined;
  default:
    // An outcome of a later version is not known to be an acknowledgement.
    return PushOutcome::Refused;
  }
}

bool isAcknowledged(const Receipt& receipt) {
  return receipt.outcome == PushOutcome::Applied || receipt.outcome == PushOutcome::Merged;
}

void count(const std::vector<Receipt>& receipts, SyncReport& report) {
  const auto acknowledged = static_cast<int>(std::count_if(receipts.begin(), receipts.end(), isAcknowledged));
  report.pushed += acknowledged;
  report.refused += static_cast<int>(receipts.size()) - acknowledged;
}

// The registers of `record` that hold nothing but writes of `replica`. They may be offered again whole, contexts and
// all; a register with another replica's value is that replica's to offer.
Record ownPart(const Record& record, const ReplicaId& replica) {
  std::vector<std::string> own;
  for (const auto& [name, reg] : record.fields) {
    const bool allOwn = std::all_of(reg.siblings.begin(), reg.siblings.end(),
                                    [&](const Sibling& sibling) { return sibling.dot.replica == replica; });
    if (allOwn && !reg.siblings.empty())
      own.push_back(name);
  }
  return slice(record, own);
}

} // namespace

SyncSession::SyncSession(HttpClient& http, ReplicaGate gate, SyncCredentials credentials, const Clock& clock)
    : m_hub(http, std::move(credentials.deviceToken), clock), m_gate(std::move(gate)), m_clock(clock) {}

Result<SyncReport> SyncSession::run() {
  SyncReport report;
  for (int round = 0; round < tuning::kMaxRounds; ++round) {
    RETURN_IF_ERROR(prepare());
    Result<Turn> turn = push(report);
    if (turn.ok() && *turn == Turn::Done)
      turn = pull(report);
    if (!turn.ok())
      return turn.status();
    if (*turn == Turn::StartOver)
      continue;
    RETURN_IF_ERROR(finish(report));
    report.hubOffsetMillis = m_hub.hubOffsetMillis();
    return report;
  }
  return Status::refused("the hub asked to start over too often");
}

Status SyncSession::prepare() {
  return m_gate([this](Replica& replica) {
    m_replica = replica.id();
    Result<SyncState> state = replica.syncState();
    if (state.ok())
      m_state = std::move(*state);
    return state.status();
  });
}

Result<SyncSession::Turn> SyncSession::push(SyncReport& report) {
  int64_t afterKey = 0;
  for (;;) {
    const Result<std::vector<Replica::Pending>> batch = nextBatch(afterKey);
    if (!batch.ok())
      return batch.status();
    if (batch->empty())
      return Turn::Done;
    afterKey = batch->back().key;
    const Result<Turn> turn = pushBatch(*batch, report);
    if (!turn.ok() || *turn == Turn::StartOver)
      return turn;
  }
}

// A new token is kept before anything is sent under it, and only when something is: a copy that has only read is no
// harm.
Result<std::vector<Replica::Pending>> SyncSession::nextBatch(int64_t afterKey) {
  std::vector<Replica::Pending> batch;
  const Status status = m_gate([&](Replica& replica) {
    Result<std::vector<Replica::Pending>> pending = replica.pending(afterKey, tuning::kPushBatchBytes);
    if (!pending.ok())
      return pending.status();
    batch = std::move(*pending);
    if (batch.empty() || !m_state.nextToken.empty())
      return Status();
    m_state.nextToken = crypto::randomBytes(tuning::kStoreTokenBytes);
    return replica.saveTokens(m_state.currentToken, m_state.nextToken);
  });
  if (!status.ok())
    return status;
  return batch;
}

Result<SyncSession::Turn> SyncSession::pushBatch(const std::vector<Replica::Pending>& batch, SyncReport& report) {
  wire::PushRequest request = newPush();
  std::vector<Receipt> receipts;
  std::vector<int64_t> keys;
  for (const Replica::Pending& item : batch) {
    // Told here what the hub would say, since a body too large for it would take the other items down.
    if (item.bytes.size() > tuning::kMaxRecordBytes) {
      receipts.push_back({item.bytes, PushOutcome::Refused, "too_large", item.key});
    } else {
      request.add_record(item.bytes);
      keys.push_back(item.key);
    }
  }
  if (request.record_size() > 0) {
    const Result<wire::PushReply> reply = m_hub.push(request);
    if (!reply.ok())
      return onRefusal(reply.status());
    if (reply->rewound())
      return onRewound();
    for (int i = 0; i < reply->result_size(); ++i)
      receipts.push_back({std::move(*request.mutable_record(i)), outcomeOf(reply->result(i).outcome()),
                          reply->result(i).reason(), keys[static_cast<size_t>(i)]});
  }
  RETURN_IF_ERROR(keepReceipts(receipts));
  count(receipts, report);
  return Turn::Done;
}

Status SyncSession::keepReceipts(const std::vector<Receipt>& receipts) {
  return m_gate([&](Replica& replica) { return replica.applyReceipts(receipts); });
}

Result<SyncSession::Turn> SyncSession::pull(SyncReport& report) {
  const Result<Turn> turn = pullToLastPage(report, false);
  if (!turn.ok() || *turn == Turn::StartOver || report.digestsAgree)
    return turn;
  // A scope that was opened to this user after the cursor passed its records arrives so, and a miss of any kind is
  // made good; what differs after that is an alarm.
  RETURN_IF_ERROR(m_gate([](Replica& replica) { return replica.forgetCursor(); }));
  m_state.cursor.clear();
  return pullToLastPage(report, true);
}

Result<SyncSession::Turn> SyncSession::pullToLastPage(SyncReport& report, bool everything) {
  for (;;) {
    const Result<wire::ChangesReply> page =
        m_hub.changes({m_replica, m_state.cursor, m_state.currentToken, m_state.nextToken, everything});
    if (!page.ok())
      return onRefusal(page.status());
    if (page->rewound())
      return onRewound();
    RETURN_IF_ERROR(applyPage(*page, report));
    if (!page->more())
      return Turn::Done;
  }
}

Status SyncSession::applyPage(const wire::ChangesReply& page, SyncReport& report) {
  const std::vector<Bytes> records(page.record().begin(), page.record().end());
  const Status applied = m_gate([&](Replica& replica) {
    if (!records.empty() || page.cursor() != m_state.cursor)
      RETURN_IF_ERROR(replica.applyPage(records, page.cursor()));
    if (page.more())
      return Status();
    const Result<Digest> digest = replica.digest();
    if (digest.ok())
      report.digestsAgree = digest->view() == page.digest();
    return digest.status();
  });
  RETURN_IF_ERROR(applied);
  m_state.cursor = page.cursor();
  report.pulled += static_cast<int>(records.size());
  return {};
}

// The hub has stored the next token by now, so it becomes the current one.
Status SyncSession::finish(const SyncReport& report) {
  return m_gate([&](Replica& replica) {
    if (!m_state.nextToken.empty())
      RETURN_IF_ERROR(replica.saveTokens(m_state.nextToken, {}));
    return report.digestsAgree ? replica.markSynced(m_clock.nowMillis()) : Status();
  });
}

// Conflict is the hub's `unknown_store`: this store was copied, or set back to an earlier copy of itself.
Result<SyncSession::Turn> SyncSession::onRefusal(const Status& status) {
  if (status.code() != StatusCode::Conflict)
    return status;
  RETURN_IF_ERROR(m_gate([](Replica& replica) { return replica.becomeNewReplica(); }));
  return Turn::StartOver;
}

// The hub does not know the cursor: it was restored from an older copy and lacks what came after.
Result<SyncSession::Turn> SyncSession::onRewound() {
  RETURN_IF_ERROR(m_gate([](Replica& replica) { return replica.forgetCursor(); }));
  m_state.cursor.clear();
  const Status offered = offerOwnAgain();
  if (!offered.ok())
    return onRefusal(offered);
  return Turn::StartOver;
}

Status SyncSession::offerOwnAgain() {
  std::vector<Record> records;
  RETURN_IF_ERROR(m_gate([&](Replica& replica) {
    Result<std::vector<Record>> all = replica.loadAll();
    if (all.ok())
      records = std::move(*all);
    return all.status();
  }));
  wire::PushRequest request = newPush();
  size_t size = 0;
  for (const Record& record : records) {
    const Record own = ownPart(record, m_replica);
    if (own.fields.empty())
      continue;
    request.add_record(encode(own));
    size += request.record(request.record_size() - 1).size();
    if (size < tuning::kPushBatchBytes)
      continue;
    RETURN_IF_ERROR(offer(request));
    size = 0;
  }
  return offer(request);
}

// The results are not kept: these writes were confirmed once, and those still unsent get their receipts from push().
Status SyncSession::offer(wire::PushRequest& request) {
  if (request.record_size() == 0)
    return {};
  const Result<wire::PushReply> reply = m_hub.push(request);
  request.clear_record();
  return reply.status();
}

wire::PushRequest SyncSession::newPush() const {
  wire::PushRequest request;
  request.set_protocol(tuning::kProtocolVersion);
  request.set_replica_id(Bytes(m_replica.view()));
  request.set_current_token(m_state.currentToken);
  request.set_next_token(m_state.nextToken);
  request.set_cursor(m_state.cursor);
  return request;
}

} // namespace veikart::sync
