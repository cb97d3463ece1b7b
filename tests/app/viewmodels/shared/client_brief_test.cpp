// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/client_brief.h"

#include "platform/base/clock.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::ui;

namespace {

ClientBrief brief() {
  const SystemClock clock;
  ClientBrief brief;
  brief.sessionKey = SecretBytes::random(32);
  brief.sessionFile = "/data/sessions/a.db";
  brief.mappingId = Uuid::makeV7(clock);
  brief.caseId = Uuid::makeV7(clock);
  brief.clientFirstName = "Åse";
  brief.counsellorFirstName = "Kari";
  brief.form = R"({"resourceType":"Questionnaire"})";
  brief.view = "mg2";
  brief.mode = forms::AnswerMode::Typed;
  brief.agreed = {"Kari: ringe fastlegen, innen fredag"};
  brief.textScale = 1.5;
  return brief;
}

} // namespace

TEST_CASE("a brief comes out of its message as it went in", "[viewmodels][handover]") {
  const ClientBrief sent = brief();
  const Result<ClientBrief> got = briefFromMessage(toMessage(sent));
  REQUIRE(got.ok());
  REQUIRE(got->sessionKey.view() == sent.sessionKey.view());
  REQUIRE(got->sessionFile == sent.sessionFile);
  REQUIRE(got->mappingId == sent.mappingId);
  REQUIRE(got->caseId == sent.caseId);
  REQUIRE(got->clientFirstName == sent.clientFirstName);
  REQUIRE(got->counsellorFirstName == sent.counsellorFirstName);
  REQUIRE(got->form == sent.form);
  REQUIRE(got->view == sent.view);
  REQUIRE(got->mode == sent.mode);
  REQUIRE(got->agreed == sent.agreed);
  REQUIRE(got->textScale == sent.textScale);
}

TEST_CASE("a message that is cut anywhere is no brief", "[viewmodels][handover]") {
  const SecretBytes whole = toMessage(brief());
  for (size_t size = 0; size < whole.size(); size += 7)
    REQUIRE(briefFromMessage(SecretBytes::copyOf(whole.view().substr(0, size))).status().code() == StatusCode::Invalid);
}
