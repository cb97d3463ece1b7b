// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/clock.h"
#include "sync/client/hub_link.h"
#include "sync/protocol/tuning.h"
#include "sync/replica/replica.h"

#include <functional>
#include <string>

namespace veikart::sync {

// Runs `work` on the thread that owns the replica and returns its Status. In the app that is the store's thread; the
// session itself runs on the sync thread and touches the replica in no other way.
using ReplicaGate = std::function<Status(const std::function<Status(Replica&)>& work)>;

struct SyncCredentials {
  std::string deviceToken; // bearer token from enrolment
};

// What one session did.
struct SyncReport {
  int pushed = 0;
  int pulled = 0;
  int refused = 0;             // quarantined or refused items; they stay in the outbox with their reason
  int leftOut = 0;             // pulled records that could not be joined: an alarm each
  bool digestsAgree = false;   // nothing was missed; false after a session that ran to its end is an alarm
  int64_t hubOffsetMillis = 0; // hub's clock minus this device's
};

// One attempt to bring a replica and its hub in step: push what is local, pull since the cursor, compare digests
// (design §4). Made for one attempt, run once, never restarted; SyncScheduler above it owns retry. One thread, not the
// GUI's.
class SyncSession {
public:
  SyncSession(HttpTransport& http, ReplicaGate gate, SyncCredentials credentials, const Clock& clock);

  // Offline, Refused (token, version or a hub that is not ours), TooNew (this app must be updated; what it can read
  // came all the same), Full … Whatever comes back, each batch that was confirmed stands.
  Result<SyncReport> run();

private:
  enum class Turn { Done, StartOver };

  Status prepare();
  Result<Turn> push(SyncReport& report);
  Result<Turn> pushWaiting(SyncReport& report);
  Result<bool> mendClock(SyncReport& report);
  Result<std::vector<Replica::Pending>> nextBatch(int64_t afterKey);
  Result<Turn> pushBatch(const std::vector<Replica::Pending>& batch, SyncReport& report);
  Status keepReceipts(const std::vector<Receipt>& receipts);
  bool halveBatch(const Status& failure, size_t records, uint64_t sentBefore);
  Result<Turn> pull(SyncReport& report);
  bool mayReadEverything() const;
  Status forgetWhatWasRead(const SyncReport& report);
  Result<Turn> pullToLastPage(SyncReport& report, bool everything);
  Status applyPage(const wire::ChangesReply& page, SyncReport& report);
  Status finish(const SyncReport& report);
  Result<Turn> onRefusal(const Status& status);
  Result<Turn> onRewound(SyncReport& report);
  Status offerOwnAgain(SyncReport& report);
  Status offer(wire::PushRequest& request, SyncReport& report);
  wire::PushRequest newPush() const;

  HubLink m_hub;
  ReplicaGate m_gate;
  const Clock& m_clock;
  ReplicaId m_replica;
  SyncState m_state;
  size_t m_batchBytes = tuning::kPushBatchBytes;
  int m_clockRefusals = 0;
  bool m_sawTooNew = false;
  bool m_hasOffered = false; // its own writes again
};

} // namespace veikart::sync
