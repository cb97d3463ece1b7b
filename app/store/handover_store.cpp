// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/record_codec.h"
#include "app/casework/rules.h"
#include "app/store/case_store.h"
#include "app/store/rows.h"
#include "app/store/write_batch.h"

#include <algorithm>

// The part of CaseStore that hands the tablet over to a client, and takes the answers in.
namespace veikart::store {

using namespace casework;

namespace {

constexpr size_t kSessionKeySize = 32;

std::string nameAt(const Statement& row, int first) {
  return std::string(row.text(first));
}

// A session answers for one mapping's client and for nothing else, whatever its process may have become.
Status checkSessionRecords(const Mapping& mapping, std::span<const sync::Record> records) {
  for (const sync::Record& record : records)
    if (record.type != kAnswersType || record.scope != caseScope(mapping.caseId) ||
        record.id != layerRecordId(mapping.id, Layer::Client))
      return Status::invalid("session: a record that is not the client's answers");
  return {};
}

} // namespace

constexpr std::string_view kHandoverSql =
    "SELECT id, mapping_id, case_id, key, file_name, started_at FROM handover_session";

Result<std::optional<HandoverSession>> CaseStore::openHandover() {
  return selectFirst(
      *m_db, kHandoverSql, +[](const Statement& row, int first) {
        return HandoverSession{idAt(row, first),
                               idAt(row, first + 1),
                               idAt(row, first + 2),
                               SecretBytes::copyOf(row.blob(first + 3)),
                               std::string(row.text(first + 4)),
                               row.integer(first + 5)};
      });
}

constexpr std::string_view kSaveHandoverSql =
    "INSERT INTO handover_session(id, mapping_id, case_id, key, file_name, started_at) VALUES(?1,?2,?3,?4,?5,?6)";

Result<HandoverSession> CaseStore::beginHandover(const Id& mappingId) {
  Result<Mapping> mapping = unconfirmedMapping(mappingId);
  const Result<std::optional<HandoverSession>> open = openHandover();
  if (!mapping.ok() || !open.ok() || *open)
    return !mapping.ok() ? mapping.status() : !open.ok() ? open.status() : Status::conflict("a tablet is handed over");
  RETURN_IF_ERROR(checkNotErased(layerRecordId(mappingId, Layer::Client)));
  Result<Transaction> transaction = Transaction::begin(*m_db);
  if (!transaction.ok())
    return transaction.status();
  Result<HandoverSession> session = addHandover(*std::move(mapping));
  if (session.ok())
    RETURN_IF_ERROR(transaction->commit());
  return session;
}

Result<HandoverSession> CaseStore::addHandover(Mapping mapping) {
  HandoverSession session{Id::makeV7(m_clock), mapping.id, mapping.caseId, SecretBytes::random(kSessionKeySize), {},
                          m_clock.nowMillis()};
  session.fileName = "session-" + session.id.toString() + ".db";
  mapping.state = MappingState::ClientAnswering;
  RETURN_IF_ERROR(save(mapping));
  Result<Statement*> insert = bound(*m_db, kSaveHandoverSql, session.id, mapping.id, mapping.caseId);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(4, session.key.view());
  (*insert)->bind(5, std::string_view(session.fileName));
  (*insert)->bind(6, session.startedAt);
  RETURN_IF_ERROR((*insert)->run());
  return session;
}

// Written here, because the session's own writes under these keys never leave it.
Status CaseStore::withdraw(const Mapping& mapping, const std::vector<std::string>& keys) {
  const Id recordId = layerRecordId(mapping.id, Layer::Client);
  const Result<std::optional<sync::Record>> record = m_replica->load(recordId);
  if (!record.ok() || !*record)
    return record.status();
  const Bytes nothing = encodeAnswer({});
  const auto isNothing = [&nothing](const sync::Sibling& sibling) { return sibling.value == nothing; };
  sync::RecordWrite write{recordId, std::string(kAnswersType), caseScope(mapping.caseId), {}};
  for (const std::string& key : keys)
    if (const auto found = (*record)->fields.find(key);
        found != (*record)->fields.end() && !std::ranges::all_of(found->second.siblings, isNothing))
      write.fields.push_back({key, nothing});
  return write.fields.empty() ? Status() : m_replica->write(std::span(&write, 1));
}

constexpr std::string_view kForgetHandoverSql = "DELETE FROM handover_session WHERE id = ?1";

// Of a record that went meanwhile, erased by law or with its case, what stood here before the session does not come
// back with it.
Result<std::vector<sync::Record>> CaseStore::withoutGone(const SessionResult& result) {
  std::vector<sync::Record> records = result.records;
  for (sync::Record& record : records) {
    const Result<std::optional<sync::Record>> here = m_replica->load(record.id);
    if (!here.ok())
      return here.status();
    if (*here && !(*here)->erased)
      continue;
    for (auto& [field, reg] : record.fields)
      std::erase_if(reg.siblings, [&](const sync::Sibling& each) { return each.dot.replica != result.replica; });
    std::erase_if(record.fields, [](const auto& field) { return field.second.siblings.empty(); });
  }
  return records;
}

Status CaseStore::finishHandover(const Id& sessionId, const SessionResult& result) {
  const Result<std::optional<HandoverSession>> session = openHandover();
  if (!session.ok() || !*session || (*session)->id != sessionId)
    return session.ok() ? Status::notFound("session: not open") : session.status();
  Result<Mapping> mapping = this->mapping((*session)->mappingId);
  const bool isGone = mapping.status().code() == StatusCode::NotFound && !(*session)->caseId.isNil();
  if (isGone) {
    Mapping gone;
    gone.id = (*session)->mappingId;
    gone.caseId = (*session)->caseId;
    mapping = gone;
  }
  if (!mapping.ok())
    return mapping.status();
  RETURN_IF_ERROR(checkSessionRecords(*mapping, result.records));
  if (!result.records.empty() && result.replica.isNil())
    return Status::invalid("session: whose records these are is not said");

  Result<Transaction> transaction = Transaction::begin(*m_db);
  if (!transaction.ok())
    return transaction.status();
  const Result<std::vector<sync::Record>> news = withoutGone(result);
  RETURN_IF_ERROR(news.ok() ? m_replica->absorb(*news) : news.status());
  RETURN_IF_ERROR(withdraw(*mapping, result.withdrawn));
  // Another tablet may have sealed it: then these answers come late. A no stands when nothing was answered.
  const bool isRefused = mapping->state == MappingState::Declined && checkUnanswered(mapping->id).ok();
  if (!isGone && mapping->state != MappingState::Confirmed && !isRefused) {
    mapping->state = MappingState::InConversation;
    mapping->paperWanted = result.paperWanted;
    RETURN_IF_ERROR(save(*mapping));
  }
  RETURN_IF_ERROR(execute(*m_db, kForgetHandoverSql, sessionId));
  return transaction->commit();
}

constexpr std::string_view kSetAsideSql =
    "INSERT INTO damaged_session(id, mapping_id, case_id, key, file_name, started_at) "
    "SELECT id, mapping_id, case_id, key, file_name, started_at FROM handover_session WHERE id = ?1";

Status CaseStore::setHandoverAside(const Id& sessionId) {
  const Result<std::optional<HandoverSession>> session = openHandover();
  if (!session.ok() || !*session || (*session)->id != sessionId)
    return session.ok() ? Status::notFound("session: not open") : session.status();
  Result<Transaction> transaction = Transaction::begin(*m_db);
  if (!transaction.ok())
    return transaction.status();
  RETURN_IF_ERROR(addSetAside(sessionId));
  return transaction->commit();
}

Status CaseStore::addSetAside(const Id& sessionId) {
  RETURN_IF_ERROR(execute(*m_db, kSetAsideSql, sessionId));
  return execute(*m_db, kForgetHandoverSql, sessionId);
}

constexpr std::string_view kSetAsideMappingsSql = "SELECT mapping_id FROM damaged_session";
constexpr std::string_view kForgetSetAsideSql = "DELETE FROM damaged_session WHERE mapping_id = ?1 OR case_id = ?2";

// A session holds the answers that it began with: it goes with them by law, and its file with the next sweep.
Status CaseStore::forgetSetAside(const sync::Record& erased) {
  if (erased.type == kCaseType)
    return execute(*m_db, kForgetSetAsideSql, Id(), erased.scope.id);
  if (erased.type != kAnswersType)
    return {};
  const Result<std::vector<Id>> mappings = selectAll(*m_db, kSetAsideMappingsSql, idAt);
  if (!mappings.ok())
    return mappings.status();
  for (const Id& mapping : *mappings)
    if (layerRecordId(mapping, Layer::Client) == erased.id)
      RETURN_IF_ERROR(execute(*m_db, kForgetSetAsideSql, mapping, Id()));
  return {};
}

Result<HandoverSession> CaseStore::replaceHandover(const Id& sessionId) {
  const Result<std::optional<HandoverSession>> open = openHandover();
  if (!open.ok() || !*open || (*open)->id != sessionId)
    return open.ok() ? Status::notFound("session: not open") : open.status();
  Result<Mapping> mapping = unconfirmedMapping((*open)->mappingId);
  if (!mapping.ok())
    return mapping.status();
  Result<Transaction> transaction = Transaction::begin(*m_db);
  if (!transaction.ok())
    return transaction.status();
  RETURN_IF_ERROR(addSetAside(sessionId));
  Result<HandoverSession> another = addHandover(*std::move(mapping));
  if (another.ok())
    RETURN_IF_ERROR(transaction->commit());
  return another;
}

constexpr std::string_view kSessionFilesSql =
    "SELECT file_name FROM handover_session UNION ALL SELECT file_name FROM damaged_session";

Result<std::vector<std::string>> CaseStore::sessionFiles() {
  return selectAll(*m_db, kSessionFilesSql, nameAt);
}

} // namespace veikart::store
