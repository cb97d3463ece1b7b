// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/unlock_view_model.h"
#include "platform/base/files.h"
#include "platform/crypto/key_file.h"
#include "tests/platform/support/temporary_folder.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

constexpr int64_t kNow = 1'795'341'600'000; // 2026-11-22T10:00:00Z

template<class Model>
void waitFor(const Model& model) {
  REQUIRE(QTest::qWaitFor([&model] { return !model.isBusy(); }));
}

// A tablet before its store is open.
struct Entrance {
  TemporaryFolder place;
  ui::DeviceFolder folder{place.path()};
  FakeClock clock{kNow};
  ui::StoreQueue queue;
  ui::Navigator navigator;
  ui::SyncViewModel sync{queue, clock};
  ui::AppContext context{clock, queue, navigator, {}, {}, {}, {}};
  ui::EntrySession session{context, sync};

  // In use by Kari, with the PIN 123456; nobody answers where its office should be.
  void enrol() {
    const Result<SecretBytes> key = KeyFile::create(folder.keyFile(), KeyLock::PracticePin,
                                                    SecretBytes::copyOf("123456"), {1, 8ULL * 1024 * 1024}, nullptr);
    REQUIRE(key.ok());
    auto cases = store::CaseStore::open(folder.storeFile(), *key, clock);
    REQUIRE(cases.ok());
    const casework::StaffMember kari{Uuid::makeV7(clock), "Kari", "Moen", casework::Role::Counsellor, "Heimdal"};
    const Uuid office = Uuid::makeV7(clock);
    REQUIRE((*cases)->saveOwner(kari, office).ok());
    const sync::Enrolment enrolment{
        "https://127.0.0.1:1", "no certificate", "token",     "tablet", office, "Heimdal", kari.id,
        "Kari Moen",           "counsellor",     std::nullopt};
    REQUIRE(folder.saveEnrolment(enrolment, *key).ok());
    REQUIRE(folder.saveFirstName("Kari").ok());
  }
  // As a session that ended long ago has left it.
  void endLease() {
    const Result<SecretBytes> key =
        KeyFile::load(folder.keyFile())->unlock(SecretBytes::copyOf("123456"), kNow, nullptr);
    auto cases = store::CaseStore::open(folder.storeFile(), *key, clock);
    REQUIRE(cases.ok());
    REQUIRE((*cases)->replica().endSession({{}, {}, {}, sync::Lease{kNow - 1, kNow - 2}}).ok());
  }
  void damageStore() { REQUIRE(writeFileDurably(folder.storeFile(), Bytes(8192, 'x')).ok()); }
};

} // namespace

TEST_CASE("the right PIN opens the tablet without a network, at the next appointment", "[viewmodels][entry]") {
  Entrance entrance;
  entrance.enrol();
  ui::UnlockViewModel model(entrance.context, entrance.folder, entrance.session);
  REQUIRE(model.greeting() == "Hei, Kari. Skriv PIN-koden din.");
  model.unlock("123456");
  REQUIRE(QTest::qWaitFor([&] { return entrance.navigator.page() == ui::Navigator::Appointments; }));
  REQUIRE(entrance.context.user.fullName() == "Kari Moen");
}

TEST_CASE("a store that has not heard of its office for too long shows nothing before it has", "[viewmodels][entry]") {
  Entrance entrance;
  entrance.enrol();
  entrance.endLease();
  ui::UnlockViewModel model(entrance.context, entrance.folder, entrance.session);
  model.unlock("123456");
  REQUIRE(QTest::qWaitFor([&] { return entrance.navigator.page() == ui::Navigator::LeaseOver; }));
  REQUIRE_FALSE(QTest::qWaitFor([&] { return entrance.navigator.page() != ui::Navigator::LeaseOver; }, 3'000));
  const auto renew = [](store::CaseStore& cases) {
    return cases.replica().endSession({{}, {}, {}, sync::Lease{kNow + 1000, kNow}});
  };
  REQUIRE(entrance.queue.keep(renew).isValid()); // as a session does
  emit entrance.sync.attempted();
  REQUIRE(QTest::qWaitFor([&] { return entrance.navigator.page() == ui::Navigator::Appointments; }));
}

TEST_CASE("what a session left behind goes at the next unlocking", "[viewmodels][entry]") {
  Entrance entrance;
  entrance.enrol();
  REQUIRE(entrance.folder.makeFolders().ok());
  for (const char* name : {"session-1.db", "session-1.db-wal"})
    REQUIRE(writeFileDurably(entrance.folder.sessionFile(name), "x").ok());
  ui::UnlockViewModel model(entrance.context, entrance.folder, entrance.session);
  model.unlock("123456");
  REQUIRE(QTest::qWaitFor([&] { return entrance.navigator.page() == ui::Navigator::Appointments; }));
  REQUIRE(std::filesystem::is_empty(entrance.place / "sessions"));
}

TEST_CASE("a wrong PIN says how many tries are left", "[viewmodels][entry]") {
  Entrance entrance;
  entrance.enrol();
  ui::UnlockViewModel model(entrance.context, entrance.folder, entrance.session);
  for (const char* left : {"4", "3"}) {
    model.unlock("999999");
    waitFor(model);
    REQUIRE(model.message() == QString("Feil PIN. Du har %1 forsøk igjen.").arg(left));
  }
  REQUIRE_FALSE(model.isDamaged());
  REQUIRE(entrance.navigator.page() == ui::Navigator::Unlock);
}

TEST_CASE("the PIN page says whose it is, and what a forgotten PIN costs", "[viewmodels][entry]") {
  Entrance entrance;
  entrance.enrol();
  const ui::UnlockViewModel model(entrance.context, entrance.folder, entrance.session);
  REQUIRE(model.firstName() == "Kari");
  REQUIRE(model.forgottenText().contains("Ingenting slettes."));
  REQUIRE(model.forgottenText().contains("hente alt som er sendt til kontoret"));
}

TEST_CASE("a damaged store is told from a wrong PIN, says what is safe, and can be tried again",
          "[viewmodels][entry]") {
  Entrance entrance;
  entrance.enrol();
  entrance.damageStore();
  ui::UnlockViewModel model(entrance.context, entrance.folder, entrance.session);
  model.unlock("123456");
  waitFor(model);
  REQUIRE(model.isDamaged());
  REQUIRE(model.message().contains("Alt som er sendt til kontoret, er trygt der."));

  model.tryAgain();
  REQUIRE_FALSE(model.isDamaged());
  REQUIRE(model.message().isEmpty());
}

} // namespace veikart::test
