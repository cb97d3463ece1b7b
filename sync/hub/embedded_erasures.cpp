// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/columns.h"
#include "sync/hub/embedded_transaction.h"

// The part of EmbeddedTransaction that keeps what was erased by law, and how far the devices have read.

namespace veikart::hub {

// One of a whole scope names no record.
Result<Statement*> EmbeddedTransaction::prepareErasure(std::string_view sql, const Erasure& erasure) {
  const Result<Statement*> statement = prepare(sql);
  if (!statement.ok())
    return statement;
  bindScope(**statement, 2, erasure.scope);
  (*statement)->bindBlob(4, erasure.record ? erasure.record->view() : BytesView());
  return statement;
}

Result<bool> EmbeddedTransaction::putErasure(const Erasure& erasure) {
  constexpr std::string_view kSql =
      "INSERT OR IGNORE INTO erasure(office, scope_kind, scope_id, record) VALUES(?1, ?2, ?3, ?4)";
  const Result<Statement*> insert = prepareErasure(kSql, erasure);
  if (!insert.ok())
    return insert.status();
  RETURN_IF_ERROR((*insert)->run());
  const bool isNew = m_db.changes() > 0;
  if (isNew)
    m_forLedger.push_back({m_office, erasure});
  return isNew;
}

// That of the whole scope is the first of its erasures.
Result<Erased> EmbeddedTransaction::erasedIn(const ScopeId& scope) {
  constexpr std::string_view kSql = "SELECT record = x'' FROM erasure"
                                    " WHERE office = ?1 AND scope_kind = ?2 AND scope_id = ?3 ORDER BY record LIMIT 1";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  bindScope(**query, 2, scope);
  const Result<std::optional<bool>> isWhole = readOne<bool>(**query, [](Row& row) { return row.integer(0) != 0; });
  if (!isWhole.ok() || !isWhole->has_value())
    return isWhole.ok() ? Result<Erased>(Erased::Nothing) : isWhole.status();
  return **isWhole ? Erased::Everything : Erased::Something;
}

Result<bool> EmbeddedTransaction::isErased(const ScopeId& scope, const RecordId& record) {
  constexpr std::string_view kSql = "SELECT EXISTS(SELECT 1 FROM erasure"
                                    " WHERE office = ?1 AND scope_kind = ?2 AND scope_id = ?3 AND record = ?4)";
  const Result<Statement*> query = prepareErasure(kSql, {scope, record});
  const Result<int64_t> exists = query.ok() ? readNumber(**query) : query.status();
  return exists.ok() ? Result<bool>(*exists != 0) : exists.status();
}

Status EmbeddedTransaction::noteHeard(const Uuid& device, int64_t number, int64_t nowMillis) {
  constexpr std::string_view kSql = "UPDATE device SET has_read = ?3, heard = ?4 WHERE office = ?1 AND id = ?2";
  const Result<Statement*> update = prepare(kSql);
  if (!update.ok())
    return update.status();
  (*update)->bindBlob(2, device.view());
  (*update)->bind(3, number);
  (*update)->bind(4, nowMillis);
  return (*update)->run();
}

Status EmbeddedTransaction::forgetHowFarRead() {
  constexpr std::string_view kSql = "UPDATE device SET has_read = 0 WHERE office = ?1";
  const Result<Statement*> update = prepare(kSql);
  return update.ok() ? (*update)->run() : update.status();
}

Result<int64_t> EmbeddedTransaction::seenByAll(int64_t sinceMillis) {
  constexpr std::string_view kSql =
      "SELECT coalesce(min(has_read), 9223372036854775807) FROM device WHERE office = ?1 AND heard >= ?2";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bind(2, sinceMillis);
  return readNumber(**query);
}

} // namespace veikart::hub
