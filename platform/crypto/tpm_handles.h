// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/secret_bytes.h"

#include <memory>
#include <sodium.h>
#include <tss2/tss2_esys.h>
#include <utility>

// What tpm2-tss gives, so that it goes again by itself. One thread.
namespace veikart::tss {

// What it allocated for an answer, wiped: it may be a secret.
struct Free {
  template<class T>
  void operator()(T* answer) const {
    sodium_memzero(answer, sizeof(T));
    Esys_Free(answer);
  }
};
template<class T>
using Answer = std::unique_ptr<T, Free>;

// One of its structures in the memory that keys live in, zeroed.
template<class T>
class Secret {
public:
  T* get() { return reinterpret_cast<T*>(m_memory.data()); }
  T* operator->() { return get(); }

private:
  SecretBytes m_memory{sizeof(T)};
};

// A key, sealed object or session that takes one of the TPM's few places until it is flushed. Move only.
class Handle {
public:
  explicit Handle(ESYS_CONTEXT* context) : m_context(context) {}
  Handle(Handle&& other) noexcept : m_context(other.m_context), m_number(std::exchange(other.m_number, ESYS_TR_NONE)) {}
  Handle& operator=(Handle&&) = delete;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (m_number != ESYS_TR_NONE)
      Esys_FlushContext(m_context, m_number);
  }

  ESYS_TR* put() { return &m_number; }
  ESYS_TR number() const { return m_number; }

private:
  ESYS_CONTEXT* m_context;
  ESYS_TR m_number = ESYS_TR_NONE;
};

} // namespace veikart::tss
