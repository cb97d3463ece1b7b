// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "platform/database/connection.h"

#include <optional>
#include <vector>

// Rows of the read models as domain values; `first` is the column where the table's columns begin. Free functions.
namespace veikart::store {

casework::Id idAt(const Statement& row, int column); // nil when the column holds no id

casework::StaffMember staffAt(const Statement& row, int first);
casework::Person personAt(const Statement& row, int first);
casework::Case caseAt(const Statement& row, int first);
casework::Mapping mappingAt(const Statement& row, int first);
casework::SealedMapping sealAt(const Statement& row, int first);
casework::Task taskAt(const Statement& row, int first);
casework::Goal goalAt(const Statement& row, int first);
casework::Contact contactAt(const Statement& row, int first);
casework::Appointment appointmentAt(const Statement& row, int first);
casework::Attachment attachmentAt(const Statement& row, int first);
casework::Grant grantAt(const Statement& row, int first); // of shown_grant

// Runs a bound query and calls `use` for each row.
template<class Use>
Status forEachRow(Statement& query, Use use) {
  for (;;) {
    Result<bool> row = query.step();
    if (!row.ok() || !*row)
      return row.status();
    use(query);
  }
}

// Every row of a bound query, read by one of the readers above.
template<class Value>
Result<std::vector<Value>> allRows(Statement& query, Value (*read)(const Statement&, int)) {
  std::vector<Value> values;
  RETURN_IF_ERROR(forEachRow(query, [&](const Statement& row) { values.push_back(read(row, 0)); }));
  return values;
}

// A statement with its parameters bound in order: numbers, texts (std::string_view) and ids.
template<class... Parameters>
Result<Statement*> bound(Connection& db, std::string_view sql, const Parameters&... parameters) {
  Result<Statement*> statement = db.prepare(sql);
  if (!statement.ok())
    return statement;
  int index = 0;
  [[maybe_unused]] const auto bindOne = [&](const auto& value) {
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, casework::Id>)
      (*statement)->bindBlob(++index, value.view());
    else if constexpr (std::is_convertible_v<decltype(value), std::string_view>)
      (*statement)->bind(++index, std::string_view(value));
    else
      (*statement)->bind(++index, static_cast<int64_t>(value));
  };
  (bindOne(parameters), ...);
  return statement;
}

template<class... Parameters>
Status execute(Connection& db, std::string_view sql, const Parameters&... parameters) {
  Result<Statement*> statement = bound(db, sql, parameters...);
  return statement.ok() ? (*statement)->run() : statement.status();
}

template<class Value, class... Parameters>
Result<std::vector<Value>> selectAll(Connection& db, std::string_view sql, Value (*read)(const Statement&, int),
                                     const Parameters&... parameters) {
  Result<Statement*> query = bound(db, sql, parameters...);
  if (!query.ok())
    return query.status();
  return allRows(**query, read);
}

// The first row of a query, if there is one.
template<class Value, class... Parameters>
Result<std::optional<Value>> selectFirst(Connection& db, std::string_view sql, Value (*read)(const Statement&, int),
                                         const Parameters&... parameters) {
  Result<std::vector<Value>> rows = selectAll(db, sql, read, parameters...);
  if (!rows.ok())
    return rows.status();
  return rows->empty() ? std::optional<Value>() : std::optional<Value>(std::move(rows->front()));
}

} // namespace veikart::store
