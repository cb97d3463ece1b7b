// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"
#include "platform/crypto/tpm_handles.h"

#include <chrono>
#include <string_view>
#include <thread>

// How the TPM is spoken to. One thread.
namespace veikart::tss {

// Io, with the TPM's or the library's code in its text.
Status failed(std::string_view what, TSS2_RC code);

// Whether a failure will be none a moment later: the TPM is busy with itself.
bool isPassing(TSS2_RC code);

// A code without the number of the parameter, handle or session that it is about.
TSS2_RC kindOf(TSS2_RC code);

// Runs a command until it has not failed in passing, for half a second at most. (The library asks again at once, for
// some of the reasons, and only five times.)
template<class Command>
TSS2_RC patiently(const Command& command) {
  using namespace std::chrono_literals;
  TSS2_RC code = command();
  for (auto pause = 8ms; pause < 500ms && isPassing(code); pause *= 2) {
    std::this_thread::sleep_for(pause);
    code = command();
  }
  return code;
}

enum class Encrypted { WhatWeSend, WhatComes }; // the first value of it, which is where secrets stand

// An encrypted talk with the TPM, under the key above all that is sealed. What it took in the TPM is free again when it
// goes.
class Talk {
public:
  // Conflict, before anything else is said: the key's name is not `maybeKeyName`. Refused: the TPM's owner has set a
  // password, or shut its keys off. Io.
  static Result<Talk> start(ESYS_CONTEXT* context, const TPM2B_NAME* maybeKeyName);

  ESYS_CONTEXT* context() const { return m_context; }
  ESYS_TR key() const { return m_key.number(); }
  ESYS_TR session() const { return m_session.number(); }
  const TPM2B_NAME& keyName() const { return *m_keyName; } // a hash of its public half

  template<class Command>
  TSS2_RC run(Encrypted encrypted, const Command& command) const {
    const TSS2_RC code = encrypt(encrypted);
    return code == TSS2_RC_SUCCESS ? patiently(command) : code;
  }

private:
  explicit Talk(ESYS_CONTEXT* context) : m_context(context), m_key(context), m_session(context) {}

  Status makeKey();
  Status startSession();
  TSS2_RC encrypt(Encrypted encrypted) const;

  ESYS_CONTEXT* m_context;
  Handle m_key;
  Handle m_session;
  Answer<TPM2B_NAME> m_keyName;
};

} // namespace veikart::tss
