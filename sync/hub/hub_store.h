// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/protocol/tuning.h"
#include "sync/record/attachment.h"
#include "sync/record/canonical.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

// What the hub keeps, as rows, apart from where it keeps them. The rules (push.h, feed.h, access.h) are written against
// this and are the same for every store.
namespace veikart::hub {

using sync::ContentId;
using sync::Digest;
using sync::Record;
using sync::RecordId;
using sync::ReplicaId;
using sync::ScopedContent;
using sync::ScopeId;
using sync::ScopeKind;

enum class Role { Counsellor, Supervisor, Administrator, Partner, ResourcePerson };

inline constexpr std::array kRoles = {Role::Counsellor, Role::Supervisor, Role::Administrator, Role::Partner,
                                      Role::ResourcePerson};

std::string_view toText(Role role);               // "counsellor", "resource_person"
Result<Role> roleFromText(std::string_view text); // Invalid, naming those there are

struct Office {
  Uuid id;
  std::string name;
  bool isPractice = false; // fictitious people only
  int64_t leaseDays = sync::tuning::kLeaseDays;
};

struct User {
  Uuid id;
  std::string firstName;
  std::string lastName;
  Role role = Role::Counsellor;
  bool wasSupervisor = false;    // once, whatever the role is now
  std::string userName = {};     // for signing in; empty: enrols with codes of his own alone
  std::string passwordHash = {}; // empty: none
  bool isDisabled = false;       // has left the office
};

// Whom a request comes from.
struct Principal {
  Uuid office;
  Uuid device;
  Uuid user;
  Role role = Role::Counsellor;
  bool wasSupervisor = false;                   // see User
  bool isRevoked = false;                       // the device was lost, or the user has left: no more than parcels
  int64_t leaseDays = sync::tuning::kLeaseDays; // the office's
  int64_t tokenMadeMillis = 0;
  bool hasBeenSeen = false; // the device has used its token before
  int64_t heardMillis = 0;  // when it was last noted how far it has read
};

// A one-time code and, once it is used, by what.
struct EnrolmentCode {
  std::optional<Uuid> user; // nothing: whoever signs in
  int64_t expiresMillis = 0;
  Bytes key; // see enrolment_code.h
  std::optional<Uuid> device = {};
  std::optional<ReplicaId> replica = {};
};

// What people carry: it may hold stores of several users, each a device of its own here.
struct Tablet {
  Uuid id;
  std::string name;
  Bytes publicKey; // Ed25519
  bool isRevoked = false;
};

// One user's store on one tablet.
struct Device {
  Uuid id;
  Uuid user;
  std::string name;
  Bytes tokenHash;
  Bytes signingKey; // its public half; empty: it signs nothing
  std::optional<Uuid> tablet = {};
  int64_t tokenMadeMillis = 0;
};

// A device as an administrator sees it.
struct DeviceEntry {
  Uuid id;
  std::optional<Uuid> tablet;
  std::string name;
  Uuid user;
  std::string personName;
  int64_t heardMillis = 0;
  bool isRevoked = false;
};

// Whom a parcel comes from.
struct Signer {
  Principal principal;
  Bytes key; // see Device
};

// A replica belongs to the device that was first seen with it; the token shows whether its store was copied.
struct ReplicaBinding {
  // As much as the store holds; a replica that writes a thousand times a second needs 300 million years.
  static constexpr uint64_t kGreatestCounter = INT64_MAX;

  Uuid device;
  Bytes token;          // empty: none stored yet
  uint64_t counter = 0; // its greatest known write; storing a smaller one changes nothing
};

// While an administrator has opened one, the hub takes any device's word for what the replicas have written that have
// not come back.
struct Recovery {
  int64_t untilMillis = 0; // in the past: there is none
  Bytes token;             // no store has it, so a replica that carries it has not come back
};

struct StoredRecord {
  RecordId id;
  std::string type;
  ScopeId scope;
  Bytes bytes;               // canonical
  int64_t change = 0;        // the number of its last change
  ReplicaId origin;          // who pushed that change
  int64_t foreignChange = 0; // the number of the last change pushed by anyone else; 0: there was none

  // For those who have the record as it was before its last change: the number of the change before, and canonical
  // bytes of the fields that the last one changed. Empty: there is nothing less to be sent than the whole.
  int64_t previousChange = 0;
  Bytes part;
};

// A stored record without its bytes.
struct FeedRow {
  int64_t change = 0;
  ScopeId scope;
  ReplicaId origin;
  int64_t foreignChange = 0;
  int64_t previousChange = 0;
};

// Reads records in the order of their last change.
class FeedReader {
public:
  virtual ~FeedReader() = default;
  virtual bool wants(const FeedRow& row) = 0;                                 // whether to read its bytes
  virtual bool take(const FeedRow& row, BytesView bytes, BytesView part) = 0; // false: enough
};

struct Scope {
  ScopeId id;
  Digest digest;
};

// Opens a scope to users from one moment until before another, by the hub's clock, unless it was ended.
struct Grant {
  RecordId id;
  ScopeId scope;
  std::vector<Uuid> users;
  int64_t fromMillis = 0;
  int64_t untilMillis = INT64_MAX;
  bool isEmergency = false; // the hub's own, at the user's word

  auto operator<=>(const Grant&) const = default;
};

// Until it is ended, a scope is open to nobody by his role alone.
struct Restriction {
  RecordId id;
  ScopeId scope;

  auto operator<=>(const Restriction&) const = default;
};

struct GrantEnd {
  RecordId grant; // or restriction
  ScopeId scope;  // in which it was written; one of another scope is not ended by it

  auto operator<=>(const GrantEnd&) const = default;
};

// What the administrator did to a user: another than a record's author says it, so it stands in the ledger too.
struct Dismissal {
  Uuid user;
  bool isDisabled = true; // false: taken back

  auto operator<=>(const Dismissal&) const = default;
};

struct Revocation {
  Uuid id; // of a tablet or a device

  auto operator<=>(const Revocation&) const = default;
};

// What is erased by law: one record, or all that was and will be said in a scope.
struct Erasure {
  ScopeId scope;
  std::optional<RecordId> record;

  auto operator<=>(const Erasure&) const = default;
};

enum class Erased { Nothing, Something, Everything }; // of a scope

// The scopes of which grants name a user.
struct GrantedScopes {
  std::map<ScopeId, bool> open; // and whether in an emergency alone
  std::set<ScopeId> ended;      // once open, and no longer
};

// What of the feed is read.
struct FeedRange {
  int64_t after = 0;            // a number
  std::optional<ScopeId> scope; // only its records, among others that the reader does not want
};

// The numbers that one push took.
struct ChangeBatch {
  int64_t first = 0;
  int64_t last = 0;
  Bytes tag; // random; tells this history from another that reached the same number
};

struct OfficeCounts {
  int64_t users = 0;
  int64_t devices = 0;
  int64_t records = 0;
  int64_t lastNumber = 0;
  int64_t erasures = 0; // of scopes, by devices to whose users they were closed
};

using RecordVisitor = std::function<Status(const StoredRecord&)>;

// One transaction on one office's rows. "Nothing" for what is not there; Busy, Full, Io, Corrupt from the store.
class OfficeTransaction {
public:
  virtual ~OfficeTransaction() = default;

  virtual Result<Office> office() = 0; // NotFound
  virtual Result<OfficeCounts> counts() = 0;
  virtual Result<Bytes> epoch() = 0;
  virtual Result<Recovery> recovery() = 0;
  // A new epoch, and a token that nobody has for every known replica: a store may have been set back with the hub, to
  // before its first cursor, and would give the dots of what both have forgotten once more.
  virtual Status openRecovery(int64_t untilMillis) = 0;

  virtual Result<std::optional<User>> user(const Uuid& id) = 0;
  virtual Status addUser(const User& user) = 0; // Conflict
  virtual Status setRole(const Uuid& user, Role role) = 0;
  virtual Status setUserName(const Uuid& user, const std::string& userName) = 0; // Conflict
  virtual Status setPassword(const Uuid& user, const std::string& hash) = 0;
  virtual Status setDisabled(const Uuid& user, bool isDisabled) = 0;
  virtual Result<std::optional<User>> userNamed(const std::string& userName) = 0;
  virtual Status setLease(int64_t days) = 0;
  virtual Status putTablet(const Tablet& tablet) = 0;
  virtual Result<std::optional<Tablet>> tablet(const Uuid& id) = 0;
  // The user's store on the tablet that this replica is.
  virtual Result<std::optional<Uuid>> deviceOf(const Uuid& tablet, const Uuid& user, const ReplicaId& replica) = 0;
  virtual Result<std::vector<DeviceEntry>> devices() = 0;
  // A tablet with all its devices, or a device alone. False: it was revoked before, or there is none.
  virtual Result<bool> revoke(const Uuid& id) = 0;
  virtual Status putDevice(const Device& device) = 0;
  virtual Result<bool> isDeviceSeen(const Uuid& device) = 0;
  virtual Status markDeviceSeen(const Uuid& device) = 0;
  virtual Status putCode(BytesView codeName, const EnrolmentCode& code) = 0;
  virtual Result<std::optional<EnrolmentCode>> code(BytesView codeName) = 0;

  virtual Result<std::optional<ReplicaBinding>> replica(const ReplicaId& id) = 0;
  virtual Status putReplica(const ReplicaId& id, const ReplicaBinding& binding) = 0;

  virtual Result<std::optional<StoredRecord>> record(const RecordId& id) = 0;
  virtual Status putRecord(const StoredRecord& record) = 0;
  // Those of a scope, in no order; `visit` changes none of them. Its failure ends the visit.
  virtual Status visitRecords(const ScopeId& scope, const RecordVisitor& visit) = 0;
  virtual Status visitNaming(const ScopeId& scope, const RecordVisitor& visit) = 0; // contents, or what they repeat
  virtual Status visitCaseKeys(const RecordVisitor& visit) = 0;                     // of every case
  virtual Status readFeed(const FeedRange& range, FeedReader& reader) = 0;
  virtual Result<int64_t> countFeed(const FeedRange& range) = 0;

  virtual Result<std::optional<Scope>> scope(const ScopeId& id) = 0;
  virtual Status putScope(const Scope& scope) = 0;
  virtual Result<std::vector<Scope>> scopes() = 0;
  virtual Status putGrant(const Grant& grant) = 0;
  virtual Status putGrantEnd(const GrantEnd& end) = 0;
  virtual Result<bool> isEnded(const GrantEnd& end) = 0; // it was put before
  // Of a grant what the ledger says was given, whatever a restore has undone since: one for each user it names.
  virtual Status noteGiven(const Grant& grant) = 0;
  virtual Result<std::vector<Grant>> given(const RecordId& grant, const ScopeId& scope) = 0;
  virtual Result<GrantedScopes> grantedScopes(const Uuid& user, int64_t nowMillis) = 0;
  virtual Status putRestriction(const Restriction& restriction) = 0;
  virtual Result<std::set<ScopeId>> restrictedScopes() = 0;
  virtual Status noteLeft(const Uuid& device, const ScopeId& scope, int64_t nowMillis) = 0; // it has erased the scope

  virtual Result<bool> putErasure(const Erasure& erasure) = 0; // false: it was put before
  // What was put, in this history of the store or another.
  virtual Result<Erased> erasedIn(const ScopeId& scope) = 0;
  virtual Result<bool> isErased(const ScopeId& scope, const RecordId& record) = 0; // by itself
  // How far a device has read: it holds every change up to `number` in what its user may see.
  virtual Status noteHeard(const Uuid& device, int64_t number, int64_t nowMillis) = 0;
  // The store was set back: of what it holds from here on no device has seen anything.
  virtual Status forgetHowFarRead() = 0;
  // How far each device has read that was heard of since then; INT64_MAX when there is none.
  virtual Result<int64_t> seenByAll(int64_t sinceMillis) = 0;

  virtual Result<int64_t> contentHeld(const ScopeId& scope, const ContentId& content) = 0; // bytes, from its start
  virtual Status appendContent(const ScopeId& scope, const ContentId& content, int64_t held, BytesView bytes) = 0;
  virtual Result<Bytes> contentPart(const ScopeId& scope, const ContentId& content, int64_t start) = 0; // or none
  virtual Status dropContent(const ScopeId& scope, const ContentId& content) = 0;
  virtual Result<std::set<ContentId>> contentsIn(const ScopeId& scope) = 0; // held, whole or not, or missing
  // What records name and is not here whole.
  virtual Status noteMissing(const ScopeId& scope, const ContentId& content) = 0;
  virtual Status forgetMissing(const ScopeId& scope, const ContentId& content) = 0;
  // At most `limit` of them, another part of many for each `turn`.
  virtual Result<std::vector<ScopedContent>> missingContents(int64_t turn, int64_t limit) = 0;

  virtual Result<int64_t> lastNumber() = 0;
  // The first of `count` new numbers. The office's counter is locked from here to the commit, so it is taken last, when
  // only the rows that carry the numbers remain to be written: numbers then commit in their order and leave no gap.
  virtual Result<int64_t> takeNumbers(int64_t count) = 0;
  virtual Status putBatch(const ChangeBatch& batch) = 0;
  virtual Result<Bytes> tagOf(int64_t number) = 0; // of the batch that holds it; empty: no such number
};

// One handle on the hub's store. One thread at a time; StorePool shares several among threads.
class HubStore {
public:
  using Work = std::function<Status(OfficeTransaction&)>;
  virtual ~HubStore() = default;

  // Runs `work` in one transaction, which is durable when Ok comes back. Otherwise nothing of it is kept, but what it
  // has put into the ledger, which is then done before the next write; only when the log could not be emptied after an
  // erasure (Io) it was kept.
  virtual Status write(const Uuid& office, const Work& work) = 0;
  virtual Status read(const Uuid& office, const Work& work) = 0; // sees one moment

  virtual Status scrub() = 0; // what was erased is in no file of the store any more; Busy while somebody reads it

  virtual Result<Uuid> addOffice(const Office& office) = 0;
  virtual Result<std::vector<Office>> offices() = 0;
  virtual Result<std::optional<Principal>> findDevice(BytesView tokenHash) = 0;
  virtual Result<std::optional<Signer>> findSigner(const Uuid& device) = 0; // nothing for one without a key
  virtual Result<std::optional<Uuid>> officeOfCode(BytesView codeName) = 0;
  virtual Result<std::optional<Uuid>> officeOfTablet(const Uuid& tablet) = 0;
};

} // namespace veikart::hub
