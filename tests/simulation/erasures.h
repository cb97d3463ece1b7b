// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/simulation/attachments.h"

#include <map>

namespace veikart::simulation {

// What was erased by law in one schedule: as the hub's ledger says, because an erasure that was cut short is made good
// when the hub starts again.
class Erasures {
public:
  explicit Erasures(SimulatedHub& hub) : m_hub(hub) {}

  void note(const sync::RecordWrite& write); // so that a record's scope is known, and what is attached to it

  // A record, a case, or what was deleted and every device has seen.
  std::string eraseAny(const std::vector<sync::Record>& atHub, Random& random);

  void read(); // the ledger; for what follows

  bool contain(const sync::RecordId& record) const; // also one whose whole scope was erased
  std::set<Attachments::Attached> contents() const; // of what was erased
  bool leave(SimulatedTablet& tablet) const;        // something on it that was written to what was erased

  // Whether something that was erased is still said anywhere but where it waits for a person, or something is erased
  // that nobody asked for. In words; empty: neither.
  std::string faultIn(const std::map<sync::RecordId, sync::Record>& atHub, const Tablets& tablets) const;

private:
  bool contain(const sync::RecordId& record, const sync::ScopeId& scope) const;
  bool isSaid(const sync::Record& record) const;

  SimulatedHub& m_hub;
  std::set<sync::RecordId> m_records;
  std::set<sync::ScopeId> m_wholeScopes;
  std::map<sync::RecordId, sync::ScopeId> m_scopes;
  std::map<sync::RecordId, Attachments::Attached> m_attached;
};

bool waitsAsErased(SimulatedTablet& tablet, const sync::RecordId& record);

} // namespace veikart::simulation
