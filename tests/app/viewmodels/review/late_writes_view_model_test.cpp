// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/review/late_writes_view_model.h"

#include "app/viewmodels/review/case_review.h"
#include "sync/record/late_write.h"
#include "tests/app/viewmodels/review/two_tablets.h"
#include "tests/platform/support/full_disk.h"

namespace veikart::test {

namespace {

// Kari has Amina's case, which Jonas had before. What he wrote since comes as the hub keeps it.
struct Page {
  TwoTablets tablets;
  ui::LateWritesViewModel model{tablets.world.context, tablets.world.sync};

  Page() {
    for (const sync::OutboxItem& item : ok(tablets.jonas.store().replica().outboxItems())) {
      const sync::Receipt receipt{sync::encode(item.local), sync::PushOutcome::Applied, {}, 0};
      ok(tablets.jonas.store().replica().applyReceipts({&receipt, 1}));
    }
  }
  void open(Role role = Role::Counsellor) {
    std::vector<Bytes> page;
    for (const sync::OutboxItem& item : ok(tablets.jonas.store().replica().outboxItems()))
      page.push_back(
          sync::encode(sync::makeLateWrite({tablets.jonas.owner().id, sync::encode(item.local)}, item.local)));
    ok(tablets.world.tablet.store().replica().applyPage(page, {"cursor", {}}));
    tablets.world.open();
    tablets.world.context.user.role = role;
    tablets.world.navigator.restart(ui::Navigator::CasePage, tablets.amina);
    tablets.world.navigator.go(ui::Navigator::LateWrites, tablets.amina);
    settle(tablets.world.queue);
  }
  void wait() { settle(tablets.world.queue); }
  std::string at(int item, int role) { return model.items()->rows().at(item).at(role).toString().toStdString(); }
  Task task() {
    return tablets.world.read([id = tablets.task.id](store::CaseStore& cases) { return cases.task(id); });
  }
};

} // namespace

TEST_CASE("an attachment that came late is taken in with its content, which is then fetched", "[viewmodels][late]") {
  Page page;
  const Bytes letter = "%PDF-1.7 Oppsigelse";
  Tablet& jonas = page.tablets.jonas;
  const Attachment late{jonas.newId(), page.tablets.amina, "brev", "Fra utleieren", "2026-11-22", "", {}, {}, 0};
  ok(jonas.store().attachments().add(late, letter));
  page.open();
  REQUIRE(page.model.items()->rowCount() == 1);
  CHECK(page.at(0, 0) == "Vedlegget «Fra utleieren»");
  CHECK(page.at(0, 2).find("Innhold: Brev, 1 kB") != std::string::npos);
  const auto wanted = [&page] {
    return page.tablets.world.read([](store::CaseStore& cases) { return cases.replica().contents().wanted(); });
  };
  CHECK(wanted().empty()); // nobody fetches what is not in the case
  page.model.takeIn(0);
  page.wait();
  const auto entries = page.tablets.world.read(
      [id = page.tablets.amina](store::CaseStore& cases) { return cases.attachments().in(id); });
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].attachment.title == "Fra utleieren");
  CHECK(entries[0].attachment.content == sync::ContentId::of(letter));
  REQUIRE(wanted().size() == 1);
  CHECK(wanted().at(0).id == sync::ContentId::of(letter));
}

TEST_CASE("what came late is told with who, when and what stands now", "[viewmodels][late]") {
  Page page;
  TwoTablets::decide(page.tablets.jonas, page.tablets.task.id, "2026-12-15");
  page.open();
  REQUIRE(page.model.name() == "Amina Hassan");
  REQUIRE(page.model.items()->rowCount() == 1);
  CHECK(page.at(0, 0) == "Oppgaven «Ringe fastlegen»");
  CHECK(page.at(0, 1) == "Jonas Lie · i dag 11:00");
  CHECK(page.at(0, 2) == "Frist: 15. desember\nNå står: tirsdag 1. desember");
  CHECK(page.at(0, 3).empty());
  CHECK(page.at(0, 4) == "Ta inn");
  page.model.takeIn(0);
  page.wait();
  CHECK(page.task().dueDate == "2026-12-15");
  CHECK(page.model.doneText() == "Det er tatt inn i saken.");
  CHECK_FALSE(page.model.canUndo());
  CHECK(page.model.items()->rowCount() == 0);
}

TEST_CASE("what is set aside changes nothing, and comes back when one has thought again", "[viewmodels][late]") {
  Page page;
  TwoTablets::decide(page.tablets.jonas, page.tablets.task.id, "2026-12-15");
  page.open();
  page.model.setAside(0);
  page.wait();
  CHECK(page.task().dueDate == "2026-12-01");
  CHECK(page.model.items()->rowCount() == 0);
  REQUIRE(page.model.canUndo());
  page.model.undo();
  page.wait();
  CHECK(page.model.items()->rowCount() == 1);
  CHECK_FALSE(page.model.canUndo());
}

TEST_CASE("what can't be brought back on a full disk can be when there is room", "[viewmodels][late]") {
  Page page;
  TwoTablets::decide(page.tablets.jonas, page.tablets.task.id, "2026-12-15");
  page.open();
  page.model.setAside(0);
  page.wait();
  {
    const FullDisk full;
    page.model.undo();
    page.wait();
    CHECK(page.model.message().startsWith("Nettbrettet er fullt."));
  }
  REQUIRE(page.model.canUndo());
  page.model.undo();
  page.wait();
  CHECK(page.model.items()->rowCount() == 1);
}

TEST_CASE("the client's own words that stand otherwise are replaced with the client alone", "[viewmodels][late]") {
  Page page;
  page.tablets.answer(page.tablets.jonas, "Jobb i butikk");
  page.tablets.answer(page.tablets.world.tablet, "Norskkurs");
  page.open();
  CHECK(page.at(0, 4) == "Ta inn sammen med Amina");
  CHECK(page.at(0, 3) == "Brukerens egne ord står annerledes nå. De erstattes bare når brukeren selv er med.");
}

TEST_CASE("a late draft shows what was typed, and is taken over", "[viewmodels][late]") {
  Page page;
  ok(page.tablets.jonas.store().keepDraft({page.tablets.amina}, R"({"done":"Så på brevet","minutes":30})"));
  ok(page.tablets.jonas.store().replica().endScope({sync::ScopeKind::Case, page.tablets.amina}));
  page.open();
  CHECK(page.at(0, 0) == "En kladd som ikke ble lagret");
  CHECK(page.at(0, 2) == "Skrevet: Så på brevet");
  CHECK(page.at(0, 4) == "Ta over kladden");
  page.model.takeIn(0);
  page.wait();
  CHECK(page.model.doneText() == "Kladden er din nå. Den ligger i saken.");
  CHECK(page.tablets.world.read([id = page.tablets.amina](store::CaseStore& cases) { return cases.draft({id}); }));
}

TEST_CASE("what changed since it was shown is shown as it stands before it is replaced", "[viewmodels][late]") {
  Page page;
  TwoTablets::decide(page.tablets.jonas, page.tablets.task.id, "2026-12-15");
  page.open();
  Task now = page.task();
  now.dueDate = "2026-12-20";
  page.tablets.world.queue.keep([now](store::CaseStore& cases) { return cases.save(now); });
  page.model.takeIn(0);
  page.wait();
  CHECK(page.task().dueDate == "2026-12-20");
  CHECK(page.model.message().startsWith("Noe er endret siden"));
  CHECK(page.at(0, 2) == "Frist: 15. desember\nNå står: 20. desember");
}

TEST_CASE("with a full disk what came late stays to be looked at", "[viewmodels][late]") {
  Page page;
  TwoTablets::decide(page.tablets.jonas, page.tablets.task.id, "2026-12-15");
  page.open();
  {
    const FullDisk full;
    page.model.takeIn(0);
    page.wait();
    CHECK(page.model.message().startsWith("Nettbrettet er fullt."));
    CHECK(page.model.doneText().isEmpty());
  }
  CHECK(page.task().dueDate == "2026-12-01");
}

TEST_CASE("a supervisor reads what came late, and decides nothing", "[viewmodels][late]") {
  Page page;
  TwoTablets::decide(page.tablets.jonas, page.tablets.task.id, "2026-12-15");
  page.open(Role::Supervisor);
  CHECK(page.at(0, 4).empty());
  page.model.setAside(0);
  page.wait();
  CHECK(page.model.items()->rowCount() == 1);
}

TEST_CASE("the case page tells of what came late and leads to it", "[viewmodels][late]") {
  Page page;
  TwoTablets::decide(page.tablets.jonas, page.tablets.task.id, "2026-12-15");
  ui::CaseReview review(page.tablets.world.context, nullptr);
  page.open();
  page.tablets.world.navigator.back();
  review.load(page.tablets.amina);
  page.wait();
  CHECK(review.lateText().toStdString() == "1 opplysninger kom fra noen som ikke hadde saken lenger.");
  review.openLate();
  CHECK(page.tablets.world.navigator.page() == ui::Navigator::LateWrites);
}

} // namespace veikart::test
