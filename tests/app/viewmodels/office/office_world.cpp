// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/viewmodels/office/office_world.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

void OfficeWorld::open() {
  context.user = tablet.owner();
  tablet.close();
  bool isOpen = false;
  queue.open([this] { return store::CaseStore::open(tablet.folder() / "store.db", tablet.key(), tablet.clock()); })
      .then(&queue, [&isOpen](const Status& status) { isOpen = status.ok(); });
  REQUIRE(QTest::qWaitFor([&isOpen] { return isOpen; }));
}

void OfficeWorld::meet(const Id& caseId, int64_t at, const std::string& placeName) {
  Appointment appointment;
  appointment.id = tablet.newId();
  appointment.caseId = caseId;
  appointment.withStaffId = tablet.owner().id;
  appointment.at = at;
  appointment.type = "hjemmebesok";
  appointment.placeName = placeName;
  ok(tablet.store().save(appointment));
}

std::vector<store::CaseloadEntry> OfficeWorld::caseload() {
  return read([id = context.user.id](store::CaseStore& cases) { return cases.caseload(id); });
}

store::CaseOverview OfficeWorld::overview(const Id& caseId) {
  return read([caseId](store::CaseStore& cases) { return cases.caseOverview(caseId); });
}

QStringList linesOf(const ui::RowModel& rows) {
  QStringList lines;
  for (const ui::RowModel::Row& row : rows.rows())
    lines.append(QStringList{row[1].toString(), row[3].toString(), row[4].toString()}.join(QStringLiteral(" | ")));
  return lines;
}

void settle(ui::StoreQueue& queue) {
  // An answer may ask the store again; none asks more than once.
  for (int round = 0; round < 3; ++round) {
    bool isAnswered = false;
    queue.read([](store::CaseStore&) { return Status(); }).then(&queue, [&isAnswered](const Status&) {
      isAnswered = true;
    });
    REQUIRE(QTest::qWaitFor([&isAnswered] { return isAnswered; }));
  }
}

} // namespace veikart::test
