// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The limit of start_to_caseload: a window with nothing in it, as large as the app's.
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <cstdio>

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  QQmlApplicationEngine engine;
  engine.loadData("import QtQuick\nWindow { visible: true; visibility: Window.Maximized\n"
                  "width: Screen.desktopAvailableWidth; height: Screen.desktopAvailableHeight }");
  if (engine.rootObjects().isEmpty())
    return 1;
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  QObject::connect(window, &QQuickWindow::frameSwapped, &application, [] {
    std::puts("shown");
    std::fflush(stdout);
    QCoreApplication::exit();
  });
  return QGuiApplication::exec();
}
