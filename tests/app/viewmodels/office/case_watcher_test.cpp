// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/case_watcher.h"

#include "tests/app/viewmodels/office/office_world.h"
#include "tests/platform/support/full_disk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace veikart::test {

namespace {

struct World {
  OfficeWorld world;
  Id amina = world.tablet.addCase("Amina", "Hassan");
  Id jonas = world.tablet.addCase("Jonas", "Lie");
  ui::CaseWatcher watcher{world.context, world.sync};

  World() {
    world.open();
    world.navigator.restart(ui::Navigator::Caseload);
  }
  auto openingsOf(const Id& caseId) {
    const std::vector<AuditEntry> entries = world.read([&](store::CaseStore& cases) { return cases.auditOf(caseId); });
    return std::ranges::count(entries, AuditAction::Opened, &AuditEntry::action);
  }
};

} // namespace

TEST_CASE("each opening of a case is noted once, however many of its pages are looked at", "[viewmodels][audit]") {
  World page;
  page.world.navigator.go(ui::Navigator::CasePage, page.amina);
  page.world.navigator.go(ui::Navigator::Attachments, page.amina);
  page.world.navigator.back();
  CHECK(page.openingsOf(page.amina) == 1);
  page.world.navigator.restart(ui::Navigator::Caseload);
  page.world.navigator.go(ui::Navigator::LogContact, page.amina); // whichever page it is
  CHECK(page.openingsOf(page.amina) == 2);
  page.world.navigator.go(ui::Navigator::CasePage, page.jonas);
  CHECK(page.openingsOf(page.jonas) == 1);
  CHECK(page.openingsOf(page.amina) == 2);
}

TEST_CASE("an opening is noted before anything of the case is read", "[viewmodels][audit]") {
  World page;
  bool isNoted = false;
  QObject::connect(&page.world.navigator, &ui::Navigator::changed, &page.watcher, [&] {
    page.world.queue.read([&](store::CaseStore& cases) {
      isNoted = ok(cases.auditOf(page.amina)).front().action == AuditAction::Opened;
      return Status();
    });
  });
  page.world.navigator.go(ui::Navigator::CasePage, page.amina);
  settle(page.world.queue);
  CHECK(isNoted);
}

TEST_CASE("a case whose opening can't be noted stays shut, and that is said", "[viewmodels][audit]") {
  World page;
  QString said;
  QObject::connect(&page.watcher, &ui::CaseWatcher::cannotOpen, [&](const QString& problem) { said = problem; });
  page.world.queue.close(); // whatever it is that fails
  page.world.navigator.go(ui::Navigator::CasePage, page.amina);
  settle(page.world.queue);
  CHECK(page.world.navigator.page() == ui::Navigator::Caseload);
  CHECK_FALSE(said.isEmpty());
}

} // namespace veikart::test
