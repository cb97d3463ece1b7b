// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/hub_store.h"

#include <algorithm>

namespace veikart::hub {
namespace {

// In the order of kRoles.
constexpr std::array<std::string_view, kRoles.size()> kRoleNames = {"counsellor", "supervisor", "administrator",
                                                                    "partner", "resource_person"};

} // namespace

std::string_view toText(Role role) {
  return kRoleNames[static_cast<size_t>(role)];
}

Result<Role> roleFromText(std::string_view text) {
  const auto found = std::ranges::find(kRoleNames, text);
  if (found == kRoleNames.end())
    return Status::invalid("the role is none of counsellor, supervisor, administrator, partner, resource_person");
  return kRoles[static_cast<size_t>(found - kRoleNames.begin())];
}

} // namespace veikart::hub
