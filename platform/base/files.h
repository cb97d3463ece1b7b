// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <filesystem>

namespace veikart {

// The whole file. NotFound, Io; Invalid when it is larger than `maxBytes`.
Result<Bytes> readFile(const std::filesystem::path& path, size_t maxBytes);

// Replaces `path` as a whole: temporary file beside it, mode 0600, fsync, rename, fsync of the folder. Full, Io; on
// failure the old file stands.
Status writeFileDurably(const std::filesystem::path& path, BytesView content);

// Makes the folder and its parents, readable by the owner alone (0700).
Status makePrivateFolder(const std::filesystem::path& path);

// Removes the file and makes its going durable; a file that is not there is success.
Status removeFileDurably(const std::filesystem::path& path);

} // namespace veikart
