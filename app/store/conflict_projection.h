// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "platform/database/connection.h"
#include "sync/record/record.h"

// Which fields of the cases' records hold more than one value, as the read model `conflict`; who is to be told how
// something was settled, as `settlement_news`. Works in the caller's transaction, as projection.h. Free functions.
namespace veikart::store {

Status projectConflicts(Connection& db, const sync::Record& record);
Status removeConflicts(Connection& db, const sync::RecordId& record);
Status clearConflicts(Connection& db);

// The mapping that a record is or belongs to: nothing in it is settled any more once that is sealed. Nil: none.
casework::Id mappingOf(const sync::Record& record);

} // namespace veikart::store
