// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/attachments/attachments_view_model.h"

#include "tests/app/documents/pictures.h"
#include "tests/app/viewmodels/attachments/home_folder.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <QQuickWindow>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

using ui::AttachmentsViewModel;

// Amina's case on Kari's tablet, and the page of its attachments.
struct Page {
  HomeFolder home;
  OfficeWorld world;
  Id amina = world.tablet.addCase("Amina", "Hassan");
  AttachmentsViewModel model{world.context, world.sync};

  Id attach(const std::string& title, const Bytes& content, const std::string& date = "2026-11-22") {
    const Attachment value{world.tablet.newId(), amina, "brev", title, date, "", world.tablet.owner().id, {}, 0};
    ok(world.tablet.store().attachments().add(value, content));
    return value.id;
  }
  void open() {
    world.open();
    world.navigator.restart(ui::Navigator::CasePage, amina);
    world.navigator.go(ui::Navigator::Attachments, amina);
    settle(world.queue);
  }
  void wait() { settle(world.queue); }
  void look(int item) {
    model.open(item);
    wait();
  }
  void take(const std::string& name, const Bytes& content) {
    home.put("Pictures/" + name, content);
    model.chooseFile();
    wait();
    model.take(0);
    wait();
  }
  // "title | detail | state"
  QStringList lines() {
    QStringList lines;
    for (const ui::RowModel::Row& row : model.items()->rows())
      lines.append(QStringList{row[0].toString(), row[1].toString(), row[2].toString()}.join(QStringLiteral(" | ")));
    return lines;
  }
  std::vector<store::AttachmentEntry> stored() {
    return world.read([id = amina](store::CaseStore& cases) { return cases.attachments().in(id); });
  }
};

} // namespace

TEST_CASE("what is attached is listed with what it is, from when, how large and by whom", "[viewmodels][attachments]") {
  Page page;
  page.attach("Fra utleieren", pdfOf(1), "2026-11-20");
  page.attach("Rommet", jpegOf({300, 200}));
  page.open();
  REQUIRE(page.model.name() == "Amina Hassan");
  REQUIRE(page.lines().size() == 2);
  CHECK(page.lines().at(0).startsWith("Rommet | Brev · i dag · "));
  CHECK(page.lines().at(0).endsWith(" kB · Kari Moen | Ikke sendt ennå"));
  CHECK(page.lines().at(1).startsWith("Fra utleieren | Brev · fredag 20. november · "));
}

TEST_CASE("a chosen picture is looked at, described and kept in the case", "[viewmodels][attachments]") {
  Page page;
  page.open();
  CHECK(page.lines().isEmpty());
  page.take("IMG_0412.jpg", jpegOf({300, 200}));
  REQUIRE(page.model.step() == AttachmentsViewModel::Describing);
  CHECK(page.model.fileText().startsWith("IMG_0412.jpg, "));
  CHECK(page.model.picture()->image().size() == QSize(300, 200));
  CHECK(page.model.form()->kindChoices().at(page.model.form()->kind()) == "Bilde");
  CHECK(page.model.form()->day() == "2026-11-22");

  page.model.save(); // nobody would find it again
  CHECK(page.model.form()->titleProblem() == "Skriv hva det er, så andre finner det igjen.");
  CHECK(page.stored().empty());
  page.model.form()->setTitle("Vinduet som trekker");
  page.model.form()->setDay("20.11");
  page.model.save();
  page.wait();
  CHECK(page.model.step() == AttachmentsViewModel::Looking);
  CHECK(page.model.doneText().startsWith("Det er lagret i saken, kryptert."));
  CHECK(page.model.picture()->isEmpty());
  REQUIRE(page.stored().size() == 1);
  const Attachment kept = page.stored().at(0).attachment;
  CHECK(kept.kind == "bilde");
  CHECK(kept.title == "Vinduet som trekker");
  CHECK(kept.date == "2026-11-20");
  CHECK(kept.mediaType == "image/jpeg");
  CHECK(kept.authorId == page.world.tablet.owner().id);
  CHECK(page.lines().at(0).startsWith("Vinduet som trekker | Bilde · "));
}

TEST_CASE("a supervisor looks at what is attached, and changes nothing", "[viewmodels][attachments]") {
  Page page;
  page.attach("Fra utleieren", pdfOf(1));
  page.world.open();
  page.world.context.user.role = Role::Supervisor;
  page.world.navigator.go(ui::Navigator::Attachments, page.amina);
  page.wait();
  REQUIRE(page.model.isReader());
  page.model.chooseFile();
  page.model.beginSignature();
  REQUIRE(page.model.step() == ui::AttachmentsViewModel::Looking);
  page.model.open(0);
  settle(page.world.queue);
  REQUIRE(page.model.step() == ui::AttachmentsViewModel::Viewing);
  page.model.edit();
  page.model.remove();
  settle(page.world.queue);
  REQUIRE(page.model.step() == ui::AttachmentsViewModel::Viewing);
  REQUIRE(page.stored().size() == 1);
}

TEST_CASE("a file that can't be attached is refused in words, and another can be chosen", "[viewmodels][attachments]") {
  Page page;
  page.open();
  page.take("IMG_0412.jpg", "GIF89a");
  CHECK(page.model.step() == AttachmentsViewModel::Choosing);
  CHECK(page.model.message() == "Filen er verken et bilde (JPEG eller PNG) eller en PDF. Ingenting er lagt til.");
  CHECK(page.model.files()->rowCount() == 1);
  page.take("IMG_0412.jpg", pngOf({30, 20}));
  CHECK(page.model.step() == AttachmentsViewModel::Describing);
  CHECK(page.model.message().isEmpty());
}

TEST_CASE("every reason why a file can't be attached has a sentence of its own", "[viewmodels][attachments]") {
  using ui::FileProblem;
  QStringList sentences;
  for (const FileProblem problem : {FileProblem::Empty, FileProblem::TooLarge, FileProblem::UnknownKind,
                                    FileProblem::Damaged, FileProblem::Unreadable})
    sentences.append(ui::fileProblemText(problem));
  CHECK_FALSE(sentences.contains(QString()));
  CHECK(sentences.removeDuplicates() == 0);
  CHECK(ui::fileProblemText(FileProblem::None).isEmpty());
}

TEST_CASE("a name that was written is kept as a picture with what it stands under", "[viewmodels][attachments]") {
  Page page;
  page.open();
  QQuickWindow window;
  ui::SignaturePad pad(window.contentItem());
  window.resize(600, 300);
  pad.setSize({600, 216});
  window.show();
  REQUIRE(QTest::qWaitForWindowExposed(&window));
  page.model.beginSignature();
  REQUIRE(page.model.step() == AttachmentsViewModel::Signing);
  CHECK(page.model.isWithClient());
  page.model.form()->setTitle("Samtykke til å ringe fastlegen");
  page.model.saveSignature(&pad); // nobody has written
  page.wait();
  CHECK(page.stored().empty());
  QTest::mousePress(&window, Qt::LeftButton, {}, {60, 100});
  QTest::mouseMove(&window, {300, 60});
  QTest::mouseRelease(&window, Qt::LeftButton, {}, {300, 60});
  page.model.saveSignature(&pad);
  page.wait();
  REQUIRE(page.stored().size() == 1);
  CHECK(page.stored().at(0).attachment.kind == "underskrift");
  CHECK(page.stored().at(0).attachment.mediaType == "image/png");
  page.look(0);
  CHECK_FALSE(page.model.picture()->isEmpty());
}

TEST_CASE("an attachment is shown from memory, page by page, and forgotten when it is left",
          "[viewmodels][attachments]") {
  Page page;
  page.attach("Fra utleieren", pdfOf(2));
  page.open();
  page.look(0);
  REQUIRE(page.model.step() == AttachmentsViewModel::Viewing);
  CHECK(page.model.title() == "Fra utleieren");
  CHECK(page.model.pageText() == "side 1 av 2");
  CHECK(page.model.detail().startsWith("Brev · i dag · "));
  CHECK(page.model.detail().endsWith(" kB · side 1 av 2"));
  CHECK_FALSE(page.model.picture()->isEmpty());
  CHECK_FALSE(page.model.hasPreviousPage());
  page.model.turnPage(1);
  page.wait();
  CHECK(page.model.pageText() == "side 2 av 2");
  CHECK_FALSE(page.model.hasNextPage());
  CHECK(page.model.hasPreviousPage());
  page.model.back();
  CHECK(page.model.step() == AttachmentsViewModel::Looking);
  CHECK(page.model.picture()->isEmpty());
  page.model.back();
  CHECK(page.world.navigator.page() == ui::Navigator::CasePage);
}

TEST_CASE("what has not come yet says so, and is shown by itself when it comes", "[viewmodels][attachments]") {
  Page page;
  Tablet jonas("Jonas", "Lie");
  jonas.receive(page.world.tablet);
  const Bytes letter = pdfOf(1);
  const Attachment value{jonas.newId(), page.amina, "brev", "Fra utleieren", "2026-11-22", "", jonas.owner().id, {}, 0};
  ok(jonas.store().attachments().add(value, letter));
  page.world.tablet.receive(jonas);
  page.open();
  REQUIRE(page.lines().size() == 1);
  CHECK(page.lines().at(0).endsWith(" · Jonas Lie | Hentes fra kontoret"));
  page.look(0);
  CHECK(page.model.pictureText() == "Innholdet er ikke kommet ennå. Det hentes fra kontoret når det er nett.");
  page.world.queue.keep([letter](store::CaseStore& cases) -> Status {
    Result<std::vector<sync::StoredContent>> wanted = cases.replica().contents().wanted();
    return wanted.ok() ? cases.replica().contents().append(wanted->at(0), letter) : wanted.status();
  });
  page.wait();
  page.wait();
  CHECK(page.model.pictureText().isEmpty());
  CHECK_FALSE(page.model.picture()->isEmpty());
  page.model.back();
  CHECK(page.lines().at(0).endsWith(" · Jonas Lie | "));
}

TEST_CASE("a content that can't be shown is said to be so, and stays", "[viewmodels][attachments]") {
  Page page;
  page.attach("Skadet", jpegClaiming(65'500, 65'500));
  page.open();
  page.look(0);
  CHECK(page.model.pictureText() == "Dette kan ikke vises her. Innholdet er tatt vare på som det er.");
  CHECK(page.model.picture()->isEmpty());
  CHECK(page.stored().at(0).isHere);
}

TEST_CASE("what is removed can be taken back", "[viewmodels][attachments]") {
  Page page;
  page.attach("Fra utleieren", pdfOf(1));
  page.open();
  page.look(0);
  page.model.remove();
  page.wait();
  CHECK(page.model.step() == AttachmentsViewModel::Looking);
  CHECK(page.model.doneText() == "«Fra utleieren» er tatt bort.");
  CHECK(page.lines().isEmpty());
  REQUIRE(page.model.canUndo());
  page.model.undo();
  page.wait();
  CHECK(page.lines().size() == 1);
  CHECK_FALSE(page.model.canUndo());
  CHECK(page.model.doneText().isEmpty());
}

TEST_CASE("what is said of an attachment is mended, and what another wrote meanwhile stays",
          "[viewmodels][attachments]") {
  Page page;
  const Id letter = page.attach("Fra utlieren", pdfOf(1));
  page.open();
  page.look(0);
  page.model.edit();
  REQUIRE(page.model.step() == AttachmentsViewModel::Describing);
  CHECK(page.model.fileText().isEmpty());
  CHECK(page.model.form()->title() == "Fra utlieren");
  page.world.queue.keep([letter](store::CaseStore& cases) -> Status {
    Result<Attachment> now = cases.attachments().attachment(letter);
    if (!now.ok())
      return now.status();
    now->kind = "annet";
    return cases.attachments().save(*now);
  });
  page.model.form()->setTitle("Fra utleieren");
  page.model.save();
  page.wait();
  const Attachment kept = page.stored().at(0).attachment;
  CHECK(kept.title == "Fra utleieren");
  CHECK(kept.kind == "annet");
  CHECK(kept.content.size > 0);
}

TEST_CASE("what was chosen and not saved is in nobody's memory when the page is left", "[viewmodels][attachments]") {
  Page page;
  page.open();
  page.take("IMG_0412.jpg", jpegOf({300, 200}));
  page.world.navigator.go(ui::Navigator::Unsent, page.amina);
  CHECK(page.model.picture()->isEmpty());
  page.world.navigator.back();
  page.wait();
  CHECK(page.model.step() == AttachmentsViewModel::Looking);
  page.model.save();
  page.wait();
  CHECK(page.stored().empty());
}

} // namespace veikart::test
