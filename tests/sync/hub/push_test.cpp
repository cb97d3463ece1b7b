// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "sync/protocol/tuning.h"
#include "tests/sync/hub/device.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace veikart::test {
namespace {

struct PushWorld {
  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::ResourcePerson);
  Uuid ola = hub.addUser(hub::Role::ResourcePerson);
  Device device{hub, kari};
  Device other{hub, ola};
};

TEST_CASE("a new record is applied, again without effect, and merged with what stood beside it", "[sync][hub]") {
  PushWorld world;
  sync::Record record = world.device.make(1, officeScope(world.hub));
  REQUIRE(world.device.pushOne(record) == "APPLIED");
  REQUIRE(world.device.pushOne(record) == "APPLIED");
  REQUIRE(world.hub.counts().lastNumber == 1);

  sync::Record beside = world.other.make(1, officeScope(world.hub));
  REQUIRE(world.other.pushOne(beside) == "MERGED");
  REQUIRE(sync::joinInto(record, beside).ok());
  REQUIRE(world.device.pullAll() == std::vector{record});
}

TEST_CASE("what may not be is refused by name, and the rest of the push arrives", "[sync][hub]") {
  PushWorld world;
  Device& device = world.device;
  const sync::ScopeId office = officeScope(world.hub);
  REQUIRE(device.pushOne(device.make(9, office)) == "APPLIED");
  REQUIRE(device.pushOne(device.makeFounding(caseScope(1), world.kari)) == "APPLIED");

  sync::Record erased = device.make(3, office, {});
  erased.erased = true;
  device.stampMillis = kStartMillis + sync::tuning::kMaxStampLeadMillis + 1;
  const sync::Record early = device.make(4, office);
  device.stampMillis = kStartMillis;
  sync::Record huge = device.make(5, office);
  device.write(huge, "text", Bytes(sync::tuning::kMaxRecordBytes, 'x'));
  const sync::Record grantWithoutUser = device.make(6, caseScope(1), {"role"}, "grant");

  const Result<sync::wire::PushReply> reply =
      device.pushBytes({encode(device.make(1, office)), Bytes("\1\0no record", 11), "a later version", encode(erased),
                        encode(early), encode(huge), encode(grantWithoutUser),
                        encode(device.make(9, office, {"text"}, "letter")), encode(device.make(9, caseScope(1))),
                        encode(device.make(7, {sync::ScopeKind::Office, world.kari})), encode(device.make(2, office))});
  REQUIRE(reply.ok());
  std::vector<std::string> outcomes;
  for (const sync::wire::PushResult& result : reply->result())
    outcomes.push_back(describe(result));
  REQUIRE(outcomes == std::vector<std::string>{"APPLIED", "QUARANTINED malformed", "REFUSED too_new", "REFUSED erasure",
                                               "REFUSED clock", "REFUSED too_large", "QUARANTINED malformed",
                                               "REFUSED mismatch", "REFUSED mismatch", "REFUSED no_access", "APPLIED"});
  REQUIRE(world.hub.counts().records == 4);
}

TEST_CASE("a stamp of tomorrow is taken, of the day after not", "[sync][hub]") {
  PushWorld world;
  world.device.stampMillis = kStartMillis + sync::tuning::kMaxStampLeadMillis;
  REQUIRE(world.device.pushOne(world.device.make(1, officeScope(world.hub))) == "APPLIED");
  world.device.stampMillis += 1;
  REQUIRE(world.device.pushOne(world.device.make(2, officeScope(world.hub))) == "REFUSED clock");
}

TEST_CASE("a device may not write in another device's name", "[sync][hub]") {
  PushWorld world;
  const sync::Record forged = world.other.make(1, officeScope(world.hub));
  REQUIRE(world.other.pushOne(world.other.make(2, officeScope(world.hub))) == "APPLIED");
  REQUIRE(world.device.pushOne(forged) == "REFUSED foreign_replica");
  REQUIRE(world.other.pushOne(forged) == "APPLIED");

  SECTION("but may send back what the hub holds already") {
    sync::Record both = forged;
    world.device.write(both, "more", "mine");
    REQUIRE(world.device.pushOne(both) == "APPLIED");
  }
}

TEST_CASE("a session's replica belongs to the device that first brings its writes", "[sync][hub]") {
  PushWorld world;
  const Uuid session = Uuid::makeV7(world.hub.clock);
  sync::Record answers{recordId(1), "answers", officeScope(world.hub), {}, false};
  sync::write(answers, "text", "from the client", {session, 1}, sync::Stamp::fromMillis(kStartMillis));
  REQUIRE(world.device.pushOne(answers) == "APPLIED");
  sync::write(answers, "text", "forged", {session, 2}, sync::Stamp::fromMillis(kStartMillis));
  REQUIRE(world.other.pushOne(answers) == "REFUSED foreign_replica");
}

TEST_CASE("a dot with a second content is quarantined and told as an alarm", "[sync][hub]") {
  PushWorld world;
  sync::Record record = world.device.make(1, officeScope(world.hub));
  REQUIRE(world.device.pushOne(record) == "APPLIED");
  record.fields.at("text").siblings.front().value = "another content";
  REQUIRE(world.device.pushOne(record) == "QUARANTINED dot_reused");
  world.hub.stop();
  REQUIRE(world.hub.logged().find("level=alarm event=dot_reused") != std::string::npos);
}

TEST_CASE("a context that claims what another has still to write is quarantined and told as an alarm", "[sync][hub]") {
  PushWorld world;
  const sync::ScopeId office = officeScope(world.hub);
  sync::Record theirs = world.other.make(1, office);
  REQUIRE(world.other.pushOne(theirs) == "APPLIED");

  const uint64_t claimed = GENERATE(2, UINT64_MAX);
  sync::Record forged = world.device.make(1, office);
  forged.fields.at("text").context.add({world.other.replica, claimed});
  REQUIRE(world.device.pushOne(forged) == "QUARANTINED unknown_context");
  world.other.write(theirs, "text", "still mine to write");
  REQUIRE(world.other.pushOne(theirs) == "APPLIED");
  REQUIRE(world.device.pullAll() == std::vector{theirs});
  world.hub.stop();
  REQUIRE(world.hub.logged().find("level=alarm event=unknown_context") != std::string::npos);
}

TEST_CASE("a context may name what the hub has been told of, and a session's writes that were replaced unsent",
          "[sync][hub]") {
  PushWorld world;
  const sync::ScopeId office = officeScope(world.hub);
  REQUIRE(world.other.pushOne(world.other.make(1, office)) == "APPLIED");
  sync::Record seen = world.device.make(2, office);
  seen.fields.at("text").context.add({world.other.replica, 1}); // told of in another record
  REQUIRE(world.device.pushOne(seen) == "APPLIED");

  const Uuid session = Uuid::makeV7(world.hub.clock);
  sync::Record answers = world.device.make(3, office);
  answers.fields.at("text").context.add({session, 7});
  REQUIRE(world.device.pushOne(answers) == "APPLIED");
  sync::Record theirs{recordId(4), "answers", office, {}, false};
  sync::write(theirs, "text", "x", {session, 8}, sync::Stamp::fromMillis(kStartMillis));
  REQUIRE(world.other.pushOne(theirs) == "APPLIED"); // naming a replica does not make it one's own
}

TEST_CASE("a record that would outgrow the limit by joining is refused as a whole", "[sync][hub]") {
  PushWorld world;
  sync::Record record = world.device.make(1, officeScope(world.hub));
  world.device.write(record, "long", Bytes(sync::tuning::kMaxRecordBytes / 2, 'x'));
  REQUIRE(world.device.pushOne(record) == "APPLIED");
  sync::Record beside = world.other.make(1, officeScope(world.hub), {});
  world.other.write(beside, "also long", Bytes(sync::tuning::kMaxRecordBytes / 2, 'y'));
  CHECK(world.other.pushOne(beside) == "REFUSED too_large");
  CHECK(world.device.pullAll() == std::vector{record});
}

TEST_CASE("in a recovery nobody says how far another has written who is back, nor what he will write",
          "[sync][hub][restore]") {
  PushWorld world;
  const sync::ScopeId office = officeScope(world.hub);
  REQUIRE(world.other.pushOne(world.other.make(1, office)) == "APPLIED");
  REQUIRE(hub::openRecovery(world.hub.folder, 14, world.hub.clock).ok());
  Device device(world.hub, world.kari); // as every store comes back
  Device other(world.hub, world.ola);
  REQUIRE(other.pushOne(other.make(2, office)) == "APPLIED");
  const auto claims = [&](int number, const sync::ReplicaId& replica) {
    sync::Record forged = device.make(number, office);
    forged.fields.at("text").context.add({replica, INT64_MAX});
    return device.pushOne(forged);
  };
  CHECK(claims(3, other.replica) == "QUARANTINED unknown_context");
  CHECK(claims(4, world.other.replica) == "APPLIED"); // gone for all the hub knows
  world.hub.clock.advance(15LL * 24 * 60 * 60 * 1000);
  CHECK(claims(5, world.other.replica) == "QUARANTINED unknown_context");
}

TEST_CASE("what a grant says does not change", "[sync][hub]") {
  PushWorld world;
  REQUIRE(world.device.pushOne(world.device.makeFounding(caseScope(1), world.kari)) == "APPLIED");
  sync::Record grant = world.device.makeGrant(2, caseScope(1), world.ola);
  REQUIRE(world.device.pushOne(grant) == "APPLIED");
  REQUIRE(world.device.pushOne(grant) == "APPLIED");
  sync::Record again = world.device.makeGrant(2, caseScope(1), world.ola);
  REQUIRE(world.device.pushOne(again) == "APPLIED"); // a store that was set back says it once more
  const std::string field = GENERATE("user", "role");
  world.device.write(grant, field, cborText(field == "user" ? world.kari.toString() : "supervisor"));
  REQUIRE(world.device.pushOne(grant) == "REFUSED write_once");
  REQUIRE(world.other.pushOne(world.other.make(3, caseScope(1))) == "APPLIED");
}

TEST_CASE("a row of the hub that holds no digest or id is told as damage and not read as another", "[sync][hub]") {
  PushWorld world;
  REQUIRE(world.device.pushOne(world.device.make(1, officeScope(world.hub))) == "APPLIED");
  const Bytes keyText = readFile(world.hub.place / "hub" / "hub.key", 100).value();
  const SecretBytes key = SecretBytes::copyOf(fromHex(keyText).value());
  const std::string damage = GENERATE("UPDATE scope SET digest = x'00'", "UPDATE record SET origin = x'00'");
  REQUIRE(Connection::open(world.hub.place / "hub" / "hub.db", key, Connection::Mode::OpenExisting)
              .value()
              ->execute(damage)
              .ok());
  REQUIRE(world.device.link.changes({world.device.replica, {}, world.device.token, {}}).status().code() ==
          StatusCode::Busy);
  world.hub.stop();
  REQUIRE(world.hub.logged().find("level=alarm event=store_failed") != std::string::npos);
}

TEST_CASE("a token that is none is no message", "[sync][hub]") {
  PushWorld world;
  world.device.token = "guess";
  REQUIRE(world.device.push({world.device.make(1, officeScope(world.hub))}).status().code() == StatusCode::Internal);
  REQUIRE(world.hub.counts().records == 0);
}

TEST_CASE("one damaged record at the hub hinders no other", "[sync][hub]") {
  PushWorld world;
  sync::Record first = world.device.make(1, officeScope(world.hub));
  REQUIRE(world.device.pushOne(first) == "APPLIED");
  const auto damage = [&](hub::OfficeTransaction& rows) {
    hub::StoredRecord row = rows.record(recordId(1)).value().value();
    row.bytes = "no record";
    return rows.putRecord(row);
  };
  REQUIRE(world.hub.folder.openStore().value()->write(world.hub.office, damage).ok());
  world.device.write(first, "text", "once more");
  const Result<sync::wire::PushReply> reply = world.device.push({first, world.device.make(2, officeScope(world.hub))});
  REQUIRE(reply.ok());
  REQUIRE(describe(reply->result(0)) == "QUARANTINED held_damaged");
  REQUIRE(describe(reply->result(1)) == "APPLIED");
  world.hub.stop();
  REQUIRE(world.hub.logged().find("level=alarm event=held_damaged") != std::string::npos);
}

} // namespace
} // namespace veikart::test
