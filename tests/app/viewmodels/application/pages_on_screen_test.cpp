// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/application/app_window.h"
#include "app/viewmodels/application/application_view_model.h"
#include "tests/app/viewmodels/office/office_world.h"
#include "tests/app/viewmodels/review/two_tablets.h"

#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickView>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace veikart::test {

namespace {

const QSize kLying(1280, 800);
const QSize kStanding(800, 1280);

QQuickItem* find(const QQuickItem& in, const std::function<bool(const QQuickItem&)>& isIt) {
  for (QQuickItem* item : in.childItems()) {
    if (!item->isVisible())
      continue;
    if (QQuickItem* found = isIt(*item) ? item : find(*item, isIt))
      return found;
  }
  return nullptr;
}

// One page of the app in a window of its own.
struct Window {
  ui::AppWindow window;
  std::unique_ptr<QQmlComponent> component;
  QQuickView view{&window.engine(), nullptr};

  void show(const char* file, QObject* model, QSize size) {
    component = std::make_unique<QQmlComponent>(
        &window.engine(), QUrl(QStringLiteral("qrc:/qt/qml/Veikart/Pages/") + QLatin1String(file)));
    QObject* page = component->createWithInitialProperties({{QStringLiteral("model"), QVariant::fromValue(model)}});
    INFO(component->errorString().toStdString());
    REQUIRE(page != nullptr);
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setContent(component->url(), component.get(), page);
    view.resize(size);
    view.show();
    view.requestActivate();
    REQUIRE(QTest::qWaitForWindowActive(&view));
  }
  // What is shown and says so: a button by its words, a field by its label.
  QQuickItem* shown(const char* property, const QString& words) const {
    return find(*view.rootObject(),
                [&](const QQuickItem& item) { return item.property(property).toString() == words; });
  }
  // The field in which its text is written.
  QQuickItem* writing(const QString& label) const {
    const QQuickItem* field = shown("label", label);
    return field ? find(*field,
                        [](const QQuickItem& item) {
                          return item.inherits("QQuickTextField") || item.inherits("QQuickTextArea");
                        })
                 : nullptr;
  }
  bool isInWindow(const QQuickItem* item) const {
    return item != nullptr &&
           QRectF({}, view.size()).contains(item->mapRectToScene(QRectF({}, item->size())).toAlignedRect());
  }
};

struct AboutAmina {
  OfficeWorld world;
  Id amina = world.tablet.addCase("Amina", "Hassan");
  Mapping mapping = world.tablet.startMapping(amina);
  ui::DeviceFolder folder{world.tablet.folder().path()};
  ui::ApplicationViewModel app{
      world.context, world.sync, ui::TabletFolder(world.tablet.folder().path()), folder, {}, {}, {}};
};

// The window goes before what it shows.
struct Screen : AboutAmina, Window {
  Screen() { world.open(); }
  void go(ui::Navigator::Page page) {
    world.navigator.go(page, amina, mapping.id);
    settle(world.queue);
  }
};

} // namespace

TEST_CASE("the way on is in the window however much the client disagrees with", "[viewmodels][pages]") {
  Screen screen;
  screen.go(ui::Navigator::Confirm);
  screen.show("Mapping/ConfirmPage.qml", screen.app.confirm(), GENERATE(kLying, kStanding));
  screen.app.confirm()->choose(ui::ConfirmViewModel::Disagrees);
  screen.app.confirm()->setProperty("disagreement", QStringLiteral("Ikke praksis om vinteren.\n").repeated(30));
  screen.view.grabWindow(); // laid out
  REQUIRE(screen.isInWindow(screen.shown("text", "Lagre med begge syn")));
}

TEST_CASE("who writes what they disagree with goes on writing when the keyboard takes its room",
          "[viewmodels][pages]") {
  Screen screen;
  screen.go(ui::Navigator::Confirm);
  screen.show("Mapping/ConfirmPage.qml", screen.app.confirm(), kLying);
  screen.app.confirm()->choose(ui::ConfirmViewModel::Disagrees);
  QQuickItem* text = screen.writing("Hva er du uenig i?");
  REQUIRE(text != nullptr);
  text->forceActiveFocus();
  screen.view.resize(1280, 420);
  REQUIRE(QTest::qWaitFor([&] { return screen.view.rootObject()->height() == 420; }));
  REQUIRE(screen.view.activeFocusItem() == text);
  REQUIRE(text->isVisible());
}

TEST_CASE("the pad and the ways on from it are in the window", "[viewmodels][pages]") {
  Screen screen;
  screen.go(ui::Navigator::Attachments);
  screen.show("Attachments/AttachmentsPage.qml", screen.app.attachments(), GENERATE(kLying, kStanding));
  screen.app.attachments()->beginSignature();
  screen.view.grabWindow(); // laid out
  CHECK(screen.isInWindow(screen.shown("text", "Visk ut")));
  CHECK(screen.isInWindow(screen.shown("text", "Lagre")));
  CHECK(screen.view.activeFocusItem() == screen.writing("Hva skrives det under på?"));
}

TEST_CASE("nothing leads to other people while somebody writes their name", "[viewmodels][pages]") {
  Screen screen;
  screen.go(ui::Navigator::Attachments);
  screen.show("Shell/OfficeFrame.qml", &screen.app, kLying);
  CHECK(screen.shown("text", "Brukere") != nullptr);
  screen.app.attachments()->beginSignature();
  CHECK(screen.shown("text", "Brukere") == nullptr);
  CHECK(screen.shown("text", "Avbryt") != nullptr);
  screen.app.attachments()->back();
  CHECK(screen.shown("text", "Brukere") != nullptr);
}

TEST_CASE("all that was written of a contact stands open when it is taken up again", "[viewmodels][pages]") {
  Screen screen;
  screen.go(ui::Navigator::LogContact);
  ui::ContactViewModel& contact = *screen.app.contact();
  contact.goals()->write("Bli trygg på norsk");
  contact.setDay("20.11");
  contact.setProperty("placeName", "Biblioteket");
  contact.setType(6);
  contact.close();
  screen.go(ui::Navigator::LogContact);
  screen.show("FollowUp/LogContactPage.qml", &contact, kLying);
  REQUIRE(screen.shown("text", "Bli trygg på norsk") != nullptr);
  REQUIRE(screen.shown("label", "Hvilken dag") != nullptr);
  REQUIRE(screen.shown("text", "Biblioteket") != nullptr);
  REQUIRE(screen.shown("text", contact.typeChoices().at(6)) != nullptr);
}

TEST_CASE("a part of a contact stays under the hand that empties it", "[viewmodels][pages]") {
  Screen screen;
  screen.go(ui::Navigator::LogContact);
  ui::ContactViewModel& contact = *screen.app.contact();
  contact.setProperty("placeName", "B");
  contact.next()->setDate("24.12");
  contact.toggleLifeArea(0);
  contact.setType(6);
  contact.close();
  screen.go(ui::Navigator::LogContact);
  screen.show("FollowUp/LogContactPage.qml", &contact, kLying);
  QQuickItem* place = screen.writing("Hvor var dere?");
  REQUIRE(place != nullptr);
  place->forceActiveFocus();
  QTest::keyClick(&screen.view, Qt::Key_End);
  QTest::keyClick(&screen.view, Qt::Key_Backspace);
  contact.next()->setDate("");
  contact.toggleLifeArea(0);
  contact.setType(0);
  REQUIRE(contact.property("placeName").toString().isEmpty());
  REQUIRE(screen.view.activeFocusItem() == place);
  REQUIRE(place->isVisible());
  REQUIRE(screen.shown("title", "Neste avtale") != nullptr);
  REQUIRE(screen.shown("title", "Livsområder") != nullptr);
  REQUIRE(screen.shown("text", contact.typeChoices().at(6)) != nullptr);
}

TEST_CASE("both versions and their choices are in the window, also for the client to choose", "[viewmodels][pages]") {
  TwoTablets tablets;
  tablets.answer(tablets.world.tablet, "Jeg vil ha en jobb der jeg er sammen med barn.");
  tablets.answer(tablets.jonas, "Jeg vil ha en jobb på lager.");
  ui::DeviceFolder folder{tablets.world.tablet.folder().path()};
  ui::ApplicationViewModel app{tablets.world.context,
                               tablets.world.sync,
                               ui::TabletFolder(tablets.world.tablet.folder().path()),
                               folder,
                               {},
                               {},
                               {}};
  tablets.open(ui::Navigator::TwoVersions);
  const QSize size = GENERATE(kLying, kStanding);
  Window window;
  window.show("Review/TwoVersionsPage.qml", app.twoVersions(), size);
  CHECK(window.isInWindow(window.shown("who", "Amina")));
  CHECK(window.shown("text", "Amina velger denne") == nullptr);
  CHECK(window.isInWindow(window.shown("text", "Gå gjennom med Amina")));
  app.twoVersions()->goThroughWithClient();
  window.view.grabWindow(); // laid out
  CHECK(window.isInWindow(window.shown("text", "Amina velger denne")));
  CHECK(window.shown("text", "Gå gjennom med Amina") == nullptr);
}

} // namespace veikart::test
