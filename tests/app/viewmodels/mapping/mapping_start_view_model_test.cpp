// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/mapping_start_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

using Start = ui::MappingStartViewModel;

// The page of a mapping's start, with what the set-up needs filled in unless a test takes it away.
struct Page {
  OfficeWorld world;
  Id amina, ola;
  int handedOver = 0;
  ui::MappingStartViewModel model{world.context, ui::DeviceFolder(world.tablet.folder().path())};

  Page() {
    amina = world.tablet.addCase("Amina", "Hassan");
    ola = world.tablet.addCase("Ola", "Nordli");
    world.context.handOver = [this](const ui::ClientBrief&) { ++handedOver; };
    ok(ui::DeviceFolder(world.tablet.folder().path()).makeFolders());
    world.open();
    world.navigator.go(ui::Navigator::MappingStart, amina);
    settle(world.queue);
    model.setProperty("basis", 1);
    model.setProperty("waitsForMeasure", true);
  }

  std::vector<Mapping> mappings() { return world.overview(amina).mappings; }
};

} // namespace

TEST_CASE("the purpose comes after the set-up, which says at its field what is missing, once it is asked for",
          "[viewmodels][mapping]") {
  Page page;
  int missed = 0;
  QObject::connect(&page.model, &Start::missed, &page.world.queue, [&missed] { ++missed; });
  page.model.setProperty("basis", -1);
  REQUIRE(page.model.missing() == Start::Nothing);
  page.model.goToPurpose();
  REQUIRE(page.model.step() == Start::SetUp);
  REQUIRE(page.model.missing() == Start::Basis);
  REQUIRE(page.model.missingText() == "Velg hvorfor Amina blir kartlagt.");
  REQUIRE(page.model.message().isEmpty());
  REQUIRE(missed == 1);

  page.model.setProperty("basis", 1);
  REQUIRE(page.model.missing() == Start::Nothing);
  page.model.goToPurpose();
  REQUIRE(page.model.step() == Start::Purpose);
  REQUIRE(missed == 1);
}

TEST_CASE("what is chosen in a set-up that was left stands when it is opened again, and nowhere else",
          "[viewmodels][mapping]") {
  Page page;
  const auto open = [&page](const Id& caseId) {
    page.world.navigator.go(ui::Navigator::MappingStart, caseId);
    settle(page.world.queue);
  };
  page.model.setProperty("othersPresent", "Søsteren");
  page.model.setProperty("view", 0);
  page.model.cancel();
  open(page.amina);
  REQUIRE(page.model.property("othersPresent") == "Søsteren");
  REQUIRE(page.model.property("basis") == 1);
  REQUIRE(page.model.property("view") == 0);
  REQUIRE(page.model.step() == Start::SetUp);

  page.model.cancel();
  open(page.ola);
  REQUIRE(page.model.property("othersPresent").toString().isEmpty());
  REQUIRE(page.model.property("basis") == -1);
  open(page.amina);
  REQUIRE(page.model.property("othersPresent").toString().isEmpty());
}

TEST_CASE("what was declined or begun is not chosen again by itself", "[viewmodels][mapping]") {
  Page page;
  page.model.cancel();
  page.world.navigator.go(ui::Navigator::MappingStart, page.amina);
  settle(page.world.queue);
  page.model.decline();
  settle(page.world.queue);
  page.world.navigator.go(ui::Navigator::MappingStart, page.amina);
  settle(page.world.queue);
  REQUIRE(page.model.property("basis") == -1);
}

TEST_CASE("a child never interprets, and whoever does has a language", "[viewmodels][mapping]") {
  Page page;
  page.model.setProperty("hasInterpreter", true);
  page.model.setProperty("interpreterIsChild", true);
  page.model.goToPurpose();
  REQUIRE(page.model.step() == Start::SetUp);
  REQUIRE(page.model.missing() == Start::InterpreterLanguage);
  page.model.setProperty("interpreterLanguage", "somali");
  page.model.goToPurpose();
  REQUIRE(page.model.step() == Start::SetUp);
  REQUIRE(page.model.missing() == Start::Interpreter);
  REQUIRE(page.model.missingText().startsWith("Barn skal ikke tolke."));
}

TEST_CASE("nothing is asked without a measure in sight or that they wait for one", "[viewmodels][mapping]") {
  Page page;
  page.model.setProperty("waitsForMeasure", false);
  page.model.goToPurpose();
  REQUIRE(page.model.step() == Start::SetUp);
  REQUIRE(page.model.missing() == Start::Measure);
  page.model.setProperty("measureInSight", "Språkpraksis");
  page.model.goToPurpose();
  REQUIRE(page.model.step() == Start::Purpose);
}

TEST_CASE("no thanks is kept as an answer and hands nothing over", "[viewmodels][mapping]") {
  Page page;
  page.model.goToPurpose();
  page.model.refuse();
  page.model.decline();
  REQUIRE(page.model.isBusy());
  page.model.reconsider();
  REQUIRE(page.model.step() == Start::Declining); // too late: it is being kept
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::CasePage);
  REQUIRE(page.handedOver == 0);
  REQUIRE(page.mappings().at(0).state == MappingState::Declined);
  REQUIRE_FALSE(page.mappings().at(0).purposeAcknowledged);
}

TEST_CASE("no thanks may be thought over before it is kept", "[viewmodels][mapping]") {
  Page page;
  page.model.goToPurpose();
  page.model.refuse();
  settle(page.world.queue);
  REQUIRE(page.model.step() == Start::Declining);
  REQUIRE(page.world.navigator.page() == ui::Navigator::MappingStart);
  REQUIRE(page.mappings().empty());
  page.model.reconsider();
  REQUIRE(page.model.step() == Start::Purpose);
}

TEST_CASE("no thanks to answering more leads back to the conversation about what is answered",
          "[viewmodels][mapping]") {
  Page page;
  Mapping mapping;
  mapping.id = page.world.tablet.newId();
  mapping.caseId = page.amina;
  mapping.formHash = forms::kisReconstruction().hash();
  mapping.view = "mg2";
  mapping.state = MappingState::ClientAnswering;
  mapping.purposeAcknowledged = true;
  page.world.queue.write([mapping](store::CaseStore& cases) {
    ok(cases.save(mapping));
    return cases.saveAnswer(mapping.id, Layer::Client, "om-deg.viktig", words("Fred og ro"));
  });
  page.world.navigator.go(ui::Navigator::MappingStart, page.amina, mapping.id);
  settle(page.world.queue);
  page.model.decline();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  REQUIRE(page.world.navigator.mappingId() == mapping.id);
  REQUIRE(page.mappings().at(0).state == MappingState::InConversation);
  REQUIRE(page.mappings().at(0).purposeAcknowledged);
}

TEST_CASE("beginning keeps how the mapping was started and hands the tablet over once", "[viewmodels][mapping]") {
  Page page;
  page.model.setProperty("isRequirement", true);
  page.model.setProperty("othersPresent", " Søsteren ");
  page.model.setProperty("mode", 2);
  page.model.goToPurpose();
  page.model.begin(1.5);
  page.model.begin(1.5);
  settle(page.world.queue);
  REQUIRE(page.handedOver == 1);
  const Mapping mapping = page.mappings().at(0);
  REQUIRE(mapping.state == MappingState::ClientAnswering);
  REQUIRE(mapping.purposeAcknowledged);
  REQUIRE(mapping.isRequirement);
  REQUIRE(mapping.othersPresent == "Søsteren");
  REQUIRE(mapping.waitingForMeasure);
  REQUIRE(mapping.conductedBy == page.world.context.user.id);
}

TEST_CASE("what an extract may propose is no view to fill in", "[viewmodels][mapping]") {
  const Page page;
  const QStringList choices = page.model.viewChoices();
  REQUIRE(choices.size() == 6); // the last shows all fields
  for (const char* extract : {"NAV Arbeid", "NAV Trygd"})
    REQUIRE_FALSE(choices.contains(extract));
}

TEST_CASE("the most that can be asked is said of each view", "[viewmodels][mapping]") {
  Page page;
  REQUIRE(page.model.viewSize() == "Opptil 86 spørsmål");
  page.model.setProperty("view", 0);
  REQUIRE(page.model.viewSize() == "Opptil 16 spørsmål");
}

TEST_CASE("a page that is made before it is read says nothing yet", "[viewmodels][mapping]") {
  OfficeWorld world;
  const ui::MappingStartViewModel model(world.context, ui::DeviceFolder(world.tablet.folder().path()));
  REQUIRE(model.formNotice().isEmpty());
  REQUIRE(model.viewChoices().isEmpty());
  REQUIRE(model.viewSize().isEmpty());
}

TEST_CASE("a mini-KIS is kept as one", "[viewmodels][mapping]") {
  Page page;
  page.model.setProperty("view", page.model.viewChoices().indexOf("Mini-KIS"));
  page.model.goToPurpose();
  page.model.begin(1.0);
  settle(page.world.queue);
  REQUIRE(page.mappings().at(0).kind == casework::MappingKind::MiniKis);
  REQUIRE(page.mappings().at(0).view == "mini-kis");
}

TEST_CASE("the earlier mapping is read first, and what was filled in stands", "[viewmodels][mapping]") {
  OfficeWorld world;
  const Mapping earlier = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
  world.tablet.sealed(earlier);
  ui::MappingStartViewModel model(world.context, ui::DeviceFolder(world.tablet.folder().path()));
  world.open();
  world.navigator.go(ui::Navigator::MappingStart, earlier.caseId);
  settle(world.queue);
  REQUIRE(model.earlierMapping().contains("bekreftet i dag"));
  model.setProperty("othersPresent", "Søsteren");
  model.readEarlier();
  REQUIRE(world.navigator.page() == ui::Navigator::MappingReader);
  REQUIRE(world.navigator.mappingId() == earlier.id);
  world.navigator.back();
  settle(world.queue);
  REQUIRE(model.property("othersPresent").toString() == "Søsteren");
}

TEST_CASE("a mapping whose form this app lacks goes no further here", "[viewmodels][mapping]") {
  OfficeWorld world;
  Mapping begun = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
  begun.formHash = "a form to come";
  ok(world.tablet.store().save(begun));
  ui::MappingStartViewModel model(world.context, ui::DeviceFolder(world.tablet.folder().path()));
  world.open();
  world.navigator.go(ui::Navigator::MappingStart, begun.caseId, begun.id);
  settle(world.queue);
  REQUIRE(model.message().contains("et skjema som appen ikke har"));
  model.goToPurpose();
  REQUIRE(model.step() == ui::MappingStartViewModel::SetUp);
}

TEST_CASE("while another client's answers are not fetched, the counsellor is told, and the client is shown nothing",
          "[viewmodels][mapping]") {
  OfficeWorld world;
  const ui::DeviceFolder folder(world.tablet.folder().path());
  ok(folder.makeFolders());
  const Mapping waiting = world.tablet.startMapping(world.tablet.addCase("Berit", "Lie"));
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  ok(world.tablet.store().beginHandover(waiting.id).status());
  ui::MappingStartViewModel model(world.context, folder);
  world.open();
  world.navigator.go(ui::Navigator::MappingStart, amina);
  settle(world.queue);
  model.setProperty("basis", 1);
  model.setProperty("waitsForMeasure", true);
  model.goToPurpose();
  REQUIRE(model.step() == Start::SetUp);
  REQUIRE(model.waitingAnswers() == "Svarene fra en annen bruker er ikke hentet ennå. Hent dem før dere begynner.");
  REQUIRE(model.message() == model.waitingAnswers());
  SECTION("the button leads to them") {
    model.fetchWaiting();
    REQUIRE(world.navigator.page() == ui::Navigator::TabletReturned);
  }
  SECTION("nothing is handed over beside them") {
    model.begin(1.0);
    settle(world.queue);
    REQUIRE(world.navigator.page() == ui::Navigator::TabletReturned);
  }
  SECTION("the client's own are no obstacle") {
    world.navigator.go(ui::Navigator::MappingStart, waiting.caseId, waiting.id);
    settle(world.queue);
    REQUIRE(model.waitingAnswers().isEmpty());
  }
}

TEST_CASE("a case that can't be read shows nothing of the one before, and nothing is begun or declined in it",
          "[viewmodels][mapping]") {
  OfficeWorld world;
  const Id amina = world.tablet.addCase("Amina", "Hassan");
  ui::MappingStartViewModel model(world.context, ui::DeviceFolder(world.tablet.folder().path()));
  world.open();
  world.navigator.go(ui::Navigator::MappingStart, amina);
  settle(world.queue);
  REQUIRE(model.clientName() == "Amina");

  world.navigator.go(ui::Navigator::MappingStart, world.tablet.newId());
  settle(world.queue);
  REQUIRE(model.clientName().isEmpty());
  REQUIRE(model.message() == "Dette finnes ikke lenger på nettbrettet.");
  model.setProperty("basis", 1);
  model.setProperty("waitsForMeasure", true);
  model.goToPurpose();
  REQUIRE(model.step() == ui::MappingStartViewModel::SetUp);
  model.decline();
  settle(world.queue);
  REQUIRE(world.navigator.page() == ui::Navigator::MappingStart);
}

} // namespace veikart::test
