// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/replica/test_store.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::sync;
using namespace veikart::sync::test;

namespace {

const ScopeId kScope{ScopeKind::Staff, recordId(90)};

AuditCheck lookedThrough(const TestStore& store) {
  AuditCheck check;
  const std::vector<Record> records = store.replica->loadAll().value();
  for (const Record& record : records)
    if (record.type == kAuditType)
      check.add(record);
  return check;
}

uint64_t lengthOf(const TestStore& store, const ReplicaId& chain) {
  return lookedThrough(store).heads()[chain].number;
}

} // namespace

TEST_CASE("The lines of an audit chain follow each other, also after the store was closed", "[sync][replica][audit]") {
  TestStore store;
  REQUIRE(store.replica->appendAudit(kScope, "opened").ok());
  store.reopen();
  REQUIRE(store.replica->appendAudit(kScope, "opened").ok());
  CHECK(lookedThrough(store).findings().empty());
  CHECK(lengthOf(store, store.replica->id()) == 2);
  CHECK(store.waiting() == 2);
}

TEST_CASE("A line and what it tells of are there together or not at all", "[sync][replica][audit]") {
  TestStore store;
  REQUIRE(store.replica->appendAudit(kScope, "first").ok());
  {
    const Result<Transaction> transaction = Transaction::begin(*store.db);
    REQUIRE(transaction.ok());
    store.write(1, {{"text", "changed"}});
    REQUIRE(store.replica->appendAudit(kScope, "changed").ok());
  }
  CHECK_FALSE(store.replica->load(recordId(1)).value().has_value());
  CHECK(lengthOf(store, store.replica->id()) == 1);
  REQUIRE(store.replica->appendAudit(kScope, "second").ok());
  CHECK(lengthOf(store, store.replica->id()) == 2);
  CHECK(lookedThrough(store).findings().empty());
}

TEST_CASE("A store under a new name begins a chain that goes on with its last line", "[sync][replica][audit]") {
  TestStore store;
  const ReplicaId before = store.replica->id();
  REQUIRE(store.replica->appendAudit(kScope, "before").ok());
  REQUIRE(store.replica->becomeNewReplica().ok());
  REQUIRE(store.replica->appendAudit(kScope, "after").ok());
  CHECK(lengthOf(store, before) == 1);
  CHECK(lengthOf(store, store.replica->id()) == 1);
  CHECK(lookedThrough(store).findings().empty());
}

TEST_CASE("A store that was set back forks its chain", "[sync][replica][audit]") {
  TestStore store;
  REQUIRE(store.replica->appendAudit(kScope, "first").ok());
  TestStore copy(store.file());
  REQUIRE(store.replica->appendAudit(kScope, "second").ok());
  REQUIRE(copy.replica->appendAudit(kScope, "another second").ok());
  REQUIRE(copy.replica->becomeNewReplica().ok()); // as soon as it meets the hub
  TestHub hub;
  hub.sync(store);
  hub.sync(copy);
  hub.sync(store);
  CHECK(lookedThrough(store).findings() ==
        std::vector<AuditCheck::Finding>{{store.replica->id(), 2, AuditCheck::Fault::Forked}});
}
