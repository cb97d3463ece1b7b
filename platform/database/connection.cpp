// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/database/connection.h"

#include "platform/base/posix_error.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sqlcipher/sqlite3.h>
#include <unistd.h>

namespace veikart {

namespace {

constexpr int kBusyTimeoutMillis = 5000;
constexpr uintmax_t kPageSize = 4096; // SQLCipher's own

// x'<hex>' makes SQLCipher take the bytes as the key itself, so no time is spent on deriving one.
SecretBytes keyLiteral(const SecretBytes& key) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  SecretBytes literal(key.size() * 2 + 3);
  unsigned char* out = literal.data();
  *out++ = 'x';
  *out++ = '\'';
  for (size_t i = 0; i < key.size(); ++i) {
    *out++ = static_cast<unsigned char>(kDigits[key.data()[i] >> 4U]);
    *out++ = static_cast<unsigned char>(kDigits[key.data()[i] & 15U]);
  }
  *out = '\'';
  return literal;
}

Result<std::string> readPragma(Connection& db, std::string_view sql) {
  Result<Statement*> query = db.prepare(sql);
  if (!query.ok())
    return query.status();
  const Result<bool> row = (*query)->step();
  if (!row.ok())
    return row.status();
  std::string value(*row ? (*query)->text(0) : std::string_view());
  (*query)->reset();
  return value;
}

Status expectPragma(Connection& db, std::string_view sql, std::string_view expected) {
  const Result<std::string> value = readPragma(db, sql);
  if (!value.ok())
    return value.status();
  return *value == expected ? Status() : Status::internal(std::string("the library refuses: ").append(sql));
}

Status checkEncrypts(Connection& db) {
  const Result<std::string> version = readPragma(db, "PRAGMA cipher_version");
  if (!version.ok())
    return version.status();
  if (version->empty())
    return Status::internal("this SQLite library does not encrypt");
  // SQLCipher writes to standard error on a wrong key otherwise.
  return db.execute("PRAGMA cipher_log_level = NONE");
}

bool hasBeside(const std::filesystem::path& path, const char* suffix) {
  std::error_code failed;
  std::filesystem::path file = path;
  file += suffix;
  const uintmax_t size = std::filesystem::file_size(file, failed);
  return !failed && size > 0;
}

// An empty file is a database that was never begun. One with a log beside it has lost its content, and so has one
// shorter than a page, unless a journal tells of a beginning cut short: SQLite would start anew in both.
Status checkSize(const std::filesystem::path& path, uintmax_t size, Connection::Mode mode) {
  const bool isLost = size == 0 && (mode == Connection::Mode::OpenExisting || hasBeside(path, "-wal"));
  const bool isShort = size > 0 && size < kPageSize && !hasBeside(path, "-journal");
  return isLost || isShort ? Status::corrupt("the database file is cut short") : Status();
}

// Made before SQLite would, which lets others read it; the files beside it take its mode over.
Status createPrivate(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    return posixError("create database", errno);
  ::close(fd);
  return {};
}

Status checkFile(const std::filesystem::path& path, Connection::Mode mode) {
  std::error_code failed;
  const uintmax_t size = std::filesystem::file_size(path, failed);
  if (failed == std::errc::no_such_file_or_directory)
    return mode == Connection::Mode::Create ? createPrivate(path) : Status::notFound("no database file");
  if (failed)
    return posixError("database file", failed.value());
  return checkSize(path, size, mode);
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& path, const SecretBytes& key,
                                                     Mode mode) {
  if (key.size() != 32)
    return Status::invalid("a database key has 32 bytes");
  RETURN_IF_ERROR(checkFile(path, mode));
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (mode == Mode::Create ? SQLITE_OPEN_CREATE : 0);
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  std::unique_ptr<Connection> db(new Connection(handle));
  if (code != SQLITE_OK)
    return db->error(code, "open database");
  RETURN_IF_ERROR(db->proveKey(key));
  RETURN_IF_ERROR(db->configure());
  return db;
}

Connection::~Connection() {
  m_statements.clear();
  sqlite3_close_v2(m_db);
}

Status Connection::proveKey(const SecretBytes& key) {
  // Closing merges the write-ahead log into the file, which a connection with a wrong key must not do.
  sqlite3_db_config(m_db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_busy_timeout(m_db, kBusyTimeoutMillis);
  RETURN_IF_ERROR(checkEncrypts(*this));
  const SecretBytes literal = keyLiteral(key);
  if (const int code = sqlite3_key(m_db, literal.data(), static_cast<int>(literal.size())); code != SQLITE_OK)
    return error(code, "set key");
  const Result<std::string> tables = readPragma(*this, "SELECT count(*) FROM sqlite_master");
  if (!tables.ok())
    return tables.status();
  m_isKeyProved = true;
  sqlite3_db_config(m_db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
  return {};
}

Status Connection::configure() {
  // Only a library built so never puts temporary data in files whatever a connection asks for.
  if (sqlite3_compileoption_used("TEMP_STORE=2") == 0 && sqlite3_compileoption_used("TEMP_STORE=3") == 0)
    return Status::internal("this SQLite library may write temporary data to files");
  RETURN_IF_ERROR(execute("PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF"));
  RETURN_IF_ERROR(expectPragma(*this, "PRAGMA temp_store", "2"));
  RETURN_IF_ERROR(expectPragma(*this, "PRAGMA foreign_keys", "1"));
  RETURN_IF_ERROR(expectPragma(*this, "PRAGMA journal_mode = WAL", "wal"));
  RETURN_IF_ERROR(expectPragma(*this, "PRAGMA secure_delete = ON", "1"));
  // 16 MiB of decrypted pages: with the usual 2 MiB a batch of records is decrypted twice.
  RETURN_IF_ERROR(execute("PRAGMA cache_size = -16384"));
  RETURN_IF_ERROR(execute("PRAGMA synchronous = FULL"));
  RETURN_IF_ERROR(expectPragma(*this, "PRAGMA synchronous", "2"));
  const int code = sqlite3_db_config(m_db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  return code == SQLITE_OK ? Status() : error(code, "defensive mode");
}

Status Connection::execute(std::string_view sql) {
  while (!sql.empty()) {
    sqlite3_stmt* handle = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v2(m_db, sql.data(), static_cast<int>(sql.size()), &handle, &rest);
    if (code != SQLITE_OK)
      return error(code, sqlite3_errmsg(m_db));
    sql.remove_prefix(static_cast<size_t>(rest - sql.data()));
    if (handle == nullptr)
      continue; // white space or a comment
    Statement statement(*this, handle);
    RETURN_IF_ERROR(statement.run());
  }
  return {};
}

Result<Statement*> Connection::prepare(std::string_view sql) {
  if (const auto known = m_statements.find(sql); known != m_statements.end()) {
    known->second->reset();
    return known->second.get();
  }
  sqlite3_stmt* handle = nullptr;
  const int code =
      sqlite3_prepare_v3(m_db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  if (code != SQLITE_OK)
    return error(code, sqlite3_errmsg(m_db));
  if (handle == nullptr)
    return Status::internal("no statement in the SQL text");
  auto statement = std::make_unique<Statement>(*this, handle);
  return m_statements.emplace(sql, std::move(statement)).first->second.get();
}

Status Connection::beginImmediate() {
  Status begun = execute("BEGIN IMMEDIATE");
  if (begun.ok() || sqlite3_extended_errcode(m_db) != SQLITE_BUSY_SNAPSHOT)
    return begun;
  // A query left before its last row holds an old snapshot, from which nobody may write. Ending it is the only way on;
  // whoever still reads from it gets an error instead of starting again from the first row.
  for (auto& [sql, statement] : m_statements)
    statement->interrupt();
  return execute("BEGIN IMMEDIATE");
}

bool Connection::inTransaction() const {
  return sqlite3_get_autocommit(m_db) == 0;
}

int64_t Connection::changes() const {
  return sqlite3_changes64(m_db);
}

Status Connection::error(int code, std::string_view what) const {
  std::string text(what);
  text.append(": ").append(sqlite3_errstr(code));
  switch (code & 0xff) {
  case SQLITE_FULL:
    return Status::full(std::move(text));
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return Status::busy(std::move(text));
  case SQLITE_NOTADB:
    return m_isKeyProved ? Status::corrupt(std::move(text)) : Status::wrongKey(std::move(text));
  case SQLITE_CORRUPT:
    return Status::corrupt(std::move(text));
  case SQLITE_CONSTRAINT:
    return Status::conflict(std::move(text));
  default:
    return sqlite3_system_errno(m_db) == ENOSPC ? Status::full(std::move(text)) : Status::io(std::move(text));
  }
}

} // namespace veikart
