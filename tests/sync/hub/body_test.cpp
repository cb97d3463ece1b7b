// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/protocol/body.h"
#include "sync/protocol/tuning.h"
#include "sync/protocol/veikart.pb.h"

#include <catch2/catch_test_macros.hpp>
#include <zstd.h>

namespace veikart::sync {
namespace {

Bytes compress(const Bytes& plain) {
  Bytes packed(ZSTD_compressBound(plain.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), 1));
  return packed;
}

TEST_CASE("a packed message comes back as it was", "[sync][protocol]") {
  wire::PushRequest sent;
  sent.set_protocol(7);
  sent.add_record(Bytes("\0bytes", 6));
  wire::PushRequest got;
  REQUIRE(unpackBody(packBody(sent), got).ok());
  REQUIRE(got.SerializeAsString() == sent.SerializeAsString());
}

TEST_CASE("a body that would grow beyond the limit is refused unopened", "[sync][protocol]") {
  const Bytes bomb = compress(Bytes(tuning::kMaxMessageBytes + 1, '\0'));
  REQUIRE(bomb.size() < 100'000);
  wire::PushRequest message;
  REQUIRE(unpackBody(bomb, message).code() == StatusCode::Invalid);
}

TEST_CASE("a body that lists more than the limit is refused before room is made for it", "[sync][protocol]") {
  wire::PushRequest message;
  const auto listing = [](int records) {
    Bytes plain;
    for (int i = 0; i < records; ++i)
      plain += Bytes("\x32\0", 2); // PushRequest.record: empty
    return compress(plain);
  };
  REQUIRE(unpackBody(listing(tuning::kMaxMessageEntries), message).ok());
  REQUIRE(unpackBody(listing(tuning::kMaxMessageEntries + 1), message).code() == StatusCode::Invalid);
}

TEST_CASE("a body that is no message is refused as such", "[sync][protocol]") {
  wire::PushRequest message;
  const Bytes packed = packBody(message);
  for (const Bytes& body : {Bytes(), Bytes("no frame"), compress("\xff\xff\xff no message"), packed + "rest",
                            compress("abcdefgh").substr(0, 12)})
    REQUIRE(unpackBody(body, message).code() == StatusCode::Corrupt);
}

TEST_CASE("no flipped bit in a body does harm", "[sync][protocol]") {
  wire::PushReply reply;
  for (int i = 0; i < 20; ++i)
    reply.add_result()->set_reason("reason " + std::to_string(i));
  const Bytes packed = packBody(reply);
  for (size_t i = 0; i < packed.size() * 8; ++i) {
    Bytes flipped = packed;
    flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ (1 << (i % 8)));
    wire::PushReply got;
    const Status status = unpackBody(flipped, got);
    REQUIRE((status.ok() || status.code() == StatusCode::Corrupt || status.code() == StatusCode::Invalid));
  }
}

} // namespace
} // namespace veikart::sync
