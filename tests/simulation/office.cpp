// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/simulation/office.h"

#include "tests/simulation/must.h"

namespace veikart::simulation {

namespace {

constexpr int kCounsellors = 3;

} // namespace

Office::Office(std::filesystem::path folder) : m_folder(std::move(folder)) {
  seedEverything(0);
  std::filesystem::create_directories(m_folder / "hub");
  static_cast<void>(SimulatedHub::create(m_folder / "hub"));
  SimulatedHub hub(m_folder / "hub");
  for (int i = 0; i <= kCounsellors; ++i) {
    const hub::User user{Uuid::makeV7(hub.clock), "Kari", "Moen",
                         i == kCounsellors ? hub::Role::Supervisor : hub::Role::ResourcePerson};
    must(hub.stores().write(hub.office, [&](hub::OfficeTransaction& rows) { return rows.addUser(user); }));
    const std::filesystem::path place = m_folder / std::to_string(i);
    std::filesystem::create_directories(place);
    m_members.push_back(SimulatedTablet::create(place, hub, user));
  }
}

} // namespace veikart::simulation
