// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"
#include "tests/app/viewmodels/client/client_world.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlExtensionPlugin>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>

Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_ClientPlugin)
Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_SharedPlugin)

using namespace veikart;
using namespace veikart::test;
using ui::SurveyViewModel;

namespace {

// The client's window with Amina's survey in it, and the keys under her fingers.
class Window {
public:
  explicit Window(Client& client) : m_survey(client.survey()) {
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.setInitialProperties({{QStringLiteral("survey"), QVariant::fromValue(&m_survey)}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Veikart/Pages/Client/ClientWindow.qml")));
    m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().value(0));
    REQUIRE(m_window != nullptr);
    m_window->requestActivate();
    REQUIRE(QTest::qWaitForWindowActive(m_window));
    QObject::connect(&m_survey, &SurveyViewModel::pageShown, m_window, [this] { m_hasMoved = true; });
  }

  void press(Qt::Key key) { QTest::keyClick(m_window, key); }

  void type(const char* letters) {
    for (; *letters != 0; ++letters)
      QTest::keyClick(m_window, *letters);
  }

  void pressNext() {
    m_hasMoved = false;
    press(Qt::Key_Return);
    INFO(m_survey.question().toStdString());
    REQUIRE(QTest::qWaitFor([this] { return m_hasMoved; }));
  }

  bool isFocusOnPage() const {
    const QQuickItem* item = m_window->activeFocusItem();
    return item != nullptr && item->isVisible() && item->property("activeFocusOnTab").toBool();
  }

private:
  SurveyViewModel& m_survey;
  QQmlApplicationEngine m_engine;
  QQuickWindow* m_window = nullptr;
  bool m_hasMoved = false;
};

void answerByKeyboard(Window& window, SurveyViewModel::Input input) {
  switch (input) {
  case SurveyViewModel::Choice:
    return window.press(Qt::Key_Space);
  case SurveyViewModel::Text:
    window.type("Ja");
    return window.press(Qt::Key_Tab); // Enter is a new line in a text
  case SurveyViewModel::Number:
    return window.type("20");
  case SurveyViewModel::Date:
    return window.type("2019");
  }
}

} // namespace

TEST_CASE("the whole form is answered by keyboard alone", "[app][viewmodels][client]") {
  Client amina;
  Window window(amina);
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
  Window window(amina);
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
