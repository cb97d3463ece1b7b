// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/passphrase.h"

#include "platform/crypto/words_nb.h"

#include <algorithm>
#include <sodium.h>
#include <vector>

namespace veikart::crypto {

namespace {

constexpr size_t kLeastLetters = 4;
constexpr size_t kLongestTyped = 1024;         // longer is no passphrase
constexpr unsigned char kLatinLead = 0xc3;     // of the two bytes of æ, ø and å, small and capital, in UTF-8
constexpr std::string_view kRing = "\xcc\x8a"; // that makes an å of the a before it

using Words = std::vector<std::string_view>;

// In place, since every copy would have to be wiped: small letters, å in one piece, one blank for what stands between.
void simplify(Bytes& text) {
  size_t end = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool followsLead = end > 0 && static_cast<unsigned char>(text[end - 1]) == kLatinLead;
    if (BytesView(text).substr(at, kRing.size()) == kRing && end > 0 && text[end - 1] == 'a') {
      text[end - 1] = static_cast<char>(kLatinLead);
      text[end++] = '\xa5';
      ++at;
    } else if ((byte >= 'A' && byte <= 'Z') || (followsLead && byte >= 0x80 && byte <= 0x9e)) {
      text[end++] = static_cast<char>(byte + 0x20);
    } else if (byte == '-' || byte <= ' ') {
      if (end > 0 && text[end - 1] != ' ')
        text[end++] = ' ';
    } else {
      text[end++] = text[at];
    }
  }
  if (end > 0 && text[end - 1] == ' ')
    --end;
  std::fill(text.begin() + static_cast<ptrdiff_t>(end), text.end(), '\0');
  text.resize(end);
}

size_t lettersIn(std::string_view word) {
  return static_cast<size_t>(
      std::ranges::count_if(word, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

// The word of the list that `typed` stands for, or nothing.
std::string_view completed(std::string_view typed) {
  const auto found = std::ranges::find_if(kWords, [&](std::string_view word) { return word.starts_with(typed); });
  return found != kWords.end() && lettersIn(typed) >= kLeastLetters ? *found : std::string_view();
}

SecretBytes joined(const Words& words) {
  size_t size = words.size() - 1;
  for (const std::string_view word : words)
    size += word.size();
  SecretBytes text(size);
  size_t at = 0;
  for (const std::string_view word : words) {
    if (at > 0)
      text.data()[at++] = ' ';
    std::ranges::copy(word, text.data() + at);
    at += word.size();
  }
  return text;
}

Words wordsOf(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    words.push_back(completed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

} // namespace

SecretBytes drawPassphrase() {
  Words words;
  for (size_t i = 0; i < kPassphraseWords; ++i)
    words.push_back(kWords[randombytes_uniform(kWords.size())]);
  return joined(words);
}

Result<SecretBytes> readPassphrase(BytesView typed) {
  if (typed.size() > kLongestTyped)
    return Status::invalid("no passphrase");
  Bytes text(typed);
  simplify(text);
  const Words words = wordsOf(text);
  wipe(text);
  const bool areKnown = std::ranges::none_of(words, &std::string_view::empty);
  return words.size() == kPassphraseWords && areKnown ? Result<SecretBytes>(joined(words))
                                                      : Status::invalid("not five of the words");
}

} // namespace veikart::crypto
