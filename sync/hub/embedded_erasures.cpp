// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/columns.h"
#include "sync/hub/embedded_transaction.h"

// The part of EmbeddedTransaction that keeps what was erased by law, and how far the devices have read.

namespace veikart::hub {

// One of a whole scope names no record.
Result<bool> EmbeddedTransaction::putErasure(const Erasure& erasure) {
  constexpr std::string_view kSql =
      "INSERT OR IGNORE INTO erasure(office, scope_kind, scope_id, record) VALUES(?1, ?2, ?3, ?4)";
  const Result<Statement*> insert = prepare(kSql);
  if (!insert.ok())
    return insert.status();
  bindScope(**insert, 2, erasure.scope);
  (*insert)->bindBlob(4, erasure.record ? erasure.record->view() : BytesView());
  RETURN_IF_ERROR((*insert)->run());
  const bool isNew = m_db.changes() > 0;
  if (isNew)
    m_forLedger.push_back({m_office, erasure});
  return isNew;
}

Result<ErasedIn> EmbeddedTransaction::erasedIn(const ScopeId& scope) {
  constexpr std::string_view kSql =
      "SELECT record FROM erasure WHERE office = ?1 AND scope_kind = ?2 AND scope_id = ?3";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  bindScope(**query, 2, scope);
  using Named = std::optional<RecordId>;
  const Result<std::vector<Named>> rows =
      readAll<Named>(**query, [](Row& row) { return row.bytes(0).empty() ? Named() : Named(row.uuid(0)); });
  if (!rows.ok())
    return rows.status();
  ErasedIn erased;
  for (const Named& record : *rows) {
    if (record)
      erased.records.insert(*record);
    else
      erased.isWhole = true;
  }
  return erased;
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
