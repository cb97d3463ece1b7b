// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/application/app_window.h"

#include <QFontMetricsF>
#include <QGuiApplication>

namespace veikart::ui {

namespace {

QUrl urlOf(const QString& file) {
  return QUrl(QStringLiteral("qrc:/qt/qml/Veikart/Pages/") + file);
}

} // namespace

AppWindow::AppWindow() {
  m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
}

void AppWindow::prepare(const QStringList& files) {
  for (const QString& file : files)
    m_prepared.push_back(std::make_unique<QQmlComponent>(&m_engine, urlOf(file), QQmlComponent::Asynchronous));
  // Meanwhile this thread reads what is known of the system's fonts, which takes as long as a small window.
  QFontMetricsF(QGuiApplication::font()).height();
}

bool AppWindow::show(const QString& file, const QVariantMap& properties) {
  QQmlComponent component(&m_engine, urlOf(file));
  if (component.isReady()) // else Qt 6.4 goes on with the object it has not made
    m_window.reset(component.createWithInitialProperties(properties));
  for (const QQmlError& error : component.errors())
    qWarning().noquote() << error.toString();
  return m_window != nullptr;
}

} // namespace veikart::ui
