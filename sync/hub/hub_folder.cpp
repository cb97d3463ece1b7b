// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/hub_folder.h"

#include "platform/base/files.h"
#include "platform/crypto/crypto.h"
#include "sync/hub/embedded_hub_store.h"

namespace veikart::hub {
namespace {

constexpr const char* kStoreFile = "hub.db";
constexpr const char* kKeyFile = "hub.key";
constexpr const char* kCertificateFile = "certificate.pem";
constexpr const char* kCertificateKeyFile = "certificate.key.pem";
constexpr size_t kLargestFile = 64U * 1024;

} // namespace

Result<Uuid> HubFolder::create(const std::string& officeName, const std::string& host, const Clock& clock) const {
  std::error_code ignored;
  if (std::filesystem::exists(m_path / kStoreFile, ignored))
    return Status::conflict("this folder holds a hub already");
  RETURN_IF_ERROR(makePrivateFolder(m_path));
  const SecretBytes key = SecretBytes::random(crypto::kKeySize);
  RETURN_IF_ERROR(writeKey(key));
  RETURN_IF_ERROR(writeCertificate(host));
  const Result<std::unique_ptr<HubStore>> store =
      EmbeddedHubStore::open(m_path / kStoreFile, key, Connection::Mode::Create);
  if (!store.ok())
    return store.status();
  return (*store)->addOffice({Uuid::makeV7(clock), officeName});
}

Result<std::unique_ptr<HubStore>> HubFolder::openStore() const {
  const Result<SecretBytes> key = readKey();
  if (!key.ok())
    return key.status();
  return EmbeddedHubStore::open(m_path / kStoreFile, *key, Connection::Mode::OpenExisting);
}

Result<CertificatePair> HubFolder::certificate() const {
  Result<Bytes> certificate = readFile(m_path / kCertificateFile, kLargestFile);
  Result<Bytes> key = readFile(m_path / kCertificateKeyFile, kLargestFile);
  if (!certificate.ok() || !key.ok())
    return certificate.ok() ? key.status() : certificate.status();
  return CertificatePair{*std::move(certificate), *std::move(key)};
}

Result<SecretBytes> HubFolder::readKey() const {
  Result<Bytes> text = readFile(m_path / kKeyFile, kLargestFile);
  if (!text.ok())
    return text.status();
  Result<Bytes> bytes = fromHex(BytesView(*text).substr(0, 2 * crypto::kKeySize));
  wipe(*text);
  if (!bytes.ok() || bytes->size() != crypto::kKeySize)
    return Status::corrupt("the key file is damaged");
  SecretBytes key = SecretBytes::copyOf(*bytes);
  wipe(*bytes);
  return key;
}

Status HubFolder::writeKey(const SecretBytes& key) const {
  Bytes text = toHex(key.view());
  const Status written = writeFileDurably(m_path / kKeyFile, text);
  wipe(text);
  return written;
}

Status HubFolder::writeCertificate(const std::string& host) const {
  const Result<CertificatePair> pair = makeSelfSignedCertificate({host});
  if (!pair.ok())
    return pair.status();
  RETURN_IF_ERROR(writeFileDurably(m_path / kCertificateKeyFile, pair->privateKeyPem));
  return writeFileDurably(m_path / kCertificateFile, pair->certificatePem);
}

} // namespace veikart::hub
