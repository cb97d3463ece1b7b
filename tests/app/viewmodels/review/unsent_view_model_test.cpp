// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/review/unsent_view_model.h"

#include "app/viewmodels/shared/error_text.h"
#include "tests/app/viewmodels/review/two_tablets.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace veikart::test {

namespace {

// Kari's tablet, of which the hub has nothing but what `sent` says.
struct Page {
  OfficeWorld world;
  Id amina = world.tablet.addCase("Amina", "Hassan");
  TemporaryFolder home;
  ui::UnsentViewModel model{world.context, world.sync};

  Page() {
    qputenv("HOME", QByteArray::fromStdString(home.path().string()));
    qunsetenv("XDG_CONFIG_HOME");
    answerAll(sync::PushOutcome::Applied, "");
    world.tablet.clock().advance(60 * 60 * 1000);
  }
  // What the hub says to all that waits.
  void answerAll(sync::PushOutcome outcome, const std::string& reason) {
    sync::Replica& replica = world.tablet.store().replica();
    for (const sync::OutboxItem& item : ok(replica.outboxItems())) {
      const sync::Receipt receipt{sync::encode(item.local), outcome, reason, 0};
      ok(replica.applyReceipts({&receipt, 1}));
    }
  }
  void open() {
    world.open();
    world.navigator.go(ui::Navigator::Unsent);
    settle(world.queue);
  }
  // "what | for whom | since | why"
  QStringList lines() {
    QStringList lines;
    for (const ui::RowModel::Row& row : model.items()->rows())
      lines.append(QStringList{row[0].toString(), row[1].toString(), row[2].toString(), row[3].toString()}.join(" | "));
    return lines;
  }
  QString contents(int item) { return model.items()->rows().at(item).at(4).toString(); }
};

} // namespace

TEST_CASE("what waits is named with whom it is for and since when, the oldest first", "[viewmodels][unsent]") {
  Page page;
  page.world.tablet.agree(page.amina, "Ringe fastlegen", "2026-12-01");
  page.world.tablet.clock().advance(60 * 60 * 1000);
  Person person = ok(page.world.tablet.store().caseOverview(page.amina)).person;
  person.phone = "90 00 00 00";
  ok(page.world.tablet.store().save(person, page.amina));
  page.open();
  REQUIRE(page.lines().size() == 2);
  CHECK(page.lines().at(0).toStdString() == "Oppgaven «Ringe fastlegen» | Amina Hassan | Skrevet i dag 11:00 | ");
  CHECK(page.lines().at(1).toStdString() == "Opplysninger om brukeren | Amina Hassan | Skrevet i dag 12:00 | ");
  CHECK(page.contents(1).isEmpty());
  page.model.open(1);
  CHECK(page.contents(1).toStdString() == "Telefonnummer: 90 00 00 00");
  page.model.go(1);
  CHECK(page.world.navigator.page() == ui::Navigator::EditClient);
}

TEST_CASE("what was written to something that was erased by law is read and copied from here, and leads nowhere",
          "[viewmodels][unsent]") {
  Page page;
  page.world.tablet.agree(page.amina, "Ringe fastlegen", "2026-12-01");
  sync::Replica& replica = page.world.tablet.store().replica();
  sync::Record erased = ok(replica.outboxItems()).front().local;
  page.answerAll(sync::PushOutcome::Refused, "erased");
  erased.fields.clear();
  erased.erased = true;
  ok(replica.applyPage(std::vector<Bytes>{sync::encode(erased)}, {"1", {}}).status());
  page.open();
  REQUIRE(page.lines().size() == 1);
  CHECK(page.lines().front().contains("er slettet etter loven"));
  page.model.open(0);
  CHECK(page.contents(0).contains("Ringe fastlegen"));
  page.model.go(0);
  CHECK(page.world.navigator.page() == ui::Navigator::Unsent);
}

TEST_CASE("what the office would not take stays in the list with why, until it is sent", "[viewmodels][unsent]") {
  Page page;
  page.world.tablet.agree(page.amina, "Ringe fastlegen", "2026-12-01");
  page.answerAll(sync::PushOutcome::Refused, "no_access");
  page.open();
  REQUIRE(page.lines().size() == 1);
  CHECK(page.lines().front().contains("Kontoret gir deg ikke tilgang til saken nå."));
  CHECK(page.model.summary().contains("1 endringer ble ikke tatt imot."));
  page.model.sendAgain();
  settle(page.world.queue);
  CHECK(page.world.read([](store::CaseStore& cases) { return cases.replica().pending(0, 1 << 20); }).size() == 1);
  page.world.navigator.go(ui::Navigator::CasePage, page.amina);
  page.world.navigator.back();
  settle(page.world.queue);
  CHECK(page.lines().size() == 1);
}

TEST_CASE("a content that waits is named with what it is in, how large, since when and why", "[viewmodels][unsent]") {
  Page page;
  const Bytes content = "%PDF-1.7" + Bytes(1'258'283, 'x');
  const Attachment letter{page.world.tablet.newId(),    page.amina, "brev", "Fra utleieren", "2026-11-22", "",
                          page.world.tablet.owner().id, {},         0};
  ok(page.world.tablet.store().attachments().add(letter, content));
  page.answerAll(sync::PushOutcome::Applied, "");
  sync::ContentTable& contents = page.world.tablet.store().replica().contents();
  SECTION("it only waits") {
    page.open();
    REQUIRE(page.lines().size() == 1);
    CHECK(page.lines().at(0).toStdString() ==
          "Innholdet i «Fra utleieren», 1,2 MB | Amina Hassan | Skrevet i dag 11:00 | ");
    page.model.open(0);
    CHECK(page.contents(0) == "Brev, 1,2 MB");
    page.model.go(0);
    CHECK(page.world.navigator.page() == ui::Navigator::Attachments);
  }
  SECTION("the hub did not take it; sending now does not wait until it is tried again") {
    ok(contents.putOff(ok(contents.unsent()).at(0), "hub_too_old", 600'000));
    CHECK(ok(contents.unsent()).empty());
    page.open();
    REQUIRE(page.lines().size() == 1);
    CHECK(page.lines().at(0).endsWith(ui::refusalText("hub_too_old")));
    page.model.sendAgain();
    settle(page.world.queue);
    CHECK(page.world.read([](store::CaseStore& cases) { return cases.replica().contents().unsent(); }).size() == 1);
  }
}

TEST_CASE("every reason of the hub has a sentence, and one that this version does not know, too",
          "[viewmodels][unsent]") {
  for (const char* reason : {"too_large", "too_new", "malformed", "no_access", "mismatch", "erasure", "foreign_replica",
                             "clock", "write_once", "dot_reused", "unknown_context", "held_damaged", "unreadable",
                             "damaged", "hub_too_old", "erased", "unnamed", "of a later version"})
    CHECK_FALSE(ui::refusalText(reason).isEmpty());
  CHECK(ui::refusalText("").isEmpty());
}

TEST_CASE("a file of it all is written only when it is wanted in spite of what it says, and is logged on the cases",
          "[viewmodels][unsent]") {
  Page page;
  page.world.tablet.agree(page.amina, "Ringe fastlegen", "2026-12-01");
  page.open();
  page.model.exportAll(); // nobody has been asked
  settle(page.world.queue);
  CHECK(page.model.exportedText().isEmpty());
  page.model.askToExport(true);
  CHECK(page.model.asksToExport());
  page.model.exportAll();
  settle(page.world.queue);
  CHECK(page.model.message().isEmpty());
  const QString path = QRegularExpression("^Filen er (.*\\.txt)\\.").match(page.model.exportedText()).captured(1);
  REQUIRE(QFileInfo(path).exists());
  CHECK(QFileInfo(path).permissions() == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
  QFile file(path);
  REQUIRE(file.open(QIODevice::ReadOnly));
  const QString text = QString::fromUtf8(file.readAll());
  CHECK(text.contains("Oppgaven «Ringe fastlegen» · Amina Hassan"));
  CHECK(text.contains("Frist: tirsdag 1. desember"));
  CHECK(page.lines().join("\n").count("At saker ble åpnet eller brukt") == 1);
  const std::vector<AuditEntry> audit =
      page.world.read([&](store::CaseStore& cases) { return cases.auditOf(page.amina); });
  CHECK(std::ranges::count(audit, AuditAction::Exported, &AuditEntry::action) == 1);
}

} // namespace veikart::test
