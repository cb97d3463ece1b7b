// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"
#include "platform/crypto/secret_bytes.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace veikart {

class Statement;

// One connection to an encrypted SQLCipher file: WAL, synchronous=FULL, foreign keys, secure_delete, temporary data in
// memory. Opening refuses a library without encryption (empty cipher_version) and one whose temporary store is not
// memory. The key goes in through sqlite3_key, never through SQL text. One thread at a time.
class Connection {
public:
  enum class Mode { OpenExisting, Create }; // Create also opens an existing file

  // NotFound without a file (OpenExisting), WrongKey when the key does not open it or it is no database, Corrupt when
  // it is damaged, Full, Io. A file that does not open is never changed.
  static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& path, const SecretBytes& key, Mode mode);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Runs one or more statements that return nothing.
  Status execute(std::string_view sql);

  // A statement compiled once and kept for this `sql` (its address is the key when it is a constant; its text decides).
  // It is reset and unbound. The pointer lives as long as the connection. Only one user at a time: a query may not be
  // prepared again while its rows are being read.
  Result<Statement*> prepare(std::string_view sql);

  bool inTransaction() const;
  int64_t changes() const; // rows changed by the last statement

  // Merges the log into the file and empties it. False: somebody was reading it, and it stands.
  Result<bool> emptyLog();

  // Copies a consistent snapshot into a new encrypted file under the same key. Conflict when `target` exists. For the
  // hub's backup, which its administration does not offer yet.
  Status backupTo(const std::filesystem::path& target, const SecretBytes& key);

  // The Status of an SQLite result code: Full for SQLITE_FULL, Busy, WrongKey for NOTADB until the
  // key is proved and Corrupt from then on, Corrupt, Conflict for constraints, else Io.
  Status error(int code, std::string_view what) const;

private:
  friend class Statement;
  friend class Transaction;
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  explicit Connection(sqlite3* db) : m_db(db) {}
  Status proveKey(const SecretBytes& key);
  Status configure();
  Status beginImmediate();
  Status copyInto(Connection& target);
  Status closeWhole(); // everything in the one file; usable no more

  sqlite3* m_db;
  bool m_isKeyProved = false;
  std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> m_statements;
};

// A compiled statement. Parameters count from 1, columns from 0, as in SQLite. One thread, that of its connection.
//
//   Result<Statement*> found = db.prepare("SELECT blob FROM record WHERE id = ?1");
//   if (!found.ok()) return found.status();
//   Statement& query = **found;
//   query.bind(1, id.view());
//   for (;;) { Result<bool> row = query.step(); if (!row.ok()) return row.status(); if (!*row) break; query.blob(0); }
class Statement {
public:
  Statement(Connection& db, sqlite3_stmt* handle) : m_db(db), m_handle(handle) {}
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Binding copies. A failure is kept and comes out of the next step() or run().
  void bind(int index, int64_t value);
  void bind(int index, std::string_view text);
  void bindBlob(int index, BytesView blob);
  void bindNull(int index);

  Result<bool> step(); // true: a row is there; false: done (and the statement is reset, its locks given back)
  Status run();        // steps to the end and resets
  void reset();        // also unbinds

  bool isNull(int column) const;
  int64_t integer(int column) const;
  std::string_view text(int column) const; // until the next step or reset
  BytesView blob(int column) const;        // until the next step or reset

private:
  friend class Connection;
  void interrupt();

  Connection& m_db;
  sqlite3_stmt* m_handle;
  int m_bindError = 0;
};

// BEGIN IMMEDIATE … COMMIT. Without commit() the destructor rolls back. Not nested. One thread.
//
// A query left before its last row (neither stepped to false nor reset) keeps its old view of the file. When another
// connection has written since, begin() ends such queries, whose next step() then fails.
class Transaction {
public:
  static Result<Transaction> begin(Connection& db);
  static Result<Transaction> beginReading(Connection& db); // of one moment; takes no lock that a writer waits for
  Transaction(Transaction&& other) noexcept : m_db(std::exchange(other.m_db, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Status commit(); // durable on return

private:
  explicit Transaction(Connection* db) : m_db(db) {}
  Connection* m_db;
};

// One step of a schema: version n is reached by running `sql` on version n-1. Steps are append-only.
struct Migration {
  int version;
  std::string_view sql;
};

// Brings `pragmaName`d schema up to the last of `steps`, each in its own transaction with its version number.
// TooNew when the file is newer than the last step: nothing is touched. `schema` names the owner, since one file may
// hold several schemas (replica, read models), each with its own number in table schema_version.
Status migrate(Connection& db, std::string_view schema, std::span<const Migration> steps);

} // namespace veikart
