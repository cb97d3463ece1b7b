// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/posix_error.h"
#include "platform/base/uuid.h"

#include <catch2/catch_test_macros.hpp>
#include <cerrno>

using namespace veikart;

TEST_CASE("bytes come back from their hexadecimal form", "[platform][bytes]") {
  const Bytes all("\x00\x7f\x80\xff", 4);
  REQUIRE(toHex(all) == "007f80ff");
  REQUIRE(fromHex("007F80ff").value() == all);
  REQUIRE(fromHex("0").status().code() == StatusCode::Invalid);
  REQUIRE(fromHex("0g").status().code() == StatusCode::Invalid);
}

TEST_CASE("an id carries its time, its version and its variant", "[platform][uuid]") {
  const FakeClock clock(0x0123456789abLL);
  const Uuid id = Uuid::makeV7(clock);
  const std::string text = id.toString();
  REQUIRE(text.starts_with("01234567-89ab-7"));
  REQUIRE(std::string_view("89ab").find(text[19]) != std::string_view::npos);
  REQUIRE(Uuid::parse(text).value() == id);
  REQUIRE(Uuid::fromBytes(id.view()).value() == id);
  REQUIRE(Uuid::makeV7(clock) != id);
}

TEST_CASE("ids made later sort later", "[platform][uuid]") {
  FakeClock clock(1'700'000'000'000);
  const Uuid earlier = Uuid::makeV7(clock);
  clock.advance(1);
  REQUIRE(earlier < Uuid::makeV7(clock));
}

TEST_CASE("text that is no id is refused", "[platform][uuid]") {
  for (const char* text : {"", "0123456789ab7cde8f0123456789abcd", "01234567-89ab-7cde-8f01-23456789abcg",
                           "01234567-89ab-7cde-8f01-23456789abcd0", "0123456-789ab-7cde-8f01-23456789abcd"})
    REQUIRE(Uuid::parse(text).status().code() == StatusCode::Invalid);
}

TEST_CASE("a failed system call becomes the status its reader can act on", "[platform][status]") {
  REQUIRE(posixError("x", ENOENT).code() == StatusCode::NotFound);
  REQUIRE(posixError("x", ENOSPC).code() == StatusCode::Full);
  REQUIRE(posixError("x", EDQUOT).code() == StatusCode::Full);
  REQUIRE(posixError("x", EAGAIN).isTransient());
  REQUIRE(posixError("open", EIO).toString() == "Io: open: Input/output error");
}
