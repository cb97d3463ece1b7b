// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The app from the unwrapped key (on standard input) to the caseload: what app/main.cpp does, without the PIN and
// without waiting for the hub. Argument: the user's folder.
#include "app/viewmodels/application/application_view_model.h"
#include "platform/crypto/crypto.h"

#include <QFont>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_ApplicationPlugin)
Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_ClientPlugin)
Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_EntryPlugin)
Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_FollowupPlugin)
Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_MappingPlugin)
Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_OfficePlugin)
Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_SharedPlugin)
Q_IMPORT_QML_PLUGIN(Veikart_ViewModels_SupervisorPlugin)

namespace veikart::ui {
namespace {

SecretBytes readKey() {
  SecretBytes key(crypto::kKeySize);
  return std::fread(key.data(), 1, key.size(), stdin) == key.size() ? std::move(key) : SecretBytes();
}

// Opens the store while the window is being made, as unlocking does, and goes to the caseload.
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

// A frame made after the caseload came shows it; the frame under way when it came may not.
void reportWhenShown(QQuickWindow& window, CaseloadViewModel& caseload) {
  auto updatesLeft = std::make_shared<int>(2);
  QObject::connect(&window, &QQuickWindow::frameSwapped, &caseload, [&window, &caseload, updatesLeft] {
    if (!caseload.isLoaded())
      return;
    if (--*updatesLeft > 0)
      return window.update();
    std::puts("shown");
    std::fflush(stdout);
    QCoreApplication::exit();
  });
  QObject::connect(&caseload, &CaseloadViewModel::changed, &window, &QQuickWindow::update);
}

int run(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  QGuiApplication::setFont(QFont(QStringLiteral("Source Sans 3")));
  if (argc != 2 || !crypto::initialize().ok())
    return 2;
  const SystemClock clock;
  const DeviceFolder folder(argv[1]);
  StoreQueue store;
  Navigator navigator;
  SyncViewModel sync(store, clock);
  AppContext context{clock, store, navigator, folder.root(), {}, {}, {}, {}};
  ApplicationViewModel app(context, sync, folder, {}, {});
  navigator.restart(Navigator::Unlock);
  openStore(application, context, folder);

  QQmlApplicationEngine engine;
  // A page that does not load leaves an empty place, which comes up much faster than the caseload.
  QObject::connect(
      &engine, &QQmlEngine::warnings, &application, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Veikart/Pages/Shell/MainWindow.qml")));
  if (engine.rootObjects().isEmpty())
    return 1;
  reportWhenShown(*qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()), *app.caseload());
  return QGuiApplication::exec();
}

} // namespace
} // namespace veikart::ui

int main(int argc, char** argv) {
  return veikart::ui::run(argc, argv);
}
