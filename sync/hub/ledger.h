// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

#include <filesystem>
#include <span>
#include <variant>

namespace veikart::hub {

inline constexpr const char* kLedgerFile = "hub.ledger";

struct LedgerEntry {
  Uuid office;
  std::variant<Grant, GrantEnd, Restriction, Dismissal, Revocation, Erasure> said; // a grant to one user

  auto operator<=>(const LedgerEntry&) const = default;
};

// What the ledger holds from some place on, and the place where that ends.
struct LedgerTail {
  std::vector<LedgerEntry> entries;
  size_t end = 0;
};

// What no restore of the hub's store may undo, in a file of its own that is backed up apart and replayed whenever the
// store is opened, and before each of its writes where somebody else has added something: so that what stands here is
// done before anything that comes after it, also when its own transaction failed in the end. One line for each entry:
//
//   grant <office> <grant> <scope: 34 hexadecimal digits> <user> <from> <until>
//   emergency <the same>
//   end <office> <grant, or restriction> <scope>
//   restrict <office> <restriction> <scope>
//   erase <office> <record, or -> <scope>
//   revoke <office> <tablet or device>
//   dismiss <office> <user>
//   readmit <office> <user>
//
// A grant here opens nothing: it may have been refused in the end. It is what those may bring back who have no say in
// the scope.
//
// Entries are added within the store's writing transaction, so one writer at a time. One thread.
class Ledger {
public:
  explicit Ledger(std::filesystem::path file) : m_file(std::move(file)) {}

  // Where it ends then. Durable on return. REQUIRES: an entry. Full when the file would be larger than read() takes: a
  // hub that could not be started for what one device had sent it would be worse.
  Result<size_t> append(std::span<const LedgerEntry> entries) const;
  // From a place that was an end, or from its start when it has become shorter since. Corrupt for a line that is none,
  // but for the last when it has no end: then a crash cut it short.
  Result<LedgerTail> read(size_t from = 0) const;

private:
  Result<size_t> size() const; // bytes, with what a crash has left of a line; 0 without a file

  std::filesystem::path m_file;
};

} // namespace veikart::hub
