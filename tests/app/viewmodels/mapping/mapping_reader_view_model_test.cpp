// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/mapping_reader_view_model.h"

#include "platform/base/files.h"
#include "tests/app/viewmodels/mapping/slow_printer.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <QProcess>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

// Amina's mapping, to be opened in the reader; papers go to a folder, or nowhere when there is none.
struct Reader {
  OfficeWorld world;
  std::filesystem::path papers = world.tablet.folder() / "papers";
  Mapping mapping;
  ui::PaperCopy paper{world.context, papers};
  ui::MappingReaderViewModel model{world.context, paper};

  Reader() {
    mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
    ok(world.tablet.store().saveAnswer(mapping.id, Layer::Conclusion, "konkl.ressurser", words("To språk")));
  }

  void open() {
    world.open();
    world.navigator.go(ui::Navigator::MappingReader, mapping.caseId, mapping.id);
    settle(world.queue);
  }
  void print() {
    model.printPaper();
    REQUIRE(QTest::qWaitFor([this] { return !model.isPrinting(); }));
  }
  std::optional<Bytes> kept() {
    return world.read([id = mapping.id](store::CaseStore& cases) { return cases.document(id); });
  }
  Bytes printed() { return ok(readFile(papers / "kopi-til-brukeren.pdf", 1'000'000)); }
  QString printedText() {
    QProcess program;
    program.start(QStringLiteral(PDFTOTEXT),
                  {QString::fromStdString((papers / "kopi-til-brukeren.pdf").string()), QStringLiteral("-")});
    REQUIRE(program.waitForFinished());
    return QString::fromUtf8(program.readAllStandardOutput()).simplified();
  }
};

} // namespace

TEST_CASE("a confirmed mapping is read with its conclusion, its answers and its mark", "[viewmodels][mapping]") {
  Reader reader;
  ok(reader.world.tablet.store().saveAnswer(reader.mapping.id, Layer::Conclusion, "konkl.veileder",
                                            words("Praksis fra januar")));
  reader.world.tablet.sealed(reader.mapping);
  reader.open();

  REQUIRE(reader.model.name() == "Amina Hassan");
  REQUIRE(reader.model.over().startsWith("KIS · bekreftet i dag"));
  const auto seal = reader.world.read([id = reader.mapping.id](store::CaseStore& cases) { return cases.sealOf(id); });
  const QString mark = QString::fromStdString(seal->hash).left(16); // as on paper
  REQUIRE(reader.model.seal() == "Bekreftet av Amina. Ingen kan endre dette. Merke " + mark);
  REQUIRE(reader.model.answers()->rowCount() > 0);
  const QList<ui::RowModel::Row> conclusion = reader.model.conclusion()->rows();
  REQUIRE(conclusion.size() == 2);
  REQUIRE_FALSE(conclusion[0][2].toBool());
  REQUIRE(conclusion[1][2].toBool()); // the counsellor's own words
  REQUIRE(conclusion[1][0] == "Faglig vurdering fra Kari Moen");

  reader.world.navigator.go(ui::Navigator::MappingReader, reader.mapping.caseId, reader.world.tablet.newId());
  REQUIRE(reader.model.name().isEmpty());
  REQUIRE(reader.model.conclusion()->rowCount() + reader.model.answers()->rowCount() == 0);
  settle(reader.world.queue);
  REQUIRE(reader.model.name().isEmpty());
  REQUIRE(reader.model.message() == "Dette finnes ikke lenger på nettbrettet.");
}

TEST_CASE("a mapping that was confirmed without a task says why", "[viewmodels][mapping]") {
  Reader reader;
  reader.mapping.state = MappingState::InConversation;
  ok(reader.world.tablet.store().save(reader.mapping));
  ok(reader.world.tablet.store().confirm(reader.mapping.id, {Confirmation::Agrees, "", kNow}, "Amina vil tenke."));
  reader.open();
  REQUIRE(reader.model.noTaskReason() == "Amina vil tenke.");
}

TEST_CASE("a mapping that is not confirmed says so", "[viewmodels][mapping]") {
  Reader reader;
  reader.open();
  REQUIRE(reader.model.over() == "KIS · ikke bekreftet");
  REQUIRE(reader.model.seal().isEmpty());
}

TEST_CASE("a mapping that began in a form the app lacks shows its conclusion and says what is missing",
          "[viewmodels][mapping]") {
  Reader reader;
  reader.mapping.formHash = "a later form";
  ok(reader.world.tablet.store().save(reader.mapping));
  reader.world.tablet.sealed(reader.mapping);
  reader.open();
  REQUIRE(reader.model.message().startsWith("Denne kartleggingen begynte med et skjema som appen ikke har."));
  REQUIRE(reader.model.conclusion()->rowCount() == 1);
  REQUIRE(reader.model.answers()->rowCount() == 0);
  REQUIRE(reader.model.formNotice().isEmpty());
}

TEST_CASE("what was said beside the view, and in a theme passed over, is read too, with who and when",
          "[viewmodels][mapping]") {
  Reader reader;
  reader.mapping.view = "screening";
  ok(reader.world.tablet.store().save(reader.mapping));
  forms::Answer passedOver;
  passedOver.state = forms::AnswerState::Declined;
  ok(reader.world.tablet.store().saveAnswer(reader.mapping.id, Layer::Client, "rus", passedOver));
  ok(reader.world.tablet.store().saveAnswer(reader.mapping.id, Layer::Joint, "rus.endre.tekst",
                                            words("Vi tar det senere")));
  ok(reader.world.tablet.store().saveAnswer(reader.mapping.id, Layer::Comment, "bolig.trives",
                                            words("Fuktig kjeller"))); // of mg3
  reader.world.tablet.sealed(reader.mapping);
  reader.open();

  const auto rowOf = [&reader](const std::string& linkId) -> ui::RowModel::Row {
    const QString question = QString::fromStdString(forms::kisReconstruction().find(linkId)->text);
    for (const ui::RowModel::Row& row : reader.model.answers()->rows())
      if (row[1].toString() == question)
        return row;
    FAIL("no row for " << linkId);
    return {};
  };
  const ui::RowModel::Row inSkipped = rowOf("rus.endre");
  REQUIRE(inSkipped[3].toString() == "Hoppet over temaet");
  REQUIRE(inSkipped[6].toString() == "Vi tar det senere");
  REQUIRE(inSkipped[7].toString() == "Kari Moen, i dag");
  const ui::RowModel::Row besideView = rowOf("bolig.trives");
  REQUIRE(besideView[8].toString() == "Fuktig kjeller");
  REQUIRE(besideView[9].toString() == "Kari Moen, i dag");
}

TEST_CASE("an answer that was taken back says nothing of how it was given", "[viewmodels][mapping]") {
  Reader reader;
  const auto howOf = [&reader](const std::string& linkId) {
    const QString question = QString::fromStdString(forms::kisReconstruction().find(linkId)->text);
    for (const ui::RowModel::Row& row : reader.model.answers()->rows())
      if (row[1].toString() == question)
        return row[2].toString();
    FAIL("no row for " << linkId);
    return QString();
  };
  store::CaseStore& cases = reader.world.tablet.store();
  ok(cases.saveAnswer(reader.mapping.id, Layer::Client, "om-deg.viktig", words("Fred og ro")));
  SECTION("given") {
    reader.open();
    REQUIRE(howOf("om-deg.viktig") == "fylte ut selv");
  }
  SECTION("taken back") {
    ok(cases.saveAnswer(reader.mapping.id, Layer::Client, "om-deg.viktig", forms::Answer()));
    reader.open();
    REQUIRE(howOf("om-deg.viktig").isEmpty());
  }
}

TEST_CASE("what was said about a second person says which one", "[viewmodels][mapping]") {
  Reader reader;
  ok(reader.world.tablet.store().saveAnswer(reader.mapping.id, Layer::Client, "nett.hjelper.navn", words("Fatuma")));
  ok(reader.world.tablet.store().saveAnswer(reader.mapping.id, Layer::Client, "nett.hjelper.navn#2", words("Yusuf")));
  reader.world.tablet.sealed(reader.mapping);
  reader.open();
  QStringList questions;
  for (const ui::RowModel::Row& row : reader.model.answers()->rows())
    if (row[3] == "Fatuma" || row[3] == "Yusuf")
      questions.append(row[1].toString());
  const QString question = QString::fromStdString(forms::kisReconstruction().find("nett.hjelper.navn")->text);
  REQUIRE(questions == QStringList{question, "Person 2: " + question});
}

TEST_CASE("words that came late are read beside the seal, whoever's they are", "[viewmodels][mapping]") {
  Reader reader;
  Tablet& kari = reader.world.tablet;
  Tablet jonas("Jonas", "Lie");
  jonas.receive(kari);
  kari.sealed(reader.mapping);
  jonas.clock().advance(1000);
  ok(jonas.store().saveAnswer(reader.mapping.id, Layer::Client, "helse.na.tekst", words("Jeg sover ikke")));
  ok(jonas.store().saveAnswer(reader.mapping.id, Layer::Conclusion, "konkl.muligheter", words("Praksis")));
  kari.receive(jonas);
  reader.open();

  const QList<ui::RowModel::Row> late = reader.model.late()->rows();
  REQUIRE(late.size() == 2);
  REQUIRE(late[0][1].toString() == "Jeg sover ikke");
  REQUIRE(late[1][0].toString() == "Dette kan vi prøve");
  REQUIRE(late[1][2].toString() == "Jonas Lie, i dag");
}

TEST_CASE("the client who asks for the answers on paper later gets them", "[viewmodels][mapping][paper]") {
  Reader reader;
  std::filesystem::create_directory(reader.papers);
  reader.world.tablet.sealed(reader.mapping);
  reader.open();
  REQUIRE(reader.model.canPrint());
  reader.print();
  REQUIRE(reader.model.paperText().startsWith("Øvingspapiret er skrevet til"));
  REQUIRE(reader.printed().starts_with("%PDF"));
  REQUIRE_FALSE(reader.kept());
}

TEST_CASE("a paper that is drawn later says what was agreed then, and nothing of what is open now",
          "[viewmodels][mapping][paper]") {
  Reader reader;
  std::filesystem::create_directory(reader.papers);
  reader.world.tablet.agree(reader.mapping.caseId, "Flytte", "2026-12-01"); // with another date, once
  reader.world.tablet.sealed(reader.mapping);
  reader.open();
  reader.print();
  REQUIRE(reader.printedText().contains("Ringe fastlegen"));
  REQUIRE_FALSE(reader.printedText().contains("Flytte"));
}

TEST_CASE("what can't be printed because the app lacks the form is not offered", "[viewmodels][mapping][paper]") {
  Reader reader;
  reader.mapping.formHash = "a later form";
  ok(reader.world.tablet.store().save(reader.mapping));
  reader.world.tablet.sealed(reader.mapping);
  reader.open();
  REQUIRE_FALSE(reader.model.canPrint());
}

TEST_CASE("a copy that could not be printed is kept, and is the one that is printed later",
          "[viewmodels][mapping][paper]") {
  Reader reader;
  reader.world.tablet.sealed(reader.mapping);
  reader.open();
  reader.print(); // there is no such folder
  REQUIRE(reader.model.message().startsWith("Det gikk ikke å lage papiret."));
  const std::optional<Bytes> kept = reader.kept();
  REQUIRE(kept);
  std::filesystem::create_directory(reader.papers);
  reader.print();
  REQUIRE(reader.model.message().isEmpty());
  REQUIRE(reader.printed() == *kept);
  REQUIRE_FALSE(reader.kept());
}

TEST_CASE("a printer that takes its time holds up nobody, and the copy is kept until the printer has it",
          "[viewmodels][mapping][paper]") {
  Reader reader;
  SlowPrinter printer(reader.papers);
  ui::PaperCopy paper(reader.world.context, {});
  ui::MappingReaderViewModel model(reader.world.context, paper);
  int announced = 0;
  QObject::connect(&reader.world.queue, &ui::StoreQueue::written, &model, [&announced] { ++announced; });
  reader.world.tablet.sealed(reader.mapping);
  reader.open();
  model.printPaper();
  REQUIRE(reader.kept()); // the store answers meanwhile
  REQUIRE(model.isPrinting());
  printer.letGo();
  REQUIRE(QTest::qWaitFor([&model] { return !model.isPrinting(); }));
  REQUIRE(model.paperText() == "Svarene er sendt til skriveren.");
  REQUIRE_FALSE(reader.kept());
  REQUIRE(announced == 1); // that it was printed is to be sent, the copy is not
}

TEST_CASE("nobody prints a draft, and no supervisor prints a client's words", "[viewmodels][mapping][paper]") {
  Reader reader;
  SECTION("a draft") {
    reader.open();
  }
  SECTION("as a supervisor") {
    reader.world.tablet.sealed(reader.mapping);
    reader.open();
    reader.world.context.user.role = Role::Supervisor;
    reader.world.navigator.go(ui::Navigator::MappingReader, reader.mapping.caseId, reader.mapping.id);
    settle(reader.world.queue);
  }
  REQUIRE_FALSE(reader.model.canPrint());
  reader.print();
  REQUIRE(reader.model.paperText().isEmpty());
  REQUIRE_FALSE(reader.kept());
}

} // namespace veikart::test
