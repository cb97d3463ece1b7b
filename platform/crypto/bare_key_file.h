// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/secret_bytes.h"

#include <filesystem>

// A store's key of 32 bytes as 64 hexadecimal digits in a file that its owner alone can read: for programs that start
// without a person to unlock them. Free functions; any thread.
namespace veikart {

Status writeBareKey(const std::filesystem::path& path, const SecretBytes& key); // durably; Full, Io
Result<SecretBytes> readBareKey(const std::filesystem::path& path);             // NotFound, Corrupt, Io

} // namespace veikart
