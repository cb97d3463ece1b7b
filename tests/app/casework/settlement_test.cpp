// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/settlement.h"

#include "platform/base/clock.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::casework;

namespace {

const FakeClock kClock(1'795'000'000'000);

Id newId() {
  return Id::makeV7(kClock);
}

sync::Record recordOf(const Settlement& settlement) {
  sync::Record record{settlement.id, std::string(kSettlementType), {}, {}, false};
  uint64_t counter = 0;
  for (const auto& [name, value] : toFields(settlement))
    sync::write(record, name, value, {newId(), ++counter}, {});
  return record;
}

} // namespace

TEST_CASE("a settlement keeps every version as it stood, the outcome and who has been told",
          "[app][casework][settlement]") {
  Settlement settlement;
  settlement.id = newId();
  settlement.recordId = newId();
  settlement.recordType = kTaskType;
  settlement.field = "what";
  settlement.versions = {{newId(), 7, encodeText("Ringe fastlegen")}, {{}, 8, encodeText("Ringe «DPS»\nog vente")}};
  settlement.outcome = settlement.versions[1].value;
  settlement.settledBy = newId();
  settlement.settledAt = 9;
  settlement.isWithClient = true;
  settlement.told = {newId(), newId()};

  const Result<Settlement> read = settlementFrom(recordOf(settlement));
  REQUIRE(read.ok());
  CHECK(toFields(*read) == toFields(settlement));
  CHECK(sync::repeatedBy(recordOf(settlement)) == std::set<Id>{settlement.recordId}); // with which it is erased
  CHECK(read->versions[1].value == settlement.versions[1].value);
  CHECK(read->outcome == settlement.outcome);
  CHECK(read->told == settlement.told);
}

TEST_CASE("a deletion that was settled is kept or deleted, and has no value to show", "[app][casework][settlement]") {
  Settlement settlement;
  settlement.id = newId();
  settlement.field = sync::kDeletedField;
  settlement.versions = {{newId(), 7, {}}, {newId(), 8, {}}};
  CHECK(settlementFrom(recordOf(settlement))->outcome.empty());
  settlement.outcome = keptOutcome();
  CHECK(settlementFrom(recordOf(settlement))->outcome == keptOutcome());
}

TEST_CASE("a settlement that can't be read is Corrupt", "[app][casework][settlement]") {
  Settlement settlement;
  settlement.id = newId();
  sync::Record record = recordOf(settlement);
  record.fields.at("versions").siblings.front().value = encodeText("ingen liste");
  CHECK(settlementFrom(record).status().code() == StatusCode::Corrupt);
}
