// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/review/record_words.h"

#include "app/casework/field_policy.h"
#include "app/casework/record_codec.h"
#include "app/casework/settlement.h"
#include "sync/record/case_keys.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

namespace veikart::test {

namespace {

// Types that people are not shown as records of a case.
const std::set<std::string_view> kBehindTheScenes = {kStaffType,   kSealType,  sync::kAuditType, sync::kCaseKeysType,
                                                     kReplicaType, kGrantType, kSettlementType};

sync::Record recordOf(std::string_view type, const Fields& fields) {
  sync::Record record;
  record.type = type;
  uint64_t counter = 0;
  for (const auto& [name, value] : fields)
    sync::write(record, name, value, {{}, ++counter}, {});
  return record;
}

struct Case1 {
  Tablet kari{"Kari"};
  Id amina = kari.addCase("Amina", "Hassan");
  Mapping mapping = kari.startMapping(amina);
  store::CaseOverview overview = ok(kari.store().caseOverview(amina));
  ui::RecordWords words{overview, kNow};

  sync::Record conclusion() const {
    return recordOf(kAnswersType, {{"_layer", encodeText(layerName(Layer::Conclusion))},
                                   {"_mapping", encodeText(mapping.id.toString())},
                                   {"konkl.ressurser", encodeAnswer(test::words("To språk"))}});
  }
};

} // namespace

TEST_CASE("every field that can have two versions has a name that people use", "[viewmodels][words]") {
  const Case1 world;
  for (const FieldRule& rule : fieldRules())
    if (!kBehindTheScenes.contains(rule.type) && rule.field != "mapping" && rule.field != "agreedIn") {
      INFO(rule.type << "." << rule.field);
      CHECK_FALSE(world.words.field(recordOf(rule.type, {}), std::string(rule.field)).isEmpty());
      CHECK_FALSE(world.words.subject(recordOf(rule.type, {})).isEmpty());
    }
}

TEST_CASE("a value is said as on the other pages", "[viewmodels][words]") {
  const Case1 world;
  Task task;
  task.what = "Ringe fastlegen";
  task.dueDate = "2026-12-01";
  task.party = Party::Client;
  task.state = TaskState::Done;
  task.doneDate = "2026-11-21";
  const sync::Record record = recordOf(kTaskType, toFields(task));
  const auto said = [&](const char* field) { return world.words.value(record, field, toFields(task).at(field)); };
  CHECK(world.words.subject(record) == "Oppgaven «Ringe fastlegen»");
  CHECK(said("what") == "Ringe fastlegen");
  CHECK(said("dueDate") == "tirsdag 1. desember");
  CHECK(said("party") == "Amina");
  CHECK(said("state") == "Gjort i går");
  CHECK(world.words.value(record, "dueDate", encodeText("")) == "Ikke skrevet");
  CHECK(world.words.value(record, "dueDate", "\xff") == "Kan ikke vises på dette nettbrettet");
  CHECK(world.words.isText(record, "what"));
  CHECK_FALSE(world.words.isText(record, "dueDate"));
}

TEST_CASE("a content is said as what it is and how large, never as its bytes", "[viewmodels][words]") {
  const Case1 world;
  const Bytes content = sync::ContentId::of(Bytes(1'258'291, 'x')).toBytes();
  Fields fields = toFields(Attachment{{}, {}, "bilde", "Vinduet", "2026-11-22", "image/jpeg", {}, {}, 0});
  fields.emplace(sync::kContentField, content);
  const sync::Record record = recordOf(kAttachmentType, fields);
  CHECK(world.words.subject(record) == "Vedlegget «Vinduet»");
  CHECK(world.words.field(record, "content") == "Innhold");
  CHECK(world.words.value(record, "content", content) == "Bilde, 1,2 MB");
  CHECK(world.words.value(record, "content", "\xff") == "Kan ikke vises på dette nettbrettet");
  CHECK(world.words.value(record, "kind", fields.at("kind")) == "Bilde");
  CHECK(world.words.value(record, "mediaType", fields.at("mediaType")) == "Bilde (JPEG)");
}

TEST_CASE("an answer is called what the form asks, and said in its words", "[viewmodels][words]") {
  const Case1 world;
  const sync::Record record = world.conclusion();
  CHECK(world.words.subject(record) == "Konklusjonen");
  CHECK(world.words.field(record, "konkl.ressurser") == "Dette har jeg med meg");
  CHECK(world.words.value(record, "konkl.ressurser", encodeAnswer(words("To språk"))) == "To språk");
  CHECK(world.words.isText(record, "konkl.ressurser"));
  const Bytes changed = world.words.withText(record, encodeAnswer(words("To språk")), "Tre språk");
  CHECK(world.words.text(record, "konkl.ressurser", changed) == "Tre språk");
}

} // namespace veikart::test
