// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/protocol/enrolment_code.h"

#include "platform/crypto/crypto.h"
#include "sync/protocol/tuning.h"

namespace veikart::sync {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr size_t kGroup = 4;

Bytes hashOf(std::string_view purpose, BytesView content) {
  const crypto::Hash256 hash = crypto::blake2b256(Bytes(purpose).append(content));
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

char canonical(char typed) {
  const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
  if (upper == 'O')
    return '0';
  return upper == 'I' || upper == 'L' ? '1' : upper;
}

} // namespace

// 256 is a multiple of the alphabet's 32, so every character is as likely as every other.
std::string makeEnrolmentCode() {
  std::string code;
  for (const char byte : crypto::randomBytes(tuning::kCodeCharacters)) {
    if (code.size() % (kGroup + 1) == kGroup)
      code += '-';
    code += kAlphabet[static_cast<unsigned char>(byte) % kAlphabet.size()];
  }
  return code;
}

std::string canonicalCode(std::string_view typed) {
  std::string code;
  for (const char each : typed)
    if (each != '-' && each != ' ')
      code += canonical(each);
  return code;
}

Bytes codeName(std::string_view code) {
  return hashOf("veikart code name v1\n", code);
}

Bytes codeKey(std::string_view code) {
  return hashOf("veikart code key v1\n", code);
}

Bytes greetingProof(BytesView key, BytesView nonce, std::string_view publicKeyPin) {
  return hashOf("veikart greeting v1\n", Bytes(key).append(nonce).append(publicKeyPin));
}

} // namespace veikart::sync
