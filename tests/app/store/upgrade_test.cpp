// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/schema.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

#include <span>

using namespace veikart;
using namespace veikart::test;

namespace {

// A store's file as the first version of the app left it, with a survey handed over.
void makeFirstFile(const std::filesystem::path& file, const SecretBytes& key) {
  const auto db = ok(Connection::open(file, key, Connection::Mode::Create));
  ok(migrate(*db, "read_models", std::span(store::kReadModelSchema).first(1)));
  ok(migrate(*db, "device", std::span(store::kDeviceSchema).first(1)));
  ok(db->execute("INSERT INTO owner VALUES(1, zeroblob(16), 'Kari', 'Moen', 0, 'Heimdal', zeroblob(16))"));
  ok(db->execute("INSERT INTO handover_session VALUES(zeroblob(16), zeroblob(16), zeroblob(32), 'session-1.db', 7)"));
}

} // namespace

TEST_CASE("a store of the first version opens with what it held, and takes what came later", "[app][store]") {
  const TemporaryFolder folder;
  const SecretBytes key = SecretBytes::random(32);
  FakeClock clock(kNow);
  makeFirstFile(folder / "store.db", key);
  const auto store = ok(store::CaseStore::open(folder / "store.db", key, clock));
  CHECK(ok(store->owner()).firstName == "Kari");
  const auto session = ok(store->openHandover());
  REQUIRE(session);
  CHECK(session->startedAt == 7);
  ok(store->keepDraft({}, "begun"));
  CHECK(ok(store->draft({})).value().content == "begun");
  ok(store->setHandoverAside(session->id));
  CHECK(ok(store->sessionFiles()) == std::vector<std::string>{"session-1.db"});
}
