// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "sync/hub/hub_store.h"

namespace veikart::hub {

// One row of the hub's store as it is read. A value of the wrong size can only come from a damaged file: the row is
// then Corrupt as a whole, whatever else was read of it.
class Row {
public:
  explicit Row(const Statement& cells) : m_cells(cells) {}

  bool isNull(int column) const { return m_cells.isNull(column); }
  int64_t integer(int column) const { return m_cells.integer(column); }
  std::string text(int column) const { return std::string(m_cells.text(column)); }
  Bytes bytes(int column) const { return Bytes(m_cells.blob(column)); }
  Uuid uuid(int column) { return valueOf(Uuid::fromBytes(m_cells.blob(column))); }
  Digest digest(int column) { return valueOf(Digest::fromBytes(m_cells.blob(column))); }
  ContentId content(int column) { return valueOf(ContentId::fromBytes(m_cells.blob(column))); }
  std::optional<Uuid> maybeUuid(int column) { return isNull(column) ? std::nullopt : std::optional(uuid(column)); }
  Role role(int column) { return valueOf(roleFromText(m_cells.text(column))); }
  ScopeId scope(int kindColumn) { return {static_cast<ScopeKind>(integer(kindColumn)), uuid(kindColumn + 1)}; }

  Status status() const { return m_isDamaged ? Status::corrupt("a row of the hub's store is damaged") : Status(); }

private:
  template<class Value>
  Value valueOf(const Result<Value>& read) {
    m_isDamaged = m_isDamaged || !read.ok();
    return read.ok() ? *read : Value();
  }

  const Statement& m_cells;
  bool m_isDamaged = false;
};

inline Office officeAt(Row& row) {
  return {row.uuid(0), row.text(1), row.integer(2) != 0, row.integer(3)};
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
  Row cells(query);
  if (*row)
    value = read(cells);
  query.reset();
  RETURN_IF_ERROR(cells.status());
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
    Row cells(query);
    values.push_back(read(cells));
    if (!cells.status().ok()) {
      query.reset();
      return cells.status();
    }
  }
}

// A number that is always there, such as a count.
inline Result<int64_t> readNumber(Statement& query) {
  const Result<std::optional<int64_t>> value = readOne<int64_t>(query, [](Row& row) { return row.integer(0); });
  if (!value.ok())
    return value.status();
  return value->value_or(0);
}

} // namespace veikart::hub
