// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "platform/http/certificate.h"
#include "sync/hub/hub_store.h"

#include <filesystem>

namespace veikart::hub {

// The folder that holds one hub: its store, its keys, its certificate. Readable by the owner alone.
//
//   hub.db  hub.ledger (see ledger.h)  certificate.pem  certificate.key.pem
//   hub.key  parcel.key (64 hexadecimal digits each): the store's key, and the one for which devices seal parcels
class HubFolder {
public:
  explicit HubFolder(std::filesystem::path path) : m_path(std::move(path)) {}

  // A new hub with a random key, a certificate for `host` and one office, whose id comes back (that of `office` is not
  // looked at). Conflict when there is a hub already, or any file of one.
  Result<Uuid> create(const Office& office, const std::string& host, const Clock& clock) const;

  Result<std::unique_ptr<HubStore>> openStore() const; // NotFound without a hub; the failures of Connection::open
  Result<CertificatePair> certificate() const;
  Result<SecretBytes> parcelKey() const; // made when there is none: the folder is older than parcels

private:
  Status writeCertificate(const std::string& host, const Clock& clock) const;
  Result<Uuid> makeStore(const SecretBytes& key, const Office& office) const;

  std::filesystem::path m_path;
};

} // namespace veikart::hub
