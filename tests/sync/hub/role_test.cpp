// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "sync/hub/access.h"
#include "tests/sync/hub/device.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <sstream>

namespace veikart::test {
namespace {

using hub::Rights;
using hub::Role;
using hub::Tie;
using sync::ScopeKind;

const std::map<std::string, ScopeKind> kKinds = {{"office", ScopeKind::Office},
                                                 {"case", ScopeKind::Case},
                                                 {"KVP file", ScopeKind::KvpFile},
                                                 {"staff", ScopeKind::Staff}};
const std::map<std::string, Tie> kTies = {
    {"-", Tie::None}, {"emergency", Tie::Emergency}, {"named", Tie::Named}, {"self", Tie::Self}};

struct Cell {
  Role role;
  ScopeKind kind;
  Tie tie;

  auto operator<=>(const Cell&) const = default;
};

std::vector<std::string> cellsOf(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream rest(line.substr(1));
  for (std::string cell; std::getline(rest, cell, '|');) {
    const size_t from = cell.find_first_not_of(' ');
    cells.push_back(from == std::string::npos ? "" : cell.substr(from, cell.find_last_not_of(' ') + 1 - from));
  }
  return cells;
}

Rights rightsFrom(const std::string& letters) {
  const auto has = [&](char letter) { return letters.find(letter) != std::string::npos; };
  return {has('r'), has('w'), has('o'), has('s'), has('b')};
}

// The table of PROTOCOL.md; what is not in it is nothing.
std::map<Cell, Rights> tableInProtocol() {
  const Bytes text = readFile(PROTOCOL_FILE, 1024U * 1024).value();
  std::istringstream lines(text.substr(text.find("| Scope | Tie |")));
  std::string line;
  std::getline(lines, line);
  const std::vector<std::string> head = cellsOf(line);
  std::getline(lines, line); // the rule under the head
  std::map<Cell, Rights> table;
  while (std::getline(lines, line) && line.starts_with('|')) {
    const std::vector<std::string> cells = cellsOf(line);
    for (size_t i = 2; i < head.size(); ++i)
      table[{hub::roleFromText(head[i]).value(), kKinds.at(cells[0]), kTies.at(cells[1])}] = rightsFrom(cells[i]);
  }
  return table;
}

Rights rightsIn(const std::map<Cell, Rights>& table, const Cell& cell) {
  const auto said = table.find(cell);
  return said == table.end() ? Rights() : said->second;
}

std::vector<Cell> everyCell() {
  std::vector<Cell> cells;
  for (const Role role : hub::kRoles)
    for (const auto& [name, kind] : kKinds)
      for (const auto& [tieName, tie] : kTies)
        cells.push_back({role, kind, tie});
  return cells;
}

TEST_CASE("the rights of each role are as PROTOCOL.md tabulates them", "[sync][hub][access][roles]") {
  const std::map<Cell, Rights> table = tableInProtocol();
  REQUIRE(table.size() == 8 * hub::kRoles.size());
  for (const Cell& cell : everyCell()) {
    const Rights expected = rightsIn(table, cell);
    CAPTURE(toText(cell.role), static_cast<int>(cell.kind), static_cast<int>(cell.tie));
    CHECK(hub::rightsOf(cell.role, cell.kind, cell.tie, false) == expected);
  }
}

// One device of one role at a real hub, beside a scope in which another wrote.
class RoleWorld {
public:
  explicit RoleWorld(const Cell& cell) : m_cell(cell) {
    m_scope = {cell.kind, idOf(cell)};
    if (hub::isOpenToGrants(m_scope))
      begin();
    else
      REQUIRE(ownerDevice().pushOne(ownerDevice().make(1, m_scope)) == "APPLIED");
  }

  bool reads() {
    const std::vector<sync::Record> seen = m_device.pullAll();
    return std::ranges::any_of(seen, [&](const sync::Record& record) { return record.scope == m_scope; });
  }
  bool readsScopeAlone() { return m_device.changesIn(m_scope).record_size() > 0; }
  bool writes(const sync::Record& record) { return m_device.pushOne(record) == "APPLIED"; }
  bool writesNote() { return writes(m_device.make(20, m_scope)); }
  bool writesOwn() {
    sync::Record card = m_device.make(0, m_scope);
    card.id = m_user;
    sync::Record replica = m_device.make(0, m_scope);
    replica.id = m_device.replica;
    const bool wroteCard = writes(card);
    CHECK(writes(replica) == wroteCard);
    return wroteCard;
  }
  bool shares() {
    const sync::Record grant = m_device.makeGrant(30, m_scope, m_other);
    const bool granted = writes(grant);
    CHECK(writes(m_device.makeEnd(31, grant)) == granted);
    CHECK(writes(m_device.make(32, m_scope, {"level"}, "restriction")) == granted);
    return granted;
  }
  bool begins() {
    const sync::ScopeId scope{m_cell.kind, caseScope(77).id};
    return hub::isOpenToGrants(scope) && writes(m_device.makeFounding(scope, m_user));
  }
  void restrict() { REQUIRE(m_keeper.pushOne(m_keeper.make(3, m_scope, {"level"}, "restriction")) == "APPLIED"); }
  sync::Record emergencyGrant() {
    sync::Record grant = m_device.makeGrant(40, m_scope, m_user);
    m_device.write(grant, "role", cborText("emergency"));
    return grant;
  }

private:
  Uuid idOf(const Cell& cell) const {
    if (cell.kind == ScopeKind::Office)
      return m_hub.office;
    return cell.kind == ScopeKind::Staff ? (cell.tie == Tie::Self ? m_user : m_other) : caseScope(1).id;
  }

  Device& ownerDevice() {
    return m_cell.kind == ScopeKind::Office ? m_clerk : m_cell.tie == Tie::Self ? m_device : m_keeper;
  }

  void begin() {
    REQUIRE(m_keeper.pushOne(m_keeper.makeFounding(m_scope, m_other)) == "APPLIED");
    REQUIRE(m_keeper.pushOne(m_keeper.make(1, m_scope)) == "APPLIED");
    if (m_cell.tie == Tie::Named)
      REQUIRE(m_keeper.pushOne(m_keeper.makeGrant(2, m_scope, m_user)) == "APPLIED");
    if (m_cell.tie == Tie::Emergency)
      REQUIRE(m_hub.folder.openStore()
                  .value()
                  ->write(m_hub.office,
                          [&](hub::OfficeTransaction& rows) {
                            return rows.putGrant({recordId(2), m_scope, {m_user}, 0, INT64_MAX, true});
                          })
                  .ok());
  }

  Cell m_cell;
  TestHub m_hub;
  Uuid m_user = m_hub.addUser(m_cell.role);
  Uuid m_other = m_hub.addUser(Role::Counsellor);
  Device m_device{m_hub, m_user};
  Device m_keeper{m_hub, m_other};
  Device m_clerk{m_hub, m_hub.addUser(Role::Administrator)};
  sync::ScopeId m_scope;
};

// Cells that can't come about: nobody is a case, and no grant opens an office.
bool comesAbout(const Cell& cell) {
  const bool isGranted = cell.tie == Tie::Named || cell.tie == Tie::Emergency;
  return isGranted ? hub::isOpenToGrants({cell.kind, {}}) : cell.tie != Tie::Self || cell.kind == ScopeKind::Staff;
}

TEST_CASE("a hub holds each role to the table, request by request", "[sync][hub][access][roles]") {
  const std::map<Cell, Rights> table = tableInProtocol();
  for (const Cell& cell : everyCell()) {
    if (!comesAbout(cell))
      continue;
    CAPTURE(toText(cell.role), static_cast<int>(cell.kind), static_cast<int>(cell.tie));
    const Rights expected = rightsIn(table, cell);
    RoleWorld world(cell);
    CHECK(world.reads() == expected.read);
    CHECK(world.readsScopeAlone() == expected.read);
    CHECK(world.writesNote() == expected.write);
    CHECK(world.writesOwn() == (expected.writeOwn || expected.write));
    CHECK_FALSE(world.writes(world.emergencyGrant())); // the hub alone gives it
    CHECK(world.shares() == expected.share);
    CHECK(world.begins() == rightsIn(table, {cell.role, cell.kind, Tie::None}).begin);
  }
}

TEST_CASE("a restricted case is open by name alone", "[sync][hub][access][roles]") {
  for (const Role role : hub::kRoles)
    for (const Tie tie : {Tie::None, Tie::Emergency, Tie::Named}) {
      CAPTURE(toText(role), static_cast<int>(tie));
      RoleWorld world({role, ScopeKind::Case, tie});
      world.restrict();
      const Rights expected = tie == Tie::Named ? hub::rightsOf(role, ScopeKind::Case, tie, false) : Rights();
      CHECK(world.reads() == expected.read);
      CHECK(world.readsScopeAlone() == expected.read);
      CHECK(world.writesNote() == expected.write);
      CHECK(world.shares() == expected.share);
    }
}

TEST_CASE("a supervisor who becomes a counsellor is told that every case of colleagues has closed",
          "[sync][hub][access][roles]") {
  TestHub hub;
  const Uuid kari = hub.addUser(Role::Counsellor);
  const Uuid randi = hub.addUser(Role::Supervisor);
  Device tablet(hub, kari);
  Device office(hub, randi);
  REQUIRE(tablet.pushOne(tablet.makeFounding(caseScope(1), kari)) == "APPLIED");
  REQUIRE(tablet.pushOne(tablet.make(1, caseScope(1))) == "APPLIED");
  REQUIRE(office.pullAll().size() == 2);
  REQUIRE(hub::setRole(hub.folder, randi, Role::Counsellor).ok());
  CHECK(office.pullAll().empty());
  const sync::wire::ScopesReply scopes = *office.link.scopes({office.replica, {}, office.token, {}});
  REQUIRE(scopes.scope_size() == 1);
  CHECK(scopes.scope(0).ended());
  CHECK(office.pushOne(office.make(2, caseScope(1))) == "HELD"); // what she wrote meanwhile is not lost
  CHECK(hub::setRole(hub.folder, Uuid(), Role::Counsellor).code() == StatusCode::NotFound);
}

} // namespace
} // namespace veikart::test
