// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/hub/device.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {
namespace {

using Fault = sync::AuditCheck::Fault;
using Findings = std::vector<sync::AuditCheck::Finding>;

struct AuditWorld {
  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::Counsellor);
  Device device{hub, kari};
  sync::ScopeId scope{sync::ScopeKind::Staff, kari};
  crypto::Hash256 last{};

  // A line of the device's own chain after `previous`, whoever writes it.
  sync::Record line(uint64_t number, const Bytes& content, const crypto::Hash256& previous, Device& by) {
    const sync::AuditLine line{device.replica, number, previous, content};
    sync::Record record{
        sync::auditLineId(scope, device.replica, number), std::string(sync::kAuditType), scope, {}, false};
    by.write(record, std::string(sync::kAuditField), line.toBytes());
    last = sync::auditHash(line.toBytes());
    return record;
  }
  sync::Record line(uint64_t number, const Bytes& content, const crypto::Hash256& previous) {
    return line(number, content, previous, device);
  }

  Findings findings(const hub::AuditHeads& known = {}) {
    sync::AuditCheck check = hub::readAudit(hub.folder).value();
    for (const auto& [chain, head] : known)
      check.expect(chain, head);
    return check.findings();
  }
};

TEST_CASE("a chain that came whole stands, and its head is told", "[sync][hub][audit]") {
  AuditWorld world;
  for (uint64_t number = 1; number <= 3; ++number)
    REQUIRE(world.device.pushOne(world.line(number, "opened", world.last)) == "APPLIED");
  REQUIRE(world.findings().empty());
  const hub::AuditHeads heads = hub::readAudit(world.hub.folder)->heads();
  REQUIRE(heads == hub::AuditHeads{{world.device.replica, {3, world.last}}});
  REQUIRE(*hub::auditHeadsFrom(hub::toText(heads)) == heads);
  REQUIRE(hub::auditHeadsFrom("no heads at all").status().code() == StatusCode::Invalid);
  world.hub.stop();
  REQUIRE(world.hub.logged().find("level=alarm") == std::string::npos);
}

TEST_CASE("a line is neither replaced nor deleted nor erased", "[sync][hub][audit]") {
  AuditWorld world;
  sync::Record line = world.line(1, "opened", {});
  REQUIRE(world.device.pushOne(line) == "APPLIED");
  sync::Record replaced = line;
  const sync::AuditLine another{world.device.replica, 1, {}, "did nothing"};
  world.device.write(replaced, std::string(sync::kAuditField), another.toBytes());
  REQUIRE(world.device.pushOne(replaced) == "REFUSED write_once");
  sync::Record deleted = line;
  world.device.write(deleted, std::string(sync::kDeletedField), "");
  REQUIRE(world.device.pushOne(deleted) == "QUARANTINED malformed");
  REQUIRE(hub::eraseRecord(world.hub.folder, line.id).status().code() == StatusCode::Invalid);
  REQUIRE(world.findings().empty());
}

TEST_CASE("nobody writes a line in another's name, or where it is none", "[sync][hub][audit]") {
  AuditWorld world;
  Device other(world.hub, world.hub.addUser(hub::Role::Supervisor));
  REQUIRE(other.pushOne(world.line(1, "opened", {})) == "REFUSED no_access");
  sync::Record line = world.line(1, "opened", {});
  line.id = sync::auditLineId(world.scope, world.device.replica, 2);
  REQUIRE(world.device.pushOne(line) == "QUARANTINED malformed");
  REQUIRE(hub::readAudit(world.hub.folder)->heads().empty());
}

TEST_CASE("who wrote past a chain is told at once", "[sync][hub][audit]") {
  AuditWorld world;
  REQUIRE(world.device.pushOne(world.line(1, "opened", {})) == "APPLIED");
  const crypto::Hash256 first = world.last;

  SECTION("two lines of one number") {
    REQUIRE(world.device.pushOne(world.line(2, "opened", first)) == "APPLIED");
    Device copy(world.hub, world.kari); // a store that was copied has another name since
    REQUIRE(copy.pushOne(world.line(2, "did nothing", first, copy)) == "MERGED");
    REQUIRE(world.findings() == Findings{{world.device.replica, 2, Fault::Forked}});
    world.hub.stop();
    REQUIRE(world.hub.logged().find("level=alarm event=audit_forked") != std::string::npos);
  }
  SECTION("a line after another than the one before") {
    REQUIRE(world.device.pushOne(world.line(2, "opened", crypto::blake2b256("another"))) == "APPLIED");
    REQUIRE(world.findings() == Findings{{world.device.replica, 2, Fault::Broken}});
    world.hub.stop();
    REQUIRE(world.hub.logged().find("level=alarm event=audit_broken") != std::string::npos);
  }
  SECTION("a line that is left out is told when all is looked through") {
    REQUIRE(world.device.pushOne(world.line(3, "opened", first)) == "APPLIED");
    REQUIRE(world.findings() == Findings{{world.device.replica, 2, Fault::Missing}});
  }
}

TEST_CASE("a hub that was set back to before a line says so to whoever kept the heads", "[sync][hub][audit]") {
  AuditWorld world;
  REQUIRE(world.device.pushOne(world.line(1, "opened", {})) == "APPLIED");
  world.hub.stop();
  world.hub.backUp();
  world.hub.start();
  REQUIRE(world.device.pushOne(world.line(2, "exported", world.last)) == "APPLIED");
  const hub::AuditHeads heads = hub::readAudit(world.hub.folder)->heads();
  world.hub.stop();
  world.hub.restore();
  world.hub.start();
  REQUIRE(world.findings().empty());
  REQUIRE(world.findings(heads) == Findings{{world.device.replica, 2, Fault::Missing}});
}

} // namespace
} // namespace veikart::test
