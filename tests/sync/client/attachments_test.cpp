// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "platform/crypto/crypto.h"
#include "sync/hub/administration.h"
#include "sync/protocol/body.h"
#include "sync/protocol/tuning.h"
#include "tests/sync/client/tablet.h"
#include "tests/sync/hub/relay.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {
namespace {

using sync::ContentId;

constexpr size_t kPart = sync::ContentTable::kPartBytes;

// Kari has a case, and Ola too.
struct SharedCase {
  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::ResourcePerson);
  Uuid ola = hub.addUser(hub::Role::ResourcePerson);
  Tablet a{hub, kari};
  Tablet b{hub, ola};
  sync::ScopeId scope = caseScope(1);

  SharedCase() {
    a.found(scope);
    a.grant(90, scope, ola);
    a.syncWell();
    b.syncWell();
  }

  ContentId attach(Tablet& tablet, int record, const Bytes& content) const {
    REQUIRE(tablet.replica->attach({recordId(record), "attachment", scope, {{"name", "brev"}}}, content).ok());
    return ContentId::of(content);
  }

  std::optional<Bytes> read(Tablet& tablet, const ContentId& id) const {
    return tablet.replica->contents().read(scope, id).value();
  }

  static int64_t unsent(const Tablet& tablet) { return tablet.replica->outbox()->contents; }
};

TEST_CASE("what is attached on one tablet is read on another", "[sync][client][attachments]") {
  SharedCase world;
  const Bytes letter = crypto::randomBytes(3 * kPart + 17);
  const Bytes signature = "a stroke of a pen";
  const ContentId first = world.attach(world.a, 1, letter);
  const ContentId second = world.attach(world.a, 2, signature);
  REQUIRE(SharedCase::unsent(world.a) == 2);
  REQUIRE(world.read(world.a, first) == letter);

  world.a.syncWell();
  REQUIRE(SharedCase::unsent(world.a) == 0);
  REQUIRE(world.b.sync()->contentsFetched == 2);
  REQUIRE(world.read(world.b, first) == letter);
  REQUIRE(world.read(world.b, second) == signature);
}

TEST_CASE("records go before what is attached to them, and a session with nothing to move asks for nothing more",
          "[sync][client][attachments]") {
  SharedCase world;
  std::vector<std::string> asked;
  Relay relay(world.hub, [&](const HttpRequest& request, HttpResponse response) {
    asked.push_back(request.method + " " + request.path);
    return response;
  });
  world.a.connect(relay.url(), relay.certificate());
  world.attach(world.a, 1, "a stroke of a pen");
  world.a.syncWell();
  REQUIRE(asked == std::vector<std::string>{"POST /v1/push", "GET /v1/changes", "POST /v1/contents"});
  asked.clear();
  world.a.syncWell();
  REQUIRE(asked == std::vector<std::string>{"GET /v1/changes"});
}

TEST_CASE("a sending and a fetching that are cut go on where they stopped", "[sync][client][attachments]") {
  SharedCase world;
  constexpr size_t kParts = 8;
  int left = 3;
  uint64_t moved = 0;
  Relay relay(world.hub, [&](const HttpRequest& request, HttpResponse response) {
    if (request.path != "/v1/contents")
      return response;
    sync::wire::ContentPart part;
    const Bytes& body = request.method == "POST" ? request.body : response.body;
    REQUIRE(sync::unpackBody(body, part).ok());
    moved += part.bytes().size();
    if (part.bytes().empty() || left-- > 0)
      return response;
    left = 3;
    return HttpResponse{503, {}, {}}; // the hub has it, and the device does not know
  });
  for (Tablet* tablet : {&world.a, &world.b})
    tablet->connect(relay.url(), relay.certificate());
  const Bytes letter = crypto::randomBytes(kParts * kPart);
  const ContentId id = world.attach(world.a, 1, letter);
  int sessions = 0;
  for (; SharedCase::unsent(world.a) > 0 && sessions < 20; ++sessions)
    static_cast<void>(world.a.sync());
  REQUIRE(sessions > 1);
  REQUIRE(moved == letter.size()); // no part went twice, for the hub had those of which the answer was lost

  moved = 0;
  for (sessions = 0; !world.read(world.b, id) && sessions < 20; ++sessions)
    static_cast<void>(world.b.sync());
  REQUIRE(sessions > 1);
  REQUIRE(world.read(world.b, id) == letter);
  REQUIRE(moved == letter.size() + static_cast<size_t>(sessions - 1) * kPart); // one part a cut
}

TEST_CASE("what the hub has not got yet is asked for again, and hinders nothing", "[sync][client][attachments]") {
  SharedCase world;
  Relay relay(world.hub, [](const HttpRequest& request, HttpResponse response) {
    return request.path == "/v1/contents" ? HttpResponse{503, {}, {}} : std::move(response);
  });
  world.a.connect(relay.url(), relay.certificate());
  const Bytes photograph = crypto::randomBytes(kPart + 1); // of which the first thing sent is a question
  const ContentId id = world.attach(world.a, 1, photograph);
  REQUIRE_FALSE(world.a.sync().ok());
  world.b.syncWell();
  REQUIRE(world.b.read(1, "name") == "brev");
  REQUIRE_FALSE(world.read(world.b, id));

  world.a.connect(world.hub.url(), world.hub.certificate());
  world.a.syncWell();
  world.b.syncWell(); // too early: it was asked for a moment ago
  REQUIRE_FALSE(world.read(world.b, id));
  world.b.clock.advance(sync::tuning::kFirstContentWaitMillis);
  world.b.syncWell();
  REQUIRE(world.read(world.b, id) == photograph);
}

TEST_CASE("what was attached in a case that is closed to its author goes to those who have it, and is erased here",
          "[sync][client][attachments]") {
  SharedCase world;
  const Bytes earlier = "seen by both" + Bytes(1000, 'e');
  const Bytes late = "photographed too late" + Bytes(1000, 'l');
  const ContentId known = world.attach(world.b, 1, earlier);
  world.b.syncWell();
  world.a.syncWell();
  const ContentId unknown = world.attach(world.b, 2, late);
  world.a.endGrant(91, world.scope, recordId(90));
  world.a.syncWell();

  REQUIRE(world.b.sync().ok());
  REQUIRE_FALSE(world.read(world.b, known));
  REQUIRE_FALSE(world.read(world.b, unknown));
  const Result<Statement*> left = world.b.db->prepare("SELECT count(*) FROM content_part");
  REQUIRE((*left)->step().value());
  REQUIRE((*left)->integer(0) == 0);
  (*left)->reset();

  // Taking the late write over is a write of the holder's, which names the content.
  REQUIRE(world.a.replica
              ->write(std::vector<sync::RecordWrite>{
                  {recordId(2), "attachment", world.scope, {{"content", unknown.toBytes()}}}})
              .ok());
  world.a.syncWell();
  REQUIRE(world.read(world.a, unknown) == late);
}

TEST_CASE("what the hub does not take of a closed case stays on the tablet until it does",
          "[sync][client][attachments]") {
  SharedCase world;
  const ContentId id = world.attach(world.b, 1, "not taken at first");
  world.a.endGrant(91, world.scope, recordId(90));
  world.a.syncWell();
  bool isRefusing = true;
  Relay relay(world.hub, [&](const HttpRequest& request, HttpResponse response) {
    if (!isRefusing || request.path != "/v1/contents")
      return response;
    sync::wire::ContentReply reply;
    reply.set_reason("no_access");
    response.body = sync::packBody(reply);
    return response;
  });
  world.b.connect(relay.url(), relay.certificate());
  REQUIRE(world.b.sync().ok());
  REQUIRE(world.b.replica->rowsIn(world.scope)->empty());
  REQUIRE(SharedCase::unsent(world.b) == 1);
  REQUIRE(world.b.refused() == 1);
  REQUIRE(world.read(world.b, id));
  REQUIRE(world.hub.counts().erasures == 0); // it can't say that it holds nothing

  isRefusing = false;
  world.b.clock.advance(sync::tuning::kLastContentWaitMillis);
  REQUIRE(world.b.sync().ok());
  REQUIRE(SharedCase::unsent(world.b) == 0);
  REQUIRE_FALSE(world.read(world.b, id));
  REQUIRE(world.b.sync().ok());
  REQUIRE(world.hub.counts().erasures == 1);
}

TEST_CASE("a content that is another than its name is kept by neither end", "[sync][client][attachments]") {
  SharedCase world;
  const ContentId id = world.attach(world.a, 1, "as it was made");
  const auto spoil = [](Bytes body) {
    sync::wire::ContentPart part;
    if (!sync::unpackBody(body, part).ok() || part.bytes().empty())
      return body;
    part.set_bytes("as it was m4de");
    return sync::packBody(part);
  };
  SECTION("when it comes so to the hub") {
    Device device(world.hub, world.kari);
    sync::wire::ContentPart part;
    part.set_protocol(sync::tuning::kProtocolVersion);
    part.set_scope(sync::scopeToBytes(world.scope));
    part.set_content(id.toBytes());
    part.set_bytes("as it was m4de");
    const Result<sync::wire::ContentReply> reply = device.link.sendContent(part);
    REQUIRE(reply->held() == 0);
    REQUIRE(reply->reason() == "damaged");
  }
  SECTION("when it comes so to a device") {
    world.a.syncWell();
    Relay relay(world.hub, [&](const HttpRequest& request, HttpResponse response) {
      if (request.path == "/v1/contents")
        response.body = spoil(response.body);
      return response;
    });
    world.b.connect(relay.url(), relay.certificate());
    REQUIRE(world.b.sync().ok());
    REQUIRE_FALSE(world.read(world.b, id));
    world.b.connect(world.hub.url(), world.hub.certificate());
    world.b.clock.advance(sync::tuning::kFirstContentWaitMillis);
  }
  world.a.syncWell();
  world.b.syncWell();
  REQUIRE(world.read(world.b, id) == "as it was made");
}

TEST_CASE("a hub older than the app takes the records, and what is attached to them waits",
          "[sync][client][attachments]") {
  SharedCase world;
  bool isOld = true;
  Relay relay(world.hub, [&](const HttpRequest& request, HttpResponse response) {
    if (!isOld || request.path != "/v1/contents")
      return response;
    sync::wire::Error error;
    error.set_code(sync::wire::NO_SUCH_ADDRESS);
    return HttpResponse{404, response.headers, sync::packBody(error)};
  });
  world.a.connect(relay.url(), relay.certificate());
  const Bytes letter(2 * kPart, 'x');
  const ContentId id = world.attach(world.a, 1, letter);
  world.a.syncWell();
  REQUIRE(SharedCase::unsent(world.a) == 1);
  REQUIRE(world.a.refused() == 1);
  const std::vector<sync::UnsentContent> waiting = world.a.replica->contents().outboxItems().value();
  REQUIRE(waiting.size() == 1);
  REQUIRE(waiting[0].content.id == id);
  REQUIRE(waiting[0].refusal == "hub_too_old");
  REQUIRE(waiting[0].sinceMillis == world.a.clock.nowMillis());
  world.b.connect(relay.url(), relay.certificate());
  world.b.syncWell();
  REQUIRE(world.b.read(1, "name") == "brev");

  isOld = false;
  world.a.clock.advance(sync::tuning::kLastContentWaitMillis);
  world.b.clock.advance(sync::tuning::kLastContentWaitMillis);
  world.a.syncWell();
  world.b.syncWell();
  REQUIRE(world.read(world.b, id) == letter);
}

TEST_CASE("a hub in recovery gets back what was attached since its backup", "[sync][client][attachments][restore]") {
  SharedCase world;
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  const ContentId id = world.attach(world.a, 1, Bytes(2 * kPart, 'x'));
  world.a.syncWell();
  world.b.syncWell();
  world.hub.stop();
  world.hub.restore();
  world.hub.start();
  REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  world.b.syncWell(); // the author's tablet is gone
  Tablet c(world.hub, world.ola);
  c.syncWell();
  REQUIRE(world.read(c, id) == Bytes(2 * kPart, 'x'));
}

TEST_CASE("a hub that was set back to before a content came gets it again from whoever has it",
          "[sync][client][attachments][restore]") {
  SharedCase world;
  bool isDown = true;
  Relay relay(world.hub, [&](const HttpRequest& request, HttpResponse response) {
    return isDown && request.path == "/v1/contents" ? HttpResponse{503, {}, {}} : std::move(response);
  });
  world.a.connect(relay.url(), relay.certificate());
  const ContentId id = world.attach(world.a, 1, Bytes(2 * kPart, 'x'));
  REQUIRE_FALSE(world.a.sync().ok()); // the hub has the record alone
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  isDown = false;
  world.a.syncWell();
  world.b.syncWell();
  const sync::ReplicaId before = world.a.replica->id();
  world.hub.stop();
  world.hub.restore();
  world.hub.start();

  SECTION("from its author, whose store is as the hub knows it") {
    world.a.syncWell();
    REQUIRE(world.a.replica->id() == before);
  }
  SECTION("from another who has fetched it") {
    world.b.syncWell();
  }
  Tablet c(world.hub, world.ola);
  c.syncWell();
  REQUIRE(world.read(c, id) == Bytes(2 * kPart, 'x'));
  std::vector<std::string> asked;
  Relay listener(world.hub, [&](const HttpRequest& request, HttpResponse response) {
    asked.push_back(request.path);
    return response;
  });
  world.b.connect(listener.url(), listener.certificate());
  world.b.syncWell();
  REQUIRE(std::ranges::count(asked, "/v1/contents") == 0);
}

TEST_CASE("nobody brings to, or gets from, a case that he never had", "[sync][client][attachments]") {
  SharedCase world;
  const ContentId id = world.attach(world.a, 1, "of one case alone");
  world.a.syncWell();
  Device stranger(world.hub, world.hub.addUser(hub::Role::ResourcePerson));
  sync::wire::ContentPart part;
  part.set_protocol(sync::tuning::kProtocolVersion);
  part.set_content(id.toBytes());

  part.set_scope(sync::scopeToBytes(world.scope)); // a question, and a part: neither tells that it is there
  REQUIRE(stranger.link.sendContent(part)->reason() == "no_access");
  REQUIRE(stranger.link.sendContent(part)->held() == 0);
  part.set_bytes("of one case alone");
  REQUIRE(stranger.link.sendContent(part)->reason() == "no_access");
  REQUIRE(stranger.link.fetchContent(world.scope, id, 0)->empty());
  part.set_scope(sync::scopeToBytes(caseScope(2))); // that nobody has
  REQUIRE(stranger.link.sendContent(part)->reason() == "no_access");
  REQUIRE(stranger.link.fetchContent(officeScope(world.hub), id, 0)->empty()); // his own, which has it not

  world.a.endGrant(91, world.scope, recordId(90));
  world.a.syncWell();
  Device former(world.hub, world.ola); // may still bring, and gets nothing
  REQUIRE(former.link.fetchContent(world.scope, id, 0)->empty());
}

TEST_CASE("a part that is no part of a content is refused, and the hub goes on", "[sync][client][attachments]") {
  SharedCase world;
  Device device(world.hub, world.kari);
  const Bytes content(kPart, 'x');
  sync::wire::ContentPart good;
  good.set_protocol(sync::tuning::kProtocolVersion);
  good.set_scope(sync::scopeToBytes(world.scope));
  good.set_content(ContentId::of(content).toBytes());
  good.set_bytes(content);

  sync::wire::ContentPart bad = good;
  bad.set_bytes(Bytes(sync::tuning::kMaxContentPartBytes + 1, 'x'));
  REQUIRE_FALSE(device.link.sendContent(bad).ok());
  bad = good;
  bad.set_content("short");
  REQUIRE_FALSE(device.link.sendContent(bad).ok());
  bad.set_content(ContentId{{}, 0}.toBytes());
  REQUIRE_FALSE(device.link.sendContent(bad).ok());
  bad.set_content(ContentId{{}, INT64_MAX}.toBytes());
  REQUIRE_FALSE(device.link.sendContent(bad).ok());
  bad = good;
  bad.set_scope("x");
  REQUIRE_FALSE(device.link.sendContent(bad).ok());
  bad = good;
  bad.set_start(UINT64_MAX); // nothing is kept that does not follow on what is there
  REQUIRE(device.link.sendContent(bad)->held() == 0);
  bad = good;
  bad.set_bytes(content + "more than its name says");
  REQUIRE(device.link.sendContent(bad)->held() == 0);
  REQUIRE_FALSE(device.link.fetchContent(world.scope, ContentId{{}, -1}, 0).ok());

  REQUIRE(device.link.sendContent(good)->held() == kPart);
  REQUIRE(device.link.sendContent(good)->held() == kPart); // twice is once
  REQUIRE(device.link.fetchContent(world.scope, ContentId::of(content), INT64_MAX)->empty());
  REQUIRE(*device.link.fetchContent(world.scope, ContentId::of(content), 1) == content.substr(1));
}

TEST_CASE("nothing, and more than a content may be, is attached to no record", "[sync][client][attachments]") {
  SharedCase world;
  for (const Bytes& content : {Bytes(), Bytes((32U << 20U) + 1, 'x')}) {
    const Status attached = world.a.replica->attach({recordId(1), "attachment", world.scope, {}}, content);
    REQUIRE(attached.code() == StatusCode::Invalid);
    REQUIRE_FALSE(world.a.replica->holds(recordId(1)).value());
    REQUIRE(SharedCase::unsent(world.a) == 0);
  }
}

} // namespace
} // namespace veikart::test
