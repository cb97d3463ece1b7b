// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/review/case_review.h"

#include "app/casework/record_codec.h"
#include "tests/app/viewmodels/review/two_tablets.h"

#include <functional>

namespace veikart::test {

namespace {

struct Page {
  TwoTablets tablets;
  ui::CaseReview review{tablets.world.context, nullptr};

  void load() {
    review.load(tablets.amina);
    settle(tablets.world.queue);
  }
  QStringList news() {
    QStringList texts;
    for (const ui::RowModel::Row& row : review.news()->rows())
      texts.append(row.front().toString());
    return texts;
  }
  void call(Tablet& tablet, const std::string& phone) {
    Person person = ok(tablet.store().caseOverview(tablets.amina)).person;
    person.phone = phone;
    ok(tablet.store().save(person, tablets.amina));
  }
  // On Jonas' tablet, which has seen what Kari wrote.
  void jonasChooses(const std::function<Bytes(const store::Conflict&)>& pick) {
    tablets.jonas.receive(tablets.world.tablet);
    store::Conflicts& conflicts = tablets.jonas.store().conflicts();
    const store::Conflict conflict = ok(conflicts.in(tablets.amina)).front();
    ok(conflicts.settle({conflict.record.id, conflict.field, conflict.seen, pick(conflict), false, {}},
                        tablets.jonas.owner().id));
  }
  void writeBoth() {
    tablets.conclude(tablets.world.tablet, "To språk");
    tablets.conclude(tablets.jonas, "Fagbrev");
  }
};

} // namespace

TEST_CASE("the case page says how many have two versions, and leads to them", "[viewmodels][review]") {
  Page page;
  page.writeBoth();
  page.tablets.open(ui::Navigator::CasePage);
  page.load();
  CHECK(page.review.text() == "1 opplysninger har to versjoner."); // the catalogue with the singular is the app's
  page.review.open();
  CHECK(page.tablets.world.navigator.page() == ui::Navigator::TwoVersions);
  CHECK(page.tablets.world.navigator.caseId() == page.tablets.amina);
}

TEST_CASE("who wrote what another write replaced unseen is told what it was, until they have read of it",
          "[viewmodels][review]") {
  Page page;
  page.call(page.tablets.world.tablet, "90 00 00 00");
  page.call(page.tablets.jonas, "91 11 11 11");
  page.tablets.open(ui::Navigator::CasePage);
  page.load();
  CHECK(page.review.text().isEmpty());
  CHECK(page.news() ==
        QStringList{"Din endring av telefonnummer, «90 00 00 00», ble erstattet av «91 11 11 11» fra Jonas Lie."});
  page.review.acknowledge(0);
  settle(page.tablets.world.queue);
  CHECK(page.news().isEmpty());
  CHECK(page.tablets.jonasSees().person.phone == "91 11 11 11");
}

TEST_CASE("who wrote one of two versions is told how another settled them", "[viewmodels][review]") {
  Page page;
  page.writeBoth();
  SECTION("for the other one") {
    page.jonasChooses([](const store::Conflict& conflict) { return conflict.versions.at(1).value; });
    page.tablets.open(ui::Navigator::CasePage);
    page.load();
    CHECK(page.news() == QStringList{"Jonas Lie valgte en annen versjon av «Dette har jeg med meg».\nNå står: "
                                     "«Fagbrev»\nDu hadde skrevet: «To språk»"});
  }
  SECTION("for one's own") {
    page.jonasChooses([](const store::Conflict& conflict) { return conflict.versions.at(0).value; });
    page.tablets.open(ui::Navigator::CasePage);
    page.load();
    CHECK(page.news() == QStringList{"Jonas Lie valgte din versjon av «Dette har jeg med meg»."});
  }
  SECTION("with a common text") {
    page.jonasChooses([](const store::Conflict&) { return encodeAnswer(words("To språk og fagbrev")); });
    page.tablets.open(ui::Navigator::CasePage);
    page.load();
    CHECK(page.news() == QStringList{"Jonas Lie har skrevet «Dette har jeg med meg» på nytt.\nNå står: «To språk og "
                                     "fagbrev»\nDu hadde skrevet: «To språk»"});
  }
  page.review.acknowledge(0);
  settle(page.tablets.world.queue);
  CHECK(page.news().isEmpty());
}

} // namespace veikart::test
