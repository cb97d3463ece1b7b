// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/rules.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::casework;

namespace {

Mapping concluding() {
  Mapping mapping;
  mapping.state = MappingState::Concluding;
  return mapping;
}

forms::Answer words(const std::string& text) {
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  answer.text = text;
  return answer;
}

} // namespace

TEST_CASE("age is counted in whole years", "[app][casework]") {
  CHECK(ageOn("1992-03-04", "2026-03-03") == 33);
  CHECK(ageOn("1992-03-04", "2026-03-04") == 34);
  CHECK(ageOn("2004-02-29", "2026-02-28") == 21);
  CHECK(ageOn("", "2026-03-04") == -1);
}

TEST_CASE("a confirmed mapping never changes state", "[app][casework]") {
  for (int to = 0; to <= static_cast<int>(MappingState::Confirmed); ++to)
    CHECK(checkTransition(MappingState::Confirmed, static_cast<MappingState>(to)).code() == StatusCode::Invalid);
}

TEST_CASE("a mapping goes from start to confirmation, back to the client, or aside as a draft", "[app][casework]") {
  using S = MappingState;
  CHECK(checkTransition(S::Started, S::ClientAnswering).ok());
  CHECK(checkTransition(S::ClientAnswering, S::ClientAnswering).ok());
  CHECK(checkTransition(S::ClientAnswering, S::InConversation).ok());
  CHECK(checkTransition(S::InConversation, S::Concluding).ok());
  CHECK(checkTransition(S::Concluding, S::Draft).ok());
  CHECK(checkTransition(S::Draft, S::Confirmed).ok());
  CHECK_FALSE(checkTransition(S::Started, S::Confirmed).ok());
  CHECK_FALSE(checkTransition(S::ClientAnswering, S::Confirmed).ok());
  CHECK_FALSE(checkTransition(S::Declined, S::ClientAnswering).ok());
}

TEST_CASE("sealing needs the client's word, and a task or a reason for none", "[app][casework]") {
  const ConfirmationRecord agrees{Confirmation::Agrees, "", 1};
  CHECK(checkSealing(concluding(), agrees, 1).ok());
  CHECK(checkSealing(concluding(), {Confirmation::Disagrees, "Ikke helt", 1}, 1).ok());
  CHECK(checkSealing(concluding(), {Confirmation::Waits, "", 1}, 1).text() == "sealing: the client wants to wait");
  CHECK(checkSealing(concluding(), {}, 1).text() == "sealing: the client has not been asked");
  CHECK(checkSealing(concluding(), agrees, 0).text() == "sealing: no agreed task, and no reason for none");

  Mapping withReason = concluding();
  withReason.noTaskReason = "Venter på svar fra fastlegen";
  CHECK(checkSealing(withReason, agrees, 0).ok());

  Mapping answering = concluding();
  answering.state = MappingState::ClientAnswering;
  CHECK(checkSealing(answering, agrees, 1).code() == StatusCode::Invalid);
}

TEST_CASE("sensitive themes with words that nobody has read are listed in the form's order", "[app][casework]") {
  const forms::Questionnaire& form = forms::kisReconstruction();
  const forms::Answers answers = {{"bolig.type.tekst", words("Hos en kamerat")},
                                  {"nett.hjelper.navn#2", words("Hodan")},
                                  {"helse.na.tekst", words("Jeg sover ikke")},
                                  {"bolig.flytte", words("2026-12")},
                                  {"rus.na.tekst", words("")},
                                  {"om-deg.viktig", words("Ungene")}};
  CHECK(unreadSensitiveThemes(form, answers) == std::vector<std::string>{"helse", "nettverk", "bolig"});
}

TEST_CASE("a date is no free text", "[app][casework]") {
  CHECK(unreadSensitiveThemes(forms::kisReconstruction(), {{"bolig.flytte", words("2026-12")}}).empty());
}
