// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"
#include "sync/protocol/body.h"
#include "sync/protocol/tuning.h"
#include "tests/platform/support/fault_proxy.h"
#include "tests/sync/client/tablet.h"
#include "tests/sync/hub/relay.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {
namespace {

// Two counsellors' tablets and a hub that can be set back to its last backup, the first of which is empty.
struct RestoredHub {
  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::ResourcePerson);
  Uuid ola = hub.addUser(hub::Role::ResourcePerson);
  Tablet a{hub, kari};
  Tablet b{hub, ola};

  RestoredHub() {
    a.syncWell();
    b.syncWell();
    backUp();
  }

  void backUp() {
    hub.stop();
    hub.backUp();
    hub.start();
  }

  void restore() {
    hub.stop();
    hub.restore();
    hub.start();
  }
};

TEST_CASE("a hub restored from a backup is offered again what it lost", "[sync][client][restore]") {
  TestHub hub;
  const Uuid user = hub.addUser(hub::Role::ResourcePerson);
  Tablet a(hub, user);
  Tablet b(hub, hub.addUser(hub::Role::ResourcePerson));
  a.write(1, "text", "old");
  b.write(2, "text", "old");
  a.syncWell();
  b.syncWell();
  a.syncWell();
  hub.stop();
  hub.backUp();
  hub.start();

  a.write(1, "text", "new");
  a.write(3, "text", "new");
  b.write(4, "text", "new");
  a.syncWell();
  b.syncWell();
  a.syncWell();
  const auto before = a.state();
  const sync::ReplicaId id = a.replica->id();
  hub.stop();
  hub.restore();
  hub.start();
  REQUIRE(hub.counts().records == 2);

  a.write(5, "text", "since");
  REQUIRE(a.sync().ok()); // what is b's to offer still lacks at the hub
  b.syncWell();
  a.syncWell();
  REQUIRE(a.replica->id() != id); // under which it may have written what a backup of it has forgotten
  REQUIRE(a.state() == b.state());
  REQUIRE(a.unsent() + b.unsent() == 0);
  REQUIRE(a.state().size() == before.size() + 1);
  REQUIRE(a.read(1, "text") == "new");
}

TEST_CASE("a hub that was set back and serves without a recovery says so in its log", "[sync][client][restore]") {
  RestoredHub world;
  world.a.write(1, "text", "new");
  world.a.syncWell();
  const auto alarms = [&] {
    world.hub.stop();
    const bool isTold = world.hub.logged().find("hub_was_set_back") != std::string::npos;
    world.hub.start();
    return isTold;
  };
  REQUIRE_FALSE(alarms());
  bool isToldAtAll = true;
  SECTION("without") {
    world.restore();
  }
  SECTION("with one") {
    world.restore();
    REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
    isToldAtAll = false;
  }
  world.a.syncWell();
  REQUIRE(alarms() == isToldAtAll);
}

TEST_CASE("what a restored hub lost is offered again, also after the line dropped among the offers",
          "[sync][client][restore]") {
  RestoredHub world;
  world.a.write(1, "text", crypto::randomBytes(300'000));
  world.a.syncWell();
  world.restore();
  // Every connection, because libcurl sends again by itself when one that it had used before breaks.
  FaultProxy proxy(world.hub.port, std::vector<Fault>(9, Fault{std::nullopt, 100'000, false}));
  world.a.connect("https://127.0.0.1:" + std::to_string(proxy.port()), world.hub.certificate());
  REQUIRE(world.a.sync().status().code() == StatusCode::Offline);
  REQUIRE(world.hub.counts().records == 0);
  world.a.connect(world.hub.url(), world.hub.certificate());
  world.a.syncWell();
  REQUIRE(world.hub.counts().records == 1);
}

TEST_CASE("both values of a conflict come back to a restored hub, each from the replica that wrote it",
          "[sync][client][restore]") {
  RestoredHub world;
  world.a.write(1, "text", "by a");
  world.b.write(1, "text", "by b");
  for (Tablet* tablet : {&world.a, &world.b, &world.a})
    tablet->syncWell();
  REQUIRE(world.a.read(1, "text") == "by a|by b");
  const auto before = world.a.state();
  world.restore();
  REQUIRE(world.a.sync().ok()); // b's value still lacks at the hub
  REQUIRE(world.hub.counts().records == 1);
  world.b.syncWell();
  world.a.syncWell();
  REQUIRE(world.a.state() == before);
  REQUIRE(world.b.state() == before);
}

TEST_CASE("what was confirmed in a session that was cut before its last page comes back to a restored hub",
          "[sync][client][restore]") {
  RestoredHub world;
  Relay relay(world.hub, [](const HttpRequest& request, HttpResponse response) {
    return request.path == "/v1/changes" ? HttpResponse{503, {}, {}} : std::move(response);
  });
  world.a.connect(relay.url(), relay.certificate());
  world.a.write(1, "text", "confirmed");
  REQUIRE_FALSE(world.a.sync().ok());
  REQUIRE(world.a.unsent() == 0);
  world.restore(); // the cursor is from before, and known
  world.a.connect(world.hub.url(), world.hub.certificate());
  world.a.syncWell();
  world.b.syncWell();
  REQUIRE(world.b.read(1, "text") == "confirmed");
}

TEST_CASE("what a store wrote under its former name comes back to a restored hub", "[sync][client][restore]") {
  RestoredHub world;
  world.a.write(1, "text", "under the former name");
  world.a.syncWell();
  REQUIRE(world.a.replica->becomeNewReplica().ok());
  world.a.syncWell();
  world.restore();
  world.a.syncWell();
  world.b.syncWell();
  REQUIRE(world.b.read(1, "text") == "under the former name");
}

TEST_CASE("what a restored hub does not take back waits with its reason until its scope is opened again",
          "[sync][client][restore]") {
  RestoredHub world;
  world.a.found(caseScope(1));
  world.a.write(1, caseScope(1), "case", {{"name", "x"}});
  world.a.syncWell();
  world.backUp();
  world.a.write(2, caseScope(1), "note", {{"text", "written before the grant"}});
  world.a.grant(9, caseScope(1), world.ola);
  world.a.syncWell();
  world.b.syncWell();
  world.b.write(3, caseScope(1), "note", {{"text", "under the grant"}});
  world.b.syncWell();
  world.restore();

  const Result<sync::SyncReport> refused = world.b.sync();
  REQUIRE(refused.ok());
  REQUIRE(refused->refused == 1);
  REQUIRE(world.b.replica->outboxItems()->front().refusal == "no_access");
  REQUIRE(world.b.read(3, "text") == "under the grant");

  std::vector<std::string> offered;
  Relay relay(world.hub, [&](const HttpRequest& request, HttpResponse response) {
    sync::wire::PushRequest push;
    if (request.path == "/v1/push" && sync::unpackBody(request.body, push).ok())
      for (const Bytes& bytes : push.record())
        offered.push_back(sync::decode(bytes)->type);
    return response;
  });
  world.a.connect(relay.url(), relay.certificate());
  REQUIRE(world.a.sync().ok());
  REQUIRE(offered == std::vector<std::string>{"grant", "grant", "case", "note"});
  world.b.clock.advance(sync::tuning::kFirstRereadWaitMillis);
  REQUIRE(world.b.sync().ok()); // reads everything, and so learns that the scope is open again
  world.b.syncWell();
  world.a.syncWell();
  REQUIRE(world.b.unsent() == 0);
  REQUIRE(world.a.state() == world.b.state());
}

TEST_CASE("what replaced a value that a restored hub lost is taken once the hub knows of that value's author again",
          "[sync][client][restore]") {
  RestoredHub world;
  world.b.write(1, "text", "by b");
  world.b.syncWell();
  world.a.syncWell();
  world.a.write(1, "text", "by a, who had seen it");
  world.a.syncWell();
  world.b.syncWell();
  world.restore();
  const Result<sync::SyncReport> report = world.a.sync();
  REQUIRE(report.ok());
  REQUIRE(report->refused == 1);
  REQUIRE(world.a.replica->outboxItems()->front().refusal == "unknown_context");
  REQUIRE(world.b.sync().ok()); // has nothing of its own to offer, and tells how far it has written
  world.a.clock.advance(sync::tuning::kFirstRereadWaitMillis);
  REQUIRE(world.a.sync().ok()); // tries everything again
  world.a.syncWell();
  world.b.syncWell();
  REQUIRE(world.a.unsent() == 0);
  REQUIRE(world.a.state() == world.b.state());
  REQUIRE(world.b.read(1, "text") == "by a, who had seen it");
}

TEST_CASE("in a recovery the others give a restored hub back what a tablet wrote that is gone",
          "[sync][client][restore]") {
  RestoredHub world;
  world.b.write(1, "text", "by b, whose tablet is gone");
  world.b.syncWell();
  world.a.syncWell();
  world.a.write(2, "text", "by a");
  world.a.syncWell();
  const auto before = world.a.state();
  world.restore();

  const Result<sync::SyncReport> outside = world.a.sync();
  REQUIRE(outside.ok());
  REQUIRE_FALSE(outside->digestsAgree);
  REQUIRE(world.hub.counts().records == 1);
  REQUIRE(world.a.state() == before);

  REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  world.a.syncWell();
  REQUIRE(world.hub.counts().records == 2);
  REQUIRE(world.a.state() == before);

  constexpr int64_t kDayMillis = 24LL * 60 * 60 * 1000;
  world.hub.clock.advance(15 * kDayMillis);
  Device stranger(world.hub, world.ola);
  sync::Record forged{recordId(3), "note", officeScope(world.hub), {}, false};
  sync::write(forged, "text", "forged", {world.a.replica->id(), 1'000'000}, sync::Stamp::fromMillis(kStartMillis));
  REQUIRE(stranger.pushOne(forged) == "REFUSED foreign_replica");
}

TEST_CASE("a tablet and its hub that are set back to the same moment give no dot twice", "[sync][client][restore]") {
  RestoredHub world;
  world.a.write(1, "text", "before");
  world.a.syncWell();
  world.backUp();
  Tablet image(world.hub, world.a);
  world.a.write(1, "text", "lost by both");
  world.a.syncWell();
  world.b.syncWell();
  world.restore();
  REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  image.write(1, "text", "under the dot of the other");
  image.syncWell();
  world.b.syncWell();
  image.syncWell();
  REQUIRE(world.b.read(1, "text") == "lost by both|under the dot of the other");
  REQUIRE(image.state() == world.b.state());
}

TEST_CASE("a difference that a full reading does not mend is told", "[sync][client][restore]") {
  TestHub hub;
  Tablet a(hub, hub.addUser(hub::Role::ResourcePerson));
  a.write(1, "text", "x");
  a.syncWell();
  // A record that no hub has ever confirmed, as damage or a bug would leave it.
  const sync::Record stray{recordId(2), "note", a.office, {}, false};
  REQUIRE(a.replica->applyPage(std::vector{sync::encode(stray)}, {a.replica->syncState()->cursor, {}}).ok());
  const Result<sync::SyncReport> report = a.sync();
  REQUIRE(report.ok());
  REQUIRE_FALSE(report->digestsAgree);

  SECTION("and everything is read again only after a while, and then less and less often") {
    const auto pulledAfter = [&](int64_t millis) {
      a.clock.advance(millis);
      const Result<sync::SyncReport> next = a.sync();
      REQUIRE(next.ok());
      REQUIRE_FALSE(next->digestsAgree);
      return next->pulled;
    };
    REQUIRE(pulledAfter(30'000) == 0);
    REQUIRE(pulledAfter(30'000) == 1);
    REQUIRE(pulledAfter(60'000) == 0);
    REQUIRE(pulledAfter(60'000) == 1);
    REQUIRE(pulledAfter(-10LL * 365 * 24 * 3600 * 1000) == 1); // a clock that was set back
  }
}

TEST_CASE("a tablet and its hub that are both set back to before they met give no dot twice",
          "[sync][client][restore]") {
  RestoredHub world;
  Tablet tablet(world.hub, world.kari);
  Tablet image(world.hub, tablet); // enrolled, and not in contact yet
  world.backUp();
  tablet.write(1, "text", "first");
  tablet.write(1, "text", "then, known to a colleague");
  tablet.syncWell();
  world.b.syncWell();
  world.restore();
  REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  image.write(1, "text", "since");
  image.syncWell();
  world.b.syncWell();
  image.syncWell();
  REQUIRE(image.read(1, "text") == "since|then, known to a colleague");
}

TEST_CASE("what waited for a grant goes once the hub has it, also when the session that gave it back broke off",
          "[sync][client][restore]") {
  RestoredHub world;
  world.a.found(caseScope(1));
  world.a.syncWell();
  world.restore();
  world.a.write(1, caseScope(1), "note", {{"text", "unsent"}});
  bool isCut = false;
  Relay relay(world.hub, [&](const HttpRequest& request, HttpResponse response) {
    sync::wire::PushRequest push;
    const bool isPush = request.path == "/v1/push" && sync::unpackBody(request.body, push).ok();
    isCut = isCut || (isPush && push.author_size() > 0 && push.record_size() > 0); // what it offers again
    return isCut ? HttpResponse{503, {}, {}} : std::move(response);
  });
  world.a.connect(relay.url(), relay.certificate());
  REQUIRE_FALSE(world.a.sync().ok());
  REQUIRE(isCut);
  REQUIRE(world.hub.counts().records == 1); // the grant, of which the device does not know
  REQUIRE(world.a.replica->outboxItems()->front().refusal == "no_access");
  world.a.connect(world.hub.url(), world.hub.certificate());
  world.a.syncWell();
  REQUIRE(world.a.unsent() == 0);
  REQUIRE(world.hub.counts().records == 2);
}

} // namespace
} // namespace veikart::test
