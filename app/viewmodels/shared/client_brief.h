// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/answer.h"
#include "platform/base/uuid.h"
#include "platform/crypto/secret_bytes.h"

#include <string>
#include <vector>

namespace veikart::ui {

// Under this key the client's process keeps whether a paper copy is wanted, beside the form's answers.
inline constexpr const char* kPaperKey = "kopi.papir";
inline constexpr const char* kPaperWanted = "ja";
inline constexpr const char* kPaperNotWanted = "nei";

// Everything the client's process is given, over a pipe: the session's key and file, the form, and the few words its
// pages need. Nothing about any other client, and not the counsellor's key.
struct ClientBrief {
  SecretBytes sessionKey;
  std::string sessionFile; // path of the session's own store
  Uuid mappingId;
  Uuid caseId;
  std::string clientFirstName;
  std::string counsellorFirstName;
  Bytes form; // the Questionnaire's JSON
  std::string view;
  forms::AnswerMode mode = forms::AnswerMode::Alone;
  std::vector<std::string> agreed; // "Kari ringer fastlegen om søvn, innen fredag 27. november."
  double textScale = 1.0;
};

// The message of a brief; wiped by whoever is done with it.
SecretBytes toMessage(const ClientBrief& brief);

// Invalid when it is not the message of a brief.
Result<ClientBrief> briefFromMessage(const SecretBytes& message);

} // namespace veikart::ui
