// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"
#include "platform/crypto/secret_bytes.h"

#include <string>
#include <vector>

namespace veikart {

// Replaces this process by `program` (exec): its memory is gone, its open files too, save standard streams and one pipe
// that holds `message`. The pipe's number is appended to `arguments` as "--message-fd=N". Returns only on failure (Io,
// or Full when the message is larger than a pipe holds, 1 MiB); then nothing has changed.
Status replaceProcess(const std::string& program, std::vector<std::string> arguments, const SecretBytes& message);

// Reads the message left by replaceProcess, to its end, and closes the pipe. Io, Invalid for a number that is no pipe.
Result<SecretBytes> receiveMessage(int fileDescriptor);

// This process' own executable.
std::string executablePath();

} // namespace veikart
