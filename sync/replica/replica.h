// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/clock.h"
#include "platform/database/connection.h"
#include "sync/record/audit_chain.h"
#include "sync/record/canonical.h"
#include "sync/replica/content_table.h"
#include "sync/replica/digest_table.h"
#include "sync/replica/meta_table.h"
#include "sync/replica/record_table.h"
#include "sync/replica/scope_table.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace veikart::sync {

// One field to be written.
struct FieldWrite {
  std::string name;
  Bytes value;
};

// Writes to one record, new or known. REQUIRES: id, type and scope agree with the record if it is known.
struct RecordWrite {
  RecordId id;
  std::string type;
  ScopeId scope;
  std::vector<FieldWrite> fields;
};

struct RecordName {
  RecordId id;
  std::string type;
};

// Sees every record whose join of base and local changed, inside the transaction that changed it, so that read models
// commit with their records. A failure rolls the whole transaction back.
class RecordObserver {
public:
  virtual ~RecordObserver() = default;
  virtual Status recordChanged(const Record& joined) = 0;
  // Written here, by write() and what stands on it; once for each call, in its transaction.
  virtual Status recordsWritten(std::span<const RecordWrite>) { return {}; }
  virtual Status recordsCleared() = 0; // all records are about to be observed again: forget everything
  // All of a content is here that was wanted; inside the transaction that made it whole.
  virtual Status contentCame(const ScopeId&, const ContentId&) { return {}; }
  virtual Status recordsGone(const ScopeId& scope, std::span<const RecordName> records) = 0; // no longer held
  // The scope was closed to this user, and will be erased when all that was written in it is sent: now is the time to
  // write what is no record yet. In no transaction.
  virtual Status scopeEnds(const ScopeId&) { return {}; }
  virtual Status replicaRenewed() { return {}; } // it has another id from here on; in no transaction
};

// What waits to be sent, for people.
struct Outbox {
  int64_t records = 0;
  int64_t contents = 0; // of attachments; they go after the records
  int64_t refused = 0;
  int64_t oldestMillis = 0; // when the oldest of them was made; 0 when nothing waits
};

// One record's unsent part, and why the hub refused it last time (empty: it has not).
struct OutboxItem {
  Record local;
  int64_t sinceMillis = 0;
  std::string refusal;
};

// Until when this store may be opened without a word from its hub, by this device's clock. A clock that was set back
// does not make it longer.
struct Lease {
  int64_t untilMillis = 0; // 0: the hub has never said
  int64_t seenMillis = 0;  // the latest time that this store knows of

  bool isOver(int64_t nowMillis) const { return untilMillis > 0 && std::max(nowMillis, seenMillis) >= untilMillis; }
};

// Where this store stands with its hub (opaque bytes of the hub, see PROTOCOL.md).
struct SyncState {
  Bytes cursor;       // empty: nothing pulled yet
  Bytes currentToken; // with nextToken: how the hub notices a copied store; several, one after the other, when replies
                      // were lost
  Bytes nextToken;
  uint64_t nextTokenCounter = 0; // of this replica's latest write when nextToken was made
  int64_t lastSyncMillis = 0;
  Lease lease;
  Authors authors; // this replica, those that this store was before, and those that it has absorbed
  std::map<ScopeId, ScopeReading> readings;
  bool holdsErasedWrites = false; // see settleErasedWrites
  std::vector<ScopeId> erased;    // scopes of which nothing is held any more, and the hub was not told so yet
};

// Where in the hub's history a pulled page ends.
struct PagePlace {
  Bytes cursor;
  std::optional<ScopeId> scope; // it was read for this one alone, and leaves the feed's own cursor where it is
};

// What a session leaves when it has come to its end; what is nothing stays as it is.
struct SessionEnd {
  std::optional<Bytes> token;          // that the hub holds now: the current one from here on, and none is next
  std::optional<Bytes> cursor;         // behind a page of the feed that brought nothing
  std::optional<int64_t> inStepMillis; // the digests agreed then: no scope is being read any more
  std::optional<Lease> lease;
};

// What of a pulled page could not be joined. The hub holds it; a full reading tries it again.
struct LeftOut {
  int damaged = 0; // no record bytes, another type or scope, or one dot with two contents: an alarm
  int tooNew = 0;  // of a later version: this app must be updated
};

// Why the hub refuses what was written to something that was erased by law.
inline constexpr std::string_view kErasedReason = "erased";

// The hub's word on one pushed item.
enum class PushOutcome {
  Applied,
  Merged,
  Quarantined,
  Refused,
  Held // the scope was closed to this user: the hub keeps it for those who have it now
};

struct Receipt {
  Bytes sent; // exactly the canonical bytes that were sent; the dots in them are what is acknowledged
  PushOutcome outcome = PushOutcome::Applied;
  std::string reason; // for Quarantined and Refused: a code of PROTOCOL.md
  int64_t key = 0;    // Pending::key, which finds the record fastest; 0 when it isn't known (a parcel's receipt)
};

// A record of a scope that was closed to this user, as it was sent a last time.
struct Farewell {
  int64_t key = 0;
  Bytes local; // the row's, when it was sent; empty: nothing was unsent
  Bytes sent;
  std::string refusal; // empty: the hub has it, or holds it for those who have the scope now
};

// The records of one store, with what the hub has confirmed (base) and what it has not (local) kept apart.
//
// Invariants; each holds after every transaction:
//  (1) `local` is null or holds exactly this store's writes that no receipt has named, or that a restored hub did not
//      take back; people see join(base, local).
//  (2) A record is in the outbox if and only if `local` is not null.
//  (3) Only receipts and pulled pages change `base`; the digest of a scope is the sum over its bases.
//  (4) A new dot's counter is greater than every counter this replica used; it and the clock are stored with the write.
//  (5) A cursor, the feed's or a scope's, is stored in the transaction that applies its page, or after it.
//  (6) Read models (the observer's) are in step with the records.
//  (7) Of a scope that was erased no base is held, and a local or a content only while the hub has not taken it.
//  (8) Every content that a base names is here or wanted (content_table.h).
//  (9) What was erased by law holds nothing but its id, and what was written to it here and not sent: that, for a time.
//
// One thread, that of its connection.
class Replica {
public:
  // Makes or upgrades the tables in `db`. `db`, `clock` and `maybeObserver` (which may be null) outlive the
  // replica.
  static Result<std::unique_ptr<Replica>> open(Connection& db, const Clock& clock, RecordObserver* maybeObserver);

  ReplicaId id() const { return m_id; }
  uint64_t counter() const { return m_counter; } // of its latest write

  // Writes in one transaction, durable on return, or in the caller's when one is open. Nothing is written on failure.
  // Invalid for a type or field with a name that could not be sent.
  Status write(std::span<const RecordWrite> writes);
  Status remove(RecordId id); // a deletion: see record/deletion.h
  // Adds a line to this replica's audit chain (record/audit_chain.h), like write(): with what it tells of in the
  // caller's transaction, so that neither is there without the other. REQUIRES: always the same scope.
  Status appendAudit(const ScopeId& scope, BytesView content);

  // Writes a record with something attached to it, like write(). Invalid for a content of no bytes, or too many.
  // REQUIRES: its type is kAttachmentType; its content is not among its fields.
  Status attach(RecordWrite write, BytesView content);
  ContentTable& contents() { return m_contents; }
  const ContentTable& contents() const { return m_contents; }

  // Takes over the records of another replica (a client's session) as they stand, with their dots, as local writes.
  // What is here already is left out, so taking them over twice is harmless. Invalid for an erased record.
  Status absorb(std::span<const Record> records);

  Result<bool> holds(RecordId id) const;                 // spares load() its reading
  Result<std::optional<Record>> load(RecordId id) const; // the join; nothing when unknown
  Result<std::vector<Record>> loadAll() const;           // every record's join, by id

  Result<Outbox> outbox() const;
  // Oldest first. Of one that is damaged what is known of it, with the reason `unreadable`.
  Result<std::vector<OutboxItem>> outboxItems() const;

  // For the session: the next unsent records after `afterKey` (0 at first), until `maxBytes` are reached; refused ones
  // are left out until they are written again, but for those refused for their time: a session that is cut short before
  // it has stamped them anew leaves that to the next one.
  struct Pending {
    int64_t key = 0;
    Bytes bytes; // canonical
  };
  Result<std::vector<Pending>> pending(int64_t afterKey, size_t maxBytes) const;

  // A field leaves local when the receipt covers all of it; what was written during the upload stays unsent. A refusal
  // stands only while everything that was refused is still in local. Receipts may come twice. One that can't be applied
  // leaves its record unsent with the reason `unreadable` and hinders no other.
  Status applyReceipts(std::span<const Receipt> receipts);

  // A restored hub was offered again what it had confirmed before, and did not take these: they are unsent again, with
  // their reason, like any refused write.
  Status takeBack(std::span<const Receipt> refused);

  // `records` are canonical bytes; what can't be joined is left out, and hinders no other. Their stamps move this
  // replica's clock, save those more than kMaxClockLeadMillis ahead of the device's clock: one device set to 2090 must
  // not carry all others along.
  static constexpr int64_t kMaxClockLeadMillis = 24LL * 60 * 60 * 1000;
  // `parts` are the fields that changed in records of which a base is held; the others are left to the digest.
  Result<LeftOut> applyPage(std::span<const Bytes> records, const PagePlace& place, std::span<const Bytes> parts = {});

  // Writes anew, with new dots and the hub's time, what the hub refused as `clock`, and sets this replica's clock to
  // that time; the first stamp is kept beside it (PROTOCOL.md, "Clocks"). How many records are to be sent again.
  Result<int> rewriteRefusedByClock(int64_t hubMillis);

  Result<SyncState> syncState() const;
  Status saveTokens(BytesView current, BytesView next);
  Status endSession(const SessionEnd& end); // in one transaction

  Result<Lease> lease() const;
  Status noteTime(int64_t nowMillis); // that the store was opened; an earlier one than is known changes nothing

  Status saveReading(const ScopeId& scope, const ScopeReading& reading);

  // What was refused for want of something that may have come to the hub since (a grant, a write that was seen) is
  // pending again: at once, or when there were news since it was last so: receipts, pages and offers (noteNews), noted
  // with them, since a session may end at any moment. Until then it keeps its reason.
  Status sendRefusedAgain();
  Status sendRefusedAgainAfterNews();
  Status noteNews();

  // Whether what is held of the scope may be a part of it only: its reading, or the first one of all, has not come to
  // its end.
  Result<bool> isArriving(const ScopeId& scope) const;

  Result<std::map<ScopeId, Digest>> digests() const;
  Result<std::vector<Record>> confirmed(const std::set<ScopeId>& scopes) const; // the bases in them that can be read

  // What was written to something that was erased by law waits 30 days for a person, by the hub's clock, and goes then.
  Status settleErasedWrites(int64_t hubMillis);
  // A content that no record at the hub names goes, unless one here does.
  Status forgetUnnamed(const ScopeId& scope, const ContentId& content);

  // For a scope that was closed to this user, in this order: what is no record yet becomes one; everything held in it;
  // and it is erased, but for what the hub did not take and what was written since, which wait as unsent. Nothing of it
  // is left in the file's free pages or its log then.
  Status endScope(const ScopeId& scope);
  Result<std::vector<StoredRecord>> rowsIn(const ScopeId& scope) const;
  Status erase(const ScopeId& ended, std::span<const Farewell> farewells);
  Status forgetErased(std::span<const ScopeId> scopes); // the hub was told

  // The hub does not know this store, or where it stands: it is a copy, or one of the two was set back. A new id,
  // everything pulled anew, unsent writes under new dots. The new writes have not seen the old ones: the store's twin
  // may have given the same dots to other contents, and those must stand beside these. REQUIRES: no transaction is
  // open.
  Status becomeNewReplica();

  Status rebuildReadModels(); // shows every record that can be read to the observer again

private:
  // A record with its two halves read. A half that holds nothing is a record without fields.
  struct Halves {
    StoredRecord row; // key 0: the record is new
    Record base;
    Record local;

    static Result<Halves> read(StoredRecord row);
    Result<Record> joined() const&;
    Result<Record> joined() &&; // spares the copy
  };

  Replica(Connection& db, const Clock& clock, RecordObserver* maybeObserver);
  Status restore();
  Status introduce();

  static Result<Record> joinedRow(StoredRecord row);
  Result<Halves> halvesOf(const RecordId& id, const std::string& type, const ScopeId& scope,
                          int64_t likelyKey = 0) const;
  Result<AuditLine> nextAuditLine(BytesView content) const;
  Status writeRecord(const RecordWrite& write, Stamp stamp);
  Status absorbRecord(const Record& record, Authors& authors);
  Status storeLocal(Halves halves);
  Status wantContents(const Record& record);
  Status show(const Record& joined);
  Status storeProgress();

  void observeStamps(const Record& record);
  Status applyReceipt(const Receipt& receipt, DigestChanges& digests);
  Status acknowledge(const Receipt& receipt, DigestChanges& digests);
  Result<Halves> acknowledged(const Record& sent, int64_t likelyKey) const;
  Status acknowledgePart(const Receipt& receipt, DigestChanges& digests);
  Status letGo(const Receipt& receipt);
  Status eraseRow(const StoredRecord& row, const Farewell* maybeFarewell, std::vector<RecordName>& gone);
  Status tellGone(const ScopeId& scope, std::span<const RecordName> records);
  Status noteRefusal(const Receipt& receipt);
  Status takeBackOne(const Receipt& receipt);
  Status storePlace(const PagePlace& place);
  Status applyPulled(const Bytes& bytes, DigestChanges& digests, LeftOut& leftOut);
  Status applyPart(const Bytes& bytes, DigestChanges& digests, LeftOut& leftOut);
  Status mergePulled(StoredRecord row, const Record& pulled, const Bytes& bytes, DigestChanges& digests,
                     LeftOut& leftOut);
  Status mergeErased(const StoredRecord& row, const Record& pulled, const Bytes& bytes, DigestChanges& digests,
                     LeftOut& leftOut);
  Status dropUnnamed(const ScopeId& scope, std::vector<ContentId> contents); // but for what a record here names
  Status dropUnnamedIn(const std::set<ScopeId>& scopes);
  Status dropErasedWrite(const StoredRecord& row);
  Status scrub();
  Status rewriteAhead(StoredRecord row, int64_t limitMillis, Stamp stamp);
  Status rewriteWaiting(Dot& last);
  Result<Authors> otherAuthors() const;
  Status noteAuthors(const Authors& authors);

  Connection& m_db;
  const Clock& m_clock;
  RecordObserver* m_maybeObserver;
  RecordTable m_records;
  MetaTable m_meta;
  ScopeTable m_scopes;
  ContentTable m_contents;
  ReplicaId m_id;
  uint64_t m_counter = 0;
  HybridClock m_hybridClock{Stamp{}};
  std::set<ScopeId> m_erasedIn; // by law, in the page being applied
};

} // namespace veikart::sync
