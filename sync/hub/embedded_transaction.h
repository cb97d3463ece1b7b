// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "sync/hub/hub_store.h"
#include "sync/hub/ledger.h"

namespace veikart::hub {

// The rows of one office in the embedded store, within the transaction that its owner has begun.
class EmbeddedTransaction final : public OfficeTransaction {
public:
  EmbeddedTransaction(Connection& db, const Uuid& office) : m_db(db), m_office(office) {}

  Result<Office> office() override;
  Result<OfficeCounts> counts() override;
  Result<Bytes> epoch() override;
  Result<Recovery> recovery() override;
  Status openRecovery(int64_t untilMillis) override;
  Result<std::optional<User>> user(const Uuid& id) override;
  Status addUser(const User& user) override;
  Status setRole(const Uuid& user, Role role) override;
  Status setUserName(const Uuid& user, const std::string& userName) override;
  Status setPassword(const Uuid& user, const std::string& hash) override;
  Status setDisabled(const Uuid& user, bool isDisabled) override;
  Result<std::optional<User>> userNamed(const std::string& userName) override;
  Status setLease(int64_t days) override;
  Status putTablet(const Tablet& tablet) override;
  Result<std::optional<Tablet>> tablet(const Uuid& id) override;
  Result<std::optional<Uuid>> deviceOf(const Uuid& tablet, const Uuid& user, const ReplicaId& replica) override;
  Result<std::vector<DeviceEntry>> devices() override;
  Result<bool> revoke(const Uuid& id) override;
  Status putDevice(const Device& device) override;
  Result<bool> isDeviceSeen(const Uuid& device) override;
  Status markDeviceSeen(const Uuid& device) override;
  Status putCode(BytesView codeName, const EnrolmentCode& code) override;
  Result<std::optional<EnrolmentCode>> code(BytesView codeName) override;
  Result<std::optional<ReplicaBinding>> replica(const ReplicaId& id) override;
  Status putReplica(const ReplicaId& id, const ReplicaBinding& binding) override;
  Result<std::optional<StoredRecord>> record(const RecordId& id) override;
  Status putRecord(const StoredRecord& record) override;
  Status visitRecords(const ScopeId& scope, const RecordVisitor& visit) override;
  Status visitNaming(const ScopeId& scope, const RecordVisitor& visit) override;
  Status visitCaseKeys(const RecordVisitor& visit) override;
  Status readFeed(const FeedRange& range, FeedReader& reader) override;
  Result<int64_t> countFeed(const FeedRange& range) override;
  Result<std::optional<Scope>> scope(const ScopeId& id) override;
  Status putScope(const Scope& scope) override;
  Result<std::vector<Scope>> scopes() override;
  Status putGrant(const Grant& grant) override;
  Status putGrantEnd(const GrantEnd& end) override;
  Result<bool> isEnded(const GrantEnd& end) override;
  Status noteGiven(const Grant& grant) override;
  Result<std::vector<Grant>> given(const RecordId& grant, const ScopeId& scope) override;
  Result<GrantedScopes> grantedScopes(const Uuid& user, int64_t nowMillis) override;
  Status putRestriction(const Restriction& restriction) override;
  Result<std::set<ScopeId>> restrictedScopes() override;
  Status noteLeft(const Uuid& device, const ScopeId& scope, int64_t nowMillis) override;
  Result<bool> putErasure(const Erasure& erasure) override;
  Result<Erased> erasedIn(const ScopeId& scope) override;
  Result<bool> isErased(const ScopeId& scope, const RecordId& record) override;
  Status noteHeard(const Uuid& device, int64_t number, int64_t nowMillis) override;
  Status forgetHowFarRead() override;
  Result<int64_t> seenByAll(int64_t sinceMillis) override;
  Result<int64_t> contentHeld(const ScopeId& scope, const ContentId& content) override;
  Status appendContent(const ScopeId& scope, const ContentId& content, int64_t held, BytesView bytes) override;
  Result<Bytes> contentPart(const ScopeId& scope, const ContentId& content, int64_t start) override;
  Status dropContent(const ScopeId& scope, const ContentId& content) override;
  Status noteMissing(const ScopeId& scope, const ContentId& content) override;
  Status forgetMissing(const ScopeId& scope, const ContentId& content) override;
  Result<std::set<ContentId>> contentsIn(const ScopeId& scope) override;
  Result<std::vector<ScopedContent>> missingContents(int64_t turn, int64_t limit) override;

  const std::vector<LedgerEntry>& forLedger() const { return m_forLedger; } // what this transaction has put
  Result<int64_t> lastNumber() override;
  Result<int64_t> takeNumbers(int64_t count) override;
  Status putBatch(const ChangeBatch& batch) override;
  Result<Bytes> tagOf(int64_t number) override;

private:
  Result<Statement*> prepare(std::string_view sql);                    // with the office bound as ?1
  Result<Statement*> prepareFor(std::string_view sql, const Uuid& id); // and this as ?2
  Status insertGrant(std::string_view sql, const Grant& grant, const Uuid& user);
  Status visit(std::string_view sql, const ScopeId& scope, const RecordVisitor& visit);
  static Status visitRows(Statement& query, const RecordVisitor& visit);
  Result<Statement*> prepareErasure(std::string_view sql, const Erasure& erasure);
  Result<Statement*> prepareContent(std::string_view sql, const ScopeId& scope, const ContentId& content);
  Result<std::vector<int64_t>> changesOf(const ScopeId& scope, int64_t after); // ascending
  Result<bool> readRows(int64_t after, int64_t last, FeedReader& reader);      // false: the reader takes no more

  Connection& m_db;
  Uuid m_office;
  std::vector<LedgerEntry> m_forLedger;
};

} // namespace veikart::hub
