// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include <QAccessible>
#include <QQmlEngine>
#include <QQuickItem>
#include <QtQuickTest>

// What a screen reader is told of an item, as Qt hands it on.
class Spoken : public QObject {
  Q_OBJECT
public:
  using QObject::QObject;

  Q_INVOKABLE QString role(QQuickItem* item) const {
    switch (spoken(item)->role()) {
    case QAccessible::Button:
      return QStringLiteral("button");
    case QAccessible::RadioButton:
      return QStringLiteral("radio button");
    case QAccessible::CheckBox:
      return QStringLiteral("check box");
    case QAccessible::PageTab:
      return QStringLiteral("tab");
    case QAccessible::EditableText:
      return QStringLiteral("field");
    default:
      return QStringLiteral("something else");
    }
  }
  Q_INVOKABLE QString name(QQuickItem* item) const { return spoken(item)->text(QAccessible::Name); }
  Q_INVOKABLE QString description(QQuickItem* item) const { return spoken(item)->text(QAccessible::Description); }
  Q_INVOKABLE bool isChecked(QQuickItem* item) const { return spoken(item)->state().checked; }
  Q_INVOKABLE bool isSelected(QQuickItem* item) const { return spoken(item)->state().selected; }
  Q_INVOKABLE void press(QQuickItem* item) const {
    spoken(item)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
  }

private:
  static QAccessibleInterface* spoken(QQuickItem* item) { return QAccessible::queryAccessibleInterface(item); }
};

// Lets the tests import the app's own modules, which live in the executable.
class Setup : public QObject {
  Q_OBJECT
public slots:
  void qmlEngineAvailable(QQmlEngine* engine) {
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    qmlRegisterSingletonType<Spoken>("Veikart.Tests", 1, 0, "Spoken",
                                     [](QQmlEngine*, QJSEngine*) -> QObject* { return new Spoken; });
    QAccessible::setActive(true);
  }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)

#include "main.moc"
