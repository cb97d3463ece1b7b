// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "platform/http/certificate.h"
#include "sync/hub/hub_store.h"

#include <filesystem>

namespace veikart::hub {

// The folder that holds one hub: its store, the store's key, its certificate. Readable by the owner alone.
//
//   hub.db  hub.ledger (see ledger.h)  hub.key (64 hexadecimal digits)  certificate.pem  certificate.key.pem
class HubFolder {
public:
  explicit HubFolder(std::filesystem::path path) : m_path(std::move(path)) {}

  // A new hub with a random key, a certificate for `host` and one office. Conflict when there is a hub already,
  // or any file of one.
  Result<Uuid> create(const std::string& officeName, const std::string& host, const Clock& clock) const;

  Result<std::unique_ptr<HubStore>> openStore() const; // NotFound without a hub; the failures of Connection::open
  Result<CertificatePair> certificate() const;

private:
  Status writeCertificate(const std::string& host, const Clock& clock) const;
  Result<Uuid> makeStore(const SecretBytes& key, const Office& office) const;

  std::filesystem::path m_path;
};

} // namespace veikart::hub
