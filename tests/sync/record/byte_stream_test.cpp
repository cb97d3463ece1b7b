// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/byte_stream.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::sync {

namespace {

bool isName(BytesView text) {
  Bytes bytes;
  ByteWriter(bytes).counted(text);
  ByteReader in(bytes);
  return in.name(100) == text && in.ok();
}

} // namespace

TEST_CASE("integers are read back at every length and refused in any but the shortest form", "[sync][record]") {
  for (unsigned shift = 0; shift < 64; ++shift)
    for (const uint64_t value : {(1ULL << shift) - 1, 1ULL << shift, ~0ULL >> shift}) {
      Bytes bytes;
      ByteWriter(bytes).varint(value);
      ByteReader in(bytes);
      REQUIRE(in.varint() == value);
      REQUIRE((in.ok() && in.atEnd()));
      bytes.back() = static_cast<char>(bytes.back() | 0x80);
      bytes.push_back('\0');
      ByteReader padded(bytes);
      padded.varint();
      REQUIRE_FALSE(padded.ok());
    }
}

TEST_CASE("an integer of more than 64 bits is refused", "[sync][record]") {
  for (const BytesView bytes :
       {"\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x81\x01"}) {
    ByteReader in(bytes);
    in.varint();
    REQUIRE_FALSE(in.ok());
  }
}

TEST_CASE("a reader that failed once stays failed and reads nothing", "[sync][record]") {
  ByteReader in("\x05zz");
  REQUIRE(in.counted(10).empty());
  REQUIRE_FALSE(in.ok());
  REQUIRE(in.byte() == 0);
  REQUIRE(in.uuid().isNil());
}

TEST_CASE("a name is well-formed UTF-8 without control characters", "[sync][record]") {
  for (const BytesView name : {"a", "~", "mål", "目標", "𐍈", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xEE\x80\x80"})
    REQUIRE(isName(name));
  for (const BytesView name :
       {BytesView(), BytesView("\0", 1), BytesView("\n"), BytesView("\x7F"), BytesView("\x80"), BytesView("\xC0\x80"),
        BytesView("\xC1\xBF"), BytesView("\xE0\x9F\xBF"), BytesView("\xED\xA0\x80"), BytesView("\xF0\x8F\xBF\xBF"),
        BytesView("\xF4\x90\x80\x80"), BytesView("\xF5\x80\x80\x80"), BytesView("\xC3"), BytesView("\xE2\x82"),
        BytesView("\xE2\x82\x41"), BytesView("\xC3\xC3")})
    REQUIRE_FALSE(isName(name));
}

} // namespace veikart::sync
