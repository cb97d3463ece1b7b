// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/embedded_hub_store.h"

#include "platform/crypto/crypto.h"
#include "sync/hub/columns.h"
#include "sync/hub/embedded_schema.h"
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

// What principalAt reads of a device, its user and their office.
constexpr std::string_view kPrincipalColumns =
    "SELECT d.office, d.id, d.user, u.role, u.was_supervisor, d.is_revoked OR u.is_disabled, o.lease_days, "
    "d.token_made,"
    " d.seen, d.heard, d.signing_key FROM device d JOIN user u ON u.office = d.office AND u.id = d.user"
    " JOIN office o ON o.id = d.office";

Principal principalAt(Row& row) {
  Principal principal{row.uuid(0), row.uuid(1), row.uuid(2), row.role(3)};
  principal.wasSupervisor = row.integer(4) != 0;
  principal.isRevoked = row.integer(5) != 0;
  principal.leaseDays = row.integer(6);
  principal.tokenMadeMillis = row.integer(7);
  principal.hasBeenSeen = row.integer(8) != 0;
  principal.heardMillis = row.integer(9);
  return principal;
}

// Whether something was erased.
Result<bool> replay(OfficeTransaction& rows, const LedgerEntry& entry) {
  const auto nothing = [](const Status& done) { return done.ok() ? Result<bool>(false) : done; };
  if (const auto* grant = std::get_if<Grant>(&entry.said))
    return nothing(rows.noteGiven(*grant));
  if (const auto* end = std::get_if<GrantEnd>(&entry.said))
    return nothing(rows.putGrantEnd(*end));
  if (const auto* restriction = std::get_if<Restriction>(&entry.said))
    return nothing(rows.putRestriction(*restriction));
  if (const auto* dismissal = std::get_if<Dismissal>(&entry.said))
    return nothing(rows.setDisabled(dismissal->user, dismissal->isDisabled));
  if (const auto* revocation = std::get_if<Revocation>(&entry.said))
    return nothing(rows.revoke(revocation->id).status());
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
  constexpr std::string_view kOfficeSql =
      "INSERT INTO office(id, name, epoch, is_practice, lease_days) VALUES(?1, ?2, ?3, ?4, ?5)";
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
  (*insert)->bind(4, static_cast<int64_t>(office.isPractice));
  (*insert)->bind(5, office.leaseDays);
  RETURN_IF_ERROR((*insert)->run());
  (*counter)->bindBlob(1, office.id.view());
  RETURN_IF_ERROR((*counter)->run());
  RETURN_IF_ERROR(transaction->commit());
  return office.id;
}

Result<std::vector<Office>> EmbeddedHubStore::offices() {
  constexpr std::string_view kSql = "SELECT id, name, is_practice, lease_days FROM office ORDER BY id";
  const Result<Statement*> query = m_db->prepare(kSql);
  if (!query.ok())
    return query.status();
  return readAll<Office>(**query, officeAt);
}

Result<std::optional<Principal>> EmbeddedHubStore::findDevice(BytesView tokenHash) {
  static const std::string kSql = std::string(kPrincipalColumns) + " WHERE d.token_hash = ?1";
  const Result<Statement*> query = m_db->prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, tokenHash);
  return readOne<Principal>(**query, principalAt);
}

Result<std::optional<Signer>> EmbeddedHubStore::findSigner(const Uuid& device) {
  static const std::string kSql = std::string(kPrincipalColumns) + " WHERE d.id = ?1 AND d.signing_key <> x''";
  const Result<Statement*> query = m_db->prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, device.view());
  return readOne<Signer>(**query, [](Row& row) { return Signer{principalAt(row), row.bytes(10)}; });
}

Result<std::optional<Uuid>> EmbeddedHubStore::officeOfCode(BytesView codeName) {
  constexpr std::string_view kSql = "SELECT office FROM enrolment_code WHERE name = ?1";
  const Result<Statement*> query = m_db->prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, codeName);
  return readOne<Uuid>(**query, [](Row& row) { return row.uuid(0); });
}

Result<std::optional<Uuid>> EmbeddedHubStore::officeOfTablet(const Uuid& tablet) {
  constexpr std::string_view kSql = "SELECT office FROM tablet WHERE id = ?1";
  const Result<Statement*> query = m_db->prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(1, tablet.view());
  return readOne<Uuid>(**query, [](Row& row) { return row.uuid(0); });
}

} // namespace veikart::hub
