// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/attachment.h"

#include <algorithm>

namespace veikart::sync {
namespace {

constexpr size_t kSizeBytes = 8;

} // namespace

ContentId ContentId::of(BytesView content) {
  return {crypto::blake2b256(content), static_cast<int64_t>(content.size())};
}

Bytes ContentId::toBytes() const {
  Bytes raw(hash.begin(), hash.end());
  for (size_t i = 0; i < kSizeBytes; ++i)
    raw.push_back(static_cast<char>(static_cast<uint64_t>(size) >> (8 * (kSizeBytes - 1 - i))));
  return raw;
}

Result<ContentId> ContentId::fromBytes(BytesView raw) {
  ContentId id;
  if (raw.size() != id.hash.size() + kSizeBytes)
    return Status::invalid("no name of a content");
  std::copy_n(raw.begin(), id.hash.size(), id.hash.begin());
  uint64_t size = 0;
  for (const char byte : raw.substr(id.hash.size()))
    size = size << 8U | static_cast<unsigned char>(byte);
  if (size == 0 || size > static_cast<uint64_t>(kMaxContentBytes))
    return Status::invalid("a content is larger than nothing and at most 32 MiB");
  id.size = static_cast<int64_t>(size);
  return id;
}

std::vector<ContentId> contentsOf(const Record& record) {
  std::vector<ContentId> contents;
  const auto field = record.fields.find(std::string(kContentField));
  if (record.type != kAttachmentType || field == record.fields.end())
    return contents;
  for (const Sibling& sibling : field->second.siblings)
    if (const Result<ContentId> id = ContentId::fromBytes(sibling.value); id.ok())
      contents.push_back(*id);
  return contents;
}

} // namespace veikart::sync
