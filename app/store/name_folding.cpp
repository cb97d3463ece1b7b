// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/name_folding.h"

#include <array>
#include <utility>

namespace veikart::store {

namespace {

struct Folding {
  std::string_view letters; // UTF-8, two bytes each
  std::string_view folded;
};
constexpr std::array kFoldings = {
    Folding{"ÆæÄä", "ae"},
    Folding{"ØøÖöÓóÒòÔôÕõ", "o"},
    Folding{"ÅåÁáÀàÂâÃãĀāĄą", "a"},
    Folding{"ÉéÈèÊêËëĒēĘęĚě", "e"},
    Folding{"ÍíÌìÎîÏïĪī", "i"},
    Folding{"ÚúÙùÛûÜüŪūŮů", "u"},
    Folding{"ÇçĆćČč", "c"},
    Folding{"ÑñŃńŇň", "n"},
    Folding{"ŠšŚśŞş", "s"},
    Folding{"ŽžŹźŻż", "z"},
    Folding{"ÝýŸÿ", "y"},
    Folding{"Łł", "l"},
    Folding{"ĐđÐðĎď", "d"},
    Folding{"ŤťŢţŦŧ", "t"},
    Folding{"ĞğĢģ", "g"},
    Folding{"Řř", "r"},
    Folding{"Ŋŋ", "n"},
};

std::string_view foldedLetter(std::string_view twoBytes) {
  for (const Folding& folding : kFoldings)
    for (size_t i = 0; i < folding.letters.size(); i += 2)
      if (folding.letters.substr(i, 2) == twoBytes)
        return folding.folded;
  return twoBytes;
}

bool startsTwoByteLetter(std::string_view rest) {
  return rest.size() >= 2 && (static_cast<unsigned char>(rest[0]) & 0xE0U) == 0xC0U;
}

void appendFolded(std::string& folded, std::string_view letter) {
  const bool isSecondA = letter == "a" && folded.ends_with('a'); // "aa" is an old way to write "å"
  if (!isSecondA)
    folded += letter;
}

char lowerCase(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::string foldedName(std::string_view utf8) {
  std::string folded;
  while (!utf8.empty()) {
    const size_t length = startsTwoByteLetter(utf8) ? 2 : 1;
    const char single = lowerCase(utf8[0]);
    appendFolded(folded, length == 2 ? foldedLetter(utf8.substr(0, 2)) : std::string_view(&single, 1));
    utf8.remove_prefix(length);
  }
  return folded;
}

std::vector<std::string> foldedWords(std::string_view utf8) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : foldedName(utf8) + ' ') {
    if (c != ' ' && c != '-' && c != '\'')
      word += c;
    else if (!word.empty())
      words.push_back(std::exchange(word, {}));
  }
  return words;
}

} // namespace veikart::store
