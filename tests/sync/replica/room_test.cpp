// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/replica/test_store.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::sync;
using namespace veikart::sync::test;

namespace {

constexpr size_t kWalPage = 4096 + 24; // with its header

int64_t integerOf(Connection& db, std::string_view sql) {
  Result<Statement*> query = db.prepare(sql);
  REQUIRE(query.ok());
  REQUIRE((*query)->step().value());
  const int64_t value = (*query)->integer(0);
  (*query)->reset();
  return value;
}

// A hundred answers of a form, written one after the other.
void fillForm(Replica& replica) {
  for (int question = 0; question < 100; ++question) {
    const RecordWrite write = fields(1, {{"question " + std::to_string(question), Bytes(80, 'a')}});
    REQUIRE(replica.write({&write, 1}).ok());
  }
}

} // namespace

TEST_CASE("An answer in a long record writes a few pages, whatever its length", "[sync][replica][room]") {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "store.db";
  const auto db = openFile(file);
  const SystemClock clock;
  const auto replica = Replica::open(*db, clock, nullptr);
  REQUIRE(replica.ok());
  fillForm(**replica);
  REQUIRE(integerOf(*db, "PRAGMA wal_checkpoint(TRUNCATE)") == 0);
  constexpr int kAnswers = 50;
  for (int i = 0; i < kAnswers; ++i) {
    const RecordWrite write = fields(1, {{"question " + std::to_string(i * 37 % 100), Bytes(70 + i % 20, 'b')}});
    REQUIRE((*replica)->write({&write, 1}).ok());
  }
  CHECK(std::filesystem::file_size(file.string() + "-wal") / kWalPage < kAnswers * 5);
}

TEST_CASE("What the hub has confirmed takes no more room than its bytes", "[sync][replica][room]") {
  TestStore store;
  TestHub hub;
  fillForm(*store.replica);
  CHECK(integerOf(*store.db, "SELECT length(slack) FROM record") > 0);
  SECTION("all of it new") {
    hub.push(store);
  }
  SECTION("more of it than was known") {
    hub.push(store);
    fillForm(*store.replica);
    CHECK(integerOf(*store.db, "SELECT length(slack) FROM record") > 0);
    hub.push(store);
  }
  CHECK(integerOf(*store.db, "SELECT slack IS NULL FROM record") == 1);
}
