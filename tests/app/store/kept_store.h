// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/store/store_world.h"

namespace veikart::test {

// A store as it is kept of each release: a case with a sealed mapping, follow-up, a draft, two versions of one field,
// and what the office has not taken. Every later version must open it and find all of it.
void fillKept(Tablet& kari);
void checkKept(store::CaseStore& store);

} // namespace veikart::test
