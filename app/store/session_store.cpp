// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/session_store.h"

#include "app/casework/record_codec.h"
#include "app/store/write_batch.h"

namespace veikart::store {

using namespace casework;

SessionStore::SessionStore(std::unique_ptr<Connection> db, const Subject& subject)
    : m_db(std::move(db)), m_subject(subject) {}
SessionStore::~SessionStore() = default;

Result<std::unique_ptr<SessionStore>> SessionStore::create(const std::filesystem::path& file, const SecretBytes& key,
                                                           const Subject& subject, std::span<const sync::Record> seed,
                                                           const Clock& clock) {
  Result<std::unique_ptr<SessionStore>> store =
      openIn(Connection::open(file, key, Connection::Mode::Create), subject, clock);
  if (!store.ok() || seed.empty())
    return store;
  const Result<std::vector<sync::Record>> known = (*store)->records();
  if (!known.ok())
    return known.status();
  if (known->empty())
    RETURN_IF_ERROR((*store)->m_replica->absorb(seed));
  return store;
}

Result<std::unique_ptr<SessionStore>> SessionStore::open(const std::filesystem::path& file, const SecretBytes& key,
                                                         const Subject& subject, const Clock& clock) {
  return openIn(Connection::open(file, key, Connection::Mode::OpenExisting), subject, clock);
}

Result<std::unique_ptr<SessionStore>> SessionStore::openIn(Result<std::unique_ptr<Connection>> db,
                                                           const Subject& subject, const Clock& clock) {
  if (!db.ok())
    return db.status();
  std::unique_ptr<SessionStore> store(new SessionStore(std::move(*db), subject));
  Result<std::unique_ptr<sync::Replica>> replica = sync::Replica::open(*store->m_db, clock, nullptr);
  if (!replica.ok())
    return replica.status();
  store->m_replica = std::move(*replica);
  return store;
}

Status SessionStore::saveAnswer(const std::string& key, const forms::Answer& answer) {
  if (key.empty() || key.starts_with('_'))
    return Status::invalid("answer: no key of a form");
  const Id recordId = layerRecordId(m_subject.mappingId, Layer::Client);
  const Result<bool> known = m_replica->holds(recordId);
  if (!known.ok())
    return known.status();
  sync::RecordWrite write{
      recordId, std::string(kAnswersType), caseScope(m_subject.caseId), {{key, encodeAnswer(answer)}}};
  if (!*known) {
    write.fields.push_back({"_mapping", encodeText(m_subject.mappingId.toString())});
    write.fields.push_back({"_layer", encodeText(layerName(Layer::Client))});
  }
  return m_replica->write(std::span(&write, 1));
}

Result<forms::Answers> SessionStore::answers() {
  const Result<std::optional<sync::Record>> record = m_replica->load(layerRecordId(m_subject.mappingId, Layer::Client));
  if (!record.ok() || !*record)
    return record.ok() ? Result<forms::Answers>(forms::Answers{}) : record.status();
  forms::Answers answers;
  for (const auto& [key, reg] : (*record)->fields) {
    const sync::Sibling* shown = key.starts_with('_') ? nullptr : sync::greatest(reg);
    if (shown == nullptr)
      continue;
    Result<forms::Answer> answer = decodeAnswer(shown->value);
    if (!answer.ok())
      return answer.status();
    answers.emplace(key, std::move(*answer));
  }
  return answers;
}

Result<std::vector<sync::Record>> SessionStore::records() {
  return m_replica->loadAll();
}

} // namespace veikart::store
