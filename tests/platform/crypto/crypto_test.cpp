// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

using namespace veikart;

namespace {

constexpr crypto::Argon2Cost kCheap = {1, 8192};

std::string_view viewOf(const crypto::Hash256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

} // namespace

TEST_CASE("a hash is the published one", "[platform][crypto]") {
  REQUIRE(toHex(viewOf(crypto::blake2b256("abc"))) ==
          "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("what is sealed opens with the same key and context only", "[platform][crypto]") {
  const SecretBytes key = SecretBytes::random(crypto::kKeySize);
  const Bytes sealed = crypto::seal(key, "a plain text", "context");
  REQUIRE(sealed.find("plain") == Bytes::npos);
  REQUIRE(crypto::unseal(key, sealed, "context")->view() == "a plain text");
  REQUIRE(crypto::unseal(key, sealed, "another").status().code() == StatusCode::WrongKey);
  REQUIRE(crypto::unseal(SecretBytes::random(crypto::kKeySize), sealed, "context").status().code() ==
          StatusCode::WrongKey);
  REQUIRE(crypto::unseal(key, sealed.substr(0, 39), "context").status().code() == StatusCode::Corrupt);
  REQUIRE(crypto::unseal(key, crypto::seal(key, "", ""), "")->empty());
}

TEST_CASE("every changed bit of a sealed text is noticed", "[platform][crypto]") {
  const SecretBytes key = SecretBytes::random(crypto::kKeySize);
  const Bytes sealed = crypto::seal(key, "text", "");
  for (size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    Bytes changed = sealed;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
    REQUIRE_FALSE(crypto::unseal(key, changed, "").ok());
  }
}

TEST_CASE("the same text sealed twice looks different", "[platform][crypto]") {
  const SecretBytes key = SecretBytes::random(crypto::kKeySize);
  REQUIRE(crypto::seal(key, "text", "") != crypto::seal(key, "text", ""));
}

TEST_CASE("a derived key depends on secret and salt", "[platform][crypto]") {
  const SecretBytes pin = SecretBytes::copyOf("123456");
  const Bytes salt(crypto::kSaltSize, 's');
  const Bytes other(crypto::kSaltSize, 't');
  const SecretBytes key = crypto::deriveKey(pin, salt, kCheap).value();
  REQUIRE(key.size() == crypto::kKeySize);
  REQUIRE(crypto::deriveKey(pin, salt, kCheap)->view() == key.view());
  REQUIRE(crypto::deriveKey(pin, other, kCheap)->view() != key.view());
  REQUIRE(crypto::deriveKey(SecretBytes::copyOf("123457"), salt, kCheap)->view() != key.view());
  REQUIRE(crypto::deriveKey(pin, "short", kCheap).status().code() == StatusCode::Invalid);
  REQUIRE(crypto::deriveKey(pin, salt, {1, 1}).status().code() == StatusCode::Invalid);
}

TEST_CASE("comparison in constant time agrees with ==", "[platform][crypto]") {
  REQUIRE(crypto::equalInConstantTime("same", "same"));
  REQUIRE(crypto::equalInConstantTime("", ""));
  REQUIRE_FALSE(crypto::equalInConstantTime("same", "sane"));
  REQUIRE_FALSE(crypto::equalInConstantTime("same", "sames"));
}

TEST_CASE("a secret moves, is never printed, and leaves nothing where it was", "[platform][crypto]") {
  SecretBytes first = SecretBytes::copyOf("1234");
  SecretBytes second = std::move(first);
  REQUIRE(first.empty()); // NOLINT(bugprone-use-after-move): that is what is tested
  REQUIRE(second.clone().view() == "1234");
  SecretBytes third = SecretBytes::copyOf("older");
  third = std::move(second);
  REQUIRE(third.view() == "1234");
  REQUIRE(second.empty()); // NOLINT(bugprone-use-after-move)
  std::ostringstream out;
  out << third;
  REQUIRE(out.str() == "<redacted>");
  REQUIRE(SecretBytes(4).view() == Bytes(4, '\0'));
  REQUIRE(SecretBytes::copyOf("").empty());
}

TEST_CASE("wiping clears the whole of a string's memory", "[platform][crypto]") {
  Bytes text(64, 'x');
  text.resize(3);
  const char* memory = text.data();
  wipe(text);
  REQUIRE(text.empty());
  REQUIRE(std::string_view(memory, 64) == Bytes(64, '\0'));
}
