// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/sync_session.h"

#include "platform/crypto/crypto.h"
#include "sync/protocol/tuning.h"

#include <algorithm>
#include <cstdlib>
#include <set>

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

// One receipt for each record sent, in their order; the bytes move out of `request`.
std::vector<Receipt> receiptsOf(wire::PushRequest& request, const wire::PushReply& reply) {
  std::vector<Receipt> receipts;
  receipts.reserve(static_cast<size_t>(reply.result_size()));
  for (int i = 0; i < reply.result_size(); ++i)
    receipts.push_back(
        {std::move(*request.mutable_record(i)), outcomeOf(reply.result(i).outcome()), reply.result(i).reason(), 0});
  return receipts;
}

bool isAcknowledged(const Receipt& receipt) {
  return receipt.outcome == PushOutcome::Applied || receipt.outcome == PushOutcome::Merged;
}

void count(const std::vector<Receipt>& receipts, SyncReport& report) {
  const auto acknowledged = static_cast<int>(std::count_if(receipts.begin(), receipts.end(), isAcknowledged));
  report.pushed += acknowledged;
  report.refused += static_cast<int>(receipts.size()) - acknowledged;
}

// What `authors` wrote in `reg`, to be offered again. Alone it goes as it stands. Other replicas' values are theirs
// to offer, and must not look replaced until then: so no context is claimed of them.
Register ownPart(const Register& reg, const std::set<ReplicaId>& authors) {
  Register own;
  std::set<ReplicaId> others;
  for (const Sibling& sibling : reg.siblings) {
    if (authors.contains(sibling.dot.replica))
      own.siblings.push_back(sibling);
    else
      others.insert(sibling.dot.replica);
  }
  for (const auto& [author, counter] : reg.context.counters())
    if (!others.contains(author))
      own.context.add({author, counter});
  return own;
}

Record ownPart(const Record& record, const std::set<ReplicaId>& authors) {
  Record own{record.id, record.type, record.scope, {}, false};
  for (const auto& [name, reg] : record.fields)
    if (Register part = ownPart(reg, authors); !part.siblings.empty())
      own.fields.emplace(name, std::move(part));
  return own;
}

} // namespace

SyncSession::SyncSession(HttpTransport& http, ReplicaGate gate, SyncCredentials credentials, const Clock& clock)
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
    if (m_sawTooNew)
      return Status::tooNew("the hub holds records of a later version");
    report.hubOffsetMillis = m_hub.hubOffsetMillis();
    return report;
  }
  return Status::refused("the hub asked to start over too often");
}

Status SyncSession::prepare() {
  return m_gate([this](Replica& replica) {
    RETURN_IF_ERROR(replica.sendRefusedAgainAfterNews());
    m_replica = replica.id();
    Result<SyncState> state = replica.syncState();
    if (state.ok())
      m_state = std::move(*state);
    return state.status();
  });
}

Result<SyncSession::Turn> SyncSession::push(SyncReport& report) {
  m_clockRefusals = 0;
  Result<Turn> turn = pushWaiting(report);
  if (!turn.ok() || *turn == Turn::StartOver || m_clockRefusals == 0)
    return turn;
  const Result<bool> mended = mendClock(report);
  if (!mended.ok())
    return mended.status();
  return *mended ? pushWaiting(report) : turn;
}

Result<SyncSession::Turn> SyncSession::pushWaiting(SyncReport& report) {
  int64_t afterKey = 0;
  for (;;) {
    const Result<std::vector<Replica::Pending>> batch = nextBatch(afterKey);
    if (!batch.ok())
      return batch.status();
    if (batch->empty())
      return Turn::Done;
    const uint64_t sentBefore = m_hub.bytesSent();
    Result<Turn> turn = pushBatch(*batch, report);
    if (!turn.ok() && halveBatch(turn.status(), batch->size(), sentBefore))
      continue;
    if (!turn.ok() || *turn == Turn::StartOver)
      return turn;
    afterKey = batch->back().key;
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

// A new token is kept before anything is sent under it, and only when something is: a copy that has only read is no
// harm. A token stands for what was written when it was made. With more written since it was, a store that was set back
// to that moment would pass under it and give the dots of what it lacks to other contents; so there is another then,
// and the hub may hold any that was sent before.
Result<std::vector<Replica::Pending>> SyncSession::nextBatch(int64_t afterKey) {
  std::vector<Replica::Pending> batch;
  const Status status = m_gate([&](Replica& replica) {
    Result<std::vector<Replica::Pending>> pending = replica.pending(afterKey, m_batchBytes);
    if (!pending.ok())
      return pending.status();
    batch = std::move(*pending);
    const bool standsForAll = !m_state.nextToken.empty() && m_state.nextTokenCounter == replica.counter();
    if (batch.empty() || standsForAll || m_state.currentToken.size() >= tuning::kMaxTokensBytes)
      return Status();
    m_state.currentToken += m_state.nextToken;
    m_state.nextToken = crypto::randomBytes(tuning::kStoreTokenBytes);
    m_state.nextTokenCounter = replica.counter();
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
      return onRewound(report);
    std::vector<Receipt> fromHub = receiptsOf(request, *reply);
    for (size_t i = 0; i < fromHub.size(); ++i)
      fromHub[i].key = keys[i];
    std::ranges::move(fromHub, std::back_inserter(receipts));
  }
  RETURN_IF_ERROR(keepReceipts(receipts));
  m_clockRefusals += static_cast<int>(std::ranges::count_if(
      receipts, [](const Receipt& receipt) { return !isAcknowledged(receipt) && receipt.reason == "clock"; }));
  count(receipts, report);
  return Turn::Done;
}

Status SyncSession::keepReceipts(const std::vector<Receipt>& receipts) {
  return m_gate([&](Replica& replica) { return replica.applyReceipts(receipts); });
}

Result<SyncSession::Turn> SyncSession::pull(SyncReport& report) {
  Result<Turn> turn = pullToLastPage(report, false);
  if (!turn.ok() || *turn == Turn::StartOver || report.digestsAgree || !mayReadEverything())
    return turn;
  // A scope that was opened to this user after the cursor passed its records arrives so, and a miss of any kind is
  // made good; what differs after that is an alarm.
  RETURN_IF_ERROR(forgetWhatWasRead(report));
  turn = pullToLastPage(report, true);
  if (!turn.ok() || *turn == Turn::StartOver || report.digestsAgree || m_hasOffered)
    return turn;
  // The hub was set back to a time that the cursor does not tell from this one: it lacks what it has confirmed since.
  if (const Status offered = offerOwnAgain(report); !offered.ok())
    return onRefusal(offered);
  return pullToLastPage(report, false);
}

// A clock that was set back must not make the wait longer than it was.
bool SyncSession::mayReadEverything() const {
  const int64_t left = m_state.lastFullRead.dueMillis - m_clock.nowMillis();
  return left <= 0 || left > m_state.lastFullRead.waitMillis;
}

// The wait is stored before the reading: one that is cut short every time is no better than one that does not help.
// What is lacking here may be what a refused write waited for; but what was refused a moment ago keeps its reason.
Status SyncSession::forgetWhatWasRead(const SyncReport& report) {
  FullRead& last = m_state.lastFullRead;
  last.waitMillis = std::clamp(2 * last.waitMillis, tuning::kFirstFullReadWaitMillis, tuning::kLastFullReadWaitMillis);
  last.dueMillis = m_clock.nowMillis() + last.waitMillis;
  m_state.cursor.clear();
  return m_gate([&](Replica& replica) {
    RETURN_IF_ERROR(replica.saveFullRead(last));
    if (report.refused == 0)
      RETURN_IF_ERROR(replica.sendRefusedAgain());
    return replica.forgetCursor();
  });
}

Result<SyncSession::Turn> SyncSession::pullToLastPage(SyncReport& report, bool everything) {
  for (;;) {
    const Result<wire::ChangesReply> page =
        m_hub.changes({m_replica, m_state.cursor, m_state.currentToken, m_state.nextToken, everything});
    if (!page.ok())
      return onRefusal(page.status());
    if (page->rewound())
      return onRewound(report);
    RETURN_IF_ERROR(applyPage(*page, report));
    if (!page->more())
      return Turn::Done;
  }
}

Status SyncSession::applyPage(const wire::ChangesReply& page, SyncReport& report) {
  const std::vector<Bytes> records(page.record().begin(), page.record().end());
  const Status applied = m_gate([&](Replica& replica) {
    if (!records.empty() || page.cursor() != m_state.cursor) {
      const Result<LeftOut> leftOut = replica.applyPage(records, page.cursor());
      RETURN_IF_ERROR(leftOut.status());
      report.leftOut += leftOut->damaged;
      m_sawTooNew = m_sawTooNew || leftOut->tooNew > 0;
    }
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

// The hub has stored the next token by now, so it becomes the current one. Nothing else is written when nothing has
// changed, save now and then the time.
Status SyncSession::finish(const SyncReport& report) {
  const int64_t now = m_clock.nowMillis();
  const bool isNews = report.pushed > 0 || report.pulled > 0 || m_state.lastFullRead.waitMillis > 0 ||
                      std::abs(now - m_state.lastSyncMillis) >= tuning::kNoteSyncMillis;
  return m_gate([&](Replica& replica) {
    if (!m_state.nextToken.empty())
      RETURN_IF_ERROR(replica.saveTokens(m_state.nextToken, {}));
    if (report.pushed > 0 || report.pulled > 0)
      RETURN_IF_ERROR(replica.noteNews());
    if (!report.digestsAgree || !isNews)
      return Status();
    if (m_state.lastFullRead.waitMillis > 0)
      RETURN_IF_ERROR(replica.saveFullRead({}));
    return replica.markSynced(now);
  });
}

// Conflict is the hub's `unknown_store`: this store was copied, or set back to an earlier copy of itself.
Result<SyncSession::Turn> SyncSession::onRefusal(const Status& status) {
  if (status.code() != StatusCode::Conflict)
    return status;
  RETURN_IF_ERROR(m_gate([](Replica& replica) { return replica.becomeNewReplica(); }));
  return Turn::StartOver;
}

// The hub does not know the cursor: it was restored from an older copy and lacks what came after. The stored cursor
// goes last, because the hub would know an empty one: only a session that finds the stored one unknown offers anything.
Result<SyncSession::Turn> SyncSession::onRewound(SyncReport& report) {
  m_state.cursor.clear();
  const Status offered = offerOwnAgain(report);
  if (!offered.ok())
    return onRefusal(offered);
  RETURN_IF_ERROR(m_gate([](Replica& replica) { return replica.forgetCursor(); }));
  return Turn::StartOver;
}

// Grants go first, of those the ones that found a scope: it is then open to those who come next. In small batches,
// because it must come to its end on any line before anything else is sent.
Status SyncSession::offerOwnAgain(SyncReport& report) {
  std::vector<Record> records;
  RETURN_IF_ERROR(m_gate([&](Replica& replica) {
    Result<std::vector<Record>> all = replica.loadAll();
    if (all.ok())
      records = std::move(*all);
    return all.status();
  }));
  std::ranges::stable_sort(records, {}, [](const Record& record) {
    const bool isGrant = record.type == kGrantType;
    return isGrant && record.id == foundingGrant(record.scope) ? 0 : isGrant ? 1 : 2;
  });
  m_hasOffered = true;
  wire::PushRequest request = newPush();
  request.set_counter(m_state.counter);
  size_t size = 0;
  for (const Record& record : records) {
    const Record own = ownPart(record, m_state.authors);
    if (own.fields.empty())
      continue;
    request.add_record(encode(own));
    size += request.record(request.record_size() - 1).size();
    if (size < tuning::kLeastPushBatchBytes)
      continue;
    RETURN_IF_ERROR(offer(request, report));
    size = 0;
  }
  return offer(request, report);
}

// These writes were confirmed once. What is taken back needs no second receipt; what is not waits again, with its
// reason. One without records tells the hub this replica's counter.
Status SyncSession::offer(wire::PushRequest& request, SyncReport& report) {
  const Result<wire::PushReply> reply = m_hub.push(request);
  if (!reply.ok())
    return reply.status();
  std::vector<Receipt> refused = receiptsOf(request, *reply);
  std::erase_if(refused, isAcknowledged);
  request.clear_record();
  if (refused.empty())
    return {};
  report.refused += static_cast<int>(refused.size());
  return m_gate([&](Replica& replica) { return replica.takeBack(refused); });
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
