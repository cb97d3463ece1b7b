// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/simulation/simulated_tablet.h"

#include <filesystem>
#include <vector>

namespace veikart::simulation {

// An office as every schedule begins with: the hub's store and enrolled tablets, in a folder to be copied.
class Office {
public:
  explicit Office(std::filesystem::path folder); // made there; should lie in memory

  const std::filesystem::path& folder() const { return m_folder; }
  const std::vector<SimulatedTablet::Owner>& members() const { return m_members; }

private:
  std::filesystem::path m_folder;
  std::vector<SimulatedTablet::Owner> m_members;
};

} // namespace veikart::simulation
