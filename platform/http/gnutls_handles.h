// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <memory>

// GnuTLS objects that free themselves.
namespace veikart::gnutls {

template<auto free>
struct Free {
  template<class T>
  void operator()(T* object) const {
    free(object);
  }
};

inline void freeData(unsigned char* data) {
  gnutls_free(data);
}

template<class Handle, auto free>
using Owner = std::unique_ptr<std::remove_pointer_t<Handle>, Free<free>>;

using Certificate = Owner<gnutls_x509_crt_t, gnutls_x509_crt_deinit>;
using PrivateKey = Owner<gnutls_x509_privkey_t, gnutls_x509_privkey_deinit>;
using PublicKey = Owner<gnutls_pubkey_t, gnutls_pubkey_deinit>;
using Credentials = Owner<gnutls_certificate_credentials_t, gnutls_certificate_free_credentials>;
using Data = Owner<unsigned char*, freeData>;

} // namespace veikart::gnutls
