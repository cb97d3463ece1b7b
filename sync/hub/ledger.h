// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

#include <filesystem>

namespace veikart::hub {

inline constexpr const char* kLedgerFile = "hub.ledger";

struct LedgerEntry {
  Uuid office;
  GrantEnd end;
};

// What no restore of the hub's store may undo, in a file of its own that is backed up apart and replayed whenever the
// store is opened. One line for each entry:
//
//   end <office> <grant> <scope: 34 hexadecimal digits>
//
// Entries are added within the store's writing transaction, so one at a time. One thread.
class Ledger {
public:
  explicit Ledger(std::filesystem::path file) : m_file(std::move(file)) {}

  Status append(const LedgerEntry& entry); // durable on return
  // Corrupt for a line that is none, but for the last when it has no end: then a crash cut it short.
  Result<std::vector<LedgerEntry>> read() const;

private:
  std::filesystem::path m_file;
};

} // namespace veikart::hub
