// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/conflicts.h"

#include "app/casework/narrative.h"
#include "app/store/conflict_projection.h"
#include "app/store/rows.h"
#include "sync/record/byte_stream.h"
#include "sync/record/deletion.h"

#include <algorithm>
#include <map>

namespace veikart::store {

using namespace casework;
using sync::Record;
using sync::Sibling;

namespace {

const sync::Register& registerOf(const Record& record, std::string_view field) {
  static const sync::Register kUnwritten;
  const auto found = record.fields.find(std::string(field));
  return found == record.fields.end() ? kUnwritten : found->second;
}

// What was stamped anew by the hub's clock keeps when it was written (PROTOCOL.md, "Clocks").
int64_t writtenAt(const Record& record, std::string_view field, const Sibling& write) {
  for (const Sibling& first : registerOf(record, std::string(sync::kFirstStampPrefix) + std::string(field)).siblings) {
    sync::ByteReader in(first.value);
    const uint64_t counter = in.varint();
    const sync::Stamp stamp{in.varint()};
    if (in.ok() && first.dot.replica == write.dot.replica && counter == write.dot.counter)
      return stamp.millis();
  }
  return write.stamp.millis();
}

std::vector<sync::Dot> dotsOf(const Record& record, const std::string& field) {
  return field == sync::kDeletedField ? sync::dots(record) : sync::dots(sync::slice(record, {field}));
}

bool wasWrittenEarlier(const FieldVersion& a, const FieldVersion& b) {
  return std::pair(a.at, a.value) < std::pair(b.at, b.value);
}

struct Place {
  Id recordId;
  std::string field;
};

Place placeAt(const Statement& row, int first) {
  return {idAt(row, first), std::string(row.text(first + 1))};
}

int64_t numberAt(const Statement& row, int first) {
  return row.integer(first);
}

std::string textAt(const Statement& row, int first) {
  return std::string(row.text(first));
}

} // namespace

static_assert(static_cast<int>(FieldPolicy::Automatic) == 0, "the queries say 0");

constexpr std::string_view kCountSql = "SELECT count(*) FROM open_conflict WHERE case_id = ?1 AND policy > 0";

Result<int> Conflicts::countIn(const Id& caseId) {
  const Result<std::optional<int64_t>> count = selectFirst(m_db, kCountSql, numberAt, caseId);
  return count.ok() ? Result<int>(static_cast<int>(count->value_or(0))) : count.status();
}

constexpr std::string_view kPlacesSql = "SELECT record_id, field FROM open_conflict "
                                        "WHERE case_id = ?1 AND policy > 0 ORDER BY record_id, field";

Result<std::vector<Conflict>> Conflicts::in(const Id& caseId) {
  const Result<std::vector<Place>> places = selectAll(m_db, kPlacesSql, placeAt, caseId);
  if (!places.ok())
    return places.status();
  std::vector<Conflict> conflicts;
  for (const Place& place : *places) {
    Result<Conflict> conflict = read(place.recordId, place.field);
    if (!conflict.ok())
      return conflict.status();
    conflicts.push_back(*std::move(conflict));
  }
  return conflicts;
}

Result<Conflict> Conflicts::read(const Id& recordId, const std::string& field) {
  Result<std::optional<Record>> record = m_replica.load(recordId);
  if (!record.ok() || !*record)
    return record.ok() ? Status::notFound("conflict: its record is not in this store") : record.status();
  Conflict conflict;
  conflict.record = *std::move(*record);
  conflict.caseId = conflict.record.scope.id;
  conflict.mappingId = mappingOf(conflict.record);
  conflict.field = field;
  conflict.policy = policyOf(conflict.record, field);
  conflict.seen = dotsOf(conflict.record, field);
  if (isNarrative(conflict.record, field))
    conflict.agreed = commonAncestor(registerOf(conflict.record, field)).value_or("");
  if (conflict.isDeletion()) {
    Result<std::vector<std::string>> edited = sync::editedAfterDeletion(conflict.record);
    if (!edited.ok())
      return edited.status();
    conflict.editedFields = *std::move(edited);
  }
  Result<std::vector<FieldVersion>> versions = conflict.isDeletion()
                                                   ? deletionAndEdits(conflict.record, conflict.editedFields)
                                                   : versionsOf(conflict.record, field);
  if (!versions.ok())
    return versions.status();
  conflict.versions = *std::move(versions);
  return conflict;
}

// Of the same value written twice, the first.
Result<std::vector<FieldVersion>> Conflicts::versionsOf(const Record& record, const std::string& field) {
  std::map<Bytes, FieldVersion> byValue;
  for (const Sibling& write : registerOf(record, field).siblings) {
    Result<FieldVersion> version = versionOf(record, field, write);
    if (!version.ok())
      return version.status();
    const auto [place, isNew] = byValue.emplace(version->value, *version);
    if (!isNew && version->at < place->second.at)
      place->second = *std::move(version);
  }
  std::vector<FieldVersion> versions;
  for (auto& [value, version] : byValue)
    versions.push_back(std::move(version));
  std::ranges::sort(versions, wasWrittenEarlier);
  return versions;
}

// The latest of the deletions, and the latest of what was written beside them.
Result<std::vector<FieldVersion>> Conflicts::deletionAndEdits(const Record& record,
                                                              const std::vector<std::string>& edited) {
  std::optional<FieldVersion> deletion, edit;
  const auto keepLatest = [&](std::optional<FieldVersion>& kept, std::string_view field,
                              const Sibling& write) -> Status {
    Result<FieldVersion> version = versionOf(record, field, write);
    if (!version.ok())
      return version.status();
    version->value.clear();
    if (!kept || kept->at < version->at)
      kept = *std::move(version);
    return {};
  };
  for (const Sibling& write : registerOf(record, sync::kDeletedField).siblings)
    RETURN_IF_ERROR(keepLatest(write.value == sync::kRestorationValue ? edit : deletion, sync::kDeletedField, write));
  for (const std::string& field : edited)
    if (const Sibling* write = sync::greatest(registerOf(record, field));
        write != nullptr && field != sync::kDeletedField)
      RETURN_IF_ERROR(keepLatest(edit, field, *write));
  std::vector<FieldVersion> versions;
  for (const std::optional<FieldVersion>& version : {deletion, edit})
    if (version)
      versions.push_back(*version);
  if (deletion)
    versions.front().isDeletion = true;
  std::ranges::sort(versions, wasWrittenEarlier);
  return versions;
}

Result<FieldVersion> Conflicts::versionOf(const Record& record, std::string_view field, const Sibling& write) {
  const Result<Author> author = authorOf(write.dot.replica);
  const Result<sync::SyncState> state = m_replica.syncState();
  if (!author.ok() || !state.ok())
    return author.ok() ? state.status() : author.status();
  return FieldVersion{write.value,
                      author->id,
                      author->name,
                      writtenAt(record, field, write),
                      state->authors.contains(write.dot.replica), // also a client's session
                      false};
}

constexpr std::string_view kAuthorSql = "SELECT staff_id FROM replica_author WHERE replica = ?1";

Result<Conflicts::Author> Conflicts::authorOf(const sync::ReplicaId& replica) {
  const Result<std::optional<Id>> id = selectFirst(m_db, kAuthorSql, idAt, replica);
  if (!id.ok() || !*id)
    return id.ok() ? Result<Author>(Author{}) : id.status();
  const Result<std::string> name = nameOf(**id);
  return name.ok() ? Result<Author>(Author{**id, *name}) : name.status();
}

constexpr std::string_view kNameSql = "SELECT first_name || ' ' || last_name FROM staff WHERE id = ?1 UNION ALL "
                                      "SELECT first_name || ' ' || last_name FROM owner WHERE id = ?1 LIMIT 1";

Result<std::string> Conflicts::nameOf(const Id& staffId) {
  const Result<std::optional<std::string>> name = selectFirst(m_db, kNameSql, textAt, staffId);
  return name.ok() ? Result<std::string>(name->value_or("")) : name.status();
}

constexpr std::string_view kIsSealedSql = "SELECT EXISTS (SELECT 1 FROM seal WHERE mapping_id = ?1)";

Status Conflicts::checkOpen(const Choice& choice, const Conflict& conflict) {
  if (conflict.record.erased)
    return Status::notFound("conflict: its record was erased");
  if (conflict.policy == FieldPolicy::WithClient && !choice.isWithClient)
    return Status::invalid("conflict: the client's own words are not chosen without the client");
  const bool isSeen = std::ranges::all_of(
      conflict.seen, [&](const sync::Dot& dot) { return std::ranges::find(choice.seen, dot) != choice.seen.end(); });
  if (!isSeen)
    return Status::conflict("conflict: something was written since it was looked at");
  const Result<std::optional<int64_t>> isSealed = selectFirst(m_db, kIsSealedSql, numberAt, conflict.mappingId);
  if (!isSealed.ok())
    return isSealed.status();
  return **isSealed != 0 ? Status::invalid("conflict: its mapping is sealed, nothing in it changes") : Status();
}

namespace {

sync::RecordWrite writeOf(const Settlement& settlement, const sync::ScopeId& scope) {
  sync::RecordWrite write{settlement.id, std::string(kSettlementType), scope, {}};
  for (const auto& [name, value] : toFields(settlement))
    write.fields.push_back({name, value});
  return write;
}

} // namespace

Result<sync::RecordWrite> Conflicts::overwriting(const Id& recordId, const std::string& field, const Bytes& value,
                                                 const Id& staffId) {
  const Result<Conflict> standing = read(recordId, field);
  if (!standing.ok())
    return standing.status();
  Result<Settlement> settlement = settlementOf({recordId, field, {}, {}, false, {}}, *standing);
  if (!settlement.ok())
    return settlement.status();
  settlement->outcome = value;
  settlement->settledBy = staffId;
  settlement->settledAt = m_clock.nowMillis();
  return writeOf(*settlement, standing->record.scope);
}

// How it stood, or the settlement that is chosen anew and keeps how it stood.
Result<Settlement> Conflicts::settlementOf(const Choice& choice, const Conflict& conflict) {
  if (!choice.settlementId.isNil()) {
    const Result<std::optional<Record>> before = m_replica.load(choice.settlementId);
    if (!before.ok())
      return before.status();
    return *before ? settlementFrom(**before) : Status::notFound("settlement: not in this store");
  }
  Settlement settlement;
  settlement.id = Id::makeV7(m_clock);
  settlement.recordId = choice.recordId;
  settlement.recordType = conflict.record.type;
  settlement.field = choice.field;
  for (const FieldVersion& version : conflict.versions)
    settlement.versions.push_back({version.authorId, version.at, version.value});
  return settlement;
}

Result<Conflicts::Settled> Conflicts::settle(const Choice& choice, const Id& staffId) {
  const Result<Conflict> conflict = read(choice.recordId, choice.field);
  if (!conflict.ok())
    return conflict.status();
  RETURN_IF_ERROR(checkOpen(choice, *conflict));
  Result<Settlement> settlement = settlementOf(choice, *conflict);
  if (!settlement.ok())
    return settlement.status();
  const bool isDeletion = conflict->isDeletion();
  settlement->outcome = isDeletion ? (choice.value ? keptOutcome() : Bytes()) : choice.value.value_or(Bytes());
  settlement->settledBy = staffId;
  settlement->settledAt = m_clock.nowMillis();
  settlement->isWithClient = choice.isWithClient;
  if (!isDeletion && !choice.value)
    return Status::invalid("conflict: a field is not deleted");

  const Record& record = conflict->record;
  const Bytes value = isDeletion ? (choice.value ? Bytes(sync::kRestorationValue) : sync::deletionValue(record))
                      : isNarrative(record, choice.field)
                          ? withAncestor(*choice.value, commonAncestor(registerOf(record, choice.field)))
                          : *choice.value;
  std::vector<sync::RecordWrite> writes = {{record.id, record.type, record.scope, {{choice.field, value}}},
                                           writeOf(*settlement, record.scope)};
  if (!choice.settlementId.isNil())
    std::erase_if(writes.back().fields, [](const sync::FieldWrite& field) { return field.name != "outcome"; });
  RETURN_IF_ERROR(m_replica.write(writes));
  const Result<std::optional<Record>> now = m_replica.load(record.id);
  if (!now.ok())
    return now.status();
  return Settled{settlement->id, dotsOf(**now, choice.field)};
}

Result<std::vector<ConflictNews>> Conflicts::newsIn(const Id& caseId, const Id& staffId) {
  Result<std::vector<ConflictNews>> news = settled(caseId, staffId);
  Result<std::vector<ConflictNews>> overruled = this->overruled(caseId, staffId);
  if (!news.ok() || !overruled.ok())
    return news.ok() ? overruled.status() : news.status();
  std::ranges::move(*overruled, std::back_inserter(*news));
  return news;
}

constexpr std::string_view kOverruledSql = "SELECT record_id, field FROM open_conflict "
                                           "WHERE case_id = ?1 AND policy = 0 ORDER BY record_id, field";

Result<std::vector<ConflictNews>> Conflicts::overruled(const Id& caseId, const Id& staffId) {
  const Result<std::vector<Place>> places = selectAll(m_db, kOverruledSql, placeAt, caseId);
  if (!places.ok())
    return places.status();
  std::vector<ConflictNews> news;
  for (const Place& place : *places) {
    Result<Conflict> conflict = read(place.recordId, place.field);
    if (!conflict.ok())
      return conflict.status();
    const Sibling* winner = sync::greatest(registerOf(conflict->record, place.field));
    const auto& versions = conflict->versions;
    const auto shown = std::ranges::find(versions, withoutAncestor(winner->value), &FieldVersion::value);
    const auto own = std::ranges::find_if(versions, [&](const FieldVersion& version) {
      return version.authorId == staffId && version.value != shown->value;
    });
    if (own != versions.end() && shown->authorId != staffId)
      news.push_back({std::move(conflict->record), place.field, *own, *shown, std::move(conflict->seen), {}, {}});
  }
  return news;
}

constexpr std::string_view kNewsSql =
    "SELECT record_id FROM settlement_news WHERE case_id = ?1 AND staff_id = ?2 ORDER BY record_id";

Result<std::vector<ConflictNews>> Conflicts::settled(const Id& caseId, const Id& staffId) {
  const Result<std::vector<Id>> ids = selectAll(m_db, kNewsSql, idAt, caseId, staffId);
  if (!ids.ok())
    return ids.status();
  std::vector<ConflictNews> news;
  for (const Id& id : *ids) {
    const Result<std::optional<Record>> record = m_replica.load(id);
    Result<Settlement> settlement = record.ok() && *record ? settlementFrom(**record) : record.status();
    if (!settlement.ok())
      return settlement.status();
    Result<std::optional<Record>> about = m_replica.load(settlement->recordId);
    const Result<std::string> by = nameOf(settlement->settledBy);
    if (!about.ok() || !by.ok())
      return about.ok() ? by.status() : about.status();
    if (*about && !(*about)->erased)
      news.push_back({*std::move(*about), settlement->field, {}, {}, {}, *settlement, *by});
  }
  return news;
}

Status Conflicts::acknowledge(const ConflictNews& news, const Id& staffId) {
  sync::RecordWrite write{news.record.id, news.record.type, news.record.scope, {}};
  if (news.settlement) {
    Settlement settlement = *news.settlement;
    settlement.told = {staffId};
    write.id = settlement.id;
    write.type = kSettlementType;
    write.fields.push_back({toldField(staffId), toFields(settlement).at(toldField(staffId))});
  } else {
    const Result<Conflict> now = read(news.record.id, news.field);
    if (!now.ok())
      return now.status();
    if (now->seen != news.seen)
      return Status::conflict("conflict: something was written since it was looked at");
    write.fields.push_back({news.field, news.shown->value});
  }
  return m_replica.write({&write, 1});
}

} // namespace veikart::store
