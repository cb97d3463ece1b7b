// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/record_codec.h"
#include "app/forms/questionnaire.h"
#include "app/store/seal_content.h"
#include "platform/crypto/crypto.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

using namespace veikart;
using namespace veikart::test;

TEST_CASE("answers stand in their layers, each with who and when", "[app][store][mapping]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  ok(kari.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("Dårlig")));
  kari.clock().advance(1000);
  ok(kari.store().saveAnswer(mapping.id, Layer::Comment, "helse.na", words("Tas opp")));
  kari.restart();
  const store::LayerAnswers client = ok(kari.store().answers(mapping.id, Layer::Client));
  REQUIRE(client.size() == 1);
  CHECK(client.at("helse.na").answer == words("Dårlig"));
  CHECK(client.at("helse.na").author.empty());
  CHECK(client.at("helse.na").at == kNow);
  const store::LayerAnswers comments = ok(kari.store().answers(mapping.id, Layer::Comment));
  CHECK(comments.at("helse.na").author == "Kari Moen");
  CHECK(comments.at("helse.na").at == kNow + 1000);
  CHECK(ok(kari.store().answers(mapping.id, Layer::Joint)).empty());
}

namespace {

// Two counsellors with the same client, who has said on Kari's tablet that she doesn't sleep.
struct TwoReaders {
  Tablet kari{"Kari"}, jonas{"Jonas", "Lie"};
  Mapping mapping;

  TwoReaders() {
    mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
    say(kari, "helse.na.tekst", "Jeg sover ikke");
    jonas.receive(kari);
  }

  void say(Tablet& tablet, const std::string& key, const std::string& text) {
    ok(tablet.store().saveAnswer(mapping.id, Layer::Client, key, words(text)));
  }
  void read(Tablet& tablet, const std::string& key) {
    ok(tablet.store().markThemeRead(mapping.id, "helse", {writeOf(tablet, key)}));
  }
  bool isRead(Tablet& tablet, const std::string& key) {
    return ok(tablet.store().reading(mapping.id)).writes.contains(writeOf(tablet, key));
  }

private:
  std::string writeOf(Tablet& tablet, const std::string& key) {
    return ok(tablet.store().answers(mapping.id, Layer::Client)).at(key).write;
  }
};

} // namespace

TEST_CASE("a theme is read once somebody has read it, whoever it was", "[app][store][mapping]") {
  TwoReaders two;
  ok(two.kari.store().markThemeRead(two.mapping.id, "rus", {}));
  ok(two.jonas.store().markThemeRead(two.mapping.id, "rus", {}));
  two.read(two.kari, "helse.na.tekst");
  two.jonas.receive(two.kari);
  CHECK(ok(two.jonas.store().reading(two.mapping.id)).themes == std::set<std::string>{"helse", "rus"});
  CHECK(two.isRead(two.jonas, "helse.na.tekst"));
}

TEST_CASE("what the client writes after the reading is unread, whatever the clocks say", "[app][store][mapping]") {
  TwoReaders two;
  SECTION("on the same tablet") {
    two.read(two.kari, "helse.na.tekst");
    REQUIRE(two.isRead(two.kari, "helse.na.tekst"));
    two.say(two.kari, "helse.na.tekst", "Jeg er redd hjemme");
  }
  SECTION("on another, before the reading by its clock") {
    two.say(two.jonas, "helse.na.tekst", "Jeg er redd hjemme");
    two.kari.clock().advance(kDay);
    two.read(two.kari, "helse.na.tekst");
    two.kari.receive(two.jonas);
  }
  SECTION("beside a later version that was read") {
    two.say(two.jonas, "helse.na.tekst", "Jeg er redd hjemme");
    two.kari.clock().advance(kDay);
    two.say(two.kari, "helse.na.tekst", "Bedre nå");
    two.read(two.kari, "helse.na.tekst");
    two.kari.receive(two.jonas);
  }
  CHECK_FALSE(two.isRead(two.kari, "helse.na.tekst"));
  two.kari.restart();
  CHECK_FALSE(two.isRead(two.kari, "helse.na.tekst"));
}

TEST_CASE("two people who read at the same time have read what each of them saw", "[app][store][mapping]") {
  TwoReaders two;
  two.say(two.jonas, "helse.jobb.tekst", "Ryggen");
  two.read(two.kari, "helse.na.tekst");
  two.read(two.jonas, "helse.jobb.tekst");
  two.kari.receive(two.jonas);
  CHECK(two.isRead(two.kari, "helse.na.tekst"));
  CHECK(two.isRead(two.kari, "helse.jobb.tekst"));
}

TEST_CASE("sealing waits for the client's word and for something agreed", "[app][store][seal]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  Mapping mapping = kari.startMapping(caseId);
  mapping.state = MappingState::InConversation;
  ok(kari.store().save(mapping));
  CHECK(kari.store().seal(mapping.id).status().code() == StatusCode::Invalid);
  ok(kari.store().save({Confirmation::Waits, "", kNow}, mapping.id));
  CHECK(kari.store().seal(mapping.id).status().text() == "sealing: the client wants to wait");
  ok(kari.store().save({Confirmation::Disagrees, "Ikke om søvnen", kNow}, mapping.id));
  CHECK(kari.store().seal(mapping.id).status().text() == "sealing: no agreed task, and no reason for none");
  CHECK_FALSE(ok(kari.store().sealOf(mapping.id)));
  mapping.noTaskReason = "Venter på NAV";
  ok(kari.store().save(mapping));
  CHECK(ok(kari.store().seal(mapping.id)).mappingId == mapping.id);
  CHECK(kari.store().seal(mapping.id).status().code() == StatusCode::Invalid);
}

TEST_CASE("the client's word and what follows from it are written together or not at all", "[app][store][seal]") {
  Tablet kari("Kari");
  Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  mapping.state = MappingState::InConversation;
  ok(kari.store().save(mapping));
  const auto before = ok(kari.store().replica().loadAll());
  CHECK(kari.store().confirm(mapping.id, {Confirmation::Agrees, "", kNow}, "").code() == StatusCode::Invalid);
  CHECK(ok(kari.store().replica().loadAll()) == before);

  ok(kari.store().confirm(mapping.id, {Confirmation::Waits, "", kNow}, ""));
  CHECK(ok(kari.store().mapping(mapping.id)).state == MappingState::Draft);
  CHECK_FALSE(ok(kari.store().sealOf(mapping.id)));

  ok(kari.store().confirm(mapping.id, {Confirmation::Disagrees, "Ikke om søvnen", kNow}, "Venter på NAV"));
  kari.restart();
  CHECK(ok(kari.store().mapping(mapping.id)).state == MappingState::Confirmed);
  CHECK(ok(kari.store().mapping(mapping.id)).noTaskReason == "Venter på NAV");
  CHECK(ok(kari.store().confirmation(mapping.id))->disagreement == "Ikke om søvnen");
  CHECK(kari.store().confirm(mapping.id, {Confirmation::Waits, "", kNow}, "").code() == StatusCode::Invalid);
}

TEST_CASE("a seal holds what was said, by whom, and its own hash", "[app][store][seal]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  ok(kari.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("Dårlig")));
  ok(kari.store().saveAnswer(mapping.id, Layer::Conclusion, "konkl.muligheter", words("Språkpraksis")));
  const SealedMapping seal = kari.sealed(mapping);
  const crypto::Hash256 hash = crypto::blake2b256(seal.content);
  CHECK(seal.hash == toHex({reinterpret_cast<const char*>(hash.data()), hash.size()}));

  const nlohmann::json content = nlohmann::json::parse(seal.content, nullptr, false);
  REQUIRE(content.is_object());
  CHECK(content.dump() == seal.content);
  CHECK(content["mapping"]["form"] == forms::kisReconstruction().hash());
  CHECK(content["mapping"]["view"] == "mg2");
  CHECK(content["confirmation"]["answer"]["choice"] == "agrees");
  CHECK(content["tasks"][0]["what"] == "Ringe fastlegen");
  CHECK(content["layers"]["client"]["helse.na"][0]["answer"]["text"] == "Dårlig");
  CHECK(content["layers"]["conclusion"]["konkl.muligheter"][0]["author"] == "Kari Moen");

  kari.restart();
  CHECK(ok(kari.store().sealOf(mapping.id))->content == seal.content);
  CHECK(ok(kari.store().mapping(mapping.id)).state == MappingState::Confirmed);
  CHECK(ok(kari.store().answers(mapping.id, Layer::Conclusion)).at("konkl.muligheter").author == "Kari Moen");
}

TEST_CASE("what was agreed is read from the seal as it was sealed", "[app][store][seal]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  const SealedMapping seal = kari.sealed(mapping);
  for (Task task : ok(kari.store().caseOverview(mapping.caseId)).tasks) {
    task.state = TaskState::Done;
    ok(kari.store().save(task));
  }
  const std::vector<Task> tasks = ok(store::sealedTasks(seal.content));
  REQUIRE(tasks.size() == 1);
  CHECK(tasks[0].what == "Ringe fastlegen");
  CHECK(tasks[0].dueDate == "2026-12-01");
  CHECK(tasks[0].state == TaskState::Open);
  CHECK(tasks[0].agreedIn == mapping.id);
  CHECK(store::sealedTasks("{}").status().code() == StatusCode::Corrupt);
}

TEST_CASE("nothing of a confirmed mapping can be changed", "[app][store][seal]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  kari.sealed(mapping);
  const auto before = ok(kari.store().replica().loadAll());
  store::CaseStore& store = kari.store();
  CHECK(store.save(mapping).code() == StatusCode::Invalid);
  CHECK(store.saveAnswer(mapping.id, Layer::Client, "helse.na", words("God")).code() == StatusCode::Invalid);
  CHECK(store.saveAnswer(mapping.id, Layer::Comment, "helse.na", words("Hm")).code() == StatusCode::Invalid);
  CHECK(store.save({Confirmation::Waits, "", kNow}, mapping.id).code() == StatusCode::Invalid);
  CHECK(store.markThemeRead(mapping.id, "rus", {}).code() == StatusCode::Invalid);
  CHECK(store.beginHandover(mapping.id).status().code() == StatusCode::Invalid);
  CHECK(ok(store.replica().loadAll()) == before);
}

TEST_CASE("no mapping is confirmed but by its seal", "[app][store][seal]") {
  Tablet kari("Kari");
  Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  mapping.state = MappingState::Confirmed;
  CHECK(kari.store().save(mapping).code() == StatusCode::Invalid);
  CHECK(kari.store().saveAnswer(kari.newId(), Layer::Client, "helse.na", words("x")).code() == StatusCode::NotFound);
  CHECK(kari.store().saveAnswer(mapping.id, Layer::Client, "_layer", words("x")).code() == StatusCode::Invalid);
}

TEST_CASE("a mapping that holds answers is not declined, one whose answers were taken back may be",
          "[app][store][mapping]") {
  Tablet kari("Kari");
  Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  ok(kari.store().saveAnswer(mapping.id, Layer::Client, "om-deg.viktig", words("Fred og ro")));
  mapping.state = MappingState::Declined;
  CHECK(kari.store().save(mapping).code() == StatusCode::Conflict);
  CHECK(ok(kari.store().mapping(mapping.id)).state == MappingState::Started);
  ok(kari.store().saveAnswer(mapping.id, Layer::Client, "om-deg.viktig", forms::Answer()));
  ok(kari.store().save(mapping));
}
