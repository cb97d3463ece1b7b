// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/store/kept_store.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

void answerAll(store::CaseStore& store, sync::PushOutcome outcome, const std::string& reason) {
  for (const sync::OutboxItem& item : ok(store.replica().outboxItems())) {
    const sync::Receipt receipt{sync::encode(item.local), outcome, reason, 0};
    ok(store.replica().applyReceipts({&receipt, 1}));
  }
}

void decide(Tablet& tablet, Task task, const std::string& dueDate) {
  task.dueDate = dueDate;
  ok(tablet.store().save(task));
}

} // namespace

void fillKept(Tablet& kari) {
  Tablet jonas("Jonas", "Lie");
  ok(kari.store().save(jonas.owner()));
  const Id amina = kari.addCase("Amina", "Hassan", 14);
  ok(kari.store().assignSecond(amina, jonas.owner().id));
  const Mapping mapping = kari.startMapping(amina);
  ok(kari.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("Dårlig")));
  ok(kari.store().saveAnswer(mapping.id, Layer::Client, "bolig.type", words("Hos en venn")));
  static_cast<void>(kari.sealed(mapping));
  kari.logContact(amina, kNow);
  const Task task = kari.agree(amina, "Søke bostøtte", "2026-12-05");
  answerAll(kari.store(), sync::PushOutcome::Applied, "");
  jonas.receive(kari);
  decide(jonas, task, "2026-12-06");
  decide(kari, task, "2026-12-07");
  answerAll(kari.store(), sync::PushOutcome::Merged, "");
  kari.receive(jonas);
  kari.agree(amina, "Ringe utleier", "2026-12-08");
  answerAll(kari.store(), sync::PushOutcome::Refused, "no_access");
  kari.agree(amina, "Møte på NAV", "2026-12-09");
  ok(kari.store().keepDraft({amina}, "{\"done\":\"Snakket om praksis\"}"));
}

void checkKept(store::CaseStore& store) {
  const StaffMember kari = ok(store.owner());
  CHECK(kari.fullName() == "Kari Moen");
  const std::vector<store::CaseloadEntry> caseload = ok(store.caseload(kari.id));
  REQUIRE(caseload.size() == 1);
  CHECK(caseload[0].name == "Amina Hassan");
  CHECK(caseload[0].contactIntervalDays == 14);
  CHECK(caseload[0].twoVersions == 1);
  const Id amina = caseload[0].caseId;
  const store::CaseOverview overview = ok(store.caseOverview(amina));
  CHECK(overview.tasks.size() == 4);
  CHECK(overview.contacts.size() == 1);
  REQUIRE(overview.mappings.size() == 1);
  CHECK(overview.mappings[0].state == MappingState::Confirmed);
  CHECK(ok(store.sealOf(overview.mappings[0].id)).has_value());
  const store::LayerAnswers answers = ok(store.answers(overview.mappings[0].id, Layer::Client));
  CHECK(answers.at("helse.na").answer == words("Dårlig"));
  CHECK(answers.at("bolig.type").answer == words("Hos en venn"));
  const std::vector<Grant> grants = ok(store.accessOf(amina));
  CHECK(grants.size() == 2);
  CHECK(ok(store.draft({amina})).value().content == "{\"done\":\"Snakket om praksis\"}");
  const sync::Outbox waiting = ok(store.replica().outbox());
  CHECK(waiting.records == 2);
  CHECK(waiting.refused == 1);
}

} // namespace veikart::test
