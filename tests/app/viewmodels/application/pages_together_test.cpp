// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/application/app_window.h"
#include "app/viewmodels/application/application_view_model.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <QQmlComponent>
#include <QQuickItem>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

// The app on a tablet with one client.
struct App {
  OfficeWorld world;
  Id amina = world.tablet.addCase("Amina", "Hassan");
  ui::DeviceFolder folder{world.tablet.folder().path()};
  ui::ApplicationViewModel app{
      world.context, world.sync, ui::TabletFolder(world.tablet.folder().path()), folder, {}, {}, {}};

  App() { world.open(); }
  void logContact() {
    world.navigator.restart(ui::Navigator::CasePage, amina);
    world.navigator.go(ui::Navigator::LogContact, amina);
  }
};

// The fields of a page in which text is written, and whether they take it.
QList<bool> fieldsOf(const QQuickItem& page) {
  QList<bool> areEnabled;
  for (const QQuickItem* item : page.findChildren<QQuickItem*>())
    if (item->inherits("QQuickTextField") || item->inherits("QQuickTextArea"))
      areEnabled.append(item->isEnabled());
  return areEnabled;
}

} // namespace

TEST_CASE("a case page that comes up at once knows of the draft that was left", "[viewmodels][application]") {
  App start;
  start.logContact();
  settle(start.world.queue);
  start.app.contact()->setProperty("done", "Snakket om praksis.");
  start.app.contact()->close();
  settle(start.world.queue);
  REQUIRE(start.app.caseFile()->draftText() ==
          "Du har en kladd til en kontakt fra i dag 10:00. Den er ikke lagret ennå.");
}

TEST_CASE("no page takes a word before it has been read", "[viewmodels][application]") {
  App start;
  ui::AppWindow window;
  std::unique_ptr<QObject> made;
  const auto show = [&window, &made](const char* file, QObject* model) {
    QQmlComponent component(&window.engine(), QUrl(QStringLiteral("qrc:/qt/qml/Veikart/Pages/") + QLatin1String(file)));
    made.reset(component.createWithInitialProperties({{QStringLiteral("model"), QVariant::fromValue(model)}}));
    INFO(component.errorString().toStdString());
    REQUIRE(made != nullptr);
    return qobject_cast<QQuickItem*>(made.get());
  };
  const QQuickItem* page = nullptr;
  {
    const HeldStore held(start.world.queue);
    SECTION("logging a contact") {
      start.logContact();
      page = show("FollowUp/LogContactPage.qml", start.app.contact());
    }
    SECTION("a new client") {
      start.world.navigator.go(ui::Navigator::NewClient);
      page = show("Office/NewClientPage.qml", start.app.newClient());
    }
    SECTION("a client's details") {
      start.world.navigator.go(ui::Navigator::EditClient, start.amina);
      page = show("Office/EditClientPage.qml", start.app.editClient());
    }
    REQUIRE(page != nullptr);
    REQUIRE(fieldsOf(*page).count(false) > 3);
    REQUIRE_FALSE(fieldsOf(*page).contains(true));
  }
  settle(start.world.queue);
  REQUIRE_FALSE(fieldsOf(*page).contains(false));
}

} // namespace veikart::test
