// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/simulation/simulated_tablet.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace veikart::simulation {

// What was attached to records in a schedule, and must be with all who may see it at the end. One thread.
class Attachments {
public:
  using Attached = std::pair<sync::ScopeId, sync::ContentId>;

  Attachments(SimulatedHub& hub, const Tablets& tablets) : m_hub(hub), m_tablets(tablets) {}

  void add(SimulatedTablet& tablet, const Attached& attached); // if the tablet holds it
  std::set<Attached> held() const;                             // by the hub or a tablet that is on, wholly
  void lose(const std::set<Attached>& gone);                   // with a store that was set back

  // In words; empty: none. `mayKeep`: whether a tablet may hold unsent what the hub has lost the scope of.
  std::string faultAtTheEnd(const std::function<bool(SimulatedTablet&)>& mayKeep) const;

  // That the hub still has one of them. In words; empty: it has none.
  std::string faultOf(const std::set<Attached>& erased) const;

private:
  bool isAtHub(const Attached& attached) const;

  SimulatedHub& m_hub;
  const Tablets& m_tablets;
  std::set<Attached> m_all;
};

} // namespace veikart::simulation
