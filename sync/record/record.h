// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/record/dot.h"
#include "sync/record/hybrid_clock.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace veikart::sync {

using RecordId = Uuid;

// The unit of access and of partial replication (design §3).
enum class ScopeKind : uint8_t { Office = 1, Case = 2, KvpFile = 3, Staff = 4 };
bool isScopeKind(uint8_t number);

struct ScopeId {
  ScopeKind kind = ScopeKind::Office;
  Uuid id;
  auto operator<=>(const ScopeId&) const = default;
};

Bytes scopeToBytes(const ScopeId& scope);        // 17: kind, id
Result<ScopeId> scopeFromBytes(BytesView bytes); // Corrupt unless scopeToBytes could have made them

// One value of a register, as one write left it. The value is opaque here: merge never looks inside.
struct Sibling {
  Dot dot;
  Stamp stamp;
  Bytes value;
  bool operator==(const Sibling&) const = default;
};

// A multi-value register with its own causal context (a dotted version vector set). The siblings are the values that no
// write known here has seen and replaced; they are sorted by dot. The context covers each sibling's dot.
struct Register {
  std::vector<Sibling> siblings;
  CausalContext context;
  bool operator==(const Register&) const = default;
};

// A record, or any subset of its fields: both have this form, and both can be joined in any order, any number of times.
// A value; any thread.
struct Record {
  RecordId id;
  std::string type;
  ScopeId scope;
  std::map<std::string, Register> fields; // an absent field is the register that nobody wrote
  bool erased = false;                    // erased by law (the hub alone issues it): no fields, absorbs every join

  bool operator==(const Record&) const = default;
};

// The register whose write marks a record as deleted; its value lists what the deleter had seen (see deletion.h).
inline constexpr std::string_view kDeletedField = "_deleted";

// Before a field's name, the field that holds the first stamp of a write which was stamped anew (PROTOCOL.md,
// "Clocks").
inline constexpr std::string_view kFirstStampPrefix = "_stamped.";

// The types of the records that open the scope they stand in to a user, that close it to all whom no grant names, and
// that end one of either.
inline constexpr std::string_view kGrantType = "grant";
inline constexpr std::string_view kRestrictionType = "restriction";
inline constexpr std::string_view kGrantEndType = "grant_end";

// The type of the records that a client confirmed and that stand from then on.
inline constexpr std::string_view kSealType = "sealed_mapping";

// An id that follows from what it is for: the first 16 bytes of the BLAKE2b-256 of `purpose`, a space and `subject`,
// with the version (8) and the variant of a UUID set.
Uuid nameFor(std::string_view purpose, BytesView subject);

// The id of the grant that a case's or a KVP file's scope begins with. It follows from the scope's, so that no other
// grant can begin it, wherever the scope is met first.
RecordId foundingGrant(const ScopeId& scope);

// The join of two registers. Corrupt when one dot stands for two contents (an alarm: a store was copied or bytes were
// damaged) or when each side claims to have seen and replaced all of the other; then nothing is joined.
Result<Register> join(const Register& a, const Register& b);

// Joins `from` into `into` and returns the names of the fields that changed `into`, in order; none when nothing did. An
// erasure changes every field and always kDeletedField. Invalid when id, type or scope differ, Corrupt as above; then
// `into` is as it was.
Result<std::vector<std::string>> joinInto(Record& into, const Record& from);

// Writes one field: the new value has seen everything in the register and replaces it. REQUIRES: `dot` is new.
void write(Record& record, std::string_view field, Bytes value, const Dot& dot, Stamp stamp);

// The sibling that an `automatic` field shows: greatest stamp, then greatest replica. Null for an empty register.
const Sibling* greatest(const Register& reg);

// Whether the siblings hold more than one value. The same value written twice is two siblings but nothing to settle.
bool isConflict(const Register& reg);

// The part of `record` that consists of `fields`.
Record slice(const Record& record, const std::vector<std::string>& fields);

// Every dot that stands in the record as a sibling, sorted.
std::vector<Dot> dots(const Record& record);

} // namespace veikart::sync
