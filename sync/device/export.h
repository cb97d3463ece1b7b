// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/clock.h"
#include "platform/database/connection.h"

namespace veikart::device {

// The outbox as JSON for people: each record with something unsent, for how long, and the hub's reason for not taking
// it. It asks nothing of the hub and little of the store: a record that can't be read is told of as bytes, and the
// others are there. Its failure is that of reading the store. One thread, that of `db`.
struct OutboxExport {
  std::string json;
  int records = 0;
};
Result<OutboxExport> exportOutbox(Connection& db, const Clock& clock);

} // namespace veikart::device
