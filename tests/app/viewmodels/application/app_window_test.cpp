// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/application/app_window.h"

#include "app/viewmodels/application/application_view_model.h"
#include "platform/crypto/crypto.h"
#include "tests/platform/support/temporary_folder.h"

#include <QDirIterator>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQuickWindow>

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

// A tablet that is switched on: the app as main.cpp makes it.
struct Start {
  const SystemClock clock;
  const ui::TabletFolder tablet;
  const ui::DeviceFolder folder;
  ui::StoreQueue store;
  ui::Navigator navigator;
  ui::SyncViewModel sync{store, clock};
  ui::AppContext context{clock, store, navigator, {}, {}, {}, {}};
  ui::ApplicationViewModel app{context, sync, tablet, folder, {}, {}, {}};
  ui::AppWindow window;

  explicit Start(const TemporaryFolder& place) : tablet(place.path()), folder(place.path()) {}
  bool show(const QString& file) { return window.show(file, {{QStringLiteral("app"), QVariant::fromValue(&app)}}); }
  // As the pages see it.
  double textScale() {
    QQmlComponent component(&window.engine());
    component.setData("import QtQml; import Veikart.Theme; QtObject { property real scale: Theme.textScale }", {});
    const std::unique_ptr<QObject> reader(component.create());
    return reader ? reader->property("scale").toDouble() : 0;
  }
};

} // namespace

TEST_CASE("the tablet's text size holds before the first frame", "[viewmodels][window]") {
  const TemporaryFolder place;
  REQUIRE(ui::DeviceFolder(place.path()).saveTextScale(1.5).ok());
  Start start(place);
  start.window.prepare({QStringLiteral("Shell/MainWindow.qml"), QStringLiteral("Entry/UnlockPage.qml")});
  REQUIRE(start.show(QStringLiteral("Shell/MainWindow.qml")));
  REQUIRE(qobject_cast<QQuickWindow*>(start.window.window()) != nullptr);
  REQUIRE(start.textScale() == 1.5); // nothing is drawn before the event loop runs
  start.app.settings()->setTextScale(2.0);
  REQUIRE(start.textScale() == 2.0);
}

TEST_CASE("every page of the counsellor's process can be made", "[viewmodels][window]") {
  ui::AppWindow window;
  int pages = 0;
  QDirIterator files(QStringLiteral(":/qt/qml/Veikart/Pages"), {QStringLiteral("*.qml")}, QDir::Files,
                     QDirIterator::Subdirectories);
  while (files.hasNext()) {
    const QQmlComponent page(&window.engine(), QUrl(QStringLiteral("qrc") + files.next()));
    INFO(page.errorString().toStdString());
    CHECK(page.isReady());
    ++pages;
  }
  REQUIRE(pages > 20);
}

TEST_CASE("a window that does not load is told from one that does", "[viewmodels][window]") {
  const TemporaryFolder place;
  Start start(place);
  REQUIRE_FALSE(start.show(QStringLiteral("Shell/NoSuchWindow.qml")));
  REQUIRE(start.window.window() == nullptr);
}

} // namespace veikart::test

int main(int argc, char* argv[]) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  QGuiApplication application(argc, argv);
  if (!veikart::crypto::initialize().ok())
    return 1;
  return Catch::Session().run(argc, argv);
}
