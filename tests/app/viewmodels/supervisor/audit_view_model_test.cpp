// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/supervisor/audit_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

#include <QProcess>
#include <QTest>

namespace veikart::test {

namespace {

struct Page {
  TemporaryFolder papers;
  OfficeWorld world;
  Id amina = world.tablet.addCase("Amina", "Hassan");
  ui::AuditViewModel model{world.context, world.sync, papers.path()};

  void open() {
    world.open();
    world.navigator.go(ui::Navigator::CaseAudit, amina);
    settle(world.queue);
  }
};

QString textOf(const std::filesystem::path& pdf) {
  QProcess reader;
  reader.start(QStringLiteral(PDFTOTEXT), {QString::fromStdString(pdf.string()), "-"});
  REQUIRE(reader.waitForFinished());
  return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
}

} // namespace

TEST_CASE("the page tells who did what with the case, and why, latest first", "[viewmodels][supervisor][audit]") {
  Page page;
  Tablet jonas("Jonas", "Lie");
  ok(page.world.tablet.store().save(jonas.owner()));
  page.world.tablet.clock().advance(60'000);
  ok(page.world.tablet.store().assignSecond(page.amina, jonas.owner().id));
  page.world.tablet.clock().advance(60'000);
  ok(page.world.tablet.store().note(page.amina, AuditAction::Opened, "Klage på vedtak"));
  page.open();
  const QList<ui::RowModel::Row>& rows = page.model.entries()->rows();
  REQUIRE(rows.size() == 3);
  CHECK(rows.at(0).at(0).toString() == "Kari Moen");
  CHECK(rows.at(0).at(2).toString().startsWith("Åpnet saken: Klage på vedtak · nettbrett "));
  CHECK(rows.at(1).at(2).toString().startsWith("Delte saken med Jonas Lie"));
  CHECK(rows.at(2).at(2).toString().startsWith("Endret saken"));
  CHECK(page.model.name() == "Amina Hassan");
}

TEST_CASE("another case's entries are not among them, and nothing is left of them when the page is left",
          "[viewmodels][supervisor][audit]") {
  Page page;
  ok(page.world.tablet.store().note(page.world.tablet.addCase("Ola", "Nordli"), AuditAction::Opened, "Klage"));
  page.open();
  CHECK(page.model.entries()->rowCount() == 1);
  page.world.navigator.back();
  CHECK(page.model.entries()->rowCount() == 0);
  CHECK(page.model.name().isEmpty());
}

TEST_CASE("the client's print tells the same, and of itself", "[viewmodels][supervisor][audit]") {
  Page page;
  page.world.context.enrolment.isPractice = true;
  page.open();
  page.model.print();
  REQUIRE(page.model.isPrinting());
  REQUIRE(QTest::qWaitFor([&page] { return !page.model.isPrinting(); }));
  settle(page.world.queue);
  REQUIRE(page.model.message().isEmpty());
  CHECK_FALSE(page.model.printedText().isEmpty());
  CHECK(page.model.entries()->rows().at(0).at(2).toString().startsWith("Skrev ut: Hvem har sett saken"));
  const QString text = textOf(page.papers.path() / "hvem-har-sett-saken.pdf");
  CHECK(text.contains("Amina Hassan"));
  CHECK(text.contains("Øvingsdata"));
  CHECK(text.contains("Kari Moen Endret saken"));
  CHECK(text.contains("Skrev ut: Hvem har sett saken"));
}

} // namespace veikart::test
