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

// Replaces this process by `program` without a message. Returns only on failure (Io).
Status replaceProcess(const std::string& program, std::vector<std::string> arguments);

// Runs `program` (found on PATH) with `input` on its standard input, without a shell, and waits for its end; its output
// is dropped. NotFound when there is no such program, Refused when it ends in failure or does not read, Busy when it
// takes longer than `timeoutMillis` (it is then ended).
Status pipeToProgram(const std::string& program, const std::vector<std::string>& arguments, BytesView input,
                     int64_t timeoutMillis);

// This process' own executable.
std::string executablePath();

} // namespace veikart
