// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/deletion.h"
#include "tests/sync/replica/test_store.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::sync;
using namespace veikart::sync::test;

namespace {

std::set<Dot> dotsOf(const TestStore& store) {
  std::set<Dot> all;
  const std::vector<Record> records = store.replica->loadAll().value();
  for (const Record& record : records) {
    for (const Dot& dot : dots(record))
      all.insert(dot);
  }
  return all;
}

Record sessionRecord(const std::string& value, uint64_t counter) {
  const RecordWrite target = fields(1, {});
  Record record{target.id, target.type, target.scope, {}, false};
  write(record, "answer", value, Dot{recordId(77), counter}, Stamp::fromMillis(kStartMillis));
  return record;
}

} // namespace

TEST_CASE("A write is shown, waits to be sent, and is there after the store was closed", "[sync][replica]") {
  TestStore store;
  store.write(1, {{"title", "Samtale"}, {"text", "Alt vel"}});
  store.reopen();
  CHECK(store.read(1, "title") == "Samtale");
  CHECK(store.read(1, "text") == "Alt vel");
  CHECK(store.waiting() == 1);
  CHECK(store.readModelInStep());
}

TEST_CASE("A record that nobody wrote is nothing", "[sync][replica]") {
  TestStore store;
  CHECK_FALSE(store.replica->load(recordId(1)).value().has_value());
  CHECK(store.replica->remove(recordId(1)).code() == StatusCode::NotFound);
}

TEST_CASE("A record is in the outbox if and only if it has an unsent part", "[sync][replica]") {
  TestStore store;
  TestHub hub;
  CHECK(store.waiting() == 0);
  store.write(1, {{"a", "1"}});
  store.write(2, {{"a", "1"}});
  CHECK(store.waiting() == 2);
  CHECK(store.pending().size() == 2);
  CHECK(store.replica->outboxItems().value().size() == 2);
  hub.push(store);
  CHECK(store.waiting() == 0);
  CHECK(store.pending().empty());
  CHECK(store.replica->outboxItems().value().empty());
}

TEST_CASE("The unsent part holds only the fields written here since the hub confirmed", "[sync][replica]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}, {"b", "1"}});
  hub.push(store);
  store.write(1, {{"b", "2"}});
  const std::vector<OutboxItem> items = store.replica->outboxItems().value();
  REQUIRE(items.size() == 1);
  CHECK(items[0].local.fields.size() == 1);
  CHECK(shown(items[0].local, "b") == "2");
  CHECK(store.read(1, "a") == "1");
}

TEST_CASE("A write has seen what is shown and replaces it", "[sync][replica]") {
  TestStore one;
  TestStore two;
  TestHub hub;
  one.write(1, {{"a", "from one"}});
  two.write(1, {{"a", "from two"}});
  hub.sync(one);
  hub.sync(two);
  hub.sync(one);
  CHECK(one.read(1, "a") == "from one|from two");
  one.write(1, {{"a", "settled"}});
  CHECK(one.read(1, "a") == "settled");
  hub.sync(one);
  hub.sync(two);
  CHECK(two.read(1, "a") == "settled");
}

TEST_CASE("What waits is as old as its oldest write", "[sync][replica]") {
  TestStore store;
  store.write(1, {{"a", "1"}});
  store.clock.advance(5000);
  store.write(1, {{"b", "1"}});
  store.write(2, {{"b", "1"}});
  CHECK(store.replica->outbox().value().oldestMillis == kStartMillis);
  const std::vector<OutboxItem> items = store.replica->outboxItems().value();
  REQUIRE(items.size() == 2);
  CHECK(items[0].sinceMillis == kStartMillis);
  CHECK(items[1].sinceMillis == kStartMillis + 5000);
}

TEST_CASE("Every write gets a dot of its own, also after reopening and after a failed transaction", "[sync][replica]") {
  TestStore store;
  store.write(1, {{"a", "1"}, {"b", "1"}});
  const std::set<Dot> first = dotsOf(store);
  {
    auto transaction = Transaction::begin(*store.db);
    REQUIRE(transaction.ok());
    store.write(1, {{"c", "lost"}});
  }
  CHECK(store.read(1, "c") == "-");
  store.reopen();
  store.write(1, {{"c", "1"}});
  store.write(2, {{"a", "1"}});
  const std::set<Dot> all = dotsOf(store);
  CHECK(first.size() == 2);
  CHECK(all.size() == 4);
}

TEST_CASE("A rolled back write leaves no dot that is used again by the same process", "[sync][replica]") {
  TestStore store;
  store.readModel->refuses = true;
  CHECK_FALSE(store.tryWrite(1, {{"a", "lost"}}).ok());
  store.readModel->refuses = false;
  store.write(1, {{"a", "kept"}});
  CHECK(dotsOf(store) == std::set<Dot>{{store.replica->id(), 2}});
}

TEST_CASE("Writes of one call stand or fall together", "[sync][replica]") {
  TestStore store;
  RecordWrite other = fields(2, {{"a", "1"}});
  other.type = "visit";
  store.write(2, {{"a", "0"}});
  const std::vector<RecordWrite> writes{fields(1, {{"a", "1"}}), other};
  CHECK(store.replica->write(writes).code() == StatusCode::Invalid);
  CHECK(store.read(1, "a") == "-");
  CHECK(store.read(2, "a") == "0");
  CHECK(store.readModelInStep());
}

TEST_CASE("A failed write inside a caller's transaction leaves the caller's other work alone", "[sync][replica]") {
  TestStore store;
  auto transaction = Transaction::begin(*store.db);
  REQUIRE(transaction.ok());
  store.write(1, {{"a", "1"}});
  store.readModel->refuses = true;
  CHECK_FALSE(store.tryWrite(1, {{"a", "2"}}).ok());
  store.readModel->refuses = false;
  store.write(1, {{"b", "1"}});
  REQUIRE(transaction->commit().ok());
  CHECK(store.read(1, "a") == "1");
  CHECK(store.read(1, "b") == "1");
  CHECK(store.readModelInStep());
}

TEST_CASE("A write inside a caller's transaction goes when the caller rolls back", "[sync][replica]") {
  TestStore store;
  {
    auto transaction = Transaction::begin(*store.db);
    REQUIRE(transaction.ok());
    store.write(1, {{"a", "1"}});
    CHECK(store.read(1, "a") == "1");
  }
  CHECK(store.read(1, "a") == "-");
  CHECK(store.waiting() == 0);
  CHECK(store.readModelInStep());
}

TEST_CASE("Stamps grow when the device's clock is set back", "[sync][replica][clock]") {
  TestStore store;
  store.write(1, {{"a", "1"}});
  const Stamp first = store.record(1).fields.at("a").siblings[0].stamp;
  store.clock.advance(-2LL * 60 * 60 * 1000);
  store.reopen();
  store.write(1, {{"a", "2"}});
  CHECK(store.read(1, "a") == "2");
  CHECK(store.record(1).fields.at("a").siblings[0].stamp > first);
}

TEST_CASE("Removing marks the record as deleted, and an unseen edit stands against it", "[sync][replica][deletion]") {
  TestStore one;
  TestStore two;
  TestHub hub;
  one.write(1, {{"a", "1"}});
  hub.sync(one);
  hub.sync(two);
  two.write(1, {{"a", "edited"}});
  REQUIRE(one.replica->remove(recordId(1)).ok());
  CHECK(presence(one.record(1)).value() == Presence::Deleted);
  hub.sync(one);
  hub.sync(two);
  hub.sync(one);
  CHECK(presence(one.record(1)).value() == Presence::DeletedButEdited);
  CHECK(one.digest() == two.digest());
}

TEST_CASE("A session's records are taken over with their dots, once", "[sync][replica][session]") {
  TestStore store;
  TestHub hub;
  const std::vector<Record> records{sessionRecord("Ja", 1)};
  REQUIRE(store.replica->absorb(records).ok());
  CHECK(store.read(1, "answer") == "Ja");
  CHECK(dotsOf(store) == std::set<Dot>{{recordId(77), 1}});
  CHECK(store.waiting() == 1);
  CHECK(store.readModelInStep());
  hub.push(store);
  REQUIRE(store.replica->absorb(records).ok());
  CHECK(store.waiting() == 0);
  const std::vector<Record> later{sessionRecord("Nei", 2)};
  REQUIRE(store.replica->absorb(later).ok());
  CHECK(store.waiting() == 1);
}

TEST_CASE("Taking over a session sends nothing that the hub has confirmed", "[sync][replica][session]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"answer", "Kanskje"}});
  hub.push(store);
  const std::vector<Record> records{sessionRecord("Ja", 1)};
  REQUIRE(store.replica->absorb(records).ok());
  CHECK(store.read(1, "answer") == "Ja|Kanskje");
  CHECK(shown(store.replica->outboxItems().value()[0].local, "answer") == "Ja");
}

TEST_CASE("What no record may be called is not written", "[sync][replica][write]") {
  TestStore store;
  for (const std::string& name : {std::string(), std::string("a\nb"), std::string("\xff"), std::string(257, 'x')})
    CHECK(store.tryWrite(1, {{"good", "1"}, {name, "1"}}).code() == StatusCode::Invalid);
  RecordWrite write = fields(1, {{"a", "1"}});
  write.type = std::string(65, 'x');
  CHECK(store.replica->write({&write, 1}).code() == StatusCode::Invalid);
  CHECK(store.waiting() == 0);
}

TEST_CASE("Rebuilding shows every record again", "[sync][replica]") {
  TestStore store;
  store.write(1, {{"a", "1"}});
  store.write(2, {{"a", "1"}});
  REQUIRE(store.db->execute("UPDATE shown SET bytes = x'00'").ok());
  REQUIRE_FALSE(store.readModelInStep());
  REQUIRE(store.replica->rebuildReadModels().ok());
  CHECK(store.readModelInStep());
}
