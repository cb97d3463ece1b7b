// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <gnutls/gnutls.h>
#include <string>
#include <string_view>

namespace veikart::test {

// A TLS connection to the loopback on which a test may misbehave. Trusts anybody.
class TlsSocket {
public:
  explicit TlsSocket(uint16_t port);
  ~TlsSocket();
  TlsSocket(const TlsSocket&) = delete;
  TlsSocket& operator=(const TlsSocket&) = delete;

  bool write(std::string_view text);

  // What comes until the other end closes or nothing has come for `millis`; sets closed().
  std::string read(int millis);
  bool closed() const { return m_closed; }

private:
  int m_socket;
  gnutls_certificate_credentials_t m_credentials = nullptr;
  gnutls_session_t m_session = nullptr;
  bool m_closed = false;
};

} // namespace veikart::test
