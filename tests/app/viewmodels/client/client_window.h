// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/viewmodels/client/client_world.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

namespace veikart::test {

// The client's window with Amina's survey in it, and the keys under her fingers.
class ClientWindow {
public:
  explicit ClientWindow(Client& client, double textScale = 1);

  void resize(QSize size);
  void press(Qt::Key key);
  void type(const char* letters);
  void pressNext(); // with Enter, and waits for the next page

  bool isFocusOnPage() const;
  // The items that are shown and have the property, in the order of the page.
  QList<QQuickItem*> shownWith(const char* property) const;
  // Whether a person sees all of the item.
  bool isSeen(QQuickItem* item) const;

private:
  ui::SurveyViewModel& m_survey;
  QQmlApplicationEngine m_engine;
  QQuickWindow* m_window = nullptr;
  bool m_hasMoved = false;
};

} // namespace veikart::test
