// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/confirm_view_model.h"
#include "app/viewmodels/shared/mapping_path.h"

#include "tests/app/viewmodels/mapping/slow_printer.h"
#include "tests/app/viewmodels/office/office_world.h"
#include "tests/platform/support/full_disk.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace veikart::test {

namespace {

struct Page {
  OfficeWorld world;
  Mapping mapping, olas;
  ui::PaperCopy paper{world.context, world.tablet.folder().path()};
  ui::ConfirmViewModel model{world.context, paper};

  explicit Page(bool withTask, bool withUnreadWords = false) {
    mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
    for (const MappingState state : {MappingState::InConversation, MappingState::Concluding}) {
      mapping.state = state;
      ok(world.tablet.store().save(mapping));
    }
    ok(world.tablet.store().saveAnswer(mapping.id, Layer::Conclusion, "konkl.veileder", words("Praksis fra januar")));
    if (withTask)
      world.tablet.agree(mapping.caseId, "Ringe fastlegen", "2026-12-01", mapping.id);
    if (withUnreadWords)
      ok(world.tablet.store().saveAnswer(mapping.id, Layer::Client, "helse.na.tekst", words("Jeg er redd hjemme.")));
    olas = world.tablet.startMapping(world.tablet.addCase("Ola", "Nordli"));
    world.open();
    show(mapping);
  }

  void show(const Mapping& which) {
    world.navigator.go(ui::Navigator::Confirm, which.caseId, which.id);
    settle(world.queue);
  }

  void confirmAs(ui::ConfirmViewModel::Choice choice) {
    model.choose(choice);
    model.confirm();
    settle(world.queue);
  }

  bool hasConfirmation() {
    return world.read([id = mapping.id](store::CaseStore& cases) { return cases.confirmation(id); }).has_value();
  }

  MappingState state() {
    return world.read([id = mapping.id](store::CaseStore& cases) { return cases.mapping(id); }).state;
  }
};

} // namespace

TEST_CASE("nothing is confirmed without an answer", "[viewmodels][mapping]") {
  Page page(true);
  page.confirmAs(ui::ConfirmViewModel::None);
  REQUIRE(page.model.message().startsWith("Velg ett av de tre svarene."));
  REQUIRE(page.state() == MappingState::Concluding);
}

TEST_CASE("the client who agrees seals the mapping", "[viewmodels][mapping]") {
  Page page(true);
  page.confirmAs(ui::ConfirmViewModel::Agrees);
  REQUIRE(page.model.isSealed());
  REQUIRE(page.state() == MappingState::Confirmed);
  page.model.toCase();
  REQUIRE(page.world.navigator.page() == ui::Navigator::CasePage);
  page.model.logVisit();
  REQUIRE(page.world.navigator.page() == ui::Navigator::LogContact);
}

TEST_CASE("the client who disagrees says in what, and it is sealed with both views", "[viewmodels][mapping]") {
  Page page(true);
  page.confirmAs(ui::ConfirmViewModel::Disagrees);
  REQUIRE_FALSE(page.model.isSealed());
  page.model.setProperty("disagreement", "Ikke praksis om vinteren.");
  page.confirmAs(ui::ConfirmViewModel::Disagrees);
  REQUIRE(page.model.isSealed());
}

TEST_CASE("the client's word is kept whole or not at all, wherever a full disk stops it", "[viewmodels][mapping]") {
  constexpr uint64_t kPage = 4096; // of the store
  Page page(true);
  int stops = 0;
  for (uint64_t room = 0; !page.model.isSealed(); room += kPage, ++stops) {
    const FullDisk full(room);
    page.confirmAs(ui::ConfirmViewModel::Agrees);
    REQUIRE(page.hasConfirmation() == page.model.isSealed());
    REQUIRE((page.state() == MappingState::Confirmed) == page.model.isSealed());
  }
  REQUIRE(stops > 1);
}

TEST_CASE("the client who waits leaves a draft", "[viewmodels][mapping]") {
  Page page(true);
  page.confirmAs(ui::ConfirmViewModel::Waits);
  REQUIRE_FALSE(page.model.isSealed());
  REQUIRE(page.state() == MappingState::Draft);
  REQUIRE(page.world.navigator.page() == ui::Navigator::CasePage);
}

TEST_CASE("sealing without an agreed task asks why", "[viewmodels][mapping]") {
  Page page(false);
  page.confirmAs(ui::ConfirmViewModel::Agrees);
  REQUIRE(page.model.needsTaskReason());
  REQUIRE(page.model.message().startsWith("Ingen oppgave er avtalt."));
  REQUIRE_FALSE(page.model.isSealed());
  page.model.setProperty("noTaskReason", "Amina vil tenke.");
  page.confirmAs(ui::ConfirmViewModel::Agrees);
  REQUIRE(page.model.isSealed());
}

TEST_CASE("with tasks from before it is a new one that is not agreed", "[viewmodels][mapping]") {
  Page page(false);
  page.world.queue.write([caseId = page.mapping.caseId, id = page.world.tablet.newId()](store::CaseStore& cases) {
    Task task;
    task.id = id;
    task.caseId = caseId;
    task.what = "Ringe fastlegen";
    return cases.save(task);
  });
  page.show(page.mapping);
  page.confirmAs(ui::ConfirmViewModel::Agrees);
  REQUIRE(page.model.needsTaskReason());
  REQUIRE(page.model.message().startsWith("Ingen ny oppgave er avtalt."));
}

TEST_CASE("nothing is confirmed while the client's sensitive words are unread", "[viewmodels][mapping]") {
  Page page(true, true);
  for (const auto choice : {ui::ConfirmViewModel::Agrees, ui::ConfirmViewModel::Waits}) {
    page.confirmAs(choice);
    REQUIRE(page.model.message().startsWith("Amina har skrevet noe som ingen har lest ennå: Helse."));
    REQUIRE_FALSE(page.model.isSealed());
    REQUIRE(page.state() == MappingState::Concluding);
  }
}

TEST_CASE("the client reads all that was written, also what is seen differently, and whose the assessment is",
          "[viewmodels][mapping]") {
  Page page(true);
  page.world.queue.write([id = page.mapping.id](store::CaseStore& cases) -> Status {
    RETURN_IF_ERROR(cases.saveAnswer(id, Layer::Conclusion, "konkl.ressurser", words("To språk")));
    return cases.saveAnswer(id, Layer::Conclusion, "konkl.uenig", words("Praksis om vinteren"));
  });
  page.show(page.mapping);
  REQUIRE(page.model.parts()->rows() == QList<ui::RowModel::Row>{{"Dette har jeg med meg.", "To språk"},
                                                                 {"Dette ser vi ulikt på.", "Praksis om vinteren"}});
  REQUIRE(page.model.assessmentLabel() == "Faglig vurdering fra Kari Moen");
  REQUIRE(page.model.assessment() == "Praksis fra januar");
}

TEST_CASE("a conclusion that says nothing is sealed only by those who were told so and want it all the same",
          "[viewmodels][mapping]") {
  Page page(true);
  page.world.queue.write([id = page.mapping.id](store::CaseStore& cases) {
    return cases.saveAnswer(id, Layer::Conclusion, "konkl.veileder", forms::Answer());
  });
  page.show(page.mapping);
  SECTION("waiting needs no warning") {
    page.confirmAs(ui::ConfirmViewModel::Waits);
    REQUIRE(page.state() == MappingState::Draft);
  }
  SECTION("confirming does") {
    page.confirmAs(ui::ConfirmViewModel::Agrees);
    REQUIRE(page.model.warnsOfEmpty());
    REQUIRE(page.model.message().startsWith("Konklusjonen er tom."));
    REQUIRE(page.state() == MappingState::Concluding);
    page.confirmAs(ui::ConfirmViewModel::Agrees); // chosen anew, so warned anew
    REQUIRE(page.state() == MappingState::Concluding);
    page.model.confirm();
    settle(page.world.queue);
    REQUIRE(page.model.isSealed());
  }
}

TEST_CASE("a draft can be written anew before it is shown again", "[viewmodels][mapping]") {
  Page page(true);
  page.confirmAs(ui::ConfirmViewModel::Waits);
  page.mapping.state = MappingState::Draft;
  ui::goToMapping(page.world.navigator, page.mapping);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
}

TEST_CASE("another client's summary shows nothing of the one before, and can't be confirmed until it is read",
          "[viewmodels][mapping]") {
  Page page(true);
  {
    const HeldStore held(page.world.queue);
    page.world.navigator.go(ui::Navigator::Confirm, page.olas.caseId, page.olas.id);
    REQUIRE(page.model.clientName().isEmpty());
    REQUIRE(page.model.tasks()->rowCount() == 0);
    page.model.choose(ui::ConfirmViewModel::Agrees);
    page.model.confirm();
  }
  settle(page.world.queue);
  REQUIRE(page.state() == MappingState::Concluding);

  page.world.navigator.go(ui::Navigator::Confirm, page.mapping.caseId, page.world.tablet.newId());
  settle(page.world.queue);
  REQUIRE(page.model.message() == "Dette finnes ikke lenger på nettbrettet.");
  page.confirmAs(ui::ConfirmViewModel::Agrees);
  REQUIRE_FALSE(page.model.isSealed());
  REQUIRE(page.state() == MappingState::Concluding);
}

TEST_CASE("who has gone on to another client hears nothing of the paper of the one before",
          "[viewmodels][mapping][paper]") {
  Page page(true);
  SlowPrinter printer(page.world.tablet.folder() / "printer");
  ui::PaperCopy paper(page.world.context, {});
  ui::ConfirmViewModel model(page.world.context, paper);
  page.confirmAs(ui::ConfirmViewModel::Waits); // a draft, on which both pages stand
  page.world.navigator.go(ui::Navigator::Confirm, page.mapping.caseId, page.mapping.id);
  settle(page.world.queue);
  model.choose(ui::ConfirmViewModel::Agrees);
  model.confirm();
  settle(page.world.queue);
  model.printPaper();
  settle(page.world.queue);
  page.world.navigator.go(ui::Navigator::Confirm, page.olas.caseId, page.olas.id);
  settle(page.world.queue);
  printer.letGo();
  REQUIRE(QTest::qWaitFor([&page] {
    return !page.world.read([id = page.mapping.id](store::CaseStore& cases) { return cases.document(id); });
  }));
  REQUIRE(model.clientName() == "Ola");
  REQUIRE(model.paperText().isEmpty());
  REQUIRE(model.message().isEmpty());
}

TEST_CASE("nothing is confirmed that the client was not shown, and what came meanwhile is shown at once",
          "[viewmodels][mapping]") {
  Page page(true);
  const auto arrive = [&page](auto write) {
    page.world.queue.write(std::move(write));
    settle(page.world.queue);
  };
  const auto choice = GENERATE(ui::ConfirmViewModel::Agrees, ui::ConfirmViewModel::Waits);
  SECTION("other words") {
    arrive([id = page.mapping.id](store::CaseStore& cases) {
      return cases.saveAnswer(id, Layer::Conclusion, "konkl.veileder", words("Praksis til sommeren"));
    });
    page.confirmAs(choice);
    REQUIRE(page.model.assessment() == "Praksis til sommeren");
  }
  SECTION("another task") {
    arrive([caseId = page.mapping.caseId, id = page.world.tablet.newId()](store::CaseStore& cases) {
      Task task;
      task.id = id;
      task.caseId = caseId;
      task.what = "Bytte fastlege";
      return cases.save(task);
    });
    page.confirmAs(choice);
    REQUIRE(page.model.tasks()->rowCount() == 2);
  }
  REQUIRE(page.model.message().startsWith("Oppsummeringen er endret på et annet nettbrett."));
  REQUIRE_FALSE(page.hasConfirmation());
  REQUIRE(page.state() == MappingState::Concluding);

  page.confirmAs(ui::ConfirmViewModel::Agrees);
  REQUIRE(page.model.isSealed());
}

TEST_CASE("what the client wrote stands after going back to agree a task, and is no other client's",
          "[viewmodels][mapping]") {
  Page page(false);
  page.model.setProperty("disagreement", "Ikke praksis om vinteren.");
  page.model.setProperty("noTaskReason", "Vil tenke.");
  page.model.choose(ui::ConfirmViewModel::Disagrees);
  page.world.navigator.go(ui::Navigator::Conclusion, page.mapping.caseId, page.mapping.id);
  SECTION("the same mapping") {
    page.show(page.mapping);
    REQUIRE(page.model.choice() == ui::ConfirmViewModel::Disagrees);
    REQUIRE(page.model.property("disagreement") == "Ikke praksis om vinteren.");
    REQUIRE(page.model.property("noTaskReason") == "Vil tenke.");
  }
  SECTION("another client's") {
    page.show(page.olas);
    REQUIRE(page.model.choice() == ui::ConfirmViewModel::None);
    REQUIRE(page.model.property("disagreement").toString().isEmpty());
    REQUIRE(page.model.property("noTaskReason").toString().isEmpty());
  }
}

TEST_CASE("a yes is said again of what may have been changed since", "[viewmodels][mapping]") {
  Page page(false);
  page.confirmAs(ui::ConfirmViewModel::Agrees);
  page.show(page.mapping);
  REQUIRE(page.model.choice() == ui::ConfirmViewModel::None);
}

TEST_CASE("what the client wrote before waiting is not there the next time they are asked", "[viewmodels][mapping]") {
  Page page(true);
  page.model.setProperty("disagreement", "Ikke praksis om vinteren.");
  page.confirmAs(ui::ConfirmViewModel::Waits);
  page.show(page.mapping);
  REQUIRE(page.model.choice() == ui::ConfirmViewModel::None);
  REQUIRE(page.model.property("disagreement").toString().isEmpty());
}

TEST_CASE("nothing is confirmed while the app lacks the form and can't tell what is unread", "[viewmodels][mapping]") {
  Page page(true);
  page.world.queue.write([mapping = page.mapping](store::CaseStore& cases) {
    Mapping later = mapping;
    later.formHash = "a later form";
    return cases.save(later);
  });
  page.confirmAs(ui::ConfirmViewModel::Agrees);
  REQUIRE(page.model.message().startsWith("Denne kartleggingen begynte med et skjema som appen ikke har."));
  REQUIRE(page.state() == MappingState::Concluding);
}

TEST_CASE("what came from another tablet meanwhile stays when the mapping is kept or sealed", "[viewmodels][mapping]") {
  Page page(true);
  page.world.queue.write([id = page.mapping.id](store::CaseStore& cases) {
    Mapping mapping = ok(cases.mapping(id));
    mapping.othersPresent = "Søsteren";
    return cases.save(mapping);
  });
  page.confirmAs(ui::ConfirmViewModel::Waits);
  const Mapping now = page.world.read([id = page.mapping.id](store::CaseStore& cases) { return cases.mapping(id); });
  REQUIRE(now.othersPresent == "Søsteren");
}

} // namespace veikart::test
