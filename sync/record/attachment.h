// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/crypto.h"
#include "sync/record/record.h"

#include <compare>
#include <cstdint>
#include <vector>

namespace veikart::sync {

// A record that something is attached to: a photograph, a scanned letter, a signature. What it is called and shown as
// are fields of its owner; the content itself travels apart from the records, after them.
inline constexpr std::string_view kAttachmentType = "attachment";
inline constexpr std::string_view kContentField = "content";

// A photograph of a letter takes 2 to 6 MB, a scan of ten pages 10.
inline constexpr int64_t kMaxContentBytes = 32LL * 1024 * 1024;

// Content is named by what it is, so that it never changes, and comes twice harmlessly. A value.
struct ContentId {
  crypto::Hash256 hash{}; // BLAKE2b-256
  int64_t size = 0;       // bytes

  static ContentId of(BytesView content);
  Bytes toBytes() const;                             // the hash, and the size in 8 bytes, the greatest first
  static Result<ContentId> fromBytes(BytesView raw); // Invalid; also for a size that no content may have
  auto operator<=>(const ContentId&) const = default;
};

// Contents belong to scopes, as records do: the same photograph in two scopes is two.
struct ScopedContent {
  ScopeId scope;
  ContentId content;
};

// What is attached to a record, in each of the versions of it that stand. What names no content is left out.
std::vector<ContentId> contentsOf(const Record& record);

} // namespace veikart::sync
