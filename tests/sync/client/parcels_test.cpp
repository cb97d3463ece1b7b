// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "platform/crypto/crypto.h"
#include "platform/crypto/key_pairs.h"
#include "sync/client/parcel_courier.h"
#include "sync/protocol/body.h"
#include "sync/protocol/parcel_slip.h"
#include "tests/sync/client/tablet.h"
#include "tests/sync/hub/relay.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <chrono>
#include <thread>

namespace veikart::test {
namespace {

using sync::ContentId;
using sync::ParcelFolder;

struct ParcelWorld {
  TestHub hub;
  Tablet tablet{hub, hub.addUser(hub::Role::ResourcePerson)};
  Tablet other{hub, hub.addUser(hub::Role::ResourcePerson)};
  TemporaryFolder place;
  ParcelFolder parcels{place / "parcels"};
  std::set<std::string> left;

  void pack() { REQUIRE(parcels.pack(*tablet.replica, tablet.enrolment).toString() == Status().toString()); }

  // By a line of its own, which shows no token.
  ParcelFolder::Delivery deliver() {
    std::unique_ptr<HttpClient> http;
    const auto connect = [&](const std::string& url, const std::string& certificate) -> Result<HttpTransport*> {
      http = connectTo(url, certificate);
      return http.get();
    };
    return parcels.deliver(connect, hub.clock, left);
  }

  int64_t waiting() const {
    int64_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(place / "parcels"))
      count += entry.path().extension() == ".parcel" ? 1 : 0;
    return count;
  }

  std::vector<sync::wire::Parcel> packed() const {
    std::vector<sync::wire::Parcel> all;
    REQUIRE(sync::packUnsent(*tablet.replica, tablet.enrolment, [&](const sync::wire::Parcel& parcel) {
              all.push_back(parcel);
              return Status();
            }).ok());
    return all;
  }

  // The hub's answer, by number.
  int post(const std::string& slip, const Bytes& sealed) const {
    HttpRequest request;
    request.method = "POST";
    request.path = "/v1/parcels";
    request.headers["authorization"] = slip;
    request.body = sealed;
    const Result<HttpResponse> response = connectTo(hub.url(), hub.certificate())->send(request);
    REQUIRE(response.status().toString() == Status().toString());
    return response->status;
  }

  sync::ParcelSlip slipFor(const Bytes& sealed) const {
    return sync::ParcelSlip::make(tablet.enrolment.parcels->device,
                                  SecretBytes::copyOf(tablet.enrolment.parcels->signing), sealed);
  }
};

TEST_CASE("what a locked tablet had not sent arrives by its parcels, and needs nothing of its keys",
          "[sync][client][parcels]") {
  ParcelWorld world;
  const Bytes letter = crypto::randomBytes(2 * sync::ContentTable::kPartBytes + 5);
  world.tablet.write(1, "text", "in a parcel");
  REQUIRE(
      world.tablet.replica->attach({recordId(2), "attachment", world.tablet.office, {{"name", "brev"}}}, letter).ok());
  world.pack();
  REQUIRE(world.waiting() == 4); // the records, and the letter in three parts
  world.tablet.replica.reset();
  world.tablet.db.reset();

  const ParcelFolder::Delivery done = world.deliver();
  REQUIRE(done.hindrance.ok());
  REQUIRE(done.delivered == 4);
  REQUIRE(world.waiting() == 0);
  world.other.syncWell();
  REQUIRE(world.other.read(1, "text") == "in a parcel");
  REQUIRE(world.other.replica->contents().read(world.other.office, ContentId::of(letter)).value() == letter);
}

TEST_CASE("a parcel may come twice, and after its store has sent the same and gone on", "[sync][client][parcels]") {
  ParcelWorld world;
  world.tablet.write(1, "text", "first");
  const std::vector<sync::wire::Parcel> parcels = world.packed();
  const auto deliverAll = [&] {
    for (const sync::wire::Parcel& parcel : parcels)
      static_cast<void>(sync::deliver(parcel, *world.tablet.http, world.hub.clock));
  };
  deliverAll();
  deliverAll();
  REQUIRE(world.hub.counts().lastNumber == 1);
  world.tablet.syncWell();
  REQUIRE(world.tablet.unsent() == 0);
  REQUIRE(world.hub.counts().lastNumber == 1);

  world.tablet.write(1, "text", "second");
  world.tablet.syncWell();
  deliverAll();
  world.tablet.write(1, "text", "third");
  world.tablet.syncWell();
  deliverAll();
  world.other.syncWell();
  REQUIRE(world.other.read(1, "text") == "third");
  REQUIRE(world.hub.counts().lastNumber == 3);
  REQUIRE(world.tablet.state() == world.other.state());
}

TEST_CASE("a store that is opened between two of its parcels syncs as if there were none", "[sync][client][parcels]") {
  ParcelWorld world;
  for (int record = 1; record <= 5; ++record) // some two parcels
    world.tablet.write(record, "text", crypto::randomBytes(700'000));
  const std::vector<sync::wire::Parcel> parcels = world.packed();
  REQUIRE(parcels.size() > 1);
  REQUIRE(sync::deliver(parcels.back(), *world.tablet.http, world.hub.clock).value());
  world.tablet.write(1, "text", "edited since");
  const sync::ReplicaId before = world.tablet.replica->id();
  world.tablet.syncWell();
  REQUIRE(world.tablet.replica->id() == before);
  REQUIRE(sync::deliver(parcels.front(), *world.tablet.http, world.hub.clock).status().code() ==
          StatusCode::Conflict); // its token is past
  world.other.syncWell();
  REQUIRE(world.other.read(1, "text") == "edited since");
  REQUIRE(world.tablet.state() == world.other.state());
}

TEST_CASE("new parcels take the place of the old, and nothing unsent leaves none", "[sync][client][parcels]") {
  ParcelWorld world;
  for (int record = 1; record <= 5; ++record)
    world.tablet.write(record, "text", crypto::randomBytes(700'000));
  world.pack();
  const int64_t many = world.waiting();
  REQUIRE(many > 1);
  world.tablet.syncWell();
  world.tablet.write(1, "text", "short");
  world.pack();
  REQUIRE(world.waiting() == 1);
  REQUIRE(world.deliver().delivered == 1);
  world.tablet.syncWell();
  world.pack();
  REQUIRE(world.waiting() == 0);
}

TEST_CASE("one parcel that the hub does not take stays, and hinders no other", "[sync][client][parcels]") {
  ParcelWorld world;
  world.tablet.write(1, caseScope(1), "note", {{"text", "in a case that is nobody's"}});
  REQUIRE(world.tablet.replica->attach({recordId(2), "attachment", world.tablet.office, {{"name", "brev"}}}, "letter")
              .ok());
  world.pack();
  REQUIRE(writeFileDurably(world.place / "parcels" / "000000.parcel", "no parcel at all").ok());
  REQUIRE(world.waiting() == 3);
  const ParcelFolder::Delivery done = world.deliver();
  REQUIRE(done.delivered == 1);
  REQUIRE(done.left == 2);
  REQUIRE(world.waiting() == 2);
  REQUIRE(world.deliver().left == 0); // they were tried
  REQUIRE(world.tablet.unsent() == 2);
}

TEST_CASE("a parcel of a store that the hub no longer knows stays until its store sends by itself",
          "[sync][client][parcels][restore]") {
  ParcelWorld world;
  world.tablet.write(1, "text", "before");
  world.tablet.syncWell();
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  world.tablet.write(2, "text", "lost by the hub");
  world.tablet.syncWell();
  world.tablet.write(3, "text", "in a parcel");
  world.pack();
  world.hub.stop();
  world.hub.restore();
  REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  world.hub.start();
  REQUIRE(world.deliver().left == 1);
  world.tablet.connect(world.hub.url(), world.hub.certificate());
  world.tablet.syncWell();
  world.other.connect(world.hub.url(), world.hub.certificate());
  world.other.syncWell();
  REQUIRE(world.other.read(2, "text") == "lost by the hub");
  REQUIRE(world.other.read(3, "text") == "in a parcel");
  REQUIRE(world.tablet.state() == world.other.state());
}

// Its parcel binds the former name, and in the recovery that looked as if its store had come back and written no more.
TEST_CASE("a store that comes back with nothing to offer tells how far it wrote, so that others can give it back",
          "[sync][client][parcels][restore]") {
  ParcelWorld world;
  Tablet supervisor(world.hub, world.hub.addUser(hub::Role::Supervisor));
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  for (Tablet* each : {&world.tablet, &supervisor})
    each->connect(world.hub.url(), world.hub.certificate());
  REQUIRE(world.tablet.replica->becomeNewReplica().ok()); // by a name that the backup does not know
  world.tablet.write(1, "text", "in a parcel");
  world.pack();
  const sync::ScopeId scope = caseScope(1);
  world.tablet.found(scope);
  world.tablet.write(2, scope, "note", {{"text", "what only a supervisor holds"}});
  world.tablet.syncWell();
  supervisor.syncWell();
  world.tablet.endGrant(3, scope, sync::foundingGrant(scope));
  world.tablet.syncWell();
  world.tablet.syncWell();
  REQUIRE(world.tablet.state().size() == 1);

  world.hub.stop();
  world.hub.restore();
  REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  world.hub.start();
  REQUIRE(world.deliver().delivered == 1);
  for (Tablet* each : {&world.tablet, &supervisor})
    each->connect(world.hub.url(), world.hub.certificate());
  world.tablet.syncWell();
  supervisor.syncWell();
  REQUIRE(world.hub.counts().records == 3); // with the founding grant and the note
}

TEST_CASE("a parcel that was altered, or signed or sealed by another, brings nothing", "[sync][client][parcels]") {
  ParcelWorld world;
  world.tablet.write(1, "text", "sealed");
  const sync::wire::Parcel parcel = world.packed().front();
  const Bytes& sealed = parcel.sealed();
  Bytes altered = sealed;
  altered[altered.size() / 2] = static_cast<char>(altered[altered.size() / 2] ^ 1);
  const SecretBytes another = SecretBytes::random(crypto::kKeySize);

  REQUIRE(world.post(parcel.slip(), altered) == 401);
  REQUIRE(world.post(parcel.slip(), {}) == 401);
  for (const std::string& slip :
       {std::string(), std::string("Parcel "), std::string("Parcel xyz"), "Bearer " + parcel.slip().substr(7),
        parcel.slip() + "00", parcel.slip().substr(0, parcel.slip().size() - 2)})
    REQUIRE(world.post(slip, sealed) == 401);
  const Uuid& device = world.tablet.enrolment.parcels->device;
  REQUIRE(world.post(sync::ParcelSlip::make(device, another, sealed).toText(), sealed) == 401);
  REQUIRE(world.post(sync::ParcelSlip::make(Uuid::makeV7(world.hub.clock), another, sealed).toText(), sealed) == 401);
  // Signed by a device that the hub knows, for whom another device's work is none of its own.
  const sync::ParcelKeys& others = *world.other.enrolment.parcels;
  REQUIRE(world.post(sync::ParcelSlip::make(others.device, SecretBytes::copyOf(others.signing), sealed).toText(),
                     sealed) == 409);
  const Bytes nonsense = crypto::sealFor(world.tablet.enrolment.parcels->hub, "no message");
  for (const Bytes& body :
       {crypto::sealFor(crypto::sealingPublicKey(another), "for another hub"), nonsense, Bytes("not sealed at all"),
        crypto::sealFor(world.tablet.enrolment.parcels->hub, sync::packBody(sync::wire::ParcelBody()))})
    REQUIRE(world.post(world.slipFor(body).toText(), body) >= 400);
  REQUIRE(world.hub.counts().records == 0);
  REQUIRE(world.post(parcel.slip(), sealed) == 200);
  REQUIRE(world.hub.counts().records == 1);
}

TEST_CASE("a slip opens nothing but the parcels' address, and a token not that", "[sync][client][parcels]") {
  ParcelWorld world;
  world.tablet.write(1, "text", "sealed");
  const sync::wire::Parcel parcel = world.packed().front();
  REQUIRE(world.post("Bearer " + world.tablet.enrolment.deviceToken, parcel.sealed()) == 401);
  for (const char* path : {"/v1/changes", "/v1/scopes", "/v1/contents", "/v1/news", "/v1/push"}) {
    HttpRequest request;
    request.method = GENERATE("GET", "POST");
    request.path = path;
    request.headers["authorization"] = parcel.slip();
    request.body = request.method == "POST" ? parcel.sealed() : Bytes();
    const Result<HttpResponse> response = world.tablet.http->send(request);
    REQUIRE(response.ok());
    REQUIRE((response->status == 401 || response->status == 404));
  }
}

TEST_CASE("a hub older than parcels leaves them where they are", "[sync][client][parcels][versions]") {
  ParcelWorld world;
  world.tablet.write(1, "text", "kept");
  SECTION("met after the enrolment") {
    Relay relay(world.hub, [](const HttpRequest& request, HttpResponse response) {
      if (request.path != "/v1/parcels")
        return response;
      sync::wire::Error error;
      error.set_code(sync::wire::NO_SUCH_ADDRESS);
      return HttpResponse{404, {{"content-type", std::string(sync::kBodyType)}}, sync::packBody(error)};
    });
    world.tablet.enrolment.hubUrl = relay.url();
    world.tablet.enrolment.hubCertificate = relay.certificate();
    world.pack();
    REQUIRE(world.deliver().left == 1);
    REQUIRE(world.waiting() == 1);
  }
  SECTION("met at the enrolment") {
    world.tablet.enrolment.parcels.reset();
    world.pack();
    REQUIRE(world.waiting() == 0);
  }
}

TEST_CASE("the courier delivers once the hub can be reached, and ends at once when it is to",
          "[sync][client][parcels]") {
  ParcelWorld world;
  world.tablet.write(1, "text", "carried");
  world.pack();
  world.hub.stop();
  const auto begun = std::chrono::steady_clock::now();
  {
    const sync::ParcelCourier courier(world.place / "parcels", world.hub.clock);
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
  }
  REQUIRE(std::chrono::steady_clock::now() - begun < std::chrono::seconds(2));
  REQUIRE(world.waiting() == 1);
  {
    const sync::ParcelCourier courier(world.place / "parcels", world.hub.clock);
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    world.hub.start();
    for (int i = 0; i < 100 && world.waiting() > 0; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  REQUIRE(world.waiting() == 0);
  REQUIRE(world.hub.counts().records == 1);
}

} // namespace
} // namespace veikart::test
