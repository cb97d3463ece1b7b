// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/simulation/erasures.h"
#include "tests/simulation/simulated_tablet.h"
#include "tests/simulation/written.h"

#include <memory>
#include <string>
#include <vector>

namespace veikart::simulation {

// What is wrong when everything has been mended and synced, in words; empty: nothing (see runSchedule). What came too
// late to the hub is set aside in `written`. `wasSetBack`: a store, or the hub's.
std::string faultAtTheEnd(SimulatedHub& hub, const Tablets& tablets, Written& written, const Erasures& erasures,
                          bool wasSetBack);

// Whether it holds a scope that only the hub has lost the grant of; the two differ then until somebody opens it again.
bool holdsForgottenScope(SimulatedHub& hub, SimulatedTablet& tablet);

std::map<sync::RecordId, sync::Record> recordsAt(SimulatedHub& hub);
sync::Record broughtIn(const sync::Record& lateWrite);

} // namespace veikart::simulation
