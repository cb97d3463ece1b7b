// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/database/connection.h"

#include <sqlcipher/sqlite3.h>

namespace veikart {

Statement::~Statement() {
  sqlite3_finalize(m_handle);
}

void Statement::bind(int index, int64_t value) {
  if (const int code = sqlite3_bind_int64(m_handle, index, value); code != SQLITE_OK)
    m_bindError = code;
}

void Statement::bind(int index, std::string_view text) {
  // A null pointer would bind NULL; an empty text is a text.
  const char* data = text.data() == nullptr ? "" : text.data();
  const int code = sqlite3_bind_text64(m_handle, index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK)
    m_bindError = code;
}

void Statement::bindBlob(int index, BytesView blob) {
  const char* data = blob.data() == nullptr ? "" : blob.data();
  if (const int code = sqlite3_bind_blob64(m_handle, index, data, blob.size(), SQLITE_TRANSIENT); code != SQLITE_OK)
    m_bindError = code;
}

void Statement::bindNull(int index) {
  if (const int code = sqlite3_bind_null(m_handle, index); code != SQLITE_OK)
    m_bindError = code;
}

Result<bool> Statement::step() {
  if (const int failed = std::exchange(m_bindError, 0); failed != 0) {
    reset();
    return m_db.error(failed, "bind");
  }
  const int code = sqlite3_step(m_handle);
  if (code == SQLITE_ROW)
    return true;
  const Status status = code == SQLITE_DONE ? Status() : m_db.error(code, "step");
  reset();
  if (!status.ok())
    return status;
  return false;
}

Status Statement::run() {
  for (;;) {
    const Result<bool> row = step();
    if (!row.ok())
      return row.status();
    if (!*row)
      return {};
  }
}

void Statement::reset() {
  sqlite3_reset(m_handle);
  sqlite3_clear_bindings(m_handle);
  m_bindError = 0;
}

void Statement::interrupt() {
  if (sqlite3_stmt_busy(m_handle) == 0)
    return;
  reset();
  m_bindError = SQLITE_ABORT;
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(m_handle, column);
}

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_handle, column));
  return data == nullptr ? std::string_view()
                         : std::string_view(data, static_cast<size_t>(sqlite3_column_bytes(m_handle, column)));
}

BytesView Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(m_handle, column));
  return data == nullptr ? BytesView() : BytesView(data, static_cast<size_t>(sqlite3_column_bytes(m_handle, column)));
}

} // namespace veikart
