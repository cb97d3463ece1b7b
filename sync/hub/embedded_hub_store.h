// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "sync/hub/hub_store.h"
#include "sync/hub/ledger.h"

#include <filesystem>

namespace veikart::hub {

// The hub's store in one SQLCipher file: no server to install. SQLite has one writer at a time, so the order of numbers
// is the order of commits without further care. One thread at a time.
class EmbeddedHubStore final : public HubStore {
public:
  // Makes or upgrades the tables, and replays the ledger, `hub.ledger` in the same folder. NotFound, WrongKey, Corrupt,
  // TooNew and the rest of Connection::open.
  static Result<std::unique_ptr<HubStore>> open(const std::filesystem::path& file, const SecretBytes& key,
                                                Connection::Mode mode);

  Status write(const Uuid& office, const Work& work) override;
  Status read(const Uuid& office, const Work& work) override;
  Status scrub() override;
  Result<Uuid> addOffice(const Office& office) override;
  Result<std::vector<Office>> offices() override;
  Result<std::optional<Principal>> findDevice(BytesView tokenHash) override;
  Result<std::optional<Signer>> findSigner(const Uuid& device) override;
  Result<std::optional<Uuid>> officeOfCode(BytesView codeName) override;
  Result<std::optional<Uuid>> officeOfTablet(const Uuid& tablet) override;

private:
  EmbeddedHubStore(std::unique_ptr<Connection> db, Ledger ledger) : m_db(std::move(db)), m_ledger(std::move(ledger)) {}
  // Within a transaction: does what the ledger says beyond m_replayed; where it ends, with what that added to it.
  Result<size_t> replayLedger();
  Result<size_t> addToLedger(const std::vector<LedgerEntry>& entries, size_t end) const;
  Status commit(Transaction& transaction, size_t ledgerEnd);

  std::unique_ptr<Connection> m_db;
  Ledger m_ledger;
  size_t m_replayed = 0;    // up to where the ledger has been done, for good
  bool m_hasErased = false; // a replay has, and the log was not emptied since
};

} // namespace veikart::hub
