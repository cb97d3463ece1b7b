// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "sync/hub/hub_store.h"

// Reading the hub's rows. A value of the wrong size can only come from a damaged file, and is read as nil: no row is
// known by it.
namespace veikart::hub {

inline Uuid uuidAt(const Statement& row, int column) {
  const Result<Uuid> id = Uuid::fromBytes(row.blob(column));
  return id.ok() ? *id : Uuid{};
}

inline ScopeId scopeAt(const Statement& row, int kindColumn) {
  return {static_cast<ScopeKind>(row.integer(kindColumn)), uuidAt(row, kindColumn + 1)};
}

inline Office officeAt(const Statement& row) {
  return {uuidAt(row, 0), std::string(row.text(1))};
}

inline void bindScope(Statement& query, int kindIndex, const ScopeId& scope) {
  query.bind(kindIndex, static_cast<int64_t>(scope.kind));
  query.bindBlob(kindIndex + 1, scope.id.view());
}

// What `read` makes of the first row, or nothing.
template<class Value, class Read>
Result<std::optional<Value>> readOne(Statement& query, Read read) {
  const Result<bool> row = query.step();
  if (!row.ok())
    return row.status();
  std::optional<Value> value;
  if (*row)
    value = read(query);
  query.reset();
  return value;
}

// What `read` makes of each row.
template<class Value, class Read>
Result<std::vector<Value>> readAll(Statement& query, Read read) {
  std::vector<Value> values;
  for (;;) {
    const Result<bool> row = query.step();
    if (!row.ok())
      return row.status();
    if (!*row)
      return values;
    values.push_back(read(query));
  }
}

// A number that is always there, such as a count.
inline Result<int64_t> readNumber(Statement& query) {
  const Result<std::optional<int64_t>> value =
      readOne<int64_t>(query, [](const Statement& row) { return row.integer(0); });
  if (!value.ok())
    return value.status();
  return value->value_or(0);
}

} // namespace veikart::hub
