// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/narrative.h"

#include "app/casework/record_codec.h"
#include "platform/base/clock.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace veikart;
using namespace veikart::casework;

namespace {

const FakeClock kClock(1'795'000'000'000);
const std::string kWas = "Jobb i barnehage.\n\nSover dårlig.";

Bytes written(const std::string& text, const std::optional<std::string>& ancestor) {
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  answer.text = text;
  answer.mode = forms::AnswerMode::Typed;
  return withAncestor(encodeAnswer(answer), ancestor);
}

sync::Register registerOf(const std::vector<Bytes>& values) {
  sync::Register reg;
  for (const Bytes& value : values)
    reg.siblings.push_back({{Id::makeV7(kClock), 1}, {}, value});
  return reg;
}

std::string textIn(const Bytes& value) {
  return decodeAnswer(value)->text;
}

sync::Record recordOf(Layer layer, const std::vector<Bytes>& values) {
  sync::Record record;
  record.type = kAnswersType;
  sync::write(record, "_layer", encodeText(layerName(layer)), {{}, 1}, {});
  record.fields["konkl.ressurser"] = registerOf(values);
  return record;
}

} // namespace

TEST_CASE("a text carries what its author had seen, and is read as without", "[app][casework][narrative]") {
  const Bytes value = written("To språk", kWas);
  CHECK(ancestorIn(value) == kWas);
  CHECK(textIn(value) == "To språk");
  CHECK(withoutAncestor(value) == written("To språk", std::nullopt));
  CHECK_FALSE(ancestorIn(written("To språk", std::nullopt)));
  CHECK_FALSE(ancestorIn("\xff"));
  CHECK(withoutAncestor("\xff") == "\xff");
}

TEST_CASE("the counsellors' texts are narratives, the client's answers are not", "[app][casework][narrative]") {
  CHECK(isNarrative(recordOf(Layer::Conclusion, {}), "konkl.ressurser"));
  CHECK(isNarrative(recordOf(Layer::Comment, {}), "helse.na"));
  CHECK_FALSE(isNarrative(recordOf(Layer::Client, {}), "helse.na"));
  CHECK_FALSE(isNarrative(recordOf(Layer::Conclusion, {}), "_mapping"));
}

TEST_CASE("the same text is one version, whatever its authors had seen", "[app][casework][narrative]") {
  const auto conclusion = recordOf(Layer::Conclusion, {written("To språk", kWas), written("To språk", "")});
  CHECK_FALSE(hasVersions(conclusion, "konkl.ressurser"));
  CHECK(hasVersions(recordOf(Layer::Conclusion, {written("To språk", kWas), written("Tre språk", kWas)}),
                    "konkl.ressurser"));
  CHECK_FALSE(hasVersions(conclusion, "konkl.muligheter"));
}

TEST_CASE("two who changed different paragraphs of one text are combined, the same on every device",
          "[app][casework][narrative]") {
  const Bytes kari = written("Praksis i barnehage.\n\nSover dårlig.", kWas),
              jonas = written("Jobb i barnehage.\n\nSover bedre.", kWas);
  const std::optional<Bytes> both = combinedValue(registerOf({kari, jonas}));
  REQUIRE(both.has_value());
  CHECK(textIn(*both) == "Praksis i barnehage.\n\nSover bedre.");
  CHECK(combinedValue(registerOf({jonas, kari})) == both);
  CHECK(ancestorIn(*both) == kWas); // so that a third who began with the same combines with it

  const Bytes third = written(kWas + "\n\nFastlege Dahl.", kWas);
  std::vector<Bytes> all = {kari, jonas, third};
  const std::optional<Bytes> together = combinedValue(registerOf(all));
  REQUIRE(together.has_value());
  CHECK(textIn(*together) == "Praksis i barnehage.\n\nSover bedre.\n\nFastlege Dahl.");
  std::ranges::reverse(all);
  CHECK(combinedValue(registerOf(all)) == together);
}

TEST_CASE("what a person must combine is left to one", "[app][casework][narrative]") {
  const Bytes kari = written("Praksis i barnehage.\n\nSover dårlig.", kWas);
  CHECK_FALSE(combinedValue(registerOf({kari, written("Skole.\n\nSover dårlig.", kWas)})));
  CHECK_FALSE(combinedValue(registerOf({kari, written("Jobb i barnehage.\n\nSover bedre.", "En annen tekst")})));
  CHECK_FALSE(combinedValue(registerOf({kari, written("Jobb i barnehage.\n\nSover bedre.", std::nullopt)})));
  forms::Answer read;
  read.state = forms::AnswerState::Answered;
  read.mode = forms::AnswerMode::ReadAloud;
  read.text = "Jobb i barnehage.\n\nSover bedre.";
  CHECK_FALSE(combinedValue(registerOf({kari, withAncestor(encodeAnswer(read), kWas)})));
  CHECK_FALSE(combinedValue(registerOf({})));
}
