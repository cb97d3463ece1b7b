// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/protocol/body.h"

#include "sync/protocol/tuning.h"

#include <google/protobuf/io/coded_stream.h>
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

enum class WireType : uint32_t { Varint = 0, EightBytes = 1, Counted = 2, Group = 3, FourBytes = 5 };

// Whether there is a next entry; it is passed over. None: the message ends, or is none.
bool skipEntry(google::protobuf::io::CodedInputStream& in, WireType type) {
  uint64_t number = 0;
  uint32_t length = 0;
  switch (type) {
  case WireType::Varint:
    return in.ReadVarint64(&number);
  case WireType::EightBytes:
    return in.Skip(8);
  case WireType::Counted:
    return in.ReadVarint32(&length) && length <= INT32_MAX && in.Skip(static_cast<int>(length));
  case WireType::FourBytes:
    return in.Skip(4);
  default:
    return false;
  }
}

// Whether the message lists no more than it may, looked at before room is made for any of it. No message of ours has
// groups, and nobody needs to look into one.
bool isBounded(const Bytes& plain) {
  google::protobuf::io::CodedInputStream in(reinterpret_cast<const uint8_t*>(plain.data()),
                                            static_cast<int>(plain.size()));
  for (int entries = 0; entries <= tuning::kMaxMessageEntries; ++entries) {
    const uint32_t tag = in.ReadTag();
    const auto type = static_cast<WireType>(tag & 7U);
    if (type == WireType::Group)
      return false;
    if (tag == 0 || !skipEntry(in, type))
      return true;
  }
  return false;
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
  if (ZSTD_isError(got) != 0U || got != plain.size())
    return Status::corrupt("the body holds no message");
  if (!isBounded(plain))
    return Status::invalid("the message lists more than allowed");
  if (!parse(plain, into))
    return Status::corrupt("the body holds no message");
  return {};
}

} // namespace veikart::sync
