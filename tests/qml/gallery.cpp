// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Shows the controls in a real window, to be looked at: veikart_gallery [scene] [textScale] [width] [height] [rtl].
#include <QGuiApplication>
#include <QQmlApplicationEngine>

int main(int argc, char** argv) {
  QGuiApplication app(argc, argv);
  const QStringList arguments = app.arguments();
  if (arguments.value(5) == QStringLiteral("rtl"))
    app.setLayoutDirection(Qt::RightToLeft);

  QQmlApplicationEngine engine;
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  engine.setInitialProperties({{QStringLiteral("scene"), arguments.value(1, QStringLiteral("Office"))},
                               {QStringLiteral("textScale"), arguments.value(2, QStringLiteral("1")).toDouble()},
                               {QStringLiteral("width"), arguments.value(3, QStringLiteral("1280")).toInt()},
                               {QStringLiteral("height"), arguments.value(4, QStringLiteral("800")).toInt()}});
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Veikart/Gallery/Gallery.qml")));
  return engine.rootObjects().isEmpty() ? 1 : app.exec();
}
