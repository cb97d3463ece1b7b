// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/tpm_talk.h"

#include "platform/crypto/tpm_structures.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>

namespace veikart::tss {

namespace {

bool areSame(const TPM2B_NAME& a, const TPM2B_NAME& b) {
  return std::ranges::equal(std::span(a.name, a.size), std::span(b.name, b.size));
}

} // namespace

Status failed(std::string_view what, TSS2_RC code) {
  std::array<char, 16> number{};
  std::snprintf(number.data(), number.size(), "0x%x", code);
  return Status::io(Bytes("TPM: ").append(what).append(": ").append(number.data()));
}

bool isPassing(TSS2_RC code) {
  return code == TPM2_RC_RETRY || code == TPM2_RC_YIELDED || code == TPM2_RC_TESTING || code == TPM2_RC_NV_RATE;
}

TSS2_RC kindOf(TSS2_RC code) {
  return (code & TPM2_RC_FMT1) != 0 ? code & ~(TPM2_RC_N_MASK | TPM2_RC_P) : code;
}

Result<Talk> Talk::start(ESYS_CONTEXT* context, const TPM2B_NAME* maybeKeyName) {
  Talk talk(context);
  RETURN_IF_ERROR(talk.makeKey());
  if (maybeKeyName != nullptr && !areSame(talk.keyName(), *maybeKeyName))
    return Status::conflict("TPM: another one, or cleared");
  RETURN_IF_ERROR(talk.startSession());
  return talk;
}

Status Talk::makeKey() {
  const TPM2B_SENSITIVE_CREATE withoutSecret{};
  const TPM2B_PUBLIC wanted = keyTemplate();
  const TPM2B_DATA noData{};
  const TPML_PCR_SELECTION noRegisters{};
  TSS2_RC code = patiently([&] {
    return Esys_CreatePrimary(m_context, ESYS_TR_RH_OWNER, ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE, &withoutSecret,
                              &wanted, &noData, &noRegisters, m_key.put(), nullptr, nullptr, nullptr, nullptr);
  });
  if (kindOf(code) == TPM2_RC_BAD_AUTH || kindOf(code) == TPM2_RC_HIERARCHY)
    return Status::refused("TPM: its owner has closed it");
  TPM2B_NAME* name = nullptr;
  if (code == TSS2_RC_SUCCESS)
    code = Esys_TR_GetName(m_context, m_key.number(), &name);
  m_keyName.reset(name);
  return code == TSS2_RC_SUCCESS ? Status() : failed("make key", code);
}

// Salted: its own keys follow from a secret that only the TPM with that key can read.
Status Talk::startSession() {
  const auto cipher = aes128<TPMT_SYM_DEF>();
  const TSS2_RC code = patiently([&] {
    return Esys_StartAuthSession(m_context, key(), ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, nullptr,
                                 TPM2_SE_HMAC, &cipher, TPM2_ALG_SHA256, m_session.put());
  });
  return code == TSS2_RC_SUCCESS ? Status() : failed("start session", code);
}

TSS2_RC Talk::encrypt(Encrypted encrypted) const {
  constexpr TPMA_SESSION kAll = 0xff;
  // The names are the TPM's own: what we encrypt, it decrypts.
  const TPMA_SESSION direction = encrypted == Encrypted::WhatWeSend ? TPMA_SESSION_DECRYPT : TPMA_SESSION_ENCRYPT;
  return Esys_TRSess_SetAttributes(m_context, session(), direction | TPMA_SESSION_CONTINUESESSION, kAll);
}

} // namespace veikart::tss
