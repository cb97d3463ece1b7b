// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/secret_bytes.h"

#include <string>

// Passwords as a server keeps them: Argon2id (3 passes over 64 MiB, about a tenth of a second), with a salt of its own,
// as libsodium's text. Free functions; any thread, each call with its own 64 MiB.
namespace veikart::crypto {

Result<std::string> hashPassword(const SecretBytes& password); // Full when the memory is not to be had

// Takes as long for an empty or damaged `hash` as for a wrong password: nobody learns which of the two it was.
bool isPassword(const std::string& hash, const SecretBytes& password);

} // namespace veikart::crypto
