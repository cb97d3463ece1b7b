// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/client/page_answer.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using ui::typedAnswer;
using ui::typedText;

namespace {

const forms::Item& item(const char* linkId) {
  return *forms::kisReconstruction().find(linkId);
}

ui::TypedAnswer typed(const char* linkId, const char* text) {
  return typedAnswer(item(linkId), QString::fromUtf8(text), forms::AnswerMode::Alone);
}

} // namespace

TEST_CASE("a date is typed as people write it", "[app][viewmodels][client]") {
  CHECK(typed("arb.sist", "2019").answer.text == "2019");
  CHECK(typed("arb.sist", " 3.2019 ").answer.text == "2019-03");
  CHECK(typed("arb.sist", "14.3.2019").answer.text == "2019-03-14");
  CHECK(typed("arb.sist", "14. 3. 2019").answer.text == "2019-03-14");
  for (const char* text : {"i fjor", "13.2019", "31.2.2019", "19", "1.2.3.2019", "."})
    CHECK_FALSE(typed("arb.sist", text).problem.isEmpty());
}

TEST_CASE("an answer comes back as it was typed", "[app][viewmodels][client]") {
  CHECK(typedText(item("arb.sist"), typed("arb.sist", "14.03.2019").answer) == "14.03.2019");
  CHECK(typedText(item("arb.sist"), typed("arb.sist", "2019").answer) == "2019");
  CHECK(typedText(item("arb.timer"), typed("arb.timer", "20").answer) == "20");
  CHECK(typedText(item("om-deg.viktig"), typed("om-deg.viktig", "Ro").answer) == "Ro");
  forms::Answer declined;
  declined.state = forms::AnswerState::Declined;
  CHECK(typedText(item("arb.timer"), declined).isEmpty());
}

TEST_CASE("a number fits the form's limits", "[app][viewmodels][client]") {
  CHECK(typed("arb.timer", "0").problem.isEmpty());
  CHECK(typed("arb.timer", "40").problem.isEmpty());
  for (const char* text : {"41", "-1", "7,5", "20 timer"})
    CHECK_FALSE(typed("arb.timer", text).problem.isEmpty());
}

TEST_CASE("nothing typed is no answer", "[app][viewmodels][client]") {
  for (const char* linkId : {"arb.timer", "arb.sist", "om-deg.viktig"}) {
    CHECK(typed(linkId, "  ").answer.state == forms::AnswerState::Unanswered);
    CHECK(typed(linkId, "").problem.isEmpty());
  }
}
