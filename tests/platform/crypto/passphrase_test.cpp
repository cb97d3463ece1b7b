// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/passphrase.h"

#include "platform/base/files.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace veikart;
using crypto::readPassphrase;

namespace {

std::vector<std::string> wordsIn(BytesView text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;)
    words.push_back(word);
  return words;
}

// The letters of UTF-8, each as a text of its own.
std::vector<std::string> lettersOf(const std::string& word) {
  std::vector<std::string> letters;
  for (const char c : word) {
    if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U)
      letters.emplace_back();
    letters.back() += c;
  }
  return letters;
}

std::string firstFour(const std::string& word) {
  const std::vector<std::string> letters = lettersOf(word);
  return letters[0] + letters[1] + letters[2] + letters[3];
}

std::string read(BytesView typed) {
  const Result<SecretBytes> words = readPassphrase(typed);
  return words.ok() ? std::string(words->view()) : words.status().toString();
}

} // namespace

TEST_CASE("the words are 1024 of four letters or more, and no two begin alike", "[platform][crypto]") {
  const std::vector<std::string> words = wordsIn(readFile(WORDS_FILE, 100'000).value());
  REQUIRE(words.size() == 1024);
  const std::set<std::string> alphabet = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o",
                                          "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "æ", "ø", "å"};
  std::set<std::string> beginnings;
  for (const std::string& word : words) {
    CAPTURE(word);
    const std::vector<std::string> letters = lettersOf(word);
    REQUIRE(letters.size() >= 4);
    CHECK(letters.size() <= 8);
    CHECK(std::ranges::all_of(letters, [&](const std::string& letter) { return alphabet.contains(letter); }));
    CHECK(beginnings.insert(firstFour(word)).second);
  }
}

TEST_CASE("a passphrase is read as it was drawn, however it is typed", "[platform][crypto]") {
  const std::string drawn(crypto::drawPassphrase().view());
  const std::vector<std::string> words = wordsIn(drawn);
  REQUIRE(words.size() == crypto::kPassphraseWords);
  CHECK(read(drawn) == drawn);
  std::string capitals = drawn, shortened;
  std::ranges::transform(capitals, capitals.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  for (const std::string& word : words)
    shortened += " -  " + firstFour(word);
  CHECK(read(capitals) == drawn);
  CHECK(read(shortened + "\n") == drawn);
  CHECK(read("ÅKER-Ørke ærfu eple HAMM") == "åker ørken ærfugl eple hammer");
  CHECK(read("a\xcc\x8aker orke") == "Invalid: not five of the words");
  CHECK(read("A\xcc\x8aker eple eple eple eple") == "åker eple eple eple eple");
}

TEST_CASE("what is not five of the words is no passphrase", "[platform][crypto]") {
  const Bytes long_(5000, 'a');
  for (const BytesView typed : {BytesView(""), BytesView("eple"), BytesView("eple eple eple eple eple eple"),
                                BytesView("eple eple eple eple tull"), BytesView("epl eple eple eple eple"),
                                BytesView("eplen eple eple eple eple"), BytesView("\xc3"), BytesView("\xcc\x8a"),
                                BytesView("\0\0\0", 3), BytesView(long_)})
    CHECK(readPassphrase(typed).status().code() == StatusCode::Invalid);
}

// The bound is passed once in a thousand million runs (chi-square with 1023 degrees of freedom).
TEST_CASE("every word is drawn as often as every other", "[platform][crypto]") {
  std::map<std::string, int> counts;
  constexpr int kDraws = 8192;
  for (int i = 0; i < kDraws; ++i)
    for (const std::string& word : wordsIn(crypto::drawPassphrase().view()))
      ++counts[word];
  constexpr double kExpected = kDraws * 5 / 1024.0;
  double square = (1024 - static_cast<double>(counts.size())) * kExpected;
  for (const auto& [word, count] : counts)
    square += (count - kExpected) * (count - kExpected) / kExpected;
  CHECK(square < 1330);
}
