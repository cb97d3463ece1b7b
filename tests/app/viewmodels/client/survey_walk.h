// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/session_store.h"

namespace veikart::test {

// What survey_walker and the test that starts it agree on.
inline constexpr int kWalkedPages = 5;

inline store::SessionStore::Subject walkedSubject() {
  return {*Uuid::parse("01900000-0000-7000-8000-00000000000a"), *Uuid::parse("01900000-0000-7000-8000-00000000000b")};
}

} // namespace veikart::test
