// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/viewmodels/client/client_window.h"

#include <QQmlExtensionPlugin>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_ClientPlugin)
Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_SharedPlugin)

namespace veikart::test {

namespace {

void appendShown(const QQuickItem& item, const char* property, QList<QQuickItem*>& found) {
  for (QQuickItem* child : item.childItems()) {
    if (child->isVisible() && child->property(property).isValid())
      found.append(child);
    if (child->isVisible())
      appendShown(*child, property, found);
  }
}

} // namespace

ClientWindow::ClientWindow(Client& client, double textScale) : m_survey(client.survey()) {
  m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  m_engine.setInitialProperties(
      {{QStringLiteral("survey"), QVariant::fromValue(&m_survey)}, {QStringLiteral("textScale"), textScale}});
  m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Veikart/Pages/Client/ClientWindow.qml")));
  m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().value(0));
  REQUIRE(m_window != nullptr);
  m_window->requestActivate();
  REQUIRE(QTest::qWaitForWindowActive(m_window));
  QObject::connect(&m_survey, &ui::SurveyViewModel::pageShown, m_window, [this] { m_hasMoved = true; });
}

void ClientWindow::resize(QSize size) {
  m_window->setVisibility(QWindow::Windowed);
  m_window->resize(size);
  REQUIRE(QTest::qWaitFor([&] { return m_window->contentItem()->size() == size; }));
}

void ClientWindow::press(Qt::Key key) {
  QTest::keyClick(m_window, key);
}

void ClientWindow::type(const char* letters) {
  for (; *letters != 0; ++letters)
    QTest::keyClick(m_window, *letters);
}

void ClientWindow::pressNext() {
  m_hasMoved = false;
  press(Qt::Key_Return);
  INFO(m_survey.question().toStdString());
  REQUIRE(QTest::qWaitFor([this] { return m_hasMoved; }));
}

bool ClientWindow::isFocusOnPage() const {
  const QQuickItem* item = m_window->activeFocusItem();
  return item != nullptr && item->isVisible() && item->property("activeFocusOnTab").toBool();
}

QList<QQuickItem*> ClientWindow::shownWith(const char* property) const {
  QList<QQuickItem*> found;
  appendShown(*m_window->contentItem(), property, found);
  return found;
}

bool ClientWindow::isSeen(QQuickItem* item) const {
  const QRectF place = item->mapRectToScene(item->boundingRect());
  QRectF seen = QRectF({}, m_window->size());
  for (const QQuickItem* step = item->parentItem(); step != nullptr; step = step->parentItem()) {
    if (step->clip())
      seen &= step->mapRectToScene(step->boundingRect());
  }
  return seen.contains(place);
}

} // namespace veikart::test
