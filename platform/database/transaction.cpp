// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/database/connection.h"

#include <sqlcipher/sqlite3.h>

namespace veikart {

Result<Transaction> Transaction::begin(Connection& db) {
  if (db.inTransaction())
    return Status::internal("transactions are not nested");
  RETURN_IF_ERROR(db.beginImmediate());
  return Transaction(&db);
}

Result<Transaction> Transaction::beginReading(Connection& db) {
  if (db.inTransaction())
    return Status::internal("transactions are not nested");
  RETURN_IF_ERROR(db.execute("BEGIN"));
  return Transaction(&db);
}

Transaction::~Transaction() {
  // SQLite has rolled back by itself after some errors (a full disk), and then there is nothing left to do.
  if (m_db != nullptr && m_db->inTransaction())
    static_cast<void>(m_db->execute("ROLLBACK"));
}

Status Transaction::commit() {
  if (m_db == nullptr || !m_db->inTransaction())
    return Status::io("the transaction is rolled back already");
  RETURN_IF_ERROR(m_db->execute("COMMIT"));
  m_db = nullptr;
  return {};
}

} // namespace veikart
