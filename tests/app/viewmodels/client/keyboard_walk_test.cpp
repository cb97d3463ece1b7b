// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"
#include "tests/app/viewmodels/client/client_window.h"

#include <QGuiApplication>

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::test;
using ui::SurveyViewModel;

namespace {

void answerByKeyboard(ClientWindow& window, SurveyViewModel::Input input) {
  switch (input) {
  case SurveyViewModel::Choice:
    return window.press(Qt::Key_Space);
  case SurveyViewModel::Text:
    window.type("Ja");
    return window.press(Qt::Key_Tab); // Enter is a new line in a text
  case SurveyViewModel::Line:
    return window.type("Ja");
  case SurveyViewModel::Number:
    return window.type("20");
  case SurveyViewModel::Date:
    return window.type("2019");
  }
}

} // namespace

TEST_CASE("the whole form is answered by keyboard alone", "[app][viewmodels][client]") {
  Client amina;
  ClientWindow window(amina);
  SurveyViewModel& survey = amina.survey();
  size_t pages = 0;
  while (survey.stage() == SurveyViewModel::Question) {
    INFO(survey.question().toStdString());
    REQUIRE(window.isFocusOnPage());
    answerByKeyboard(window, survey.input());
    window.pressNext();
    REQUIRE(++pages < 200);
  }
  CHECK(survey.stage() == SurveyViewModel::Finished);
  CHECK(pages > 60);
  CHECK(amina.durable().size() >= pages - 1); // a last helper is not named
  CHECK(amina.durable().at("arb.timer").number == 20);
}

TEST_CASE("arrow keys walk the alternatives and Escape does nothing", "[app][viewmodels][client]") {
  Client amina;
  ClientWindow window(amina);
  window.press(Qt::Key_Down);
  window.press(Qt::Key_Down);
  window.press(Qt::Key_Up);
  window.press(Qt::Key_Space);
  window.press(Qt::Key_Escape);
  amina.settle();
  CHECK(amina.question() == amina.textOf("om-deg.sprak"));
  CHECK(amina.durable().at("om-deg.sprak").codes == std::vector<std::string>{"samisk"});
}

int main(int argc, char* argv[]) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  QGuiApplication application(argc, argv);
  if (!crypto::initialize().ok())
    return 1;
  return Catch::Session().run(argc, argv);
}
