// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/canonical.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

// Kari's tablet under the view models, and Jonas' beside it: both have Amina's case, with a mapping and a task.
struct TwoTablets {
  OfficeWorld world;
  Tablet jonas{"Jonas", "Lie"};
  Id amina = world.tablet.addCase("Amina", "Hassan");
  Mapping mapping = world.tablet.startMapping(amina);
  Task task = world.tablet.agree(amina, "Ringe fastlegen", "2026-12-01");

  TwoTablets() {
    jonas.receive(world.tablet);
    world.tablet.receive(jonas);
    world.tablet.clock().advance(kDay);
    jonas.clock().set(kNow + kDay + 60 * 60 * 1000); // the later of two writes is his
  }
  // What Jonas has written comes to Kari's tablet, as a pulled page brings it.
  void receive() {
    std::vector<Bytes> page;
    for (const sync::Record& record : ok(jonas.store().replica().loadAll()))
      page.push_back(sync::encode(record));
    world.queue.keep(
        [page](store::CaseStore& cases) { return cases.replica().applyPage(page, {"cursor", {}}).status(); });
    settle(world.queue);
  }
  // And the other way.
  void send() {
    const auto records = world.read([](store::CaseStore& cases) { return cases.replica().loadAll(); });
    std::vector<Bytes> page;
    for (const sync::Record& record : records)
      page.push_back(sync::encode(record));
    ok(jonas.store().replica().applyPage(page, {"cursor", {}}));
  }
  void conclude(Tablet& tablet, const std::string& text) {
    forms::Answer answer = words(text);
    answer.mode = forms::AnswerMode::Typed; // as on the page
    ok(tablet.store().saveAnswer(mapping.id, Layer::Conclusion, "konkl.ressurser", answer));
  }
  void answer(Tablet& tablet, const std::string& text) {
    ok(tablet.store().saveAnswer(mapping.id, Layer::Client, "videre.med-egne-ord", words(text)));
  }
  static void decide(Tablet& tablet, const Id& taskId, const std::string& dueDate) {
    Task now = ok(tablet.store().task(taskId));
    now.dueDate = dueDate;
    ok(tablet.store().save(now));
  }
  // Opens Kari's tablet with what Jonas has written, on a page about Amina.
  void open(ui::Navigator::Page page) {
    world.tablet.receive(jonas);
    world.open();
    world.navigator.restart(ui::Navigator::CasePage, amina);
    world.navigator.go(page, amina);
    settle(world.queue);
  }
  store::CaseOverview jonasSees() {
    send();
    return ok(jonas.store().caseOverview(amina));
  }
};

} // namespace veikart::test
