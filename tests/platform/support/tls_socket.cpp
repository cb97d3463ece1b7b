// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/platform/support/tls_socket.h"

#include "tests/platform/support/sockets.h"

#include <array>

namespace veikart::test {

TlsSocket::TlsSocket(uint16_t port) : m_socket(connectTo(port)) {
  gnutls_certificate_allocate_credentials(&m_credentials);
  gnutls_init(&m_session, GNUTLS_CLIENT);
  gnutls_set_default_priority(m_session);
  gnutls_credentials_set(m_session, GNUTLS_CRD_CERTIFICATE, m_credentials);
  gnutls_transport_set_int(m_session, m_socket);
  int code = 0;
  do {
    code = gnutls_handshake(m_session);
  } while (code < 0 && gnutls_error_is_fatal(code) == 0);
  m_closed = code < 0;
}

TlsSocket::~TlsSocket() {
  gnutls_deinit(m_session);
  gnutls_certificate_free_credentials(m_credentials);
  ::close(m_socket);
}

bool TlsSocket::write(std::string_view text) {
  return !m_closed && gnutls_record_send(m_session, text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

std::string TlsSocket::read(int millis) {
  std::string all;
  std::array<char, 4096> buffer{};
  gnutls_record_set_timeout(m_session, static_cast<unsigned>(millis));
  while (!m_closed) {
    const ssize_t got = gnutls_record_recv(m_session, buffer.data(), buffer.size());
    if (got > 0)
      all.append(buffer.data(), static_cast<size_t>(got));
    else if (got == GNUTLS_E_TIMEDOUT)
      break;
    else if (got == 0 || gnutls_error_is_fatal(static_cast<int>(got)) != 0)
      m_closed = true;
  }
  return all;
}

} // namespace veikart::test
