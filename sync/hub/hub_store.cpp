// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/hub_store.h"

namespace veikart::hub {

std::string_view toText(Role role) {
  return role == Role::Supervisor ? "supervisor" : "counsellor";
}

Result<Role> roleFromText(std::string_view text) {
  if (text == "counsellor")
    return Role::Counsellor;
  if (text == "supervisor")
    return Role::Supervisor;
  return Status::invalid("the role is neither counsellor nor supervisor");
}

} // namespace veikart::hub
