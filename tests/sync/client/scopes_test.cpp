// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "platform/crypto/crypto.h"
#include "sync/record/late_write.h"
#include "tests/platform/support/fault_proxy.h"
#include "tests/sync/client/tablet.h"
#include "tests/sync/hub/relay.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {
namespace {

// Kari has a case; Ola has none yet.
struct SharedOffice {
  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::ResourcePerson);
  Uuid ola = hub.addUser(hub::Role::ResourcePerson);
  Tablet a{hub, kari};
  Tablet b{hub, ola};
  sync::ScopeId scope = caseScope(1);

  SharedOffice() {
    a.found(scope);
    a.write(1, scope, "note", {{"text", "first"}});
    a.syncWell();
    b.syncWell();
  }

  void handOver() {
    a.grant(90, scope, ola);
    a.endGrant(91, scope, sync::foundingGrant(scope));
  }

  // By another tablet of Kari's: this one learns of it when it syncs.
  void handOverElsewhere() {
    Tablet other(hub, kari);
    other.syncWell();
    other.grant(90, scope, ola);
    other.endGrant(91, scope, sync::foundingGrant(scope));
    other.syncWell();
  }

  static size_t heldIn(const Tablet& tablet, const sync::ScopeId& scope) {
    return tablet.replica->rowsIn(scope).value().size();
  }

  // The values of the late writes in the case, as its holder sees them.
  std::vector<Bytes> lateAt(const Tablet& holder) const {
    std::vector<Bytes> values;
    for (const auto& [id, record] : holder.state())
      if (record.type == sync::kLateWriteType) {
        const sync::Record brought = sync::decode(sync::lateWriteFrom(record).value().record).value();
        for (const auto& [field, reg] : brought.fields)
          values.push_back(reg.siblings.front().value);
      }
    return values;
  }
};

TEST_CASE("a case that is granted late arrives whole, without a reading of everything", "[sync][client][scopes]") {
  SharedOffice world;
  world.b.write(50, "text", "of the office");
  world.b.syncWell();
  world.a.grant(90, world.scope, world.ola);
  world.a.syncWell();
  std::vector<std::string> asked;
  Relay relay(world.hub, [&](const HttpRequest& request, HttpResponse response) {
    asked.push_back(request.path + (request.query.contains("scope") ? " of one scope" : ""));
    return response;
  });
  world.b.connect(relay.url(), relay.certificate());
  world.b.syncWell();
  REQUIRE(world.b.read(1, "text") == "first");
  REQUIRE(asked == std::vector<std::string>{"/v1/changes", "/v1/scopes", "/v1/changes of one scope", "/v1/changes"});
  asked.clear();
  world.b.syncWell();
  REQUIRE(asked == std::vector<std::string>{"/v1/changes"});
}

TEST_CASE("the reading of a large case that is cut goes on where it stopped", "[sync][client][scopes]") {
  SharedOffice world;
  for (int i = 2; i < 8; ++i)
    world.a.write(i, world.scope, "note", {{"text", crypto::randomBytes(900'000)}});
  world.a.syncWell();
  world.b.syncWell(); // the feed has passed them
  world.a.grant(90, world.scope, world.ola);
  world.a.syncWell();
  int pages = 0;
  const auto dropAfter = [&](int count) {
    pages = 0;
    return [&, count](const HttpRequest& request, HttpResponse response) {
      return request.query.contains("scope") && ++pages > count ? HttpResponse{503, {}, {}} : std::move(response);
    };
  };
  {
    Relay relay(world.hub, dropAfter(1));
    world.b.connect(relay.url(), relay.certificate());
    REQUIRE_FALSE(world.b.sync().ok());
  }
  REQUIRE(world.b.replica->syncState()->readings.contains(world.scope)); // shown as not complete yet
  const size_t before = SharedOffice::heldIn(world.b, world.scope);
  REQUIRE(before > 0);
  world.b.write(3, world.scope, "note", {{"mine", "written meanwhile"}});
  std::vector<sync::SyncProgress> progress;
  Relay relay(world.hub, dropAfter(99));
  world.b.connect(relay.url(), relay.certificate());
  world.b.onProgress = [&](const sync::SyncProgress& each) { progress.push_back(each); };
  world.b.syncWell();
  REQUIRE(pages == 3); // of four: the one that was changed stands last
  REQUIRE(progress.size() >= 2);
  REQUIRE(progress.front().ahead > 0);
  REQUIRE(progress.back().ahead == 0);
  REQUIRE(world.b.replica->syncState()->readings.empty());
  world.a.syncWell();
  REQUIRE(world.a.read(3, "mine") == "written meanwhile");
}

TEST_CASE("a late write from a tablet far ahead comes back in a recovery", "[sync][client][scopes][restore]") {
  SharedOffice world;
  world.handOverElsewhere();
  world.b.syncWell();
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  world.a.clock.advance(3LL * 24 * 60 * 60 * 1000);
  world.a.write(1, world.scope, "note", {{"text", "from the day after tomorrow"}});
  REQUIRE(world.a.sync().ok());
  world.b.syncWell();
  REQUIRE(world.lateAt(world.b) == std::vector<Bytes>{"from the day after tomorrow"});

  world.hub.stop();
  world.hub.restore();
  world.hub.start();
  REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  world.b.syncWell();
  Tablet anew(world.hub, world.ola);
  anew.syncWell();
  REQUIRE(world.lateAt(anew) == std::vector<Bytes>{"from the day after tomorrow"});
}

TEST_CASE(
    "a case that moved while its old tablet held unsent work is erased there, and the work reaches who has it now",
    "[sync][client][scopes]") {
  SharedOffice world;
  Tablet other(world.hub, world.kari); // Kari's second tablet, where she hands the case over
  other.syncWell();
  other.grant(90, world.scope, world.ola);
  other.endGrant(91, world.scope, sync::foundingGrant(world.scope));
  other.syncWell();
  REQUIRE(SharedOffice::heldIn(other, world.scope) == 0); // who ends her own grant is told so in the same session

  world.a.write(1, world.scope, "note", {{"text", "unsent change"}});
  world.a.write(2, world.scope, "note", {{"text", "unsent note"}});
  world.a.syncWell();
  REQUIRE(SharedOffice::heldIn(world.a, world.scope) == 0);
  REQUIRE(world.a.unsent() == 0);
  world.b.syncWell();
  REQUIRE(world.b.read(1, "text") == "first");
  std::vector<Bytes> late = world.lateAt(world.b);
  std::ranges::sort(late);
  REQUIRE(late == std::vector<Bytes>{"unsent change", "unsent note"});

  REQUIRE(world.hub.counts().erasures == 2); // one on each of Kari's tablets

  SECTION("and comes back whole when it is given back") {
    world.b.grant(92, world.scope, world.kari);
    world.b.syncWell();
    world.a.syncWell();
    REQUIRE(world.a.read(1, "text") == "first");
    REQUIRE(world.a.state() == world.b.state());
  }
}

TEST_CASE("a case that went and came back while its tablet was offline loses nothing", "[sync][client][scopes]") {
  SharedOffice world;
  world.handOverElsewhere();
  world.a.write(1, world.scope, "note", {{"text", "written meanwhile"}});
  world.b.syncWell();
  world.b.grant(92, world.scope, world.kari);
  world.b.syncWell();
  world.a.syncWell();
  world.b.syncWell();
  REQUIRE(world.b.read(1, "text") == "written meanwhile");
  REQUIRE(world.a.state() == world.b.state());
  REQUIRE(world.lateAt(world.b).empty());
}

TEST_CASE("a case that was left in a first session that broke off is read whole when it is opened again",
          "[sync][client][scopes]") {
  TestHub hub;
  const Uuid kari = hub.addUser(hub::Role::ResourcePerson);
  Tablet a(hub, kari);
  Tablet b(hub, hub.addUser(hub::Role::ResourcePerson));
  const sync::ScopeId scope = caseScope(1);
  a.found(scope);
  a.grant(90, scope, b.enrolment.userId);
  a.write(1, scope, "note", {{"text", "said"}});
  a.endGrant(91, scope, sync::foundingGrant(scope));
  a.onVisit = [&](int) { a.isShut = !a.replica->holds(recordId(1)).value(); };
  REQUIRE_FALSE(a.sync().ok());
  a.onVisit = {};
  a.isShut = false;
  b.syncWell();
  b.grant(92, scope, kari);
  b.syncWell();
  a.syncWell();
  REQUIRE(a.read(1, "text") == "said");
}

TEST_CASE("nothing of an erased case is left in the store's files", "[sync][client][scopes]") {
  SharedOffice world;
  const Bytes secret = "only the case knows this";
  world.a.write(2, world.scope, "note", {{"text", secret + Bytes(20'000, 'x')}});
  world.a.syncWell();
  const auto found = [&](const Bytes& text) {
    const std::filesystem::path plain = world.a.place / "plain.db";
    REQUIRE(world.a.db->execute("ATTACH DATABASE '" + plain.string() + "' AS plain KEY ''").ok());
    REQUIRE(world.a.db->execute("SELECT sqlcipher_export('plain')").ok());
    REQUIRE(world.a.db->execute("DETACH DATABASE plain").ok());
    const Bytes content = readFile(plain, 64U * 1024 * 1024).value();
    std::filesystem::remove(plain);
    return content.find(text) != Bytes::npos;
  };
  const auto logSize = [&] { return std::filesystem::file_size(world.a.place / "store.db-wal"); };
  REQUIRE(logSize() > secret.size() + 20'000);
  REQUIRE(found(secret));
  REQUIRE(found(Bytes(world.scope.id.view())));
  world.handOver();
  world.a.syncWell();
  REQUIRE_FALSE(found(secret));
  REQUIRE_FALSE(found(Bytes(world.scope.id.view())));
  REQUIRE(logSize() < 20'000); // it was emptied, and tokens and times were written since
}

TEST_CASE("what the hub refuses of a case that ended stays, with its reason, while the rest goes",
          "[sync][client][scopes]") {
  SharedOffice world;
  world.handOverElsewhere();
  world.a.write(2, world.scope, "note", {{"text", crypto::randomBytes(17'000'000)}}); // more than a body may be
  world.a.write(3, world.scope, "note", {{"text", "small"}});
  const Result<sync::SyncReport> report = world.a.sync();
  REQUIRE(report.ok());
  REQUIRE(SharedOffice::heldIn(world.a, world.scope) == 1);
  REQUIRE(world.a.unsent() == 1);
  REQUIRE(world.a.replica->outboxItems()->front().refusal == "too_large");
  world.b.syncWell();
  REQUIRE(world.lateAt(world.b) == std::vector<Bytes>{"small"});
}

TEST_CASE("a damaged record of a case that ended hinders no other", "[sync][client][scopes]") {
  SharedOffice world;
  world.handOverElsewhere();
  world.a.write(2, world.scope, "note", {{"text", "lost"}});
  world.a.write(3, world.scope, "note", {{"text", "kept"}});
  const std::string ofSecond = " WHERE id = x'" + toHex(recordId(2).view()) + "'";
  const std::string ofFirst = " WHERE id = x'" + toHex(recordId(1).view()) + "'";
  REQUIRE(world.a.db->execute("UPDATE record SET local = x'0101'" + ofSecond).ok());
  REQUIRE(world.a.db->execute("UPDATE record SET base = x'0101'" + ofFirst).ok());
  REQUIRE(world.a.sync().ok());
  REQUIRE(world.a.unsent() == 1);
  const sync::OutboxItem waiting = world.a.replica->outboxItems()->front();
  REQUIRE(waiting.local.id == recordId(2));
  REQUIRE(waiting.refusal == "unreadable");
  world.b.syncWell();
  REQUIRE(world.lateAt(world.b) == std::vector<Bytes>{"kept"});
}

} // namespace
} // namespace veikart::test
