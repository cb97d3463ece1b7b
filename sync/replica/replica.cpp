// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/replica.h"

#include "sync/record/byte_stream.h"
#include "sync/record/deletion.h"
#include "sync/replica/schema.h"
#include "sync/replica/write_scope.h"

#include <algorithm>

namespace veikart::sync {
namespace {

Result<Register> joinOfField(const Record& a, const Record& b, const std::string& field) {
  const auto inA = a.fields.find(field);
  const auto inB = b.fields.find(field);
  if (inA == a.fields.end())
    return inB == b.fields.end() ? Register{} : inB->second;
  return inB == b.fields.end() ? inA->second : join(inA->second, inB->second);
}

bool sameIdentity(const Record& record, const std::string& type, const ScopeId& scope) {
  return record.type == type && record.scope == scope;
}

Record withoutFields(const RecordId& id, const std::string& type, const ScopeId& scope) {
  Record record;
  record.id = id;
  record.type = type;
  record.scope = scope;
  return record;
}

} // namespace

Result<Replica::Halves> Replica::Halves::read(StoredRecord row) {
  Result<Record> base = row.base.empty() ? Record{} : decode(row.base);
  if (!base.ok())
    return base.status();
  Result<Record> local = row.local.empty() ? withoutFields(base->id, base->type, base->scope) : decode(row.local);
  if (!local.ok())
    return local.status();
  if (row.base.empty())
    *base = withoutFields(local->id, local->type, local->scope);
  return Halves{std::move(row), std::move(*base), std::move(*local)};
}

Result<Record> Replica::Halves::joined() const& {
  Halves copy = *this;
  return std::move(copy).joined();
}

Result<Record> Replica::Halves::joined() && {
  if (base.fields.empty() && !base.erased)
    return std::move(local);
  if (Result<std::vector<std::string>> changed = joinInto(base, local); !changed.ok())
    return changed.status();
  return std::move(base);
}

Result<Record> Replica::joinedRow(StoredRecord row) {
  Result<Halves> halves = Halves::read(std::move(row));
  return halves.ok() ? std::move(*halves).joined() : halves.status();
}

Replica::Replica(Connection& db, const Clock& clock, RecordObserver* maybeObserver)
    : m_db(db), m_clock(clock), m_maybeObserver(maybeObserver), m_records(db), m_meta(db), m_scopes(db),
      m_contents(db, clock, maybeObserver) {}

Result<std::unique_ptr<Replica>> Replica::open(Connection& db, const Clock& clock, RecordObserver* maybeObserver) {
  RETURN_IF_ERROR(migrate(db, "replica", kReplicaSchema));
  std::unique_ptr<Replica> replica(new Replica(db, clock, maybeObserver));
  RETURN_IF_ERROR(replica->restore());
  return replica;
}

Status Replica::restore() {
  Result<Bytes> id = m_meta.value(MetaTable::kId);
  if (!id.ok())
    return id.status();
  if (id->empty())
    return introduce();
  Result<Bytes> raw = m_meta.value(MetaTable::kProgress);
  if (!raw.ok())
    return raw.status();
  Result<Progress> progress = Progress::fromBytes(*raw);
  Result<Uuid> replica = Uuid::fromBytes(*id);
  if (!progress.ok() || !replica.ok())
    return Status::corrupt("the replica's identity can't be read");
  m_id = *replica;
  m_counter = progress->counter;
  m_hybridClock = HybridClock(Stamp{progress->stamp});
  return {};
}

Status Replica::introduce() {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  m_id = Uuid::makeV7(m_clock);
  RETURN_IF_ERROR(m_meta.set(MetaTable::kId, m_id.view()));
  RETURN_IF_ERROR(storeProgress());
  return scope->commit();
}

Status Replica::storeProgress() {
  return m_meta.set(MetaTable::kProgress, Progress{m_counter, m_hybridClock.last().value}.toBytes());
}

Result<Replica::Halves> Replica::halvesOf(const RecordId& id, const std::string& type, const ScopeId& scope,
                                          int64_t likelyKey) const {
  Result<std::optional<StoredRecord>> row = m_records.find(id, likelyKey);
  if (!row.ok())
    return row.status();
  if (!*row)
    return Halves{{}, withoutFields(id, type, scope), withoutFields(id, type, scope)};
  Result<Halves> halves = Halves::read(std::move(**row));
  if (halves.ok() && !sameIdentity(halves->base, type, scope))
    return Status::invalid("a record's type and scope never change");
  return halves;
}

// Counter and clock that a failed write has used stay used: a gap does no harm, a dot used twice does.
Status Replica::write(std::span<const RecordWrite> writes) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  const Stamp stamp = m_hybridClock.tick(m_clock.nowMillis());
  for (const RecordWrite& write : writes)
    RETURN_IF_ERROR(writeRecord(write, stamp));
  RETURN_IF_ERROR(storeProgress());
  if (m_maybeObserver != nullptr)
    RETURN_IF_ERROR(m_maybeObserver->recordsWritten(writes));
  return scope->commit();
}

Status Replica::writeRecord(const RecordWrite& write, Stamp stamp) {
  if (write.fields.empty())
    return {};
  if (!isName(write.type, kMaxTypeBytes) || !std::ranges::all_of(write.fields, [](const FieldWrite& field) {
        return isName(field.name, kMaxFieldNameBytes);
      }))
    return Status::invalid("a type or field that no record may have");
  Result<Halves> halves = halvesOf(write.id, write.type, write.scope);
  if (!halves.ok())
    return halves.status();
  for (const FieldWrite& field : write.fields) {
    Result<Register> seen = joinOfField(halves->base, halves->local, field.name);
    if (!seen.ok())
      return seen.status();
    halves->local.fields[field.name] = std::move(*seen);
    sync::write(halves->local, field.name, field.value, Dot{m_id, ++m_counter}, stamp);
  }
  return storeLocal(std::move(*halves));
}

Status Replica::storeLocal(Halves halves) {
  const Bytes local = encode(halves.local);
  const int64_t now = m_clock.nowMillis();
  RETURN_IF_ERROR(halves.row.key == 0 ? m_records.insertLocal(halves.local, local, now)
                                      : m_records.saveLocal(halves.row, local, now));
  RETURN_IF_ERROR(wantContents(halves.local));
  if (m_maybeObserver == nullptr)
    return {};
  Result<Record> joined = std::move(halves).joined();
  return joined.ok() ? show(*joined) : joined.status();
}

Status Replica::wantContents(const Record& record) {
  for (const ContentId& content : contentsOf(record))
    RETURN_IF_ERROR(m_contents.want(record.scope, content));
  return {};
}

Status Replica::show(const Record& joined) {
  return m_maybeObserver == nullptr ? Status() : m_maybeObserver->recordChanged(joined);
}

Status Replica::attach(RecordWrite write, BytesView content) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  const Result<ContentId> id = scope.ok() ? ContentId::fromBytes(ContentId::of(content).toBytes()) : scope.status();
  if (!id.ok())
    return id.status();
  RETURN_IF_ERROR(m_contents.keep(write.scope, *id, content));
  write.fields.push_back({std::string(kContentField), id->toBytes()});
  RETURN_IF_ERROR(this->write({&write, 1}));
  return scope->commit();
}

Status Replica::remove(RecordId id) {
  Result<std::optional<Record>> record = load(id);
  if (!record.ok())
    return record.status();
  if (!*record)
    return Status::notFound("no such record to remove");
  const RecordWrite deletion{
      id, (*record)->type, (*record)->scope, {{std::string(kDeletedField), deletionValue(**record)}}};
  return write({&deletion, 1});
}

Result<AuditLine> Replica::nextAuditLine(BytesView content) const {
  const Result<Bytes> last = m_meta.value(MetaTable::kLastAuditLine);
  if (!last.ok() || last->empty())
    return last.ok() ? Result<AuditLine>(AuditLine{m_id, 1, {}, Bytes(content)}) : last.status();
  const Result<AuditLine> line = AuditLine::fromBytes(*last);
  if (!line.ok())
    return line.status();
  return AuditLine{m_id, line->chain == m_id ? line->number + 1 : 1, auditHash(*last), Bytes(content)};
}

Status Replica::appendAudit(const ScopeId& scope, BytesView content) {
  Result<WriteScope> transaction = WriteScope::begin(m_db);
  const Result<AuditLine> line = transaction.ok() ? nextAuditLine(content) : transaction.status();
  if (!line.ok())
    return line.status();
  const Bytes bytes = line->toBytes();
  const RecordWrite record{auditLineId(scope, line->chain, line->number),
                           std::string(kAuditType),
                           scope,
                           {{std::string(kAuditField), bytes}}};
  RETURN_IF_ERROR(write({&record, 1}));
  RETURN_IF_ERROR(m_meta.set(MetaTable::kLastAuditLine, bytes));
  return transaction->commit();
}

Status Replica::absorb(std::span<const Record> records) {
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  Authors authors;
  for (const Record& record : records)
    RETURN_IF_ERROR(absorbRecord(record, authors));
  RETURN_IF_ERROR(noteAuthors(authors));
  RETURN_IF_ERROR(storeProgress());
  return scope->commit();
}

Status Replica::absorbRecord(const Record& record, Authors& authors) {
  if (record.erased)
    return Status::invalid("only the hub erases records");
  Result<Halves> halves = halvesOf(record.id, record.type, record.scope);
  if (!halves.ok())
    return halves.status();
  observeStamps(record);
  bool brought = false;
  for (const auto& [field, foreign] : record.fields) {
    Result<Register> known = joinOfField(halves->base, halves->local, field);
    Result<Register> joined = known.ok() ? join(*known, foreign) : known.status();
    if (!joined.ok())
      return joined.status();
    if (*joined == *known)
      continue;
    for (const Sibling& write : foreign.siblings)
      if (!known->context.covers(write.dot))
        authors[write.dot.replica] =
            std::max(authors[write.dot.replica], foreign.context.counters().at(write.dot.replica));
    Result<Register> local = join(halves->local.fields[field], foreign); // without base: only the unsent is sent
    if (!local.ok())
      return local.status();
    halves->local.fields[field] = std::move(*local);
    brought = true;
  }
  return brought ? storeLocal(std::move(*halves)) : Status();
}

Result<bool> Replica::holds(RecordId id) const {
  return m_records.holds(id);
}

Result<std::optional<Record>> Replica::load(RecordId id) const {
  Result<std::optional<StoredRecord>> row = m_records.find(id);
  if (!row.ok())
    return row.status();
  if (!*row)
    return std::optional<Record>();
  Result<Record> joined = joinedRow(std::move(**row));
  if (!joined.ok())
    return joined.status();
  return std::optional<Record>(std::move(*joined));
}

Result<std::vector<Record>> Replica::loadAll() const {
  std::vector<Record> records;
  Status visited = m_records.forEach([&](StoredRecord row) -> Status {
    Result<Record> joined = joinedRow(std::move(row));
    if (!joined.ok())
      return joined.status();
    records.push_back(std::move(*joined));
    return {};
  });
  if (!visited.ok())
    return visited;
  return records;
}

Status Replica::rebuildReadModels() {
  if (m_maybeObserver == nullptr)
    return {};
  Result<WriteScope> scope = WriteScope::begin(m_db);
  if (!scope.ok())
    return scope.status();
  RETURN_IF_ERROR(m_maybeObserver->recordsCleared());
  RETURN_IF_ERROR(m_records.forEach([this](StoredRecord row) -> Status {
    Result<Record> joined = joinedRow(std::move(row));
    return joined.ok() ? show(*joined) : Status(); // a damaged one hinders no other
  }));
  return scope->commit();
}

} // namespace veikart::sync
