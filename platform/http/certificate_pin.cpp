// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/http/certificate_pin.h"

#include "platform/http/gnutls_handles.h"

#include <array>
#include <gnutls/crypto.h>

namespace veikart {

namespace {

gnutls_datum_t datumOf(std::string_view text) {
  return {reinterpret_cast<unsigned char*>(const_cast<char*>(text.data())), static_cast<unsigned>(text.size())};
}

Status check(int code) {
  return code < 0 ? Status::invalid(gnutls_strerror(code)) : Status();
}

Result<std::string> base64OfSha256(const gnutls_datum_t& bytes) {
  std::array<unsigned char, 32> hash{};
  RETURN_IF_ERROR(check(gnutls_hash_fast(GNUTLS_DIG_SHA256, bytes.data, bytes.size, hash.data())));
  const gnutls_datum_t hashDatum = {hash.data(), static_cast<unsigned>(hash.size())};
  gnutls_datum_t text{};
  RETURN_IF_ERROR(check(gnutls_base64_encode2(&hashDatum, &text)));
  const gnutls::Data owner(text.data);
  return std::string(reinterpret_cast<const char*>(text.data), text.size);
}

} // namespace

Result<std::string> publicKeyPin(std::string_view pem) {
  gnutls_x509_crt_t rawCertificate = nullptr;
  RETURN_IF_ERROR(check(gnutls_x509_crt_init(&rawCertificate)));
  const gnutls::Certificate certificate(rawCertificate);
  const gnutls_datum_t input = datumOf(pem);
  RETURN_IF_ERROR(check(gnutls_x509_crt_import(rawCertificate, &input, GNUTLS_X509_FMT_PEM)));
  gnutls_pubkey_t rawKey = nullptr;
  RETURN_IF_ERROR(check(gnutls_pubkey_init(&rawKey)));
  const gnutls::PublicKey key(rawKey);
  RETURN_IF_ERROR(check(gnutls_pubkey_import_x509(rawKey, rawCertificate, 0)));
  gnutls_datum_t der{};
  RETURN_IF_ERROR(check(gnutls_pubkey_export2(rawKey, GNUTLS_X509_FMT_DER, &der)));
  const gnutls::Data owner(der.data);
  Result<std::string> hash = base64OfSha256(der);
  return hash.ok() ? Result<std::string>("sha256//" + *hash) : hash;
}

Status checkCertificatePair(std::string_view certificatePem, std::string_view privateKeyPem) {
  gnutls_certificate_credentials_t raw = nullptr;
  RETURN_IF_ERROR(check(gnutls_certificate_allocate_credentials(&raw)));
  const gnutls::Credentials credentials(raw);
  const gnutls_datum_t certificate = datumOf(certificatePem);
  const gnutls_datum_t key = datumOf(privateKeyPem);
  return check(gnutls_certificate_set_x509_key_mem(raw, &certificate, &key, GNUTLS_X509_FMT_PEM));
}

} // namespace veikart
