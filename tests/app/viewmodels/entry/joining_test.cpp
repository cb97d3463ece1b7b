// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/entry/change_lock_view_model.h"
#include "app/viewmodels/entry/joining_view_model.h"
#include "app/viewmodels/entry/unlock_view_model.h"
#include "platform/crypto/passphrase.h"
#include "tests/sync/hub/test_hub.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

constexpr const char* kPassword = "seks meter hav";

// One start of the app on a tablet, for one user's folder.
struct Start {
  explicit Start(const ui::TabletFolder& tablet, const std::string& user = "kari", bool hasOffer = false)
      : place(tablet), folder(tablet.folderOf(user)),
        joining(context, tablet, folder, hasOffer ? tablet.root() / "offer.json" : std::filesystem::path(), session) {
    context.tpm = "device:/nonexistent"; // whatever this machine has
  }

  void wait() {
    REQUIRE(QTest::qWaitFor([this] { return !joining.isBusy(); }, 30'000));
  }
  void meet(const sync::EnrolmentOffer& offer) {
    joining.meet(QString::fromStdString(offer.hubUrl), QString::fromStdString(offer.code));
    wait();
  }
  void choosePin() {
    REQUIRE(joining.step() == ui::JoiningViewModel::Lock);
    joining.lock()->takePin();
    joining.lock()->typePin("271828");
    joining.lock()->typePin("271828");
  }
  bool getsIn() {
    return QTest::qWaitFor(
               [this] {
                 return navigator.page() == ui::Navigator::Caseload ||
                        navigator.page() == ui::Navigator::Appointments ||
                        (!joining.isBusy() && !joining.message().isEmpty());
               },
               30'000) &&
           navigator.page() != ui::Navigator::Unlock;
  }

  SystemClock clock;
  ui::TabletFolder place;
  ui::DeviceFolder folder;
  ui::StoreQueue queue;
  ui::Navigator navigator;
  ui::SyncViewModel sync{queue, clock};
  ui::AppContext context{clock, queue, navigator, {}, {}, {}, {}};
  ui::EntrySession session{context, sync};
  ui::JoiningViewModel joining;
};

struct Office {
  Office() {
    REQUIRE(tablet.prepare().ok());
    for (const auto& [user, name] : {std::pair(kari, "kari.moen"), std::pair(ola, "ola.dal")}) {
      REQUIRE(hub::setUserName(hub.folder, user, name).ok());
      REQUIRE(hub::setPassword(hub.folder, user, SecretBytes::copyOf(kPassword)).ok());
    }
  }
  sync::EnrolmentOffer offer(const std::optional<Uuid>& user) const {
    const Result<hub::Offer> made = hub::makeOffer(hub.folder, user, hub.url(), hub.clock);
    REQUIRE(made.ok());
    return {made->url, {}, made->code};
  }

  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::Counsellor);
  Uuid ola = hub.addUser(hub::Role::Counsellor);
  TemporaryFolder place;
  ui::TabletFolder tablet{place.path()};
};

} // namespace

TEST_CASE("an address and a code that are typed take the tablet into use, with a PIN where it is for practice",
          "[viewmodels][entry][joining]") {
  Office office;
  Start start(office.tablet);
  start.joining.begin();
  REQUIRE(start.joining.step() == ui::JoiningViewModel::Code);
  start.meet(office.offer(office.kari));
  REQUIRE(start.joining.greeting() == "Hei, Kari. Du har kontakt med Practice office.");
  REQUIRE(start.joining.lock()->isPinForPractice());
  start.choosePin();
  REQUIRE(start.getsIn());
  REQUIRE(start.context.user.id == office.kari);
  REQUIRE(office.tablet.users().size() == 1);
  REQUIRE(office.tablet.users().front().firstName == "Kari");
  REQUIRE(office.tablet.identity()->officeName == "Practice office");
}

TEST_CASE("five words that were drawn open the store, however they are written", "[viewmodels][entry][joining]") {
  Office office;
  QString words;
  {
    Start start(office.tablet);
    start.meet(office.offer(office.kari));
    start.joining.lock()->takeWords();
    words = start.joining.lock()->words().join(' ');
    REQUIRE(start.joining.lock()->words().size() == 5);
    start.joining.lock()->wordsAreNoted();
    REQUIRE(start.joining.lock()->words().isEmpty());
    start.joining.lock()->repeatWords(words + " x");
    REQUIRE(start.joining.lock()->step() == ui::LockChooser::RepeatWords);
    start.joining.lock()->repeatWords(words);
    REQUIRE(start.getsIn());
  }
  Start again(office.tablet);
  ui::UnlockViewModel unlock(again.context, again.folder, again.session);
  REQUIRE(unlock.takesWords());
  unlock.unlock("tull og tøys");
  REQUIRE(unlock.message().startsWith("Det er ikke fem av ordene"));
  unlock.unlock(words.toUpper());
  REQUIRE(again.getsIn());
}

TEST_CASE("a code that the office did not give is told in words, and nothing is kept", "[viewmodels][entry][joining]") {
  Office office;
  Start start(office.tablet);
  sync::EnrolmentOffer offer = office.offer(office.kari);
  offer.code = "0000-0000-0000-0000";
  start.meet(offer);
  CHECK(start.joining.step() == ui::JoiningViewModel::Code);
  CHECK(start.joining.message().startsWith("Koden er feil, brukt eller for gammel."));
  start.joining.meet("", "");
  CHECK(start.joining.message() == "Skriv både adressen og koden.");
  CHECK(office.tablet.users().empty());
}

TEST_CASE("a second user signs in on the tablet and gets a store of his own", "[viewmodels][entry][joining]") {
  Office office;
  {
    Start kari(office.tablet);
    kari.meet(office.offer(office.kari));
    kari.choosePin();
    REQUIRE(kari.getsIn());
  }
  Start ola(office.tablet, "ola");
  ola.joining.begin();
  REQUIRE(ola.joining.step() == ui::JoiningViewModel::SignIn);
  ola.joining.signIn("ola.dal", "wrong password");
  ola.wait();
  ola.choosePin();
  ola.wait();
  CHECK(ola.joining.step() == ui::JoiningViewModel::SignIn);
  CHECK(ola.joining.message() == "Brukernavnet og passordet hører ikke sammen. Skriv dem på nytt.");
  CHECK(office.tablet.users().size() == 1);
  ola.joining.signIn("ola.dal", kPassword);
  ola.wait();
  ola.choosePin();
  REQUIRE(ola.getsIn());
  CHECK(ola.context.user.id == office.ola);
  CHECK(office.tablet.users().size() == 2);
}

TEST_CASE("a lock is changed by whoever knows the present one, and the store stays as it is",
          "[viewmodels][entry][joining]") {
  Office office;
  Start start(office.tablet);
  start.meet(office.offer(office.kari));
  start.choosePin();
  REQUIRE(start.getsIn());
  ui::ChangeLockViewModel model(start.context, start.folder);
  const auto waitFor = [&] { REQUIRE(QTest::qWaitFor([&] { return !model.isBusy(); }, 30'000)); };
  start.navigator.go(ui::Navigator::ChangeLock);
  model.show("111222");
  waitFor();
  model.lock()->takeWords();
  QString words = model.lock()->words().join(' ');
  model.lock()->wordsAreNoted();
  model.lock()->repeatWords(words);
  waitFor();
  CHECK(model.step() == ui::ChangeLockViewModel::Present);
  CHECK(model.message() == "Det var ikke PIN-koden du har nå. Ingenting er byttet.");
  model.show("271828");
  waitFor();
  model.lock()->takeWords();
  words = model.lock()->words().join(' ');
  model.lock()->wordsAreNoted();
  model.lock()->repeatWords(words);
  waitFor();
  REQUIRE(model.step() == ui::ChangeLockViewModel::Done);

  Result<KeyFile> file = KeyFile::load(start.folder.keyFile());
  REQUIRE(file.ok());
  CHECK(file->lock() == KeyLock::Passphrase);
  const SecretBytes secret = crypto::readPassphrase(words.toStdString()).value().clone();
  CHECK(file->unlock(secret, start.clock.nowMillis(), nullptr).ok());
}

TEST_CASE("where a PIN protects nothing and people are real, words alone are offered", "[viewmodels][entry][joining]") {
  ui::LockChooser lock(nullptr);
  lock.begin({false, false});
  CHECK_FALSE(lock.mayUsePin());
  CHECK(lock.step() == ui::LockChooser::Words);
  CHECK_FALSE(lock.goBack());
  const QStringList first = lock.words();
  lock.drawOtherWords();
  CHECK(lock.words() != first);
  lock.begin({true, false});
  CHECK(lock.mayUsePin());
  CHECK_FALSE(lock.isPinForPractice());
}

TEST_CASE("a PIN is chosen by writing it twice the same, and is no first guess", "[viewmodels][entry][joining]") {
  ui::LockChooser lock(nullptr);
  lock.begin({false, true});
  lock.takePin();
  for (const char* pin : {"111111", "123456", "654321"}) {
    lock.typePin(pin);
    CHECK(lock.step() == ui::LockChooser::Pin);
    CHECK(lock.message().startsWith("Den PIN-koden er lett å gjette."));
  }
  lock.typePin("271828");
  CHECK(lock.step() == ui::LockChooser::RepeatPin);
  lock.typePin("271829");
  CHECK(lock.step() == ui::LockChooser::Pin);
  CHECK(lock.message() == "De to var ikke like. Velg en PIN-kode på nytt.");
}

} // namespace veikart::test
