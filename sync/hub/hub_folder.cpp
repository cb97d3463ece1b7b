// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/hub_folder.h"

#include "platform/base/files.h"
#include "platform/crypto/bare_key_file.h"
#include "platform/crypto/crypto.h"
#include "sync/hub/embedded_hub_store.h"
#include "sync/hub/ledger.h"

namespace veikart::hub {
namespace {

constexpr const char* kStoreFile = "hub.db";
constexpr const char* kNewStoreFile = "hub.db.new"; // until there is an office in it
constexpr const char* kKeyFile = "hub.key";
constexpr const char* kParcelKeyFile = "parcel.key";
constexpr const char* kCertificateFile = "certificate.pem";
constexpr const char* kCertificateKeyFile = "certificate.key.pem";
constexpr size_t kLargestFile = 64U * 1024;

} // namespace

// The store comes last and under another name until it is whole: a folder with a store holds all that a hub needs.
Result<Uuid> HubFolder::create(const Office& office, const std::string& host, const Clock& clock) const {
  std::error_code ignored;
  for (const char* name :
       {kStoreFile, kNewStoreFile, kLedgerFile, kKeyFile, kParcelKeyFile, kCertificateFile, kCertificateKeyFile})
    if (std::filesystem::exists(std::filesystem::symlink_status(m_path / name, ignored)))
      return Status::conflict(std::string("this folder holds a hub, or the beginning of one: ") + name);
  RETURN_IF_ERROR(makePrivateFolder(m_path));
  const SecretBytes key = SecretBytes::random(crypto::kKeySize);
  RETURN_IF_ERROR(writeBareKey(m_path / kKeyFile, key));
  RETURN_IF_ERROR(parcelKey().status());
  RETURN_IF_ERROR(writeCertificate(host, clock));
  Result<Uuid> id = makeStore(key, {Uuid::makeV7(clock), office.name, office.isPractice, office.leaseDays});
  if (id.ok())
    RETURN_IF_ERROR(renameDurably(m_path / kNewStoreFile, m_path / kStoreFile));
  return id;
}

Result<Uuid> HubFolder::makeStore(const SecretBytes& key, const Office& office) const {
  const Result<std::unique_ptr<HubStore>> store =
      EmbeddedHubStore::open(m_path / kNewStoreFile, key, Connection::Mode::Create);
  return store.ok() ? (*store)->addOffice(office) : store.status();
}

Result<std::unique_ptr<HubStore>> HubFolder::openStore() const {
  const Result<SecretBytes> key = readBareKey(m_path / kKeyFile);
  if (!key.ok())
    return key.status();
  return EmbeddedHubStore::open(m_path / kStoreFile, *key, Connection::Mode::OpenExisting);
}

Result<SecretBytes> HubFolder::parcelKey() const {
  Result<SecretBytes> known = readBareKey(m_path / kParcelKeyFile);
  if (known.status().code() != StatusCode::NotFound)
    return known;
  SecretBytes made = SecretBytes::random(crypto::kKeySize);
  RETURN_IF_ERROR(writeBareKey(m_path / kParcelKeyFile, made));
  return made;
}

Result<CertificatePair> HubFolder::certificate() const {
  Result<Bytes> certificate = readFile(m_path / kCertificateFile, kLargestFile);
  Result<Bytes> key = readFile(m_path / kCertificateKeyFile, kLargestFile);
  if (!certificate.ok() || !key.ok())
    return certificate.ok() ? key.status() : certificate.status();
  return CertificatePair{*std::move(certificate), *std::move(key)};
}

Status HubFolder::writeCertificate(const std::string& host, const Clock& clock) const {
  const Result<CertificatePair> pair = makeSelfSignedCertificate({host}, clock);
  if (!pair.ok())
    return pair.status();
  RETURN_IF_ERROR(writeFileDurably(m_path / kCertificateKeyFile, pair->privateKeyPem));
  return writeFileDurably(m_path / kCertificateFile, pair->certificatePem);
}

} // namespace veikart::hub
