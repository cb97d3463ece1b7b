// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include <QQmlEngine>
#include <QtQuickTest>

// Lets the tests import the app's own modules, which live in the executable.
class Setup : public QObject {
  Q_OBJECT
public slots:
  void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)

#include "main.moc"
