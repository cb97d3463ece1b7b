// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/clock.h"
#include "sync/client/content_transfer.h"
#include "sync/client/hub_link.h"
#include "sync/client/offering.h"
#include "sync/protocol/tuning.h"
#include "sync/replica/replica.h"

#include <functional>
#include <string>

namespace veikart::sync {

struct SyncCredentials {
  std::string deviceToken; // bearer token from enrolment
};

// What one session did.
struct SyncReport {
  int pushed = 0;
  int pulled = 0;
  int refused = 0;      // quarantined or refused items; they stay in the outbox with their reason
  int leftOut = 0;      // pulled records that could not be joined: an alarm each
  int erased = 0;       // scopes that were closed to this user
  int contentsSent = 0; // of attachments
  int contentsFetched = 0;
  bool digestsAgree = false;   // nothing was missed; false after a session that ran to its end is an alarm
  Digest digest;               // of all that is confirmed here
  int64_t hubOffsetMillis = 0; // hub's clock minus this device's
};

// How far a pull has come.
struct SyncProgress {
  int64_t pulled = 0;
  int64_t ahead = 0; // changes that the hub still has, seen by this user or not
  int erased = 0;    // scopes that were closed to this user
};

// One attempt to bring a replica and its hub in step: push what is local, pull since the cursor, compare digests, mend
// the scopes that differ (design §4), and move what is attached to records. Made for one attempt, run once, never
// restarted; SyncScheduler above it owns retry. One thread, not the GUI's.
class SyncSession {
public:
  using ProgressListener = std::function<void(const SyncProgress&)>; // called on the session's thread

  // `batchBytes`: of a push, about.
  SyncSession(HttpTransport& http, ReplicaGate gate, SyncCredentials credentials, const Clock& clock,
              ProgressListener onProgress = {}, size_t batchBytes = tuning::kPushBatchBytes);

  // Offline, Refused (token, version or a hub that is not ours), Revoked (this device is shut out: what it holds is to
  // go, once its parcels are packed), TooNew (this app must be updated; what it can read
  // came all the same), Full … Whatever comes back, each batch that was confirmed stands.
  Result<SyncReport> run();

private:
  using Batch = std::vector<Replica::Pending>;

  Status prepare();
  Status push(SyncReport& report);
  Status pushWaiting(SyncReport& report);
  Result<bool> mendClock(SyncReport& report);
  Result<Batch> nextBatch(int64_t afterKey);
  Status pushBatch(Batch batch, SyncReport& report);
  Result<std::vector<Receipt>> pushEach(wire::PushRequest request, std::vector<Bytes> records);
  Status keepReceipts(const std::vector<Receipt>& receipts);
  bool halveBatch(const Status& failure, size_t records, uint64_t sentBefore);
  Status pull(SyncReport& report);
  Status pullToLastPage(SyncReport& report);
  Result<bool> isAllSent();
  Status applyPage(const wire::ChangesReply& page, const std::optional<ScopeId>& scope, SyncReport& report);
  Status mendScopes(bool isAllRead, SyncReport& report);
  bool mayRead(const ScopeId& scope) const;
  Status waitToRead(const std::vector<ScopeId>& scopes);
  Result<bool> readScope(const ScopeId& scope, SyncReport& report);
  Result<std::map<ScopeId, Digest>> digests();
  Status leaveScope(const ScopeId& scope, bool isRecovery, SyncReport& report);
  Status sendFarewells(std::span<Farewell> batch, SyncReport& report);
  Status tellAuthors();
  Status tellErased();
  void tellProgress(int64_t ahead, const SyncReport& report) const;
  Status offerAgain(const std::set<ScopeId>& scopes, bool isRecovery, SyncReport& report);
  Status offer(std::span<const Offering> batch, SyncReport& report);
  Status moveContents(SyncReport& report);
  Status finish(const SyncReport& report);
  std::optional<Lease> renewedLease(int64_t nowMillis, bool isNews) const;
  Status settleErasedWrites(const SyncReport& report);
  StorePlace place() const;

  HubLink m_hub;
  ReplicaGate m_gate;
  const Clock& m_clock;
  ProgressListener m_onProgress;
  ReplicaId m_replica;
  SyncState m_state;
  bool m_hasNewCursor = false; // that is not stored yet
  std::vector<ScopedContent> m_lackAtHub;
  size_t m_batchBytes;
  int m_clockRefusals = 0;
  bool m_sawTooNew = false;
};

} // namespace veikart::sync
