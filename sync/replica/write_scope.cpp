// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/write_scope.h"

namespace veikart::sync {
namespace {

Status run(Connection& db, std::string_view sql) {
  Result<Statement*> statement = db.prepare(sql);
  return statement.ok() ? (*statement)->run() : statement.status();
}

} // namespace

Result<WriteScope> WriteScope::begin(Connection& db) {
  if (db.inTransaction()) {
    RETURN_IF_ERROR(run(db, "SAVEPOINT replica_write"));
    return WriteScope(db);
  }
  Result<Transaction> transaction = Transaction::begin(db);
  if (!transaction.ok())
    return transaction.status();
  return WriteScope(std::move(transaction).value());
}

WriteScope::WriteScope(WriteScope&& other) noexcept
    : m_transaction(std::move(other.m_transaction)),
      m_maybeSavepointDb(std::exchange(other.m_maybeSavepointDb, nullptr)) {}

// SQLite may have rolled the whole transaction back by itself (a full disk); then the savepoint is gone as well.
WriteScope::~WriteScope() {
  if (m_maybeSavepointDb == nullptr || !m_maybeSavepointDb->inTransaction())
    return;
  if (run(*m_maybeSavepointDb, "ROLLBACK TO replica_write").ok())
    static_cast<void>(run(*m_maybeSavepointDb, "RELEASE replica_write"));
}

Status WriteScope::commit() {
  if (m_transaction)
    return m_transaction->commit();
  return run(*std::exchange(m_maybeSavepointDb, nullptr), "RELEASE replica_write");
}

} // namespace veikart::sync
