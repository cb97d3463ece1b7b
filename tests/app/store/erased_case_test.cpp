// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/record_codec.h"
#include "platform/base/files.h"
#include "sync/record/deletion.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace veikart::test {
namespace {

// The whole store without its encryption. Closes it.
Bytes plainContent(Tablet& tablet) {
  tablet.close();
  const std::filesystem::path plain = tablet.folder() / "plain.db";
  const auto db = ok(Connection::open(tablet.folder() / "store.db", tablet.key(), Connection::Mode::Create));
  ok(db->execute("ATTACH DATABASE '" + plain.string() + "' AS plain KEY ''"));
  ok(db->execute("SELECT sqlcipher_export('plain')"));
  ok(db->execute("DETACH DATABASE plain"));
  return ok(readFile(plain, 64U * 1024 * 1024));
}

std::vector<sync::Record> draftsIn(Tablet& tablet) {
  std::vector<sync::Record> drafts = ok(tablet.store().replica().loadAll());
  std::erase_if(drafts, [](const sync::Record& record) { return record.type != kDraftType; });
  return drafts;
}

// The hub has taken them, and holds them for others.
void letGo(Tablet& tablet, const std::vector<sync::Record>& records) {
  for (const sync::Record& record : records) {
    const sync::Receipt receipt{sync::encode(record), sync::PushOutcome::Held, {}, 0};
    ok(tablet.store().replica().applyReceipts({&receipt, 1}));
  }
}

size_t timesIn(const Bytes& content, BytesView what) {
  size_t times = 0;
  for (size_t at = content.find(what); at != Bytes::npos; at = content.find(what, at + 1))
    ++times;
  return times;
}

TEST_CASE("a case that was closed to its counsellor leaves nothing in the store, and an unsaved draft is sent first",
          "[app][store][erase]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  const Id otherId = kari.addCase("Ola", "Berg");
  const sync::ScopeId scope{sync::ScopeKind::Case, caseId};
  const Mapping mapping = kari.startMapping(caseId);
  static_cast<void>(kari.sealed(mapping));
  kari.logContact(caseId, kNow);
  ok(kari.store().keepDocument(mapping.id, "a paper about Amina"));
  ok(kari.store().keepDraft({caseId}, "a draft about Amina"));

  ok(kari.store().replica().endScope(scope));
  CHECK_FALSE(ok(kari.store().draft({caseId})));
  const std::vector<sync::Record> drafts = draftsIn(kari);
  REQUIRE(drafts.size() == 1);
  CHECK(drafts.front().scope == scope);
  CHECK(drafts.front().fields.at("content").siblings.front().value == "a draft about Amina");

  ok(kari.store().keepDraft({caseId, store::DraftName::Details}, "kept while the rest is sent"));
  std::vector<sync::Farewell> farewells;
  for (const sync::StoredRecord& row : ok(kari.store().replica().rowsIn(scope)))
    farewells.push_back({row.key, row.local, row.local, {}});
  ok(kari.store().replica().erase(scope, farewells));
  CHECK(ok(kari.store().caseload(kari.owner().id)).size() == 1);
  CHECK(ok(kari.store().caseOverview(otherId)).person.firstName == "Ola");
  CHECK(kari.store().caseOverview(caseId).status().code() == StatusCode::NotFound);
  CHECK_FALSE(ok(kari.store().draft({caseId, store::DraftName::Details})));
  ok(kari.store().keepDraft({caseId}, "typed until the page closed"));
  CHECK_FALSE(ok(kari.store().draft({caseId})));
  const std::vector<sync::Record> late = draftsIn(kari);
  std::set<Bytes> contents;
  for (const sync::Record& record : late)
    contents.insert(record.fields.at("content").siblings.front().value);
  CHECK(contents == std::set<Bytes>{"kept while the rest is sent", "typed until the page closed"});
  letGo(kari, late);
  const size_t audited = ok(kari.store().auditOf(caseId)).size();
  const Bytes content = plainContent(kari);
  CHECK(content.find("Amina") == Bytes::npos);
  CHECK(content.find("Hassan") == Bytes::npos);
  // As the scope to be told, and in what the user did with it (a row, and its line in an index), alone.
  CHECK(content.find(sync::scopeToBytes(scope)) != Bytes::npos);
  CHECK(timesIn(content, caseId.view()) == 1 + 2 * audited);
}

// What the hub sends of a record that was erased by law.
void eraseByLaw(Tablet& tablet, const std::function<bool(const sync::Record&)>& isMeant) {
  std::vector<Bytes> erased;
  for (const sync::Record& record : ok(tablet.store().replica().loadAll()))
    if (isMeant(record))
      erased.push_back(sync::encode({record.id, record.type, record.scope, {}, true}));
  const auto applied = ok(tablet.store().replica().applyPage(erased, {"cursor", {}}));
  CHECK(applied.damaged == 0);
}

TEST_CASE("a case that was erased by law leaves nothing but what was unsent and what was unsaved",
          "[app][store][erase]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Amina", "Hassan");
  const sync::ScopeId scope{sync::ScopeKind::Case, caseId};
  const Mapping mapping = kari.startMapping(caseId);
  static_cast<void>(kari.sealed(mapping));
  kari.logContact(caseId, kNow);
  ok(kari.store().keepDocument(mapping.id, "a paper about Amina"));
  ok(kari.store().keepDraft({caseId}, "an unsaved note"));
  for (const sync::OutboxItem& item : ok(kari.store().replica().outboxItems())) {
    const sync::Receipt receipt{sync::encode(item.local), sync::PushOutcome::Applied, {}, 0};
    ok(kari.store().replica().applyReceipts({&receipt, 1}));
  }
  eraseByLaw(kari, [&](const sync::Record& record) {
    return record.scope == scope && record.type != kGrantType && record.type != kGrantEndType;
  });
  CHECK(ok(kari.store().caseload(kari.owner().id)).empty());
  CHECK(kari.store().caseOverview(caseId).status().code() == StatusCode::NotFound);
  CHECK_FALSE(ok(kari.store().document(mapping.id)));
  CHECK_FALSE(ok(kari.store().draft({caseId})));
  const std::vector<sync::Record> drafts = draftsIn(kari);
  REQUIRE(drafts.size() == 1);
  CHECK(drafts.front().fields.at("content").siblings.front().value == "an unsaved note");
  const Bytes content = plainContent(kari);
  CHECK(content.find("Amina") == Bytes::npos);
  CHECK(content.find("Hassan") == Bytes::npos);
}

// The client has Kari's tablet, goes on from an answer that was confirmed before, and has said something new.
struct HandedOver {
  Tablet kari{"Kari"};
  Id caseId = kari.addCase("Amina", "Hassan");
  Mapping mapping = kari.startMapping(caseId);
  Id answersId = layerRecordId(mapping.id, Layer::Client);
  std::optional<store::HandoverSession> session;
  std::unique_ptr<store::SessionStore> client;

  HandedOver() {
    ok(kari.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("Dårlig")));
    const sync::Record known = *ok(kari.store().replica().load(answersId));
    const sync::Receipt receipt{sync::encode(known), sync::PushOutcome::Applied, {}, 0};
    ok(kari.store().replica().applyReceipts({&receipt, 1}));
    session = ok(kari.store().beginHandover(mapping.id));
    client = ok(store::SessionStore::create(kari.folder() / session->fileName, session->key, {mapping.id, caseId},
                                            {&known, 1}, kari.clock()));
    ok(client->saveAnswer("bolig.na", words("Hos en venn")));
  }
};

TEST_CASE("a session brings back nothing of answers that went while the client had the tablet", "[app][store][erase]") {
  HandedOver world;
  Tablet& kari = world.kari;
  SECTION("erased by law") {
    eraseByLaw(kari, [&](const sync::Record& record) { return record.id == world.answersId; });
  }
  SECTION("closed to the counsellor") {
    eraseCase(kari, world.caseId);
  }
  ok(kari.store().finishHandover(world.session->id, {ok(world.client->records()), {}, false, world.client->replica()}));
  std::vector<sync::OutboxItem> waiting = ok(kari.store().replica().outboxItems());
  std::erase_if(waiting, [&](const auto& item) { return item.local.id != world.answersId; });
  REQUIRE(waiting.size() == 1);
  CHECK(waiting.front().local.fields.contains("bolig.na"));
  CHECK_FALSE(waiting.front().local.fields.contains("helse.na"));
}

TEST_CASE("answers that were erased by law take no more, and no tablet is handed over for them",
          "[app][store][erase]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  const Mapping other = kari.startMapping(kari.addCase("Ola", "Berg"));
  ok(kari.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("Dårlig")));
  eraseByLaw(kari, [&](const auto& record) { return record.id == layerRecordId(mapping.id, Layer::Client); });
  CHECK(kari.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("Bedre")).code() == StatusCode::Invalid);
  CHECK(kari.store().beginHandover(mapping.id).status().code() == StatusCode::Invalid);
  CHECK(ok(kari.store().mapping(mapping.id)).state != MappingState::ClientAnswering);
  ok(kari.store().beginHandover(other.id));
}

TEST_CASE("a session that was set aside goes with the answers that it began with", "[app][store][erase]") {
  Tablet kari("Kari");
  const Id amina = kari.addCase("Amina", "Hassan");
  const Mapping mapping = kari.startMapping(amina);
  const Mapping other = kari.startMapping(kari.addCase("Ola", "Berg"));
  ok(kari.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("Dårlig")));
  for (const Mapping& each : {mapping, other})
    ok(kari.store().setHandoverAside(ok(kari.store().beginHandover(each.id)).id));
  REQUIRE(ok(kari.store().sessionFiles()).size() == 2);
  SECTION("erased by their id") {
    eraseByLaw(kari, [&](const auto& record) { return record.id == layerRecordId(mapping.id, Layer::Client); });
  }
  SECTION("erased with their case") {
    eraseByLaw(kari, [&](const auto& record) { return record.scope.id == amina && record.type != kGrantType; });
  }
  CHECK(ok(kari.store().sessionFiles()).size() == 1);
}

TEST_CASE("a paper copy that is still to be printed goes with what stands on it", "[app][store][erase]") {
  Tablet kari("Kari");
  const Mapping mapping = kari.startMapping(kari.addCase("Amina", "Hassan"));
  ok(kari.store().saveAnswer(mapping.id, Layer::Client, "helse.na", words("Dårlig")));
  static_cast<void>(kari.sealed(mapping));
  const auto type = GENERATE(kAnswersType, kConfirmationType, kSealType);
  ok(kari.store().keepDocument(mapping.id, "a paper about Amina"));
  eraseByLaw(kari, [&](const sync::Record& record) { return record.type == type; });
  CHECK_FALSE(ok(kari.store().document(mapping.id)));
}

TEST_CASE("a draft leaves its case also when an earlier one was taken in and erased", "[app][store][erase]") {
  Tablet kari("Kari");
  const Id amina = kari.addCase("Amina", "Hassan");
  ok(kari.store().keepDraft({amina}, "the first"));
  ok(kari.store().replica().endScope({sync::ScopeKind::Case, amina}));
  REQUIRE(draftsIn(kari).size() == 1);
  const bool isErased = GENERATE(true, false);
  if (isErased)
    eraseByLaw(kari, [](const sync::Record& record) { return record.type == kDraftType; });
  else
    ok(kari.store().replica().remove(draftsIn(kari).front().id));
  ok(kari.store().keepDraft({amina}, "the second"));
  eraseByLaw(kari, [&](const sync::Record& record) {
    return record.scope.id == amina && record.type != kGrantType && record.type != kDraftType;
  });
  const std::vector<sync::Record> drafts = draftsIn(kari);
  REQUIRE(std::ranges::count_if(drafts, [](const sync::Record& draft) {
            return ok(sync::presence(draft)) == sync::Presence::Present &&
                   draft.fields.at("content").siblings.front().value == "the second";
          }) == 1);
}

TEST_CASE("what is typed on a page whose case is erased under it goes to the office", "[app][store][erase]") {
  Tablet kari("Kari");
  const Id amina = kari.addCase("Amina", "Hassan");
  const Mapping mapping = kari.startMapping(amina);
  eraseCase(kari, amina);
  ok(kari.store().saveAnswer(mapping.id, Layer::Conclusion, "konkl.ressurser", words("Snakker to språk")));
  std::vector<sync::OutboxItem> waiting = ok(kari.store().replica().outboxItems());
  std::erase_if(waiting, [](const auto& item) { return item.local.scope.kind != sync::ScopeKind::Case; });
  REQUIRE(waiting.size() == 1);
  CHECK(waiting[0].local.scope == sync::ScopeId{sync::ScopeKind::Case, amina});
  CHECK(waiting[0].local.fields.contains("konkl.ressurser"));
  CHECK(kari.store().saveAnswer(kari.newId(), Layer::Conclusion, "konkl.ressurser", words("x")).code() ==
        StatusCode::NotFound);
}

} // namespace
} // namespace veikart::test
