// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/deletion.h"
#include "tests/sync/replica/test_store.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>
#include <set>

using namespace veikart;
using namespace veikart::sync;
using namespace veikart::sync::test;

namespace {

enum class Step {
  Write,
  Remove,
  Push,
  PushWithoutAnswer,
  WriteDuringPush,
  Refuse,
  RefuseForTime,
  BecomeNew,
  Pull,
  PullSlowly,
  Reopen
};

Step anyStep() {
  return *rc::gen::weightedElement<Step>({{8, Step::Write},
                                          {1, Step::Remove},
                                          {3, Step::Push},
                                          {1, Step::PushWithoutAnswer},
                                          {2, Step::WriteDuringPush},
                                          {1, Step::Refuse},
                                          {1, Step::RefuseForTime},
                                          {1, Step::BecomeNew},
                                          {3, Step::Pull},
                                          {1, Step::PullSlowly},
                                          {1, Step::Reopen}});
}

void writeSomething(TestStore& store) {
  const int record = *rc::gen::inRange(1, 6);
  const std::string field(1, *rc::gen::inRange('a', 'd'));
  store.clock.advance(*rc::gen::inRange(-1000, 2000));
  store.write(record, {{field, std::to_string(*rc::gen::inRange(0, 100))}});
}

void removeSomething(TestStore& store) {
  const Status status = store.replica->remove(recordId(*rc::gen::inRange(1, 6)));
  RC_ASSERT(status.ok() || status.code() == StatusCode::NotFound);
}

std::map<RecordId, Presence> presences(const TestStore& store) {
  std::map<RecordId, Presence> found;
  const std::vector<Record> records = store.replica->loadAll().value();
  for (const Record& record : records)
    found.emplace(record.id, presence(record).value());
  return found;
}

void refuseSomething(TestStore& store) {
  for (const Replica::Pending& item : store.pending(1)) {
    const Receipt refusal{item.bytes, PushOutcome::Refused, "scope", item.key};
    RC_ASSERT(store.replica->applyReceipts({&refusal, 1}).ok());
  }
}

constexpr int64_t kTwoDays = 2LL * 24 * 60 * 60 * 1000;

// A tablet that stands two days ahead writes and removes, is refused for it, and stamps that anew.
void writeAhead(TestStore& store) {
  store.clock.advance(kTwoDays);
  writeSomething(store);
  if (*rc::gen::arbitrary<bool>())
    removeSomething(store);
  store.clock.advance(-kTwoDays);
  for (const Replica::Pending& item : store.pending()) {
    const Receipt refusal{item.bytes, PushOutcome::Refused, "clock", item.key};
    RC_ASSERT(store.replica->applyReceipts({&refusal, 1}).ok());
  }
  const std::map<RecordId, Presence> before = presences(store);
  RC_ASSERT(store.replica->rewriteRefusedByClock(store.clock.nowMillis()).ok());
  RC_ASSERT(presences(store) == before);
}

void becomeNew(TestStore& store) {
  const std::map<RecordId, Presence> before = presences(store);
  RC_ASSERT(store.replica->becomeNewReplica().ok());
  RC_ASSERT(presences(store) == before);
}

// A store and, beside it, what its receipts have named.
struct Tablet {
  TestStore store;
  std::set<Dot> confirmed;

  void apply(const std::vector<Receipt>& receipts) {
    RC_ASSERT(store.replica->applyReceipts(receipts).ok());
    for (const Receipt& receipt : receipts)
      for (const Dot& dot : dots(decode(receipt.sent).value()))
        confirmed.insert(dot);
  }
};

void take(Step step, Tablet& tablet, TestHub& hub) {
  TestStore& store = tablet.store;
  std::vector<Receipt> receipts;
  switch (step) {
  case Step::Write:
    return writeSomething(store);
  case Step::Remove:
    return removeSomething(store);
  case Step::Push:
    return tablet.apply(hub.takeAll(store));
  case Step::PushWithoutAnswer:
    receipts = hub.takeAll(store);
    return;
  case Step::WriteDuringPush:
    receipts = hub.takeAll(store);
    writeSomething(store);
    return tablet.apply(receipts);
  case Step::Refuse:
    return refuseSomething(store);
  case Step::RefuseForTime:
    return writeAhead(store);
  case Step::BecomeNew:
    return becomeNew(store);
  case Step::Pull:
    return hub.pull(store);
  case Step::PullSlowly:
    return hub.pull(store, 1);
  case Step::Reopen:
    return store.reopen();
  }
}

// What is unsent is this store's own and named by no receipt, and every such write that people see is unsent.
void assertInvariants(const Tablet& tablet) {
  const TestStore& store = tablet.store;
  RC_ASSERT(store.readModelInStep());
  std::set<Dot> unsent;
  const std::vector<OutboxItem> items = store.replica->outboxItems().value();
  for (const OutboxItem& item : items)
    for (const Dot& dot : dots(item.local))
      unsent.insert(dot);
  for (const Dot& dot : unsent)
    RC_ASSERT(dot.replica == store.replica->id() && !tablet.confirmed.contains(dot));
  const std::vector<Record> records = store.replica->loadAll().value();
  for (const Record& record : records)
    for (const Dot& dot : dots(record))
      RC_ASSERT(dot.replica != store.replica->id() || tablet.confirmed.contains(dot) || unsent.contains(dot));
}

// Whatever was refused is written again, as a person would.
void mend(TestStore& store) {
  const std::vector<OutboxItem> items = store.replica->outboxItems().value();
  for (const OutboxItem& item : items) {
    for (const auto& [field, values] : item.local.fields) {
      const RecordWrite again{item.local.id, item.local.type, item.local.scope, {{field, values.siblings[0].value}}};
      RC_ASSERT(store.replica->write({&again, 1}).ok());
    }
  }
}

std::vector<Bytes> everything(const TestStore& store) {
  std::vector<Bytes> all;
  const std::vector<Record> records = store.replica->loadAll().value();
  for (const Record& record : records)
    all.push_back(encode(record));
  return all;
}

} // namespace

TEST_CASE("Two stores end with the same records and digests, whatever was written, sent, lost or refused",
          "[sync][replica][property]") {
  const bool holds = rc::check([] {
    TestHub hub;
    Tablet first;
    Tablet second;
    const int steps = *rc::gen::inRange(0, 40);
    for (int i = 0; i < steps; ++i) {
      Tablet& tablet = *rc::gen::arbitrary<bool>() ? first : second;
      take(anyStep(), tablet, hub);
      assertInvariants(tablet);
    }
    TestStore& one = first.store;
    TestStore& two = second.store;
    mend(one);
    mend(two);
    hub.push(one);
    hub.push(two);
    hub.pull(one);
    hub.pull(two);
    RC_ASSERT(one.waiting() == 0 && two.waiting() == 0);
    RC_ASSERT(one.digest() == hub.digest());
    RC_ASSERT(two.digest() == hub.digest());
    RC_ASSERT(everything(one) == everything(two));
  });
  REQUIRE(holds);
}
