// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "sync/replica/replica.h"

// Records into read models. A record that can't be read is listed in `unreadable` and has no row: one bad record never
// stops the rest. Works in the caller's transaction. Free functions; the connection's thread.
namespace veikart::store {

Status project(Connection& db, const sync::Record& record);
Status removeProjection(Connection& db, const sync::RecordName& record);
Status clearProjections(Connection& db);

} // namespace veikart::store
