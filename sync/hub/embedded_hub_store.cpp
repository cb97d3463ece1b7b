// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/embedded_hub_store.h"

#include "platform/crypto/crypto.h"
#include "sync/hub/columns.h"
#include "sync/hub/embedded_transaction.h"
#include "sync/hub/erase.h"
#include "sync/protocol/tuning.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace veikart::hub {
namespace {

// Every key begins with the office, as in a store that holds many (design §8).
constexpr std::string_view kSchemaSql = R"(
CREATE TABLE office(
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  epoch BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE user(
  office BLOB NOT NULL REFERENCES office(id),
  id BLOB NOT NULL,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY(office, id)) WITHOUT ROWID;
CREATE TABLE device(
  office BLOB NOT NULL,
  id BLOB NOT NULL,
  user BLOB NOT NULL,
  name TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  seen INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(office, id),
  FOREIGN KEY(office, user) REFERENCES user(office, id)) WITHOUT ROWID;
CREATE TABLE enrolment_code(
  code_hash BLOB PRIMARY KEY,
  office BLOB NOT NULL,
  user BLOB NOT NULL,
  expires INTEGER NOT NULL,
  device BLOB,
  replica BLOB,
  FOREIGN KEY(office, user) REFERENCES user(office, id)) WITHOUT ROWID;
CREATE TABLE replica(
  office BLOB NOT NULL,
  id BLOB NOT NULL,
  device BLOB NOT NULL,
  token BLOB NOT NULL,
  PRIMARY KEY(office, id),
  FOREIGN KEY(office, device) REFERENCES device(office, id)) WITHOUT ROWID;
CREATE TABLE record(
  office BLOB NOT NULL,
  id BLOB NOT NULL,
  type TEXT NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  change INTEGER NOT NULL,
  origin BLOB NOT NULL,
  foreign_change INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY(office, id));
CREATE UNIQUE INDEX record_by_change ON record(office, change);
CREATE TABLE scope(
  office BLOB NOT NULL,
  kind INTEGER NOT NULL,
  id BLOB NOT NULL,
  creator BLOB NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY(office, kind, id)) WITHOUT ROWID;
CREATE TABLE access_grant(
  office BLOB NOT NULL,
  user BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  grant_id BLOB NOT NULL,
  PRIMARY KEY(office, user, scope_kind, scope_id, grant_id)) WITHOUT ROWID;
CREATE INDEX access_grant_by_record ON access_grant(office, grant_id);
CREATE TABLE change_batch(
  office BLOB NOT NULL,
  last INTEGER NOT NULL,
  first INTEGER NOT NULL,
  tag BLOB NOT NULL,
  PRIMARY KEY(office, last)) WITHOUT ROWID;
CREATE TABLE counter(
  office BLOB PRIMARY KEY,
  last INTEGER NOT NULL) WITHOUT ROWID;
)";

// How far each replica has written, as far as the hub was told.
constexpr std::string_view kCounterSql = "ALTER TABLE replica ADD COLUMN counter INTEGER NOT NULL DEFAULT 0";

constexpr std::string_view kRecoverySql = R"(
ALTER TABLE office ADD COLUMN recovery_until INTEGER NOT NULL DEFAULT 0;
CREATE INDEX record_by_scope ON record(office, scope_kind, scope_id, change);
)";

// A scope is open to whom its grants name; who had pushed its first record was one of them. Ends of grants also stand
// in the ledger, because a backup does not know the later ones.
constexpr std::string_view kGrantEndsSql = R"(
ALTER TABLE scope DROP COLUMN creator;
ALTER TABLE access_grant ADD COLUMN from_millis INTEGER NOT NULL DEFAULT 0;
ALTER TABLE access_grant ADD COLUMN until_millis INTEGER NOT NULL DEFAULT 9223372036854775807;
CREATE TABLE grant_end(
  office BLOB NOT NULL,
  grant_id BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  PRIMARY KEY(office, grant_id, scope_kind, scope_id)) WITHOUT ROWID;
CREATE TABLE scope_erasure(
  office BLOB NOT NULL,
  device BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  millis INTEGER NOT NULL,
  PRIMARY KEY(office, device, scope_kind, scope_id)) WITHOUT ROWID;
)";

constexpr std::string_view kContentsSql = R"(
CREATE TABLE content_part(
  office BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  content BLOB NOT NULL,
  start INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY(office, scope_kind, scope_id, content, start));
)";

// What the ledger says was given.
constexpr std::string_view kGivenGrantsSql = R"(
ALTER TABLE office ADD COLUMN recovery_token BLOB NOT NULL DEFAULT x'';
CREATE TABLE given_grant(
  office BLOB NOT NULL,
  grant_id BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  user BLOB NOT NULL,
  from_millis INTEGER NOT NULL,
  until_millis INTEGER NOT NULL,
  PRIMARY KEY(office, grant_id, scope_kind, scope_id, user, from_millis, until_millis)) WITHOUT ROWID;
)";

constexpr std::string_view kPartsSql = R"(
ALTER TABLE record ADD COLUMN previous_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE record ADD COLUMN part BLOB NOT NULL DEFAULT x'';
)";

// A parcel names its device before any office is known.
constexpr std::string_view kSigningKeySql = R"(
ALTER TABLE device ADD COLUMN signing_key BLOB NOT NULL DEFAULT x'';
CREATE INDEX device_by_id ON device(id);
)";

constexpr std::string_view kMissingContentsSql = R"(
CREATE TABLE missing_content(
  office BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY(office, scope_kind, scope_id, content)) WITHOUT ROWID;
)";

// Who was enrolled before is as one heard of a moment ago who has read nothing yet.
constexpr std::string_view kErasuresSql = R"(
CREATE TABLE erasure(
  office BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY(office, scope_kind, scope_id, record)) WITHOUT ROWID;
ALTER TABLE device ADD COLUMN has_read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;
UPDATE device SET heard = 1000 * CAST(strftime('%s', 'now') AS INTEGER);
)";

// Without the change, which a push of many cases would move in a page of the index for almost each of its records.
constexpr std::string_view kScopeIndexSql = R"(
DROP INDEX record_by_scope;
CREATE INDEX record_by_scope ON record(office, scope_kind, scope_id);
)";

// In the order in which they came to be missing, so that each gets its turn.
constexpr std::string_view kMissingInOrderSql = R"(
ALTER TABLE missing_content RENAME TO missing_unordered;
CREATE TABLE missing_content(
  key INTEGER PRIMARY KEY,
  office BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  content BLOB NOT NULL,
  UNIQUE(office, scope_kind, scope_id, content));
INSERT INTO missing_content(office, scope_kind, scope_id, content)
  SELECT office, scope_kind, scope_id, content FROM missing_unordered;
DROP TABLE missing_unordered;
)";

constexpr std::string_view kNamingIndexSql = R"(
CREATE INDEX record_naming ON record(office, scope_kind, scope_id) WHERE type IN ('attachment', 'late_write', 'settlement');
)";

constexpr std::array kMigrations = {
    Migration{1, kSchemaSql},      Migration{2, kCounterSql},     Migration{3, kRecoverySql},
    Migration{4, kGrantEndsSql},   Migration{5, kContentsSql},    Migration{6, kGivenGrantsSql},
    Migration{7, kPartsSql},       Migration{8, kSigningKeySql},  Migration{9, kMissingContentsSql},
    Migration{10, kErasuresSql},   Migration{11, kScopeIndexSql}, Migration{12, kMissingInOrderSql},
    Migration{13, kNamingIndexSql}};

// Of its office, id, user, the user's role, whether it was seen, and when it was heard of. The role's column holds what
// toText wrote; anything else must not gain by it.
Principal principalAt(Row& row) {
  const Role role = row.text(3) == toText(Role::Supervisor) ? Role::Supervisor : Role::Counsellor;
  return {row.uuid(0), row.uuid(1), row.uuid(2), role, row.integer(4) != 0, row.integer(5)};
}

// Whether something was erased.
Result<bool> replay(OfficeTransaction& rows, const LedgerEntry& entry) {
  const auto nothing = [](const Status& done) { return done.ok() ? Result<bool>(false) : done; };
  if (const auto* grant = std::get_if<Grant>(&entry.said))
    return nothing(rows.noteGiven(*grant));
  if (const auto* end = std::get_if<GrantEnd>(&entry.said))
    return nothing(rows.putGrantEnd(*end));
  const Result<int64_t> erased = erase(rows, std::get<Erasure>(entry.said));
  return erased.ok() ? Result<bool>(*erased > 0) : erased.status();
}

} // namespace

Result<std::unique_ptr<HubStore>> EmbeddedHubStore::open(const std::filesystem::path& file, const SecretBytes& key,
                                                         Connection::Mode mode) {
  Result<std::unique_ptr<Connection>> db = Connection::open(file, key, mode);
  if (!db.ok())
    return db.status();
  RETURN_IF_ERROR(migrate(**db, "hub", kMigrations));
  std::unique_ptr<EmbeddedHubStore> store(
      new EmbeddedHubStore(*std::move(db), Ledger(file.parent_path() / kLedgerFile)));
  Result<Transaction> transaction = Transaction::begin(*store->m_db);
  const Result<size_t> end = transaction.ok() ? store->replayLedger() : transaction.status();
  RETURN_IF_ERROR(end.ok() ? store->commit(*transaction, *end) : end.status());
  return std::unique_ptr<HubStore>(std::move(store));
}

Result<size_t> EmbeddedHubStore::replayLedger() {
  const Result<LedgerTail> tail = m_ledger.read(m_replayed);
  if (!tail.ok())
    return tail.status();
  std::vector<LedgerEntry> more; // an erasure done again may find something that came late, which gets its own entry
  for (const LedgerEntry& entry : tail->entries) {
    EmbeddedTransaction rows(*m_db, entry.office);
    const Result<bool> erased = replay(rows, entry);
    if (!erased.ok())
      return erased.status();
    m_hasErased = m_hasErased || *erased;
    std::ranges::copy_if(rows.forLedger(), std::back_inserter(more),
                         [](const LedgerEntry& put) { return std::holds_alternative<Erasure>(put.said); });
  }
  const std::set<LedgerEntry> known(tail->entries.begin(), tail->entries.end());
  std::erase_if(more, [&](const LedgerEntry& put) { return known.contains(put); });
  return addToLedger(more, tail->end);
}

Result<size_t> EmbeddedHubStore::addToLedger(const std::vector<LedgerEntry>& entries, size_t end) const {
  return entries.empty() ? Result<size_t>(end) : m_ledger.append(entries);
}

Status EmbeddedHubStore::commit(Transaction& transaction, size_t ledgerEnd) {
  RETURN_IF_ERROR(transaction.commit());
  m_replayed = ledgerEnd;
  if (!std::exchange(m_hasErased, false))
    return {};
  const Status scrubbed = scrub();
  return scrubbed.code() == StatusCode::Busy ? Status() : scrubbed; // the log goes when the hub stops, then
}

Status EmbeddedHubStore::write(const Uuid& office, const Work& work) {
  Result<Transaction> transaction = Transaction::begin(*m_db);
  if (!transaction.ok())
    return transaction.status();
  const Result<size_t> before = replayLedger();
  if (!before.ok())
    return before.status();
  EmbeddedTransaction rows(*m_db, office);
  RETURN_IF_ERROR(work(rows));
  // First into the ledger: one that stands there and was not committed is done before the next write, the reverse would
  // be undone by a restore.
  const Result<size_t> end = addToLedger(rows.forLedger(), *before);
  return end.ok() ? commit(*transaction, *end) : end.status();
}

Status EmbeddedHubStore::read(const Uuid& office, const Work& work) {
  const Result<Transaction> transaction = Transaction::beginReading(*m_db);
  if (!transaction.ok())
    return transaction.status();
  EmbeddedTransaction rows(*m_db, office);
  return work(rows);
}

Status EmbeddedHubStore::scrub() {
  const Result<bool> emptied = m_db->emptyLog();
  if (!emptied.ok())
    return emptied.status();
  return *emptied ? Status() : Status::busy("the store is being read, and what was erased stands in its log still");
}

Result<Uuid> EmbeddedHubStore::addOffice(const Office& office) {
  constexpr std::string_view kOfficeSql = "INSERT INTO office(id, name, epoch) VALUES(?1, ?2, ?3)";
  constexpr std::string_view kFirstCounterSql = "INSERT INTO counter(office, last) VALUES(?1, 0)";
  Result<Transaction> transaction = Transaction::begin(*m_db);
  if (!transaction.ok())
    return transaction.status();
  const Result<Statement*> insert = m_db->prepare(kOfficeSql);
  const Result<Statement*> counter = m_db->prepare(kFirstCounterSql);
  if (!insert.ok() || !counter.ok())
    return insert.ok() ? counter.status() : insert.status();
  (*insert)->bindBlob(1, office.id.view());
  (*insert)->bind(2, std::string_view(office.name));
  (*insert)->bindBlob(3, crypto::randomBytes(sync::tuning::kEpochBytes));
  RETURN_IF_ERROR((*insert)->run());
  (*counter)->bindBlob(1, office.id.view());
  RETURN_IF_ERROR((*counter)->run());
  RETURN_IF_ERROR(transaction->commit());
  return office.id;
}

Result<std::vector<Office>> EmbeddedHubStore::offices() {
  constexpr std::string_view kSql = "SELECT id, name FROM office ORDER BY id";
  const Result<Statement*> query = m_db->prepare(kSql);
  if (!query.ok())
    return query.status();
  return readAll<Office>(**query, officeAt);
}

Result<std::optional<Principal>> EmbeddedHubStore::findDevice(BytesView tokenHash) {
  constexpr std::string_view kSql =
      "SELECT d.office, d.id, d.user, u.role, d.seen, d.heard FROM device d JOIN user u ON "
      "u.office = d.office AND u.id = d.user "
      "WHERE d.token_hash = ?1";
  const Result<Statement*> query = m_db->prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, tokenHash);
  return readOne<Principal>(**query, principalAt);
}

Result<std::optional<Signer>> EmbeddedHubStore::findSigner(const Uuid& device) {
  constexpr std::string_view kSql =
      "SELECT d.office, d.id, d.user, u.role, d.seen, d.heard, d.signing_key FROM device d "
      "JOIN user u ON u.office = d.office AND u.id = d.user "
      "WHERE d.id = ?1 AND d.signing_key <> x''";
  const Result<Statement*> query = m_db->prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, device.view());
  return readOne<Signer>(**query, [](Row& row) { return Signer{principalAt(row), row.bytes(6)}; });
}

Result<std::optional<Uuid>> EmbeddedHubStore::officeOfCode(BytesView codeHash) {
  constexpr std::string_view kSql = "SELECT office FROM enrolment_code WHERE code_hash = ?1";
  const Result<Statement*> query = m_db->prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, codeHash);
  return readOne<Uuid>(**query, [](Row& row) { return row.uuid(0); });
}

} // namespace veikart::hub
