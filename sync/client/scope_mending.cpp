// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/push_receipts.h"
#include "sync/client/store_claim.h"
#include "sync/client/sync_session.h"
#include "sync/protocol/tuning.h"

#include <algorithm>
#include <set>

// The part of SyncSession that mends scopes: those that differ from the hub's, and those that were closed to this user.

namespace veikart::sync {
namespace {

struct Differences {
  std::map<ScopeId, bool> scopes; // that the two hold differently, each with whether the hub has it
  std::vector<ScopeId> ended;     // held here, and closed to this user
};

Result<Differences> differences(const wire::ScopesReply& hub, std::map<ScopeId, Digest> here) {
  Differences found;
  for (const wire::ScopeEntry& entry : hub.scope()) {
    const Result<ScopeId> scope = scopeFromBytes(entry.scope());
    if (!scope.ok())
      return scope.status();
    const auto held = here.extract(*scope);
    if (entry.ended() && held)
      found.ended.push_back(*scope);
    else if (!entry.ended() && (held ? held.mapped() : Digest()).view() != entry.digest())
      found.scopes[*scope] = true;
  }
  for (const auto& [scope, digest] : here)
    if (digest != Digest())
      found.scopes[scope] = false;
  return found;
}

// How many of `items` go into one push of about `maxBytes`. It is small, because what is mended must come to its end on
// any line.
template<class Item>
size_t batchSize(std::span<Item> items, Bytes std::remove_const_t<Item>::* bytes, size_t maxBytes) {
  size_t count = 0;
  for (size_t size = 0; count < items.size() && size < std::min(maxBytes, tuning::kLeastPushBatchBytes); ++count)
    size += (items[count].*bytes).size();
  return count;
}

} // namespace

// A scope that was opened to this user after the cursor had passed its records differs, and a miss of any kind does.
// What differs after it was read, the hub may lack: it was set back. What differs after that is an alarm.
Status SyncSession::mendScopes(bool isAllRead, SyncReport& report) {
  const Result<wire::ScopesReply> hub = m_hub.scopes(place());
  Result<std::map<ScopeId, Digest>> here = hub.ok() ? digests() : hub.status();
  const Result<Differences> found = here.ok() ? differences(*hub, std::move(*here)) : here.status();
  if (!found.ok())
    return found.status();
  for (const ScopeId& scope : found->ended) {
    RETURN_IF_ERROR(leaveScope(scope, hub->recovery(), report));
    ++report.erased;
    tellProgress(0, report);
  }
  std::vector<ScopeId> tried;
  std::set<ScopeId> lackAtHub;
  for (const auto& [scope, isAtHub] : found->scopes) {
    if (!mayRead(scope))
      continue;
    tried.push_back(scope);
    const Result<bool> agrees = isAtHub && !isAllRead ? readScope(scope, report) : Result<bool>(false);
    if (!agrees.ok())
      return agrees.status();
    if (!*agrees)
      lackAtHub.insert(scope);
  }
  if (tried.empty())
    return found->ended.empty() ? Status() : pullToLastPage(report);
  // What is lacking here may be what a refused write waited for; but what was refused a moment ago keeps its reason.
  if (report.refused == 0)
    RETURN_IF_ERROR(m_gate([](Replica& replica) { return replica.sendRefusedAgain(); }));
  if (!lackAtHub.empty())
    RETURN_IF_ERROR(offerAgain(lackAtHub, hub->recovery(), report));
  RETURN_IF_ERROR(pullToLastPage(report));
  return report.digestsAgree ? Status() : waitToRead(tried);
}

// One that was cut short goes on; one that did not help waits. A clock that was set back must not make the wait longer
// than it was.
bool SyncSession::mayRead(const ScopeId& scope) const {
  const auto known = m_state.readings.find(scope);
  if (known == m_state.readings.end() || !known->second.cursor.empty())
    return true;
  const int64_t left = known->second.dueMillis - m_clock.nowMillis();
  return left <= 0 || left > known->second.waitMillis;
}

Status SyncSession::waitToRead(const std::vector<ScopeId>& scopes) {
  return m_gate([&](Replica& replica) {
    for (const ScopeId& scope : scopes) {
      ScopeReading& reading = m_state.readings[scope];
      reading.waitMillis =
          std::clamp(2 * reading.waitMillis, tuning::kFirstRereadWaitMillis, tuning::kLastRereadWaitMillis);
      reading.dueMillis = m_clock.nowMillis() + reading.waitMillis;
      RETURN_IF_ERROR(replica.saveReading(scope, reading));
    }
    return Status();
  });
}

Result<bool> SyncSession::readScope(const ScopeId& scope, SyncReport& report) {
  for (;;) {
    const Result<wire::ChangesReply> page = m_hub.changes(place(), ScopePlace{scope, m_state.readings[scope].cursor});
    if (!page.ok())
      return page.status();
    RETURN_IF_ERROR(applyPage(*page, scope, report));
    if (page->more())
      continue;
    Result<std::map<ScopeId, Digest>> here = digests();
    if (!here.ok())
      return here.status();
    return (*here)[scope].view() == page->digest();
  }
}

// Nothing unsent is erased, nor what a hub that was set back may lack: all that was written here goes to the hub first.
Status SyncSession::leaveScope(const ScopeId& scope, bool isRecovery, SyncReport& report) {
  std::vector<Farewell> farewells;
  const Status gathered = m_gate([&](Replica& replica) {
    RETURN_IF_ERROR(replica.endScope(scope));
    const Result<std::vector<StoredRecord>> rows = replica.rowsIn(scope);
    if (!rows.ok())
      return rows.status();
    for (const StoredRecord& row : *rows)
      if (std::optional<Bytes> bytes = farewellOf(row, m_state.authors, isRecovery))
        farewells.push_back({row.key, row.local, *std::move(bytes), {}});
    return farewells.empty() ? Status() : keepToken(replica, m_state);
  });
  RETURN_IF_ERROR(gathered);
  for (std::span<Farewell> rest = farewells; !rest.empty();) {
    const size_t size = batchSize(rest, &Farewell::sent, m_batchBytes);
    RETURN_IF_ERROR(sendFarewells(rest.first(size), report));
    rest = rest.subspan(size);
  }
  RETURN_IF_ERROR(ContentTransfer(m_hub, m_gate).sendOf(scope));
  return m_gate([&](Replica& replica) {
    // A later session that began at the start again would not be shown what was sent from here, and believe that it was
    // shown all.
    RETURN_IF_ERROR(replica.applyPage({}, {m_state.cursor, std::nullopt}).status());
    RETURN_IF_ERROR(replica.erase(scope, farewells));
    Result<SyncState> state = replica.syncState();
    if (state.ok())
      m_state.erased = std::move(state->erased);
    return state.status();
  });
}

Status SyncSession::sendFarewells(std::span<Farewell> batch, SyncReport& report) {
  std::vector<Bytes> records;
  for (const Farewell& farewell : batch)
    records.push_back(farewell.sent);
  const Result<std::vector<Receipt>> receipts = pushEach(newPush(m_replica, m_state), std::move(records));
  if (!receipts.ok())
    return receipts.status();
  for (size_t i = 0; i < batch.size(); ++i)
    if (const Receipt& receipt = (*receipts)[i]; !isAcknowledged(receipt))
      batch[i].refusal = receipt.reason.empty() ? "refused" : receipt.reason;
  report.refused +=
      static_cast<int>(std::ranges::count_if(batch, [](const Farewell& each) { return !each.refusal.empty(); }));
  return {};
}

// The hub's administrator sees which devices hold what they should not hold any more.
Status SyncSession::tellErased() {
  if (m_state.erased.empty())
    return {};
  wire::PushRequest request = newPush(m_replica, m_state);
  for (const ScopeId& scope : m_state.erased)
    request.add_erased(scopeToBytes(scope));
  const Result<wire::PushReply> reply = m_hub.push(request);
  if (!reply.ok())
    return reply.status();
  return m_gate([&](Replica& replica) { return replica.forgetErased(m_state.erased); });
}

// At least one push, so that the hub learns how far this store's replicas have written.
Status SyncSession::offerAgain(const std::set<ScopeId>& scopes, bool isRecovery, SyncReport& report) {
  std::vector<Offering> offerings;
  RETURN_IF_ERROR(m_gate([&](Replica& replica) {
    Result<std::vector<Record>> confirmed = replica.confirmed(scopes);
    if (confirmed.ok())
      offerings = offeringsOf(std::move(*confirmed), m_state.authors, isRecovery);
    return confirmed.ok() ? replica.noteNews() : confirmed.status(); // now: the hub may take them, and the line break
  }));
  std::span<const Offering> rest = offerings;
  do {
    const size_t size = batchSize(rest, &Offering::bytes, m_batchBytes);
    RETURN_IF_ERROR(offer(rest.first(size), report));
    rest = rest.subspan(size);
  } while (!rest.empty());
  return {};
}

// All of it was confirmed once. What is taken back needs no second receipt; of what is not, this store's own part waits
// again, with its reason.
Status SyncSession::offer(std::span<const Offering> batch, SyncReport& report) {
  std::vector<Bytes> records;
  for (const Offering& offering : batch)
    records.push_back(offering.bytes);
  Result<std::vector<Receipt>> refused = pushEach(newPushWithAuthors(m_replica, m_state), std::move(records));
  if (!refused.ok())
    return refused.status();
  for (size_t i = 0; i < batch.size(); ++i)
    (*refused)[i].sent = batch[i].own;
  std::erase_if(*refused, [](const Receipt& receipt) { return isAcknowledged(receipt) || receipt.sent.empty(); });
  if (refused->empty())
    return {};
  report.refused += static_cast<int>(refused->size());
  return m_gate([&](Replica& replica) { return replica.takeBack(*refused); });
}

} // namespace veikart::sync
