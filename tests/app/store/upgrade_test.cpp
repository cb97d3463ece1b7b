// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/schema.h"
#include "platform/base/files.h"
#include "sync/replica/verify.h"
#include "tests/app/store/kept_store.h"
#include "tests/platform/support/full_disk.h"

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

TEST_CASE("an upgrade for which the disk has no room leaves the old file good, however far it came", "[app][store]") {
  FakeClock clock(kNow);
  const SecretBytes key = SecretBytes::random(32);
  constexpr uint64_t kStep = 16384;
  int failures = 0;
  for (uint64_t room = 0;; room += kStep) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / "store.db";
    makeFirstFile(file, key);
    bool isUpgraded = false;
    {
      const FullDisk full(room);
      isUpgraded = store::CaseStore::open(file, key, clock).ok();
    }
    const auto store = ok(store::CaseStore::open(file, key, clock));
    CHECK(ok(store->owner()).firstName == "Kari");
    CHECK(ok(store->openHandover()).value().startedAt == 7);
    if (isUpgraded)
      break;
    ++failures;
  }
  CHECK(failures > 3);
}

TEST_CASE("stores that were kept from earlier versions open whole, and what they had not sent waits still",
          "[app][store]") {
  const std::filesystem::path kept = VEIKART_KEPT_STORES;
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kept)) {
    CAPTURE(entry.path().filename());
    ++count;
    const TemporaryFolder folder;
    std::filesystem::copy_file(entry.path() / "store.db", folder / "store.db");
    const Bytes key = ok(fromHex(ok(readFile(entry.path() / "store.key", 64))));
    FakeClock clock(kNow + kDay);
    {
      const auto store = ok(store::CaseStore::open(folder / "store.db", SecretBytes::copyOf(key), clock));
      checkKept(*store);
    }
    const auto db = ok(Connection::open(folder / "store.db", SecretBytes::copyOf(key), Connection::Mode::OpenExisting));
    CHECK(sync::verify(*db).empty());
  }
  CHECK(count > 0);
}
