// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/http/certificate.h"

#include "platform/http/gnutls_handles.h"

#include <arpa/inet.h>
#include <array>
#include <ctime>
#include <gnutls/crypto.h>

namespace veikart {

namespace {

constexpr time_t kDay = 24 * 60 * 60;

Status check(int code) {
  return code < 0 ? Status::internal(gnutls_strerror(code)) : Status();
}

Result<gnutls::PrivateKey> makeKey() {
  gnutls_x509_privkey_t raw = nullptr;
  RETURN_IF_ERROR(check(gnutls_x509_privkey_init(&raw)));
  gnutls::PrivateKey key(raw);
  const auto bits = GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1);
  RETURN_IF_ERROR(check(gnutls_x509_privkey_generate(raw, GNUTLS_PK_ECDSA, bits, 0)));
  return key;
}

Status addHost(gnutls_x509_crt_t certificate, const std::string& host) {
  std::array<unsigned char, 16> address{};
  unsigned size = 0;
  if (::inet_pton(AF_INET, host.c_str(), address.data()) == 1)
    size = 4;
  else if (::inet_pton(AF_INET6, host.c_str(), address.data()) == 1)
    size = 16;
  if (size > 0)
    return check(gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_IPADDRESS, address.data(), size,
                                                      GNUTLS_FSAN_APPEND));
  return check(gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_DNSNAME, host.data(),
                                                    static_cast<unsigned>(host.size()), GNUTLS_FSAN_APPEND));
}

Status setSerial(gnutls_x509_crt_t certificate) {
  std::array<unsigned char, 16> serial{};
  RETURN_IF_ERROR(check(gnutls_rnd(GNUTLS_RND_NONCE, serial.data(), serial.size())));
  serial[0] = static_cast<unsigned char>((serial[0] & 0x7fU) | 0x40U); // positive, and never shortened by zeros
  return check(gnutls_x509_crt_set_serial(certificate, serial.data(), serial.size()));
}

Status setNames(gnutls_x509_crt_t certificate, const std::vector<std::string>& hosts) {
  constexpr std::string_view kName = "Veikart";
  RETURN_IF_ERROR(check(gnutls_x509_crt_set_dn_by_oid(certificate, GNUTLS_OID_X520_COMMON_NAME, 0, kName.data(),
                                                      static_cast<unsigned>(kName.size()))));
  for (const std::string& host : hosts)
    RETURN_IF_ERROR(addHost(certificate, host));
  return {};
}

Status setUse(gnutls_x509_crt_t certificate, time_t now) {
  RETURN_IF_ERROR(check(gnutls_x509_crt_set_version(certificate, 3)));
  // A day back, for other programs whose clock is behind; a tablet does not look at the dates.
  RETURN_IF_ERROR(check(gnutls_x509_crt_set_activation_time(certificate, now - kDay)));
  RETURN_IF_ERROR(check(gnutls_x509_crt_set_expiration_time(certificate, now + 3650 * kDay)));
  RETURN_IF_ERROR(check(gnutls_x509_crt_set_basic_constraints(certificate, 0, -1)));
  RETURN_IF_ERROR(check(gnutls_x509_crt_set_key_usage(certificate, GNUTLS_KEY_DIGITAL_SIGNATURE)));
  return check(gnutls_x509_crt_set_key_purpose_oid(certificate, GNUTLS_KP_TLS_WWW_SERVER, 0));
}

std::string takeText(gnutls_datum_t& datum) {
  std::string text(reinterpret_cast<const char*>(datum.data), datum.size);
  gnutls_memset(datum.data, 0, datum.size);
  gnutls_free(datum.data);
  return text;
}

Result<CertificatePair> exportPair(gnutls_x509_crt_t certificate, gnutls_x509_privkey_t key) {
  gnutls_datum_t certificatePem{};
  gnutls_datum_t keyPem{};
  CertificatePair pair;
  RETURN_IF_ERROR(check(gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &certificatePem)));
  pair.certificatePem = takeText(certificatePem);
  RETURN_IF_ERROR(
      check(gnutls_x509_privkey_export2_pkcs8(key, GNUTLS_X509_FMT_PEM, nullptr, GNUTLS_PKCS_PLAIN, &keyPem)));
  pair.privateKeyPem = takeText(keyPem);
  return pair;
}

} // namespace

Result<CertificatePair> makeSelfSignedCertificate(const std::vector<std::string>& hosts, const Clock& clock) {
  const Result<gnutls::PrivateKey> key = makeKey();
  if (!key.ok())
    return key.status();
  gnutls_x509_crt_t raw = nullptr;
  RETURN_IF_ERROR(check(gnutls_x509_crt_init(&raw)));
  const gnutls::Certificate certificate(raw);
  RETURN_IF_ERROR(setUse(raw, static_cast<time_t>(clock.nowMillis() / 1000)));
  RETURN_IF_ERROR(setSerial(raw));
  RETURN_IF_ERROR(setNames(raw, hosts));
  RETURN_IF_ERROR(check(gnutls_x509_crt_set_key(raw, key->get())));
  RETURN_IF_ERROR(check(gnutls_x509_crt_sign2(raw, raw, key->get(), GNUTLS_DIG_SHA256, 0)));
  return exportPair(raw, key->get());
}

} // namespace veikart
