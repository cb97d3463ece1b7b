// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/access.h"
#include "sync/hub/hub_log.h"
#include "sync/protocol/veikart.pb.h"

namespace veikart::hub {

// One push within one transaction: judges each record by itself (PROTOCOL.md, "Push"), joins what may be joined, and at
// the end numbers and writes what has changed. Made for one request. One thread.
class Push {
public:
  Push(OfficeTransaction& rows, const Principal& principal, const ReplicaId& pusher, int64_t nowMillis, HubLog& log);

  Status begin();

  // How far the pusher says that one of its replicas has written; of another's it says nothing.
  Status tellCounter(const ReplicaId& replica, uint64_t counter);

  // The result for one record; a failing Status is the store's and ends the push as a whole.
  Result<sync::wire::PushResult> take(BytesView bytes);
  Status put(const Record& made); // what the hub itself says, new and unasked
  Status finish();

  int64_t changed() const { return static_cast<int64_t>(m_staged.size()); }
  std::set<ScopeId> changedScopes() const;

private:
  using PushResult = sync::wire::PushResult;

  // What the hub holds of a record before this push touches it.
  struct Held {
    std::optional<StoredRecord> row;
    Record record; // without fields when there is no row
    bool isDamaged = false;
  };

  // A replica that the push names.
  struct Author {
    std::optional<ReplicaBinding> binding; // nothing: the hub has not met it
    bool isChanged = false;                // to be stored at the end

    void raise(uint64_t counter); // REQUIRES: a binding, to the pusher's device
  };

  // Why a record is not taken; nothing when it may be.
  struct Objection {
    sync::wire::PushOutcome outcome = sync::wire::REFUSED;
    std::string_view reason;
    bool isAlarm = false; // wrong at this end, or by somebody's doing: a person must know
  };
  using Verdict = std::optional<Objection>;

  Result<Held> hold(const Record& pushed);
  Result<bool> isErasedByLaw(const Record& pushed);
  Result<Erased> erasedIn(const ScopeId& scope);
  Result<PushResult> refuseErased(const Record& pushed, const Held& held);
  Result<bool> comesLate(const Record& pushed, const Held& held);
  Result<PushResult> holdForReview(const Record& pushed, BytesView bytes, Held held);
  Result<bool> mayWrite(const Record& pushed);
  Result<bool> bearsOwnName(const Record& pushed);
  Result<bool> isOthers(const Record& pushed);
  Result<bool> givesItself(const Record& pushed);
  Result<Verdict> judge(const Record& pushed, const Held& held);
  Result<bool> founds(const Record& pushed);
  Result<bool> changesWhoHasIt(const Record& pushed);
  Result<Verdict> judgeWrites(const Record& pushed, const Record& held);
  Result<Verdict> judgeSibling(const sync::Sibling& sibling, int64_t limitMillis);
  Result<Verdict> judgeContext(const sync::Register& reg, const sync::CausalContext& seen);
  Result<Author*> authorOf(const ReplicaId& replica);
  bool isOwn(const Author& author) const;
  bool speaksFor(const Author& author) const;
  Status noteAuthors(const Record& taken);
  Result<PushResult> join(const Record& pushed, BytesView bytes, Held held);
  Status stage(const Record& joined, Bytes bytes, std::optional<StoredRecord> held,
               const std::vector<std::string>& changed = {});
  void stagePart(const Record& joined, StoredRecord& row, const std::vector<std::string>& changed);
  Status watchChain(const Record& joined);
  Result<std::optional<Record>> recordHere(const RecordId& id);
  Status noteContents(const Record& joined);
  Status forgetReplaced();
  Status stageAccess(const Record& joined);
  Result<Scope*> scopeOf(const ScopeId& id);
  PushResult reject(const Objection& objection, const RecordId& record = {});
  Status writeRecords();

  OfficeTransaction& m_rows;
  const Principal& m_principal;
  ReplicaId m_pusher;
  int64_t m_nowMillis;
  HubLog& m_log;
  Access m_access;
  Recovery m_recovery;
  bool m_isRecovery = false;
  std::map<ReplicaId, Author> m_authors;
  std::map<RecordId, StoredRecord> m_staged;                 // as they will be written, save for their numbers
  std::map<RecordId, std::set<std::string>> m_changedFields; // of those that were here before this push
  std::map<ScopeId, Scope> m_scopes;                         // with the digests as they will be
  std::map<ScopeId, Erased> m_erased;
  std::map<ScopeId, std::set<ContentId>> m_replaced;
  std::map<RecordId, Grant> m_grants;
  std::vector<Restriction> m_restrictions;
  std::vector<GrantEnd> m_ends;
};

} // namespace veikart::hub
