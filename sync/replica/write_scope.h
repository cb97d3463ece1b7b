// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"

#include <optional>

namespace veikart::sync {

// All or nothing, also inside a caller's transaction: a transaction of its own, or a savepoint in the one that is open.
// Without commit() everything since begin() is taken back. One thread.
class WriteScope {
public:
  static Result<WriteScope> begin(Connection& db);
  WriteScope(WriteScope&& other) noexcept;
  WriteScope& operator=(WriteScope&&) = delete;
  ~WriteScope();

  Status commit();

private:
  WriteScope(Transaction transaction) : m_transaction(std::move(transaction)) {}
  explicit WriteScope(Connection& db) : m_maybeSavepointDb(&db) {}

  std::optional<Transaction> m_transaction;
  Connection* m_maybeSavepointDb = nullptr;
};

} // namespace veikart::sync
