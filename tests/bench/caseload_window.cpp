// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The app from the unwrapped key (on standard input) to the caseload: what app/main.cpp does, without the PIN's page
// and without waiting for the hub. Argument: the user's folder.
#include "app/viewmodels/application/app_window.h"
#include "app/viewmodels/application/application_view_model.h"
#include "platform/crypto/crypto.h"
#include "tests/bench/case_history.h"

#include <QFont>
#include <QGuiApplication>
#include <QQuickWindow>

#include <cstdio>

namespace veikart::ui {
namespace {

SecretBytes readKey() {
  SecretBytes key(crypto::kKeySize);
  return std::fread(key.data(), 1, key.size(), stdin) == key.size() ? std::move(key) : SecretBytes();
}

// Opens the store while the QML is being read, as unlocking does, and goes to the caseload.
void openStore(QGuiApplication& application, AppContext& context, const DeviceFolder& folder) {
  auto user = std::make_shared<casework::StaffMember>();
  auto opener = [user, folder, &clock = context.clock]() -> Result<std::unique_ptr<store::CaseStore>> {
    Result<std::unique_ptr<store::CaseStore>> cases = store::CaseStore::open(folder.storeFile(), readKey(), clock);
    if (!cases.ok())
      return cases;
    Result<casework::StaffMember> owner = (*cases)->owner();
    if (!owner.ok())
      return owner.status();
    *user = *std::move(owner);
    return cases;
  };
  context.store.open(std::move(opener)).then(&application, [&context, user](const Status& status) {
    if (!status.ok())
      return QCoreApplication::exit(1);
    context.user = *user;
    context.navigator.restart(Navigator::Caseload);
  });
}

void reportWhenShown(QQuickWindow& window) {
  QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [] {
    std::puts("shown");
    std::fflush(stdout);
    QCoreApplication::exit();
  });
}

int run(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  QGuiApplication::setFont(QFont(QStringLiteral("Source Sans 3")));
  if (argc != 2 || !crypto::initialize().ok())
    return 2;
  const FakeClock clock(bench::kNow); // the caseload has the same rows on every day
  const DeviceFolder folder(argv[1]);
  StoreQueue store;
  Navigator navigator;
  SyncViewModel sync(store, clock);
  AppContext context{clock, store, navigator, {}, {}, {}, {}};
  ApplicationViewModel app(context, sync, TabletFolder(folder.root()), folder, {}, {}, {});
  AppWindow window;
  // The caseload has come before the QML has been read, and so is in the window's first frame.
  QObject::connect(app.caseload(), &CaseloadViewModel::changed, &application, [&] {
    if (!app.caseload()->isLoaded() || window.window() != nullptr)
      return;
    if (!window.show(QStringLiteral("Shell/MainWindow.qml"), {{QStringLiteral("app"), QVariant::fromValue(&app)}}))
      return QCoreApplication::exit(1);
    reportWhenShown(*qobject_cast<QQuickWindow*>(window.window()));
  });
  openStore(application, context, folder);
  // A page that does not load leaves an empty place, which comes up much faster than the caseload.
  QObject::connect(
      &window.engine(), &QQmlEngine::warnings, &application, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
  window.prepare({QStringLiteral("Shell/MainWindow.qml"), QStringLiteral("Shell/OfficeFrame.qml"),
                  QStringLiteral("Office/CaseloadPage.qml")});
  return QGuiApplication::exec();
}

} // namespace
} // namespace veikart::ui

int main(int argc, char** argv) {
  return veikart::ui::run(argc, argv);
}
