// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/replica/test_store.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::sync;
using namespace veikart::sync::test;

namespace {

Receipt refusalOf(const Replica::Pending& item, const std::string& reason) {
  return {item.bytes, PushOutcome::Refused, reason, item.key};
}

Status applyReceipt(TestStore& store, Receipt receipt) {
  return store.replica->applyReceipts({&receipt, 1});
}

Record pulledRecord(int number, const std::string& value, const Dot& dot, int64_t millis = kStartMillis) {
  const RecordWrite target = fields(number, {});
  Record record{target.id, target.type, target.scope, {}, false};
  write(record, "a", value, dot, Stamp::fromMillis(millis));
  return record;
}

Result<LeftOut> applyPage(TestStore& store, const std::vector<Record>& records, BytesView cursor) {
  std::vector<Bytes> page;
  for (const Record& record : records)
    page.push_back(encode(record));
  return store.replica->applyPage(page, {Bytes(cursor), {}});
}

const ReplicaId kOther = recordId(99);

} // namespace

TEST_CASE("An edit made during upload stays unsent", "[sync][replica][receipt]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}, {"b", "1"}});
  const std::vector<Receipt> receipts = hub.takeAll(store);
  store.write(1, {{"a", "2"}});
  REQUIRE(store.replica->applyReceipts(receipts).ok());
  const std::vector<OutboxItem> items = store.replica->outboxItems().value();
  REQUIRE(items.size() == 1);
  CHECK(items[0].local.fields.size() == 1);
  CHECK(shown(items[0].local, "a") == "2");
  CHECK(store.read(1, "a") == "2");
  CHECK(store.digest() == hub.digest());
  hub.sync(store);
  CHECK(shown(hub.records.at(recordId(1)), "a") == "2");
  CHECK(store.digest() == hub.digest());
}

TEST_CASE("A receipt that comes twice changes nothing the second time", "[sync][replica][receipt]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}});
  std::vector<Receipt> receipts = hub.takeAll(store);
  REQUIRE(store.replica->applyReceipts(receipts).ok());
  const Digest digest = store.digest();
  receipts.push_back(receipts[0]);
  receipts.back().key = 0;
  REQUIRE(store.replica->applyReceipts(receipts).ok());
  CHECK(store.digest() == digest);
  CHECK(store.waiting() == 0);
}

TEST_CASE("A receipt without a key finds its record", "[sync][replica][receipt]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}});
  std::vector<Receipt> receipts = hub.takeAll(store);
  receipts[0].key = 0;
  REQUIRE(store.replica->applyReceipts(receipts).ok());
  CHECK(store.waiting() == 0);
  CHECK(store.digest() == hub.digest());
}

TEST_CASE("A receipt under another record's key finds its own", "[sync][replica][receipt]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}});
  store.write(2, {{"a", "1"}});
  hub.sync(store);
  store.write(1, {{"a", "2"}});
  store.write(2, {{"a", "2"}});
  std::vector<Receipt> receipts = hub.takeAll(store);
  REQUIRE(receipts.size() == 2);
  std::swap(receipts[0].key, receipts[1].key);
  REQUIRE(store.replica->applyReceipts(receipts).ok());
  CHECK(store.waiting() == 0);
  CHECK(store.digest() == hub.digest());
}

TEST_CASE("When the hub took a push but its answer was lost, the retry leaves one record", "[sync][replica][receipt]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}});
  hub.takeAll(store);
  store.reopen();
  hub.sync(store);
  CHECK(hub.records.size() == 1);
  CHECK(hub.changes.size() == 1);
  CHECK(store.read(1, "a") == "1");
  CHECK(store.replica->loadAll().value().size() == 1);
  CHECK(store.digest() == hub.digest());
}

TEST_CASE("A receipt changes nothing that people see", "[sync][replica][receipt]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}});
  hub.push(store);
  store.write(1, {{"a", "2"}});
  const int seen = store.readModel->seen;
  hub.push(store);
  CHECK(store.readModel->seen == seen);
  CHECK(store.readModelInStep());
}

TEST_CASE("A refused write stays, with its reason, and is not sent until it is written again",
          "[sync][replica][receipt]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "bad"}});
  store.write(2, {{"a", "good"}});
  REQUIRE(applyReceipt(store, refusalOf(store.pending()[0], "scope")).ok());
  store.reopen();
  CHECK(store.refused() == 1);
  CHECK(store.waiting() == 2);
  CHECK(store.read(1, "a") == "bad");
  CHECK(store.replica->outboxItems().value()[0].refusal == "scope");
  CHECK(store.pending().size() == 1);
  hub.push(store);
  CHECK(store.waiting() == 1);
  store.clock.advance(5000);
  store.write(1, {{"a", "mended"}});
  CHECK(store.refused() == 0);
  CHECK(store.replica->outbox().value().oldestMillis == kStartMillis);
  hub.sync(store);
  CHECK(store.waiting() == 0);
  CHECK(shown(hub.records.at(recordId(1)), "a") == "mended");
}

TEST_CASE("A refusal that arrives after the write was mended is of no account", "[sync][replica][receipt]") {
  TestStore store;
  store.write(1, {{"a", "bad"}});
  const Replica::Pending sent = store.pending()[0];
  store.write(1, {{"a", "mended"}});
  REQUIRE(applyReceipt(store, refusalOf(sent, "scope")).ok());
  CHECK(store.refused() == 0);
  CHECK(store.pending().size() == 1);
}

TEST_CASE("Quarantine without a reason is still told", "[sync][replica][receipt]") {
  TestStore store;
  store.write(1, {{"a", "1"}});
  const Replica::Pending sent = store.pending()[0];
  REQUIRE(applyReceipt(store, {sent.bytes, PushOutcome::Quarantined, "", 0}).ok());
  CHECK(store.replica->outboxItems().value()[0].refusal == "quarantined");
  CHECK(store.digest() == Digest());
}

TEST_CASE("Batches go by key, hold as much as is allowed, and never nothing", "[sync][replica][push]") {
  TestStore store;
  for (int i = 1; i <= 5; ++i)
    store.write(i, {{"a", Bytes(1000, 'x')}});
  CHECK(store.pending(1).size() == 1);
  CHECK(store.pending(2500).size() == 2);
  CHECK(store.pending(100'000).size() == 5);
  const int64_t last = store.pending(2500).back().key;
  const auto rest = store.replica->pending(last, 100'000).value();
  REQUIRE(rest.size() == 3);
  CHECK(rest.front().key > last);
}

TEST_CASE("A page brings records, is shown, and is not sent back", "[sync][replica][pull]") {
  TestStore one;
  TestStore two;
  TestHub hub;
  one.write(1, {{"a", "1"}});
  hub.sync(one);
  hub.sync(two);
  CHECK(two.read(1, "a") == "1");
  CHECK(two.waiting() == 0);
  CHECK(two.readModelInStep());
  CHECK(two.digest() == hub.digest());
}

TEST_CASE("Pulling what was pushed shows nothing anew", "[sync][replica][pull]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}});
  hub.push(store);
  const int seen = store.readModel->seen;
  hub.pull(store);
  REQUIRE(store.replica->applyPage({}, {"", {}}).ok());
  hub.pull(store);
  CHECK(store.readModel->seen == seen);
  CHECK(store.digest() == hub.digest());
}

TEST_CASE("What the hub took unconfirmed is shown once when it is pulled, and confirmed by the retry",
          "[sync][replica][pull]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}});
  hub.takeAll(store);
  const int seen = store.readModel->seen;
  hub.pull(store);
  CHECK(store.readModel->seen == seen);
  CHECK(store.waiting() == 1);
  CHECK(store.digest() == hub.digest());
  hub.push(store);
  CHECK(store.waiting() == 0);
  CHECK(store.digest() == hub.digest());
}

TEST_CASE("A page leaves unsent writes unsent", "[sync][replica][pull]") {
  TestStore one;
  TestStore two;
  TestHub hub;
  one.write(1, {{"a", "one"}});
  hub.sync(one);
  two.write(1, {{"a", "two"}, {"b", "two"}});
  hub.pull(two);
  CHECK(two.read(1, "a") == "one|two");
  CHECK(two.waiting() == 1);
  CHECK(two.readModelInStep());
  CHECK(two.digest() == hub.digest());
}

TEST_CASE("Only receipts and pages move the digest", "[sync][replica][digest]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}});
  CHECK(store.digest() == Digest());
  hub.push(store);
  const Digest confirmed = store.digest();
  CHECK(confirmed == hub.digest());
  store.write(1, {{"a", "2"}});
  REQUIRE(applyReceipt(store, refusalOf(store.pending()[0], "scope")).ok());
  CHECK(store.digest() == confirmed);
}

TEST_CASE("A cursor is stored with its page or not at all", "[sync][replica][pull]") {
  TestStore store;
  REQUIRE(applyPage(store, {pulledRecord(1, "1", {kOther, 1})}, "first").ok());
  store.readModel->refuses = true;
  CHECK_FALSE(applyPage(store, {pulledRecord(2, "1", {kOther, 2})}, "second").ok());
  store.readModel->refuses = false;
  CHECK(store.replica->syncState().value().cursor == "first");
  CHECK(store.read(2, "a") == "-");
  store.reopen();
  CHECK(store.replica->syncState().value().cursor == "first");
  CHECK(store.readModelInStep());
}

TEST_CASE("What can't be joined is left out and counted, and the rest of its page is applied",
          "[sync][replica][pull]") {
  TestStore store;
  REQUIRE(applyPage(store, {pulledRecord(1, "1", {kOther, 1})}, "first").ok());
  const Digest before = store.digest();
  const Record twice = pulledRecord(1, "another", {kOther, 1});
  Record elsewhere = pulledRecord(1, "1", {kOther, 3});
  elsewhere.scope.id = kOther;
  Bytes damaged = encode(pulledRecord(3, "1", {kOther, 4}));
  damaged.pop_back();
  const Bytes good = encode(pulledRecord(2, "1", {kOther, 2}));
  const std::vector<Bytes> page{encode(twice), encode(elsewhere), damaged, "\x02 a later version", good};

  const Result<LeftOut> leftOut = store.replica->applyPage(page, {"second", {}});
  REQUIRE(leftOut.ok());
  CHECK(leftOut->damaged == 3);
  CHECK(leftOut->tooNew == 1);
  CHECK(store.replica->syncState().value().cursor == "second");
  CHECK(store.read(1, "a") == "1");
  CHECK(store.read(2, "a") == "1");
  CHECK(store.readModelInStep());
  Digest expected = before;
  expected.add(good);
  CHECK(store.digest() == expected);
}

TEST_CASE("One receipt that can't be applied keeps its record with the reason, and the others count",
          "[sync][replica][receipt]") {
  TestStore store;
  TestHub hub;
  for (int i = 1; i <= 4; ++i)
    store.write(i, {{"a", "1"}});
  std::vector<Receipt> receipts = hub.takeAll(store);
  receipts[0].sent = encode(pulledRecord(1, "another", {store.replica->id(), 1}));
  receipts[2].outcome = PushOutcome::Quarantined;
  receipts[2].sent = "no record";
  receipts[2].reason = "malformed";
  receipts.push_back({encode(pulledRecord(9, "1", {kOther, 9})), PushOutcome::Applied, "", 0});
  REQUIRE(store.replica->applyReceipts(receipts).ok());
  const std::vector<OutboxItem> kept = store.replica->outboxItems().value();
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].refusal == "unreadable");
  CHECK(kept[1].refusal == "unreadable");
  CHECK(store.pending().empty());
  CHECK(store.readModelInStep());
}

TEST_CASE("A part changes what is confirmed here, and is not taken for a whole", "[sync][replica][pull]") {
  TestStore store;
  Record whole = pulledRecord(1, "1", {kOther, 1});
  write(whole, "b", "1", {kOther, 2}, Stamp::fromMillis(kStartMillis));
  REQUIRE(applyPage(store, {whole}, "first").ok());
  store.write(3, {{"a", "unsent"}});
  Record changed = whole;
  write(changed, "b", "2", {kOther, 3}, Stamp::fromMillis(kStartMillis));
  Bytes damaged = encode(pulledRecord(1, "3", {kOther, 6}));
  damaged.pop_back();
  const std::vector<Bytes> parts{encode(slice(changed, {"b"})), encode(pulledRecord(2, "stray", {kOther, 4})),
                                 encode(pulledRecord(3, "beside", {kOther, 5})), damaged};
  const Result<LeftOut> leftOut = store.replica->applyPage({}, {"second", {}}, parts);
  REQUIRE(leftOut.ok());
  CHECK(leftOut->damaged == 1);
  CHECK(store.record(1) == changed);
  CHECK_FALSE(store.replica->holds(recordId(2)).value());
  CHECK(store.read(3, "a") == "unsent");
  CHECK(store.readModelInStep());
  Digest expected;
  expected.add(encode(changed));
  CHECK(store.digest() == expected);
}

TEST_CASE("A damaged record is told as unreadable, and is no reason to tell nothing of the others",
          "[sync][replica][receipt]") {
  TestStore store;
  TestHub hub;
  for (int i = 1; i <= 4; ++i)
    store.write(i, {{"a", "1"}});
  const std::vector<Replica::Pending> sent = store.pending();
  REQUIRE(applyReceipt(store, hub.take(sent[0])).ok());
  REQUIRE(applyReceipt(store, hub.take(sent[1])).ok());
  const auto damage = [&](const std::string& half, int number) {
    REQUIRE(
        store.db
            ->execute("UPDATE record SET " + half + " = x'0101' WHERE id = x'" + toHex(recordId(number).view()) + "'")
            .ok());
  };
  damage("base", 1);
  damage("local", 3);
  const std::vector<OutboxItem> items = store.replica->outboxItems().value();
  REQUIRE(items.size() == 2);
  CHECK(items[0].local.id == recordId(3));
  CHECK(items[0].local.type == fields(3, {}).type);
  CHECK(items[0].refusal == "unreadable");
  CHECK(items[1].local == store.record(4));
  CHECK(store.replica->confirmed({fields(1, {}).scope, fields(2, {}).scope}).value() == std::vector{store.record(2)});
  REQUIRE(store.replica->rebuildReadModels().ok());
  CHECK(store.readModel->rows().size() == 2);
}

TEST_CASE("What the hub holds for others leaves no trace of a confirmed half", "[sync][replica][receipt]") {
  TestStore store;
  store.write(1, {{"a", "1"}, {"b", "1"}});
  const Replica::Pending sent = store.pending().front();
  store.write(1, {{"b", "2"}});
  REQUIRE(applyReceipt(store, {sent.bytes, PushOutcome::Held, "", sent.key}).ok());
  const Result<Statement*> query = store.db->prepare("SELECT count(*) FROM record WHERE base IS NULL AND local > ''");
  REQUIRE((*query)->step().value());
  CHECK((*query)->integer(0) == 1);
  (*query)->reset();
}

TEST_CASE("A content that went with its scope is wanted once its record is confirmed after all",
          "[sync][replica][receipt]") {
  TestStore store;
  const ScopeId scope{ScopeKind::Case, kOther};
  REQUIRE(store.replica->attach({recordId(1), "attachment", scope, {}}, "content").ok());
  REQUIRE(store.replica->contents().noteSent(store.replica->contents().unsent()->front()).ok());
  const StoredRecord row = store.replica->rowsIn(scope)->front();
  const Farewell refused{row.key, row.local, row.local, "clock"};
  REQUIRE(store.replica->erase(scope, {&refused, 1}).ok());
  CHECK(store.replica->contents().wanted()->empty());
  const Replica::Pending again = store.pending().front();
  REQUIRE(applyReceipt(store, {again.bytes, PushOutcome::Applied, "", again.key}).ok());
  REQUIRE(store.replica->contents().wanted()->size() == 1);
  CHECK(store.replica->contents().wanted()->front().id == ContentId::of("content"));
}

TEST_CASE("An erased record loses its content here too, and what was unsent of it waits", "[sync][replica][pull]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}});
  hub.sync(store);
  store.write(1, {{"a", "2"}});
  Record erased = hub.records.at(recordId(1));
  erased.fields.clear();
  erased.erased = true;
  REQUIRE(applyPage(store, {erased}, "9").ok());
  CHECK(store.record(1).erased);
  CHECK(store.read(1, "a") == "-");
  CHECK(store.waiting() == 1);
  CHECK(store.readModelInStep());
}

TEST_CASE("Later stamps that were pulled move the clock, far too late ones do not", "[sync][replica][clock]") {
  TestStore store;
  const int64_t hour = 60LL * 60 * 1000;
  REQUIRE(applyPage(store, {pulledRecord(1, "1", {kOther, 1}, kStartMillis + hour)}, "1").ok());
  store.reopen();
  store.write(2, {{"a", "1"}});
  CHECK(store.record(2).fields.at("a").siblings[0].stamp.millis() == kStartMillis + hour);
  REQUIRE(applyPage(store, {pulledRecord(3, "1", {kOther, 2}, kStartMillis + 65LL * 365 * 24 * hour)}, "2").ok());
  store.write(4, {{"a", "1"}});
  CHECK(store.record(4).fields.at("a").siblings[0].stamp.millis() == kStartMillis + hour);
}

TEST_CASE("Cursor, tokens and time of the last session are kept", "[sync][replica]") {
  TestStore store;
  REQUIRE(store.replica->saveTokens("now", "next").ok());
  REQUIRE(store.replica->applyPage({}, {"12", {}}).ok());
  store.reopen();
  SyncState state = store.replica->syncState().value();
  CHECK(state.cursor == "12");
  CHECK(state.currentToken == "now");
  CHECK(state.nextToken == "next");
  CHECK(state.lastSyncMillis == 0);
  REQUIRE(store.replica->endSession({"next", "13", kStartMillis}).ok());
  REQUIRE(store.replica->endSession({}).ok());
  store.reopen();
  state = store.replica->syncState().value();
  CHECK(state.cursor == "13");
  CHECK(state.currentToken == "next");
  CHECK(state.nextToken.empty());
  CHECK(state.lastSyncMillis == kStartMillis);
}

TEST_CASE("A page of one scope moves that scope's cursor and not the feed's", "[sync][replica][pull]") {
  TestStore store;
  const ScopeId scope{ScopeKind::Case, kOther};
  REQUIRE(store.replica->applyPage({}, {"12", {}}).ok());
  REQUIRE(store.replica->saveReading(scope, {"", 60'000, kStartMillis}).ok());
  REQUIRE(store.replica->applyPage({}, {"3", scope}).ok());
  store.reopen();
  const SyncState state = store.replica->syncState().value();
  CHECK(state.cursor == "12");
  REQUIRE(state.readings.contains(scope));
  CHECK(state.readings.at(scope).cursor == "3");
  CHECK(state.readings.at(scope).waitMillis == 60'000);
  CHECK(state.readings.at(scope).dueMillis == kStartMillis);
  REQUIRE(store.replica->endSession({{}, {}, kStartMillis}).ok());
  CHECK(store.replica->syncState().value().readings.empty());
}

TEST_CASE("A scope is arriving until its reading, or the first one of all, has come to its end",
          "[sync][replica][pull]") {
  TestStore store;
  const ScopeId scope{ScopeKind::Case, kOther};
  const ScopeId other{ScopeKind::Case, recordId(1)};
  CHECK_FALSE(store.replica->isArriving(scope).value()); // nothing was read yet
  REQUIRE(store.replica->applyPage({}, {"12", {}}).ok());
  CHECK(store.replica->isArriving(scope).value());
  REQUIRE(store.replica->endSession({{}, {}, kStartMillis}).ok());
  CHECK_FALSE(store.replica->isArriving(scope).value());
  REQUIRE(store.replica->applyPage({}, {"3", scope}).ok());
  CHECK(store.replica->isArriving(scope).value());
  CHECK_FALSE(store.replica->isArriving(other).value());
  REQUIRE(store.replica->applyPage({}, {"", scope}).ok());
  CHECK_FALSE(store.replica->isArriving(scope).value());
}

TEST_CASE("What was refused for want of something that may have come since can be sent again",
          "[sync][replica][receipt]") {
  TestStore store;
  for (int i = 1; i <= 4; ++i)
    store.write(i, {{"a", "1"}});
  const std::vector<Replica::Pending> sent = store.pending();
  REQUIRE(applyReceipt(store, refusalOf(sent[0], "no_access")).ok());
  REQUIRE(applyReceipt(store, refusalOf(sent[1], "unknown_context")).ok());
  REQUIRE(applyReceipt(store, refusalOf(sent[2], "foreign_replica")).ok());
  REQUIRE(applyReceipt(store, refusalOf(sent[3], "mismatch")).ok());
  CHECK(store.pending().empty());
  REQUIRE(store.replica->sendRefusedAgain().ok());
  CHECK(store.pending().size() == 3);
  CHECK(store.refused() == 1);
}

TEST_CASE("What a restored hub does not take back waits beside what is unsent", "[sync][replica][receipt]") {
  TestStore store;
  TestHub hub;
  store.write(1, {{"a", "1"}, {"b", "1"}});
  store.write(2, {{"a", "1"}});
  hub.push(store);
  const Receipt first{encode(hub.records.at(recordId(1))), PushOutcome::Refused, "no_access", 0};
  const Receipt second{encode(hub.records.at(recordId(2))), PushOutcome::Refused, "no_access", 0};
  store.write(2, {{"a", "2"}});
  const std::vector<Receipt> refused{first, second};
  REQUIRE(store.replica->takeBack(refused).ok());
  store.reopen();
  CHECK(store.waiting() == 2);
  CHECK(store.refused() == 1);
  CHECK(store.replica->outboxItems().value()[0].refusal == "no_access");
  CHECK(store.pending().size() == 1); // the other goes once more with what was written since, and is judged with it
  CHECK(store.readModelInStep());
  REQUIRE(store.replica->sendRefusedAgain().ok());
  hub.push(store);
  CHECK(store.waiting() == 0);
  CHECK(store.digest() == hub.digest());
}
