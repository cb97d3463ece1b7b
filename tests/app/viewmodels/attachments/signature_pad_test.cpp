// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/attachments/signature_pad.h"

#include <QImage>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

// The pad in a window of its own.
struct Paper {
  QQuickWindow window;
  ui::SignaturePad pad{window.contentItem()};

  Paper() {
    window.resize(600, 300);
    pad.setSize({600, 600 * pad.heightPerWidth()});
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
  }
  void draw(const QPoint& from, const QPoint& to) {
    QTest::mousePress(&window, Qt::LeftButton, {}, from);
    QTest::mouseMove(&window, (from + to) / 2);
    QTest::mouseMove(&window, to);
    QTest::mouseRelease(&window, Qt::LeftButton, {}, to);
  }
  // How much of the left and of the right half of the picture is written on.
  std::pair<int, int> ink() const {
    const QImage picture = QImage::fromData(pad.png(), "PNG");
    REQUIRE_FALSE(picture.isNull());
    std::pair<int, int> dark;
    for (int y = 0; y < picture.height(); ++y)
      for (int x = 0; x < picture.width(); ++x)
        (x < picture.width() / 2 ? dark.first : dark.second) += picture.pixelColor(x, y).lightness() < 128 ? 1 : 0;
    return dark;
  }
};

} // namespace

TEST_CASE("what the hand writes stands in the picture where it was written", "[viewmodels][signature]") {
  Paper paper;
  CHECK(paper.pad.isEmpty());
  CHECK(paper.ink() == std::pair(0, 0));
  paper.draw({60, 100}, {240, 60});
  CHECK_FALSE(paper.pad.isEmpty());
  CHECK(paper.ink().first > 500);
  CHECK(paper.ink().second == 0);
  paper.draw({400, 80}, {400, 80}); // a dot
  CHECK(paper.ink().second > 5);
}

TEST_CASE("a stroke that leaves the pad is cut at its edge", "[viewmodels][signature]") {
  Paper paper;
  paper.draw({60, 100}, {60, 290});
  CHECK(paper.ink().first > 100);
}

TEST_CASE("a finger that writes does not scroll the page", "[viewmodels][signature]") {
  Paper paper;
  QQmlEngine engine;
  QQmlComponent component(&engine);
  component.setData("import QtQuick; Flickable { width: 600; height: 300; contentHeight: 2000 }", {});
  const std::unique_ptr<QObject> made(component.create());
  auto* page = qobject_cast<QQuickItem*>(made.get());
  REQUIRE(page != nullptr);
  page->setParentItem(paper.window.contentItem());
  paper.pad.setParentItem(page->property("contentItem").value<QQuickItem*>());
  const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
  QTest::touchEvent(&paper.window, screen.get()).press(0, QPoint(100, 190));
  for (int y = 180; y >= 20; y -= 10)
    QTest::touchEvent(&paper.window, screen.get()).move(0, QPoint(100, y));
  QTest::touchEvent(&paper.window, screen.get()).release(0, QPoint(100, 20));
  CHECK(page->property("contentY").toDouble() == 0);
  CHECK(paper.ink().first > 500);
  paper.pad.setParentItem(paper.window.contentItem());
}

TEST_CASE("what is wiped out is gone, and the hand begins anew", "[viewmodels][signature]") {
  Paper paper;
  paper.draw({60, 100}, {240, 60});
  paper.pad.clear();
  CHECK(paper.pad.isEmpty());
  CHECK(paper.ink() == std::pair(0, 0));
  paper.draw({400, 100}, {500, 60});
  CHECK(paper.ink().first == 0);
  CHECK(paper.ink().second > 100);
}

TEST_CASE("a name keeps its place when the tablet is turned", "[viewmodels][signature]") {
  Paper paper;
  paper.draw({60, 100}, {240, 60});
  const auto before = paper.ink();
  paper.pad.setSize({300, 300 * paper.pad.heightPerWidth()});
  CHECK(paper.ink() == before);
}

} // namespace veikart::test
