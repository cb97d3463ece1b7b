// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/survey.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

#include <limits>

namespace veikart::forms {

namespace {

const Item& kisItem(const char* linkId) {
  return *kisReconstruction().find(linkId);
}

Answer chosen(std::vector<std::string> codes, std::string text = "") {
  return {AnswerState::Answered, std::move(codes), 0, std::move(text), AnswerMode::Alone};
}

Answer written(std::string text) {
  return chosen({}, std::move(text));
}

Answer numbered(double number) {
  return {AnswerState::Answered, {}, number, "", AnswerMode::Alone};
}

Answer inState(AnswerState state) {
  return {state, {}, 0, "", AnswerMode::Alone};
}

bool fits(const char* linkId, const Answer& answer) {
  return validate(kisItem(linkId), answer).ok();
}

} // namespace

TEST_CASE("the keys of an answer tell its round and the words beside it", "[forms][answer]") {
  CHECK(answerKey("nett.hjelper.navn", 1) == "nett.hjelper.navn");
  CHECK(answerKey("nett.hjelper.navn", 3) == "nett.hjelper.navn#3");
  CHECK(freeTextKey("helse.na") == "helse.na.tekst");
  CHECK(freeTextKey(answerKey("nett.hjelper.forhold", 2)) == "nett.hjelper.forhold#2.tekst");
}

TEST_CASE("an answer that does not fit its item is refused", "[forms][answer]") {
  CHECK(fits("helse.na", chosen({"god"})));
  CHECK_FALSE(fits("helse.na", chosen({"ukjent"})));
  CHECK_FALSE(fits("helse.na", chosen({"god", "darlig"})));
  CHECK_FALSE(fits("helse.na", chosen({"god"}, "ord")));
  CHECK_FALSE(fits("helse.na", chosen({})));
  CHECK(fits("kan.typer", chosen({"kjore", "sprak"})));
  CHECK_FALSE(fits("kan.typer", chosen({"kjore", "kjore"})));
  CHECK_FALSE(fits("kan.typer", chosen({"kjore"}, "ord")));
  CHECK(fits("kan.typer", chosen({"kjore", "noe-annet"}, "Sy")));
  CHECK_FALSE(fits("bolig.hjelp", chosen({"nei", "finne-bolig"})));
  CHECK(fits("om-deg.fortalt-for", chosen({"true"})));
  CHECK_FALSE(fits("om-deg.fortalt-for", chosen({"ja"})));
  CHECK(fits("arb.timer", numbered(0)));
  CHECK(fits("arb.timer", numbered(40)));
  CHECK_FALSE(fits("arb.timer", numbered(41)));
  CHECK_FALSE(fits("arb.timer", numbered(-1)));
  CHECK_FALSE(fits("arb.timer", numbered(7.5)));
  CHECK_FALSE(fits("arb.timer", numbered(std::numeric_limits<double>::quiet_NaN())));
  CHECK(fits("arb.sist", written("2019")));
  CHECK(fits("arb.sist", written("2019-07")));
  CHECK(fits("bolig.flytte", written("2026-11-30")));
  CHECK_FALSE(fits("arb.sist", written("i fjor")));
  CHECK_FALSE(fits("arb.jobber", chosen({"ja"}, "ord")));
  CHECK_FALSE(fits("om-deg", written("et tema har ikke svar")));
}

TEST_CASE("length is counted in characters, not in bytes", "[forms][answer]") {
  std::string longest;
  for (size_t i = 0; i < kLongestText; ++i)
    longest += "å";
  CHECK(fits("om-deg.viktig", written(longest)));
  CHECK_FALSE(fits("om-deg.viktig", written(longest + "å")));
}

TEST_CASE("the four states beside a value have no content and are no value", "[forms][answer]") {
  for (const AnswerState state :
       {AnswerState::Unanswered, AnswerState::Unknown, AnswerState::Declined, AnswerState::NotAsked}) {
    Answer answer = inState(state);
    CHECK(fits("helse.na", answer));
    CHECK_FALSE(hasValue(kisItem("helse.na"), answer));
    answer.codes = {"god"};
    CHECK_FALSE(fits("helse.na", answer));
    CHECK_FALSE(hasValue(kisItem("helse.na"), answer));
    CHECK(displayOf(kisItem("helse.na"), answer).empty());
  }
  CHECK_FALSE(hasValue(kisItem("om-deg.viktig"), written(" \n")));
}

TEST_CASE("a finger on a single choice replaces what was chosen", "[forms][answer]") {
  const Item& item = kisItem("helse.na");
  Answer answer = toggled(item, inState(AnswerState::Declined), "god");
  CHECK(answer == chosen({"god"}));
  answer = toggled(item, answer, "darlig");
  CHECK(answer == chosen({"darlig"}));
  CHECK(toggled(item, answer, "darlig") == answer);
  CHECK(toggled(item, answer, "ukjent") == answer);
}

TEST_CASE("an exclusive option clears the others, and they clear it", "[forms][answer]") {
  const Item& item = kisItem("bolig.hjelp");
  Answer answer = toggled(item, {}, "orden-hjemme");
  answer = toggled(item, answer, "finne-bolig");
  CHECK(answer == chosen({"finne-bolig", "orden-hjemme"}));
  CHECK(toggled(item, answer, "nei") == chosen({"nei"}));
  CHECK(toggled(item, chosen({"nei"}), "orden-hjemme") == chosen({"orden-hjemme"}));
  CHECK(toggled(item, chosen({"nei"}), "nei") == Answer{});
}

TEST_CASE("words beside an option go when the option is un-chosen, and how it was answered stays", "[forms][answer]") {
  Answer answer = chosen({"kjore", "noe-annet"}, "Sy");
  answer.mode = AnswerMode::ReadAloud;
  const Answer kept = toggled(kisItem("kan.typer"), answer, "kjore");
  CHECK(kept.text == "Sy");
  CHECK(kept.mode == AnswerMode::ReadAloud);
  CHECK(toggled(kisItem("kan.typer"), answer, "noe-annet").text.empty());
}

TEST_CASE("whatever a finger does, the answer fits", "[forms][answer]") {
  REQUIRE(rc::check([] {
    const Item& item = kisItem(*rc::gen::element("bolig.hjelp", "kan.typer", "helse.na", "om-deg.fortalt-for"));
    Answer answer;
    for (const int touch : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 100))) {
      const AnswerOption& option = item.options[static_cast<size_t>(touch) % item.options.size()];
      answer = toggled(item, answer, option.code);
      RC_ASSERT(validate(item, answer).ok());
    }
  }));
}

TEST_CASE("an answer reads as people write it", "[forms][answer]") {
  CHECK(displayOf(kisItem("helse.na"), chosen({"svaert-god"})) == "Svært god");
  CHECK(displayOf(kisItem("kan.typer"), chosen({"kjore", "noe-annet"}, "Sy")) == "Kjøre, Noe annet: Sy");
  CHECK(displayOf(kisItem("kan.typer"), chosen({"noe-annet"})) == "Noe annet");
  CHECK(displayOf(kisItem("om-deg.fortalt-for"), chosen({"false"})) == "Nei");
  CHECK(displayOf(kisItem("arb.timer"), numbered(20)) == "20");
  CHECK(displayOf(kisItem("arb.timer"), numbered(0)) == "0");
  CHECK(displayOf(kisItem("arb.timer"), numbered(7.5)) == "7,5");
  CHECK(displayOf(kisItem("arb.sist"), written("2019")) == "2019");
  CHECK(displayOf(kisItem("arb.sist"), written("2019-07")) == "juli 2019");
  CHECK(displayOf(kisItem("bolig.flytte"), written("2026-11-05")) == "5. november 2026");
  CHECK(displayOf(kisItem("om-deg.viktig"), written("Barna mine")) == "Barna mine");
  CHECK(displayOf(kisItem("helse.na"), inState(AnswerState::Unknown)).empty());
}

} // namespace veikart::forms
