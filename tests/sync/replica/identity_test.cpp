// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/deletion.h"
#include "tests/sync/replica/test_store.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::sync;
using namespace veikart::sync::test;

TEST_CASE("A replica keeps its id, and two stores have different ones", "[sync][replica][identity]") {
  TestStore store;
  const TestStore other;
  const ReplicaId id = store.replica->id();
  store.reopen();
  CHECK(store.replica->id() == id);
  CHECK(other.replica->id() != id);
}

TEST_CASE("A new replica keeps every unsent value under new dots and pulls anew", "[sync][replica][identity]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "sent"}, {"b", "sent"}});
  hub.sync(store);
  REQUIRE(store.replica->saveTokens("now", "next").ok());
  store.write(1, {{"a", "unsent"}});
  store.write(2, {{"a", "new"}});
  const ReplicaId before = store.replica->id();
  REQUIRE(store.replica->becomeNewReplica().ok());
  store.reopen();
  const ReplicaId after = store.replica->id();
  CHECK(after != before);
  CHECK(store.replica->syncState().value().cursor.empty());
  CHECK(store.replica->syncState().value().nextToken.empty());
  CHECK(store.read(1, "a") == "unsent");
  CHECK(store.read(1, "b") == "sent");
  CHECK(store.read(2, "a") == "new");
  CHECK(store.record(1).fields.at("a").siblings[0].dot == Dot{after, 1});
  CHECK(store.record(1).fields.at("b").siblings[0].dot.replica == before);
  CHECK(store.readModelInStep());
  hub.sync(store);
  CHECK(store.waiting() == 0);
  CHECK(shown(hub.records.at(recordId(1)), "a") == "unsent");
  CHECK(store.digest() == hub.digest());
}

TEST_CASE("A damaged record does not keep a store from becoming a new replica", "[sync][replica][identity]") {
  TestStore store;
  store.write(1, {{"a", "lost"}});
  store.write(2, {{"a", "kept"}});
  REQUIRE(store.db->execute("UPDATE record SET local = x'0101' WHERE id = x'" + toHex(recordId(1).view()) + "'").ok());
  REQUIRE(store.replica->becomeNewReplica().ok());
  CHECK(store.record(2).fields.at("a").siblings[0].dot == Dot{store.replica->id(), 1});
  CHECK(store.waiting() == 2);
}

namespace {

struct Twins {
  TestHub hub;
  std::unique_ptr<TestStore> original, copy;
};

// A store and its copy, each with an unsent write of its own under the same dot.
Twins twins() {
  Twins twins{{}, std::make_unique<TestStore>(), nullptr};
  twins.original->write(1, {{"a", "before"}});
  twins.hub.sync(*twins.original);
  twins.copy = std::make_unique<TestStore>(twins.original->file());
  twins.original->write(1, {{"a", "original"}});
  twins.copy->write(1, {{"a", "copy"}});
  return twins;
}

} // namespace

TEST_CASE("What a copied store and its original wrote under the same dots stands side by side",
          "[sync][replica][identity]") {
  auto [hub, original, copy] = twins();
  REQUIRE(original->record(1).fields.at("a").siblings[0].dot == copy->record(1).fields.at("a").siblings[0].dot);
  hub.sync(*original);
  REQUIRE(copy->replica->becomeNewReplica().ok());
  hub.sync(*copy);
  hub.sync(*original);
  CHECK(copy->read(1, "a") == "copy|original");
  CHECK(original->read(1, "a") == "copy|original");
  CHECK(copy->digest() == hub.digest());
  CHECK(original->digest() == hub.digest());
}

TEST_CASE("A deletion by a new replica hides what the old one had written and deleted", "[sync][replica][identity]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "sent"}, {"b", "sent"}});
  hub.sync(store);
  store.write(1, {{"a", "unsent"}});
  store.write(2, {{"a", "new"}});
  for (const int record : {1, 2})
    REQUIRE(store.replica->remove(recordId(record)).ok());
  REQUIRE(store.replica->becomeNewReplica().ok());
  hub.sync(store);
  for (const int record : {1, 2})
    CHECK(presence(hub.records.at(recordId(record))).value() == Presence::Deleted);
  CHECK(store.digest() == hub.digest());
}

TEST_CASE("What the original of a copied store wrote is not deleted with what the copy had written",
          "[sync][replica][identity]") {
  auto [hub, original, copy] = twins();
  REQUIRE(copy->replica->remove(recordId(1)).ok());
  hub.sync(*original);
  REQUIRE(copy->replica->becomeNewReplica().ok());
  hub.sync(*copy);
  CHECK(presence(hub.records.at(recordId(1))).value() == Presence::DeletedButEdited);
}

TEST_CASE("A new replica that fails to be stored leaves the old one", "[sync][replica][identity]") {
  TestStore store;
  store.write(1, {{"a", "1"}});
  const ReplicaId before = store.replica->id();
  store.readModel->refuses = true;
  CHECK_FALSE(store.replica->becomeNewReplica().ok());
  store.readModel->refuses = false;
  CHECK(store.replica->id() == before);
  store.write(1, {{"b", "1"}});
  CHECK(store.record(1).fields.at("b").siblings[0].dot == Dot{before, 2});
  store.reopen();
  CHECK(store.replica->id() == before);
}

TEST_CASE("A session's unsent answers replace nothing that they had not seen when the store becomes a new replica",
          "[sync][replica][identity]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "before"}});
  hub.sync(store);
  Record session = store.record(1);
  write(session, "a", "the client's", Dot{recordId(77), 1}, Stamp::fromMillis(kStartMillis));
  store.write(1, {{"a", "meanwhile"}});
  hub.sync(store);
  REQUIRE(store.replica->absorb({&session, 1}).ok());
  REQUIRE(store.read(1, "a") == "meanwhile|the client's");
  REQUIRE(store.replica->becomeNewReplica().ok());
  CHECK(store.read(1, "a") == "meanwhile|the client's");
  hub.sync(store);
  CHECK(shown(hub.records.at(recordId(1)), "a") == "meanwhile|the client's");
}

TEST_CASE("A session's unsent answers keep their dots when the store becomes a new replica",
          "[sync][replica][identity]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "mine"}});
  Record session = store.record(1);
  session.fields.clear();
  write(session, "a", "the client's", Dot{recordId(77), 1}, Stamp::fromMillis(kStartMillis));
  REQUIRE(store.replica->absorb({&session, 1}).ok());
  REQUIRE(store.replica->becomeNewReplica().ok());
  CHECK(store.read(1, "a") == "mine|the client's");
  CHECK(dots(store.record(1)).size() == 2);
  CHECK(dots(store.record(1))[0].replica != dots(store.record(1))[1].replica);
  hub.sync(store);
  CHECK(store.waiting() == 0);
  CHECK(store.digest() == hub.digest());
}
