// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <filesystem>
#include <span>

namespace veikart {

// The whole file. NotFound, Io; Invalid when it is larger than `maxBytes`.
Result<Bytes> readFile(const std::filesystem::path& path, size_t maxBytes);

// What stands in the file from `start` on; nothing when it ends before that. NotFound, Io; Invalid when that is larger
// than `maxBytes`.
Result<Bytes> readFileFrom(const std::filesystem::path& path, size_t start, size_t maxBytes);

// The whole file into `buffer`, which the caller wipes: for secrets, of which no other copy is made. Its size; Invalid
// when the buffer is too small.
Result<size_t> readFileInto(const std::filesystem::path& path, std::span<unsigned char> buffer);

// Replaces `path` as a whole: temporary file beside it, mode 0600, fsync, rename, fsync of the folder. Full, Io; on
// failure the old file stands.
Status writeFileDurably(const std::filesystem::path& path, BytesView content);

// Adds `line` and a line end to a file of lines, which is made if need be (0600), and makes that durable. What a crash
// left of an unfinished line goes. Full, Io; then a part of the line may stand there, without its end.
Status appendLineDurably(const std::filesystem::path& path, BytesView line);

// Gives a file in the same folder another name, durably. What had that name is replaced.
Status renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);

// Makes the folder and its parents, readable by the owner alone (0700).
Status makePrivateFolder(const std::filesystem::path& path);

// Removes the file and makes its going durable; a file that is not there is success.
Status removeFileDurably(const std::filesystem::path& path);

} // namespace veikart
