// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/first_run_view_model.h"
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
    const Result<SecretBytes> key =
        KeyFile::create(folder.keyFile(), SecretBytes::copyOf("123456"), {1, 8ULL * 1024 * 1024});
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
  REQUIRE(
      model.otherUserText().startsWith("Nettbrettet er tatt i bruk av Kari, og åpnes bare med PIN-koden til Kari."));
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

TEST_CASE("a PIN is chosen by writing it twice the same", "[viewmodels][entry]") {
  Entrance entrance;
  ui::FirstRunViewModel model(entrance.context, entrance.folder, entrance.place / "offer.json", entrance.session);
  model.choosePin("271828");
  REQUIRE(model.isRepeating());
  model.choosePin("271829");
  REQUIRE_FALSE(model.isRepeating());
  REQUIRE(model.message() == "De to var ikke like. Velg en PIN-kode på nytt.");
}

TEST_CASE("a PIN that is the first guess of whoever finds the tablet is not taken", "[viewmodels][entry]") {
  Entrance entrance;
  ui::FirstRunViewModel model(entrance.context, entrance.folder, entrance.place / "offer.json", entrance.session);
  for (const char* pin : {"111111", "123456", "654321"}) {
    model.choosePin(pin);
    CHECK_FALSE(model.isRepeating());
    CHECK(model.message().startsWith("Den PIN-koden er lett å gjette."));
  }
  model.choosePin("123465");
  REQUIRE(model.isRepeating());
}

TEST_CASE("a first run that fails leaves nothing behind", "[viewmodels][entry]") {
  Entrance entrance;
  const std::filesystem::path offer = entrance.place / "offer.json";
  REQUIRE(writeFileDurably(offer, "not an offer").ok());
  ui::FirstRunViewModel model(entrance.context, entrance.folder, offer, entrance.session);
  model.choosePin("271828");
  model.choosePin("271828");
  waitFor(model);
  REQUIRE(model.message() == "Dette er ikke en kode fra kontoret. Be om en ny.");
  REQUIRE_FALSE(entrance.folder.isEnrolled());
}

TEST_CASE("a first run in a folder that holds a store keeps it as it is and says so", "[viewmodels][entry]") {
  Entrance entrance;
  entrance.enrol();
  const Bytes before = *readFile(entrance.folder.storeFile(), 100'000'000);
  REQUIRE(std::filesystem::remove(entrance.folder.keyFile()));
  ui::FirstRunViewModel model(entrance.context, entrance.folder, entrance.place / "offer.json", entrance.session);
  model.choosePin("271828");
  model.choosePin("271828");
  waitFor(model);
  REQUIRE(model.message().startsWith("Det ligger et lager på nettbrettet fra før. Det er tatt vare på"));
  REQUIRE(*readFile(entrance.folder.storeFile(), 100'000'000) == before);
  REQUIRE_FALSE(std::filesystem::exists(entrance.folder.keyFile()));
}

TEST_CASE("without an offer the first run has nothing to redeem", "[viewmodels][entry]") {
  Entrance entrance;
  const ui::FirstRunViewModel model(entrance.context, entrance.folder, {}, entrance.session);
  REQUIRE_FALSE(model.hasOffer());
}

} // namespace veikart::test
