// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/crypto/crypto.h"
#include "sync/record/record.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace veikart::sync {

// Who did what with which case is told in lines that nobody can change, leave out or put in between unseen: each holds
// the hash of the one before (PROTOCOL.md, "Audit"). A line is a record with this one field.
inline constexpr std::string_view kAuditType = "audit_line";
inline constexpr std::string_view kAuditField = "_line";

// One line of a replica's chain. A value; any thread.
struct AuditLine {
  ReplicaId chain;            // the replica that wrote it, under the name that it had then
  uint64_t number = 0;        // in its chain, from 1
  crypto::Hash256 previous{}; // of the line before; of a chain's first the store's last line under another name, or 0
  Bytes content;              // its owner's

  bool follows(const Record& before) const; // one of that record's lines is the one that this was written after

  Bytes toBytes() const;
  static Result<AuditLine> fromBytes(BytesView raw); // Corrupt unless toBytes could have made them
  bool operator==(const AuditLine&) const = default;
};

crypto::Hash256 auditHash(BytesView line); // of its bytes

// A line's record has an id that follows from where it stands, so that two lines of one number meet in one record.
RecordId auditLineId(const ScopeId& scope, const ReplicaId& chain, uint64_t number);

// The lines that a record holds: one, or several where a chain forks. Corrupt for what is no line, stands under
// another's id, or has other fields than lines may have.
Result<std::vector<AuditLine>> auditLinesOf(const Record& record);

// Where a chain ends.
struct AuditHead {
  uint64_t number = 0;
  crypto::Hash256 hash{};
  bool operator==(const AuditHead&) const = default;
};

// Looks whether chains are whole. What is found wrong is told by chain and number. One thread.
class AuditCheck {
public:
  enum class Fault {
    Missing,   // a line that later ones, or a known head, stand on
    Forked,    // two lines of one number: a store was copied, or somebody wrote another past
    Broken,    // the line before is not the one that it was written after
    Unreadable // no line
  };

  struct Finding {
    ReplicaId chain; // nil: unreadable
    uint64_t number = 0;
    Fault fault = Fault::Missing;
    auto operator<=>(const Finding&) const = default;
  };

  void add(const Record& record);
  void expect(const ReplicaId& chain, const AuditHead& head); // it was there once

  std::vector<Finding> findings() const; // in the order of chains and numbers
  std::map<ReplicaId, AuditHead> heads() const;

private:
  struct Standing {
    crypto::Hash256 hash{};
    crypto::Hash256 previous{};
  };
  using Chain = std::map<uint64_t, std::vector<Standing>>;

  void checkLine(const ReplicaId& chain, const Chain& lines, uint64_t number, std::set<Finding>& found) const;
  bool holds(const crypto::Hash256& hash) const;

  std::map<ReplicaId, Chain> m_chains;
  std::vector<std::pair<ReplicaId, AuditHead>> m_expected;
  uint64_t m_unreadable = 0;
};

} // namespace veikart::sync
