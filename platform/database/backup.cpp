// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/database/connection.h"

#include "platform/base/files.h"
#include "platform/base/posix_error.h"

#include <cerrno>
#include <sqlcipher/sqlite3.h>
#include <unistd.h>

namespace veikart {

namespace {

// Every page of the copy is read back and its authentication code checked: a backup nobody can open is none.
Status checkPages(Connection& db) {
  Result<Statement*> check = db.prepare("PRAGMA cipher_integrity_check");
  if (!check.ok())
    return check.status();
  const Result<bool> finding = (*check)->step();
  if (!finding.ok())
    return finding.status();
  (*check)->reset();
  return *finding ? Status::corrupt("the copy is damaged") : Status();
}

Status removeWithLogs(const std::filesystem::path& path) {
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
    std::filesystem::path file = path;
    file += suffix;
    RETURN_IF_ERROR(removeFileDurably(file));
  }
  return {};
}

} // namespace

Status Connection::copyInto(Connection& target) {
  sqlite3_backup* backup = sqlite3_backup_init(target.m_db, "main", m_db, "main");
  if (backup == nullptr)
    return target.error(sqlite3_errcode(target.m_db), "begin backup");
  const int stepped = sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE)
    return target.error(finished != SQLITE_OK ? finished : stepped, "backup");
  RETURN_IF_ERROR(checkPages(target));
  return target.closeWhole();
}

Result<bool> Connection::emptyLog() {
  const Result<Statement*> checkpoint = prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  if (!checkpoint.ok())
    return checkpoint.status();
  const Result<bool> row = (*checkpoint)->step();
  if (!row.ok())
    return row;
  const bool isBusy = !*row || (*checkpoint)->integer(0) != 0;
  (*checkpoint)->reset();
  return !isBusy;
}

// Closing by itself says nothing of what it could not merge into the file.
Status Connection::closeWhole() {
  const Result<bool> merged = emptyLog();
  if (!merged.ok() || !*merged)
    return merged.ok() ? Status::busy("the log was not merged into the file") : merged.status();
  m_statements.clear();
  const int closed = sqlite3_close(m_db);
  if (closed != SQLITE_OK)
    return error(closed, "close database");
  m_db = nullptr;
  return {};
}

Status Connection::backupTo(const std::filesystem::path& target, const SecretBytes& key) {
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(target, ignored)))
    return Status::conflict("there is a file already");
  std::filesystem::path partial = target;
  partial += ".partial";
  RETURN_IF_ERROR(removeWithLogs(partial));
  Status copied;
  {
    Result<std::unique_ptr<Connection>> copy = open(partial, key, Mode::Create);
    copied = copy.ok() ? copyInto(**copy) : copy.status();
  }
  if (copied.ok() && ::link(partial.c_str(), target.c_str()) != 0)
    copied = errno == EEXIST ? Status::conflict("there is a file already") : posixError("name backup", errno);
  const Status removed = removeWithLogs(partial);
  return copied.ok() ? removed : copied;
}

} // namespace veikart
