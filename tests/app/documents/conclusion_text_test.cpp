// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/documents/conclusion_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using documents::ConclusionPart;

namespace {

store::LayerAnswer answered(const std::string& text, const std::vector<std::string>& codes = {}) {
  store::LayerAnswer layer;
  layer.answer.state = forms::AnswerState::Answered;
  layer.answer.text = text;
  layer.answer.codes = codes;
  layer.author = "Jonas Berg";
  return layer;
}

} // namespace

TEST_CASE("a conclusion's parts come in the form's order with its labels, and the assessment names its author",
          "[documents]") {
  const std::vector<ConclusionPart> parts =
      documents::conclusionParts({{"konkl.uenig", answered("Praksis om vinteren")},
                                  {"konkl.ressurser", answered("To språk")},
                                  {"konkl.veileder", answered("Praksis fra januar")},
                                  {"konkl.muligheter", store::LayerAnswer()}});
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].label == "Dette har jeg med meg");
  CHECK(parts[0].text == "To språk");
  CHECK(parts[1].label == "Faglig vurdering fra Jonas Berg");
  CHECK(parts[1].isCounsellors);
  CHECK(parts[2].label == "Dette ser vi ulikt på");
  CHECK_FALSE(parts[2].isCounsellors);
}

TEST_CASE("a theme with nothing under it says nothing about what is seen differently", "[documents]") {
  const auto& themes = forms::kisReconstruction().themes();
  const QString first = QString::fromStdString(themes[0].text) + ":",
                second = QString::fromStdString(themes[1].text) + ":";
  const auto left = [](const QString& text) { return documents::withoutBareThemes(text, forms::kisReconstruction()); };
  CHECK(left(first + " ").isEmpty());
  CHECK(left(first + "\n" + second).isEmpty());
  CHECK(left(first + "\n" + second + " Vinteren").toStdString() == (second + " Vinteren").toStdString());
  for (const QString& words : {first + " Vinteren", first + "\nVinteren\n\nog våren", QString("Vi er uenige:")})
    CHECK(left(words + "\n" + second) == words);
}

TEST_CASE("when and who belong to what was made together with NAV Arbeid", "[documents]") {
  store::LayerAnswers conclusion = {{"konkl.nav-arbeid", answered("", {"true"})},
                                    {"konkl.nav-arbeid.dato", answered("2026-11-20")},
                                    {"konkl.nav-arbeid.navn", answered("Siv Berg")}};
  const std::vector<ConclusionPart> parts = documents::conclusionParts(conclusion);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].label == "Laget sammen med NAV Arbeid");
  CHECK(parts[0].text == "Ja");
  CHECK(parts[1].text == "20. november 2026");
  CHECK(parts[2].text == "Siv Berg");
  conclusion["konkl.nav-arbeid"] = store::LayerAnswer();
  CHECK(documents::conclusionParts(conclusion).empty());
}

TEST_CASE("what happens next and the client's answer are not written in the conclusion", "[documents]") {
  for (const forms::Item* item : documents::conclusionItems()) {
    CHECK(item->linkId != "konkl.neste");
    CHECK(item->linkId != "konkl.bekreftet");
  }
}
