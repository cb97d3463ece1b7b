// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/protocol/body.h"

#include "sync/protocol/tuning.h"

#include <google/protobuf/message_lite.h>
#include <google/protobuf/stubs/logging.h>
#include <zstd.h>

namespace veikart::sync {
namespace {

// The library writes lines of its own to standard error about what others sent; the Status says it all.
bool parse(const Bytes& plain, google::protobuf::MessageLite& into) {
  [[maybe_unused]] static google::protobuf::LogHandler* const kSilenced = google::protobuf::SetLogHandler(nullptr);
  return into.ParseFromString(plain);
}

} // namespace

Bytes packBody(const google::protobuf::MessageLite& message) {
  const Bytes plain = message.SerializeAsString();
  Bytes packed(ZSTD_compressBound(plain.size()), '\0');
  const size_t size =
      ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), tuning::kCompressionLevel);
  // It fails only for want of memory; an empty body is then refused at the other end.
  packed.resize(ZSTD_isError(size) != 0U ? 0 : size);
  return packed;
}

Status unpackBody(BytesView body, google::protobuf::MessageLite& into) {
  const unsigned long long size = ZSTD_getFrameContentSize(body.data(), body.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
    return Status::corrupt("the body is no zstd frame that states its size");
  if (size > tuning::kMaxMessageBytes)
    return Status::invalid("the message is larger than allowed");
  Bytes plain(size, '\0');
  const size_t got = ZSTD_decompress(plain.data(), plain.size(), body.data(), body.size());
  if (ZSTD_isError(got) != 0U || got != plain.size() || !parse(plain, into))
    return Status::corrupt("the body holds no message");
  return {};
}

} // namespace veikart::sync
