// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/narrative.h"
#include "app/casework/record_codec.h"
#include "app/casework/rules.h"
#include "app/store/case_store.h"
#include "app/store/rows.h"
#include "app/store/seal_content.h"
#include "app/store/write_batch.h"
#include "platform/crypto/crypto.h"

#include <algorithm>
#include <array>
#include <sstream>

// The part of CaseStore that deals with mappings: answers, confirmation and seal.
namespace veikart::store {

using namespace casework;

namespace {

constexpr std::array kAllLayers = {Layer::Client, Layer::Joint, Layer::Comment, Layer::Conclusion};

std::string nameAt(const Statement& row, int first) {
  return std::string(row.text(first));
}
int64_t numberAt(const Statement& row, int first) {
  return row.integer(first);
}

ConfirmationRecord confirmationAt(const Statement& row, int first) {
  return {static_cast<Confirmation>(row.integer(first + 1)), std::string(row.text(first + 2)), row.integer(first + 3)};
}

std::string joinedLines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines)
    text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);)
    lines.push_back(line);
  return lines;
}

std::string hashText(BytesView content) {
  const crypto::Hash256 hash = crypto::blake2b256(content);
  return toHex({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

} // namespace

constexpr std::string_view kMappingSql = "SELECT * FROM shown_mapping WHERE id = ?1";

Result<Mapping> CaseStore::mapping(const Id& mappingId) {
  Result<std::optional<Mapping>> found = selectFirst(*m_db, kMappingSql, mappingAt, mappingId);
  if (!found.ok())
    return found.status();
  return *found ? Result<Mapping>(std::move(**found)) : Status::notFound("mapping: not in this store");
}

Result<Mapping> CaseStore::unconfirmedMapping(const Id& mappingId) {
  Result<Mapping> found = mapping(mappingId);
  if (found.ok() && found->state == MappingState::Confirmed)
    return Status::invalid("mapping: confirmed, never changes");
  return found;
}

// Answers that were erased by law take no more: nobody would ever see them.
Status CaseStore::checkNotErased(const Id& answersId) {
  const Result<std::optional<sync::Record>> answers = m_replica->load(answersId);
  if (!answers.ok() || !*answers || !(*answers)->erased)
    return answers.status();
  return Status::invalid("answers: erased by law");
}

Status CaseStore::save(const Mapping& mapping) {
  if (mapping.state == MappingState::Confirmed)
    return Status::invalid("mapping: confirmed by its seal alone");
  const Result<Mapping> before = this->mapping(mapping.id);
  if (before.ok())
    RETURN_IF_ERROR(checkTransition(before->state, mapping.state));
  else if (before.status().code() != StatusCode::NotFound)
    return before.status();
  if (mapping.state == MappingState::Declined)
    RETURN_IF_ERROR(checkUnanswered(mapping.id));
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(batch.add(kMappingType, caseScope(mapping.caseId), mapping.id, toFields(mapping)));
  return batch.write();
}

Status CaseStore::checkUnanswered(const Id& mappingId) {
  const Result<LayerAnswers> client = layerAnswers(mappingId, Layer::Client);
  if (!client.ok())
    return client.status();
  const bool isUnanswered = std::ranges::all_of(
      *client, [](const auto& entry) { return entry.second.answer.state == forms::AnswerState::Unanswered; });
  return isUnanswered ? Status() : Status::conflict("mapping: the client has answered in it");
}

constexpr std::string_view kHasAnswersSql = "SELECT EXISTS (SELECT 1 FROM answer WHERE record_id = ?1)";

Status CaseStore::saveAnswer(const Id& mappingId, Layer layer, const std::string& key, const forms::Answer& answer,
                             const std::optional<forms::Answer>& seen) {
  if (key.empty() || key.starts_with('_'))
    return Status::invalid("answer: no key of a form");
  Result<Mapping> mapping = unconfirmedMapping(mappingId);
  // Written on a page that was open when its case was erased: it goes to those who have the case now.
  if (const auto gone = m_goneMappings.find(mappingId);
      mapping.status().code() == StatusCode::NotFound && gone != m_goneMappings.end()) {
    mapping = Mapping();
    mapping->caseId = gone->second;
  }
  if (!mapping.ok())
    return mapping.status();
  const Id recordId = layerRecordId(mappingId, layer);
  const Result<std::optional<int64_t>> isKnown = selectFirst(*m_db, kHasAnswersSql, numberAt, recordId);
  if (!isKnown.ok())
    return isKnown.status();
  sync::RecordWrite write{recordId, std::string(kAnswersType), caseScope(mapping->caseId), {}};
  if (**isKnown == 0) {
    RETURN_IF_ERROR(checkNotErased(recordId));
    write.fields.push_back({"_mapping", encodeText(mappingId.toString())});
    write.fields.push_back({"_layer", encodeText(layerName(layer))});
  }
  if (layer != Layer::Client)
    return m_narratives->write(std::move(write), key, answer, seen);
  write.fields.push_back({key, encodeAnswer(answer)});
  return m_replica->write(std::span(&write, 1));
}

constexpr std::string_view kAuthorSql =
    "SELECT coalesce(s.first_name || ' ' || s.last_name, o.first_name || ' ' || o.last_name, '') FROM replica_author a "
    "LEFT JOIN staff s ON s.id = a.staff_id LEFT JOIN owner o ON o.id = a.staff_id WHERE a.replica = ?1";
constexpr std::string_view kAnswersSql =
    "SELECT w.key, w.value, w.stamp, w.versions, w.author_replica, "
    "coalesce(s.first_name || ' ' || s.last_name, o.first_name || ' ' || o.last_name, '') FROM answer w "
    "LEFT JOIN replica_author a ON a.replica = w.author_replica LEFT JOIN staff s ON s.id = a.staff_id "
    "LEFT JOIN owner o ON o.id = a.staff_id WHERE w.record_id = ?1";

namespace {

// A replica stamps no two writes of a field alike. A version that came beside the one that is shown makes another.
std::string writeAt(const Statement& row) {
  return nameAt(row, 0) + " " + std::to_string(row.integer(2)) + " " + idAt(row, 4).toString() + " " +
         std::to_string(row.integer(3));
}

} // namespace

Result<LayerAnswers> CaseStore::layerAnswers(const Id& mappingId, Layer layer) {
  Result<Statement*> query = bound(*m_db, kAnswersSql, layerRecordId(mappingId, layer));
  if (!query.ok())
    return query.status();
  LayerAnswers answers;
  Status unreadable;
  RETURN_IF_ERROR(forEachRow(**query, [&](const Statement& row) {
    Result<forms::Answer> answer = decodeAnswer(row.blob(1));
    const sync::Stamp stamp{static_cast<uint64_t>(row.integer(2))};
    if (answer.ok())
      answers[std::string(row.text(0))] = {std::move(*answer), stamp.millis(),
                                           layer == Layer::Client ? std::string() : nameAt(row, 5),
                                           static_cast<int>(row.integer(3)), writeAt(row)};
    else
      unreadable = answer.status();
  }));
  RETURN_IF_ERROR(unreadable);
  return answers;
}

Result<LayerAnswers> CaseStore::answers(const Id& mappingId, Layer layer) {
  const Result<std::optional<SealedMapping>> seal = sealOf(mappingId);
  if (!seal.ok())
    return seal.status();
  return *seal ? sealedAnswers((*seal)->content, layer) : layerAnswers(mappingId, layer);
}

Result<LayerAnswers> CaseStore::lateAnswers(const Id& mappingId, Layer layer) {
  const Result<std::optional<SealedMapping>> seal = sealOf(mappingId);
  if (!seal.ok() || !*seal)
    return seal.ok() ? Result<LayerAnswers>(LayerAnswers{}) : seal.status();
  Result<std::map<std::string, std::set<Bytes>>> sealed = sealedValues((*seal)->content, layer);
  const Result<std::optional<sync::Record>> record = m_replica->load(layerRecordId(mappingId, layer));
  Result<LayerAnswers> answers = layerAnswers(mappingId, layer);
  for (const Status& status : {sealed.status(), record.status(), answers.status()})
    RETURN_IF_ERROR(status);
  // By value: a write keeps what was said, but not its dot, when it is stamped anew or the store has been copied.
  std::erase_if(*answers, [&](const auto& entry) {
    return std::ranges::all_of((*record)->fields.at(entry.first).siblings,
                               [&values = (*sealed)[entry.first]](const sync::Sibling& sibling) {
                                 return values.contains(withoutAncestor(sibling.value));
                               });
  });
  return answers;
}

Status CaseStore::markThemeRead(const Id& mappingId, const std::string& theme, const std::vector<std::string>& writes) {
  const Result<Mapping> mapping = unconfirmedMapping(mappingId);
  if (!mapping.ok())
    return mapping.status();
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(
      batch.add(kReadingType, caseScope(mapping->caseId), readingRecordId(mappingId),
                {{"_mapping", encodeText(mappingId.toString())}, {theme, encodeText(joinedLines(writes))}}));
  return batch.write();
}

constexpr std::string_view kReadingSql = "SELECT theme, seen FROM reading WHERE record_id = ?1";

Result<Reading> CaseStore::reading(const Id& mappingId) {
  Result<Statement*> query = bound(*m_db, kReadingSql, readingRecordId(mappingId));
  if (!query.ok())
    return query.status();
  Reading reading;
  RETURN_IF_ERROR(forEachRow(**query, [&reading](const Statement& row) {
    reading.themes.insert(nameAt(row, 0));
    for (std::string& write : linesOf(nameAt(row, 1)))
      reading.writes.insert(std::move(write));
  }));
  return reading;
}

Status CaseStore::save(const ConfirmationRecord& confirmation, const Id& mappingId) {
  const Result<Mapping> mapping = unconfirmedMapping(mappingId);
  if (!mapping.ok())
    return mapping.status();
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(batch.add(kConfirmationType, caseScope(mapping->caseId), confirmationRecordId(mappingId),
                            toFields(confirmation, mappingId)));
  return batch.write();
}

constexpr std::string_view kConfirmationSql = "SELECT * FROM confirmation WHERE record_id = ?1";

Result<std::optional<ConfirmationRecord>> CaseStore::confirmation(const Id& mappingId) {
  const Result<std::optional<SealedMapping>> seal = sealOf(mappingId);
  if (!seal.ok())
    return seal.status();
  if (*seal) {
    Result<ConfirmationRecord> sealed = sealedConfirmation((*seal)->content);
    return sealed.ok() ? Result<std::optional<ConfirmationRecord>>(*std::move(sealed)) : sealed.status();
  }
  return selectFirst(*m_db, kConfirmationSql, confirmationAt, confirmationRecordId(mappingId));
}

Result<Bytes> CaseStore::snapshot(const Mapping& mapping, const ConfirmationRecord& confirmation,
                                  const std::vector<Task>& tasks) {
  SealedFacts facts{mapping, confirmation, tasks, {}};
  for (const Layer layer : kAllLayers) {
    Result<std::optional<sync::Record>> record = m_replica->load(layerRecordId(mapping.id, layer));
    if (!record.ok())
      return record.status();
    if (*record)
      facts.layers.emplace(layer, std::move(**record));
  }
  return sealContent(facts, [this](const sync::ReplicaId& replica) {
    const Result<std::optional<std::string>> name = selectFirst(*m_db, kAuthorSql, nameAt, replica);
    return name.ok() ? name->value_or("") : std::string();
  });
}

constexpr std::string_view kAgreedTasksSql = "SELECT * FROM task WHERE agreed_in = ?1 AND state <> 2 ORDER BY id";
static_assert(static_cast<int>(TaskState::Dropped) == 2);

Status CaseStore::addWaiting(WriteBatch& batch, Mapping mapping) {
  RETURN_IF_ERROR(checkTransition(mapping.state, MappingState::Draft));
  mapping.state = MappingState::Draft;
  return batch.add(kMappingType, caseScope(mapping.caseId), mapping.id, toFields(mapping));
}

Result<SealedMapping> CaseStore::addSeal(WriteBatch& batch, Mapping mapping, const ConfirmationRecord& confirmation) {
  const Result<std::vector<Task>> tasks = selectAll(*m_db, kAgreedTasksSql, taskAt, mapping.id);
  if (!tasks.ok())
    return tasks.status();
  RETURN_IF_ERROR(checkSealing(mapping, confirmation, static_cast<int>(tasks->size())));
  mapping.state = MappingState::Confirmed;
  Result<Bytes> content = snapshot(mapping, confirmation, *tasks);
  if (!content.ok())
    return content.status();
  SealedMapping seal{Id::makeV7(m_clock), mapping.id, std::move(*content), {}, m_clock.nowMillis()};
  seal.hash = hashText(seal.content);
  RETURN_IF_ERROR(batch.add(kSealType, caseScope(mapping.caseId), seal.id, toFields(seal)));
  RETURN_IF_ERROR(batch.add(kMappingType, caseScope(mapping.caseId), mapping.id, toFields(mapping)));
  return seal;
}

Result<SealedMapping> CaseStore::seal(const Id& mappingId) {
  const Result<Mapping> mapping = unconfirmedMapping(mappingId);
  const auto confirmed = confirmation(mappingId);
  for (const Status& status : {mapping.status(), confirmed.status()})
    RETURN_IF_ERROR(status);
  WriteBatch batch(*m_replica);
  Result<SealedMapping> seal = addSeal(batch, *mapping, confirmed->value_or(ConfirmationRecord{}));
  if (seal.ok())
    RETURN_IF_ERROR(batch.write());
  return seal;
}

Status CaseStore::confirm(const Id& mappingId, const ConfirmationRecord& confirmation,
                          const std::string& noTaskReason) {
  Result<Mapping> mapping = unconfirmedMapping(mappingId);
  if (!mapping.ok())
    return mapping.status();
  mapping->noTaskReason = noTaskReason;
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(batch.add(kConfirmationType, caseScope(mapping->caseId), confirmationRecordId(mappingId),
                            toFields(confirmation, mappingId)));
  if (confirmation.choice == Confirmation::Waits)
    RETURN_IF_ERROR(addWaiting(batch, *std::move(mapping)));
  else
    RETURN_IF_ERROR(addSeal(batch, *std::move(mapping), confirmation).status());
  return batch.write();
}

// Two tablets may both have sealed; the client's first confirmation stands.
constexpr std::string_view kSealSql = "SELECT * FROM seal WHERE mapping_id = ?1 ORDER BY sealed_at, id LIMIT 1";

Result<std::optional<SealedMapping>> CaseStore::sealOf(const Id& mappingId) {
  return selectFirst(*m_db, kSealSql, sealAt, mappingId);
}

} // namespace veikart::store
