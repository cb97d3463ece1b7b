// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/secret_bytes.h"

#include <string_view>

// Passphrases of five words out of the 1024 in words_nb.txt: 50 bits, each tried at the price of Argon2id. No two words
// begin with the same four letters. Free functions; any thread.
namespace veikart::crypto {

inline constexpr size_t kPassphraseWords = 5;

SecretBytes drawPassphrase(); // "eple hammer skog vinter åker"

// As it was drawn, however it is typed: in any case, with blanks or hyphens between the words, each word by four of its
// letters or more. Invalid when it is not five of the words.
Result<SecretBytes> readPassphrase(BytesView typed);

} // namespace veikart::crypto
