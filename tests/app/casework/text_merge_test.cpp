// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/text_merge.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace veikart::casework;

namespace {

// Paragraphs of a few letters, so that two texts have some of them in common, and others twice.
rc::Gen<std::string> genText() {
  const auto paragraph = rc::gen::element<std::string>("a", "b", "c", "d", "en setning", "en setning til", "");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(paragraph), [](const auto& paragraphs) {
    std::string text;
    for (const std::string& one : paragraphs)
      text += (text.empty() ? "" : "\n") + one;
    return text;
  });
}

const std::vector<std::string> kParagraphs = {"en", "to", "tre", "fire", "fem", "seks"};

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& one : paragraphs)
    if (!one.empty())
      text += (text.empty() ? "" : "\n\n") + one;
  return text;
}

// What somebody, who is told by `name`, made of some of the paragraphs: changed, taken away, or with one more after.
rc::Gen<std::string> genEdit(const std::string& name) {
  const auto hand = rc::gen::weightedElement<int>({{7, 0}, {2, 1}, {1, 2}, {1, 3}});
  return rc::gen::map(rc::gen::container<std::vector<int>>(kParagraphs.size(), hand), [name](const auto& hands) {
    std::vector<std::string> paragraphs;
    for (size_t i = 0; i < hands.size(); ++i) {
      const std::string own = name + " " + kParagraphs[i];
      if (hands[i] != 2)
        paragraphs.push_back(hands[i] == 1 ? own : kParagraphs[i]);
      if (hands[i] == 3)
        paragraphs.push_back("etter " + own);
    }
    return joined(paragraphs);
  });
}

std::multiset<std::string> paragraphsIn(const std::string& text) {
  std::multiset<std::string> paragraphs;
  for (size_t from = 0; from <= text.size();) {
    const size_t end = std::min(text.find('\n', from), text.size());
    if (end > from)
      paragraphs.insert(text.substr(from, end - from));
    from = end + 1;
  }
  return paragraphs;
}

std::string marked(std::string_view text, std::string_view other) {
  std::string marks;
  for (const TextPiece& piece : piecesOf(text, other))
    marks += piece.isOnlyHere ? "[" + piece.text + "]" : piece.text;
  return marks;
}

} // namespace

TEST_CASE("two who changed different paragraphs are both in the combined text", "[app][casework][merge]") {
  const std::string was = "Jobb i barnehage.\n\nSover dårlig.";
  CHECK(combined(was, "Praksis i barnehage.\n\nSover dårlig.", "Jobb i barnehage.\n\nSover bedre.") ==
        "Praksis i barnehage.\n\nSover bedre.");
  CHECK(combined(was, was + "\n\nFastlege Dahl.", "Praksis i barnehage.\n\nSover dårlig.") ==
        "Praksis i barnehage.\n\nSover dårlig.\n\nFastlege Dahl.");
  CHECK(combined(was, was + "\n\nFastlege Dahl.", "Jobb i barnehage.\n\nSover bedre.") ==
        "Jobb i barnehage.\n\nSover bedre.\n\nFastlege Dahl.");
  CHECK(combined(was, "Sover dårlig.", "Jobb i barnehage.\n\nSover bedre.") == "Sover bedre.");
}

TEST_CASE("what two did to the same paragraph, or added at the same place, is for a person", "[app][casework][merge]") {
  const std::string was = "Jobb i barnehage.\nSover dårlig.";
  CHECK_FALSE(combined(was, "Praksis i barnehage.\nSover dårlig.", "Jobb i skole.\nSover dårlig."));
  CHECK_FALSE(combined(was, was + "\nFastlege Dahl.", was + "\nSøster Hodan."));
  CHECK_FALSE(combined(was, "Sover dårlig.", "Jobb i skole.\nSover dårlig."));
  CHECK_FALSE(combined("", "Fastlege Dahl.", "Søster Hodan."));
}

TEST_CASE("the combined text is the same whoever comes first, and nothing when it is nothing the other way",
          "[app][casework][merge]") {
  CHECK(rc::check([] {
    const auto was = *genText(), one = *genText(), other = *genText();
    RC_ASSERT(combined(was, one, other) == combined(was, other, one));
  }));
}

TEST_CASE("who changed nothing takes nothing away, and the same change twice is made once", "[app][casework][merge]") {
  CHECK(rc::check([] {
    const auto was = *genText(), now = *genText();
    RC_ASSERT(combined(was, was, now) == now);
    RC_ASSERT(combined(was, now, now) == now);
  }));
}

TEST_CASE("all that either of them wrote is in the combined text, and all that either took away is not",
          "[app][casework][merge]") {
  CHECK(rc::check([] {
    const std::string was = joined(kParagraphs), one = *genEdit("Kari"), other = *genEdit("Jonas");
    const std::optional<std::string> both = combined(was, one, other);
    RC_CLASSIFY(both.has_value(), "combined");
    RC_PRE(both.has_value());
    const auto before = paragraphsIn(was), now = paragraphsIn(*both), ones = paragraphsIn(one),
               others = paragraphsIn(other);
    for (const auto& edit : {ones, others})
      for (const std::string& paragraph : edit)
        if (!before.contains(paragraph))
          RC_ASSERT(now.contains(paragraph));
    for (const std::string& paragraph : before)
      RC_ASSERT(now.contains(paragraph) == (ones.contains(paragraph) && others.contains(paragraph)));
  }));
}

TEST_CASE("a combined text stays as it is when it meets either of the two again, or is left to a person",
          "[app][casework][merge]") {
  CHECK(rc::check([] {
    const std::string was = joined(kParagraphs), one = *genEdit("Kari"), other = *genEdit("Jonas");
    const std::optional<std::string> both = combined(was, one, other);
    RC_PRE(both.has_value());
    for (const std::string& text : {one, other})
      RC_ASSERT(combined(was, *both, text).value_or(*both) == *both);
  }));
}

TEST_CASE("who writes a common text begins with the paragraphs of both, those in common once",
          "[app][casework][merge]") {
  CHECK(bothIn("Jobb.\nSover dårlig.", "Jobb.\nSover bedre.\nFastlege Dahl.") ==
        "Jobb.\nSover dårlig.\nSover bedre.\nFastlege Dahl.");
  CHECK(bothIn("En.\n\nTo.", "En.\n\nTre.") == "En.\n\nTo.\n\nTre.");
  CHECK(bothIn("", "Bare én.") == "Bare én.");
  CHECK(rc::check([] {
    const auto first = *genText(), second = *genText();
    const auto both = paragraphsIn(bothIn(first, second));
    for (const std::string& text : {first, second}) {
      const auto own = paragraphsIn(text);
      RC_ASSERT(std::includes(both.begin(), both.end(), own.begin(), own.end()));
    }
  }));
}

TEST_CASE("the words that only one of them has are marked, unless that is nearly all", "[app][casework][merge]") {
  CHECK(marked("Praksis fra 1. januar, tre dager i uka", "Praksis fra august, tre dager i uka") ==
        "Praksis fra [1. januar,] tre dager i uka");
  CHECK(marked("Praksis fra august", "Praksis fra august") == "Praksis fra august");
  CHECK(marked("Ringe fastlegen", "Søke om språkpraksis i barnehage") == "Ringe fastlegen");
  CHECK(marked("", "noe").empty());
  CHECK(rc::check([] {
    const auto text = *genText(), other = *genText();
    std::string whole;
    for (const TextPiece& piece : piecesOf(text, other))
      whole += piece.text;
    RC_ASSERT(whole == text);
  }));
}
