// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QQmlComponent>
#include <QQmlEngine>
#include <QStringList>
#include <QVariantMap>

#include <memory>
#include <vector>

namespace veikart::ui {

// The one window of a process, and the engine that makes it. QML files are named as below Veikart/Pages. GUI thread.
class AppWindow {
public:
  AppWindow();

  // Has these files, and all that they use, read on the engine's own thread: they are there when they are shown.
  void prepare(const QStringList& files);

  // False when it does not load; why is then in the log.
  bool show(const QString& file, const QVariantMap& properties);

  QQmlEngine& engine() { return m_engine; }
  QObject* window() const { return m_window.get(); } // null until shown

private:
  QQmlEngine m_engine;
  std::vector<std::unique_ptr<QQmlComponent>> m_prepared;
  std::unique_ptr<QObject> m_window;
};

} // namespace veikart::ui
