// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/sync_view_model.h"

#include "platform/crypto/crypto.h"
#include "tests/platform/support/sockets.h"
#include "tests/sync/hub/relay.h"

#include <QSemaphore>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::ui;
using veikart::test::Relay;
using veikart::test::TemporaryFolder;
using veikart::test::TestHub;

namespace {

// A network that takes what is sent and answers nothing.
class SilentNetwork {
public:
  ~SilentNetwork() { ::close(m_socket); }
  std::string url() const { return "https://127.0.0.1:" + std::to_string(m_port); }

private:
  uint16_t m_port = 0;
  int m_socket = veikart::test::listenAnywhere(m_port);
};

// A counsellor's open store and, when it is connected, what the side bar says of it; the hub is a real one.
class Desk {
public:
  Desk() {
    finish(m_queue.open([this] { return store::CaseStore::open(m_folder / "store.db", m_key, hub.clock); }));
    sync::ReplicaId replica;
    finish(m_queue.read([&replica](store::CaseStore& cases) {
      replica = cases.replica().id();
      return Status();
    }));
    m_enrolment = hub.enrol(m_user, replica);
  }

  void write(const Bytes& text = "x") {
    finish(m_queue.write([this, text](store::CaseStore& cases) {
      const sync::RecordWrite write{
          Uuid::makeV7(hub.clock), "note", sync::ScopeId{sync::ScopeKind::Office, hub.office}, {{"text", text}}};
      return cases.replica().write({&write, 1});
    }));
  }

  void attach(const Bytes& content) {
    finish(m_queue.write([this, content](store::CaseStore& cases) {
      return cases.replica().attach(
          {Uuid::makeV7(hub.clock), "attachment", sync::ScopeId{sync::ScopeKind::Office, hub.office}, {}}, content);
    }));
  }

  void prepare() { m_model = std::make_unique<SyncViewModel>(m_queue, hub.clock); }
  void connect(const std::string& url, const std::string& certificate) {
    prepare();
    start(url, certificate);
  }
  void start(const std::string& url, const std::string& certificate) {
    sync::Enrolment enrolment = m_enrolment;
    enrolment.hubUrl = url;
    enrolment.hubCertificate = certificate;
    m_model->start(enrolment);
  }
  void connect() { connect(hub.url(), hub.certificate()); }

  // Waits until the side bar says `headline`; what it said instead, when it never does.
  std::string says(const std::string& headline) {
    return waitsFor(headline, [this] { return m_model->headline(); });
  }

  // The same of what it says of a try that did not reach the hub. A session that ended well may be heard first.
  std::string saysOfTheTry(const std::string& text) {
    return waitsFor(text, [this] { return m_model->offlineText(); });
  }

  SyncViewModel& model() { return *m_model; }

  TestHub hub;

private:
  static std::string waitsFor(const std::string& text, const std::function<QString()>& said) {
    static_cast<void>(QTest::qWaitFor([&] { return said().toStdString() == text; }, 20'000));
    return said().toStdString();
  }

  static void finish(QFuture<Status> work) {
    REQUIRE(QTest::qWaitFor([&] { return work.isFinished(); }, 20'000));
    REQUIRE(work.result().toString() == Status().toString());
  }

  SecretBytes m_key = SecretBytes::random(32);
  TemporaryFolder m_folder;
  Uuid m_user = hub.addUser(hub::Role::ResourcePerson);
  sync::Enrolment m_enrolment;
  StoreQueue m_queue;
  std::unique_ptr<SyncViewModel> m_model;
};

const std::string kWaiting = "1 endringer venter."; // the catalogue that knows the singular is the app's
const std::string kSent = "Alt er sendt til kontoret";
const std::string kStopped = "Sendingen stoppet";

} // namespace

TEST_CASE("with the hub down the side bar is calm, and all is sent when the hub is back", "[viewmodels][sync]") {
  Desk desk;
  desk.hub.stop();
  desk.write();
  desk.connect();
  REQUIRE(desk.says(kWaiting) == kWaiting);
  REQUIRE(desk.model().tone() == SyncViewModel::Calm);
  REQUIRE(desk.model().detail().startsWith(QStringLiteral("Trygt lagret her.")));
  REQUIRE_FALSE(desk.model().isAtOffice());

  desk.hub.start();
  desk.model().syncNow();
  REQUIRE(desk.says(kSent) == kSent);
  REQUIRE(desk.model().tone() == SyncViewModel::Good);
  REQUIRE(desk.model().isAtOffice());
}

TEST_CASE("a try that does not reach the office says so, and whether something waits", "[viewmodels][sync]") {
  Desk desk;
  desk.connect();
  REQUIRE(desk.says(kSent) == kSent);
  REQUIRE(desk.model().offlineText().isEmpty());
  desk.hub.stop();
  const std::string nothingWaits = "Får ikke kontakt med kontoret. Ingenting venter på å bli sendt.";
  desk.model().syncNow();
  REQUIRE(desk.saysOfTheTry(nothingWaits) == nothingWaits);
  desk.write();
  REQUIRE(desk.says(kWaiting) == kWaiting);
  const std::string notReached = "Får ikke kontakt med kontoret.";
  desk.model().syncNow();
  REQUIRE(desk.saysOfTheTry(notReached) == notReached);

  desk.hub.start();
  desk.model().syncNow();
  REQUIRE(desk.says(kSent) == kSent);
  REQUIRE(desk.model().offlineText().isEmpty());
}

TEST_CASE("what is attached and has not gone yet is told as waiting, though its record has gone",
          "[viewmodels][sync]") {
  Desk desk;
  const Relay relay(desk.hub, [](const HttpRequest& request, HttpResponse response) {
    return request.path == "/v1/contents" ? HttpResponse{503, {}, {}} : std::move(response);
  });
  desk.attach(crypto::randomBytes(300'000));
  desk.connect(relay.url(), relay.certificate());
  REQUIRE(desk.says(kWaiting) == kWaiting);
  REQUIRE(desk.hub.counts().records == 1);
  desk.connect();
  REQUIRE(desk.says(kSent) == kSent);
}

TEST_CASE("unlocked again without a network, the side bar still knows when all was last sent", "[viewmodels][sync]") {
  Desk desk;
  desk.connect();
  REQUIRE(desk.says(kSent) == kSent);
  const QString when = desk.model().detail();
  desk.hub.stop();
  desk.connect();
  REQUIRE(desk.says(kSent) == kSent);
  REQUIRE(desk.model().detail() == when);
}

TEST_CASE("a hub with another certificate is said to be another office, and is given nothing", "[viewmodels][sync]") {
  Desk desk;
  const TestHub stranger;
  desk.write();
  desk.connect(stranger.url(), desk.hub.certificate());
  REQUIRE(desk.says(kStopped) == kStopped);
  REQUIRE(desk.model().tone() == SyncViewModel::Attention);
  REQUIRE(desk.model().detail().contains(QStringLiteral("ikke kontoret som nettbrettet kjenner")));
  REQUIRE(stranger.counts().records == 0);
  desk.connect();
  REQUIRE(desk.says(kSent) == kSent);
}

TEST_CASE("an answer that is cut, no message or far too large is told in words, and all is sent later",
          "[viewmodels][sync]") {
  const auto spoil = [](int way, HttpResponse response) {
    if (way == 0)
      response.body.resize(response.body.size() / 2);
    if (way == 1)
      response.body = "garbage";
    if (way == 2)
      response.body = crypto::randomBytes(20'000'000);
    return response;
  };
  for (int way = 0; way < 3; ++way) {
    CAPTURE(way);
    Desk desk;
    desk.write();
    const Relay relay(desk.hub, [&](const HttpRequest&, HttpResponse response) { return spoil(way, response); });
    desk.connect(relay.url(), relay.certificate());
    REQUIRE(desk.says(kStopped) == kStopped);
    REQUIRE(desk.model().detail().contains(QStringLiteral("ikke til å lese. Alt er lagret her")));
    desk.connect();
    REQUIRE(desk.says(kSent) == kSent);
  }
}

TEST_CASE("a tablet that was locked at the office is not at the office until the hub has answered anew",
          "[viewmodels][sync]") {
  Desk desk;
  const SilentNetwork away;
  desk.connect();
  REQUIRE(desk.says(kSent) == kSent);
  REQUIRE(desk.model().isAtOffice());
  desk.model().stop();
  REQUIRE_FALSE(desk.model().isAtOffice());
  desk.start(away.url(), desk.hub.certificate());
  REQUIRE(QTest::qWaitFor([&desk] { return desk.model().isSyncing(); }));
  REQUIRE_FALSE(desk.model().isAtOffice());
}

TEST_CASE("what a connection said before it was stopped says nothing of the next one", "[viewmodels][sync]") {
  Desk desk;
  const SilentNetwork away;
  desk.connect();
  int attempts = 0;
  QObject::connect(&desk.model(), &SyncViewModel::attempted, [&attempts] { ++attempts; });
  desk.start(away.url(), desk.hub.certificate()); // the session with the hub has ended, well or cancelled, unheard
  QCoreApplication::sendPostedEvents();
  REQUIRE(attempts == 0);
  REQUIRE_FALSE(desk.model().isAtOffice());
}

TEST_CASE("while much is fetched the side bar says how much has come and what is left", "[viewmodels][sync]") {
  Desk desk;
  veikart::test::Device other(desk.hub, desk.hub.addUser(hub::Role::ResourcePerson));
  for (int i = 1; i < 5; ++i) {
    sync::Record large = other.make(i, veikart::test::officeScope(desk.hub));
    other.write(large, "text", crypto::randomBytes(900'000));
    REQUIRE(other.pushOne(large) == "APPLIED");
  }
  // The second page waits until what was said of the first has been heard.
  QSemaphore isHeard;
  int pages = 0;
  Relay relay(desk.hub, [&](const HttpRequest& request, HttpResponse response) {
    if (request.path == "/v1/changes" && ++pages == 2)
      static_cast<void>(isHeard.tryAcquire(1, 20'000));
    return response;
  });
  desk.connect(relay.url(), relay.certificate());
  const std::string fetching = "Henter fra kontoret";
  REQUIRE(desk.says(fetching) == fetching);
  REQUIRE(desk.model().detail() == "2 opplysninger er kommet. Omtrent 2 står igjen.");
  isHeard.release();
  REQUIRE(desk.says(kSent) == kSent);
}

TEST_CASE("records are shown before what is attached to them has been fetched", "[viewmodels][sync]") {
  Desk desk;
  veikart::test::Device other(desk.hub, desk.hub.addUser(hub::Role::ResourcePerson));
  sync::Record letter = other.make(1, veikart::test::officeScope(desk.hub), {}, "attachment");
  other.write(letter, "content", sync::ContentId::of("a letter").toBytes());
  REQUIRE(other.pushOne(letter) == "APPLIED");
  QSemaphore isShown;
  Relay relay(desk.hub, [&](const HttpRequest& request, HttpResponse response) {
    if (request.path == "/v1/contents")
      static_cast<void>(isShown.tryAcquire(1, 20'000)); // a slow line
    return response;
  });
  int arrivals = 0;
  desk.prepare();
  QObject::connect(&desk.model(), &SyncViewModel::dataArrived, [&arrivals] { ++arrivals; });
  desk.start(relay.url(), relay.certificate());
  REQUIRE(QTest::qWaitFor([&arrivals] { return arrivals > 0; }, 10'000));
  REQUIRE(desk.model().isSyncing());
  isShown.release();
  REQUIRE(desk.says(kSent) == kSent);
  REQUIRE(arrivals == 1);
}

TEST_CASE("what came before a session was cut is shown all the same", "[viewmodels][sync]") {
  Desk desk;
  veikart::test::Device other(desk.hub, desk.hub.addUser(hub::Role::ResourcePerson));
  for (int i = 1; i < 5; ++i) {
    sync::Record large = other.make(i, veikart::test::officeScope(desk.hub));
    other.write(large, "text", crypto::randomBytes(900'000));
    REQUIRE(other.pushOne(large) == "APPLIED");
  }
  int pages = 0;
  Relay relay(desk.hub, [&](const HttpRequest& request, HttpResponse response) {
    if (request.path == "/v1/changes" && ++pages > 1)
      response.status = 503;
    return response;
  });
  int arrivals = 0;
  desk.prepare();
  QObject::connect(&desk.model(), &SyncViewModel::dataArrived, [&arrivals] { ++arrivals; });
  desk.start(relay.url(), relay.certificate());
  REQUIRE(QTest::qWaitFor([&arrivals] { return arrivals > 0; }, 20'000));
  REQUIRE_FALSE(desk.model().isAtOffice());
}
