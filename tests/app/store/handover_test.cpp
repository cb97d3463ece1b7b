// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/record_codec.h"
#include "sync/record/canonical.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace veikart;
using namespace veikart::test;

namespace {

std::unique_ptr<store::SessionStore> openSession(Tablet& tablet, const store::HandoverSession& session) {
  std::vector<sync::Record> seed;
  if (const auto record = ok(tablet.store().replica().load(layerRecordId(session.mappingId, Layer::Client))))
    seed.push_back(*record);
  return ok(store::SessionStore::create(tablet.folder() / session.fileName, session.key,
                                        {session.mappingId, session.caseId}, seed, tablet.clock()));
}

} // namespace

TEST_CASE("what the client answered is in the case when the tablet is given back", "[app][store][handover]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  const store::HandoverSession session = ok(kari.store().beginHandover(mapping.id));
  CHECK(ok(kari.store().mapping(mapping.id)).state == MappingState::ClientAnswering);
  const auto client = openSession(kari, session);
  ok(client->saveAnswer("helse.na", words("Dårlig")));
  ok(client->saveAnswer("helse.na.tekst", words("Jeg sover ikke")));
  ok(kari.store().finishHandover(session.id, {ok(client->records()), {}, false, client->replica()}));

  CHECK_FALSE(ok(kari.store().openHandover()));
  CHECK(ok(kari.store().mapping(mapping.id)).state == MappingState::InConversation);
  const store::LayerAnswers answers = ok(kari.store().answers(mapping.id, Layer::Client));
  CHECK(answers.size() == 2);
  CHECK(answers.at("helse.na.tekst").answer == words("Jeg sover ikke"));
}

TEST_CASE("a no stands when the tablet is given back without an answer", "[app][store][handover]") {
  Tablet kari("Kari");
  Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  const store::HandoverSession session = ok(kari.store().beginHandover(mapping.id));
  const auto client = openSession(kari, session);
  mapping.state = MappingState::Declined;
  ok(kari.store().save(mapping));
  ok(kari.store().finishHandover(session.id, {ok(client->records()), {}, false, client->replica()}));
  CHECK_FALSE(ok(kari.store().openHandover()));
  CHECK(ok(kari.store().mapping(mapping.id)).state == MappingState::Declined);
}

TEST_CASE("a handover survives a crash at each of its steps", "[app][store][handover]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  const Id sessionId = ok(kari.store().beginHandover(mapping.id)).id;
  kari.restart();
  auto session = ok(kari.store().openHandover());
  REQUIRE(session);
  CHECK(session->id == sessionId);
  CHECK(kari.store().beginHandover(mapping.id).status().code() == StatusCode::Conflict);

  ok(openSession(kari, *session)->saveAnswer("helse.na", words("Dårlig")));
  kari.restart();
  auto client = openSession(kari, *ok(kari.store().openHandover()));
  CHECK(ok(client->answers()).at("helse.na") == words("Dårlig"));
  const std::vector<sync::Record> records = ok(client->records());

  CHECK(kari.store().finishHandover(sessionId, {records, {}, false}).code() == StatusCode::Invalid); // whose are they?
  ok(kari.store().finishHandover(sessionId, {records, {}, false, client->replica()}));
  kari.restart();
  CHECK_FALSE(ok(kari.store().openHandover()));
  CHECK(ok(kari.store().answers(mapping.id, Layer::Client)).size() == 1);
  CHECK(kari.store().finishHandover(sessionId, {records, {}, false, client->replica()}).code() == StatusCode::NotFound);
}

TEST_CASE("a session that is set aside makes room for another, and its file stays known", "[app][store][handover]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  const store::HandoverSession damaged = ok(kari.store().beginHandover(mapping.id));
  CHECK(kari.store().setHandoverAside(kari.newId()).code() == StatusCode::NotFound);
  ok(kari.store().setHandoverAside(damaged.id));
  kari.restart();
  CHECK_FALSE(ok(kari.store().openHandover()));
  CHECK(kari.store().finishHandover(damaged.id, {}).code() == StatusCode::NotFound);
  const store::HandoverSession another = ok(kari.store().beginHandover(mapping.id));
  CHECK(ok(kari.store().sessionFiles()) == std::vector<std::string>{another.fileName, damaged.fileName});
}

TEST_CASE("words that the client withdrew do not leave the session", "[app][store][handover]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  const auto client = openSession(kari, ok(kari.store().beginHandover(mapping.id)));
  ok(client->saveAnswer("rus.na.tekst", words("Dette angret jeg")));
  ok(client->saveAnswer("rus.na.tekst", forms::Answer{}));
  for (const sync::Record& record : ok(client->records()))
    CHECK(sync::encode(record).find("angret") == Bytes::npos);
}

TEST_CASE("a second round goes on from what was answered in the first", "[app][store][handover]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  for (const std::string text : {"Dårlig", "God"}) {
    const store::HandoverSession session = ok(kari.store().beginHandover(mapping.id));
    const auto client = openSession(kari, session);
    CHECK(ok(client->answers()).size() == (text == "God" ? 1U : 0U));
    ok(client->saveAnswer("helse.na", words(text)));
    ok(kari.store().finishHandover(session.id, {ok(client->records()), {}, false, client->replica()}));
  }
  const store::LayerAnswer answer = ok(kari.store().answers(mapping.id, Layer::Client)).at("helse.na");
  CHECK(answer.answer == words("God"));
  CHECK(answer.versions == 1);
}

TEST_CASE("a session brings the client's answers and nothing else into the case", "[app][store][handover]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  const store::HandoverSession session = ok(kari.store().beginHandover(mapping.id));
  const auto client = openSession(kari, session);
  ok(client->saveAnswer("helse.na", words("Dårlig")));
  std::vector<sync::Record> records = ok(client->records());
  sync::Record foreign = records.at(0);
  foreign.id = kari.newId();
  records.push_back(foreign);
  CHECK(kari.store().finishHandover(session.id, {records, {}, false, client->replica()}).code() == StatusCode::Invalid);
  CHECK(ok(kari.store().openHandover()));
  CHECK(ok(kari.store().answers(mapping.id, Layer::Client)).empty());
}

TEST_CASE("answers whose case was erased while the client had the tablet wait to be sent to those who have it now",
          "[app][store][handover]") {
  Tablet kari("Kari");
  const Id amina = kari.addCase("Amina", "Hassan");
  const Mapping mapping = kari.startMapping(amina);
  const store::HandoverSession session = ok(kari.store().beginHandover(mapping.id));
  {
    const auto client = openSession(kari, session);
    ok(client->saveAnswer("helse.na", words("Dårlig")));
  }
  eraseCase(kari, amina);
  kari.restart();
  const store::HandoverSession found = ok(kari.store().openHandover()).value();
  CHECK(found.caseId == amina);
  const auto client = openSession(kari, found);
  ok(kari.store().finishHandover(found.id, {ok(client->records()), {}, false, client->replica()}));
  CHECK_FALSE(ok(kari.store().openHandover()));
  const std::vector<sync::OutboxItem> waiting = ok(kari.store().replica().outboxItems());
  const auto answers =
      std::ranges::find_if(waiting, [](const sync::OutboxItem& item) { return item.local.type == kAnswersType; });
  REQUIRE(answers != waiting.end());
  CHECK(answers->local.scope == sync::ScopeId{sync::ScopeKind::Case, amina});
  CHECK(answers->local.fields.contains("helse.na"));
}
