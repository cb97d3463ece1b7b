// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/verify.h"

#include "sync/record/attachment.h"
#include "sync/record/scope_text.h"
#include "sync/replica/digest_table.h"
#include "sync/replica/meta_table.h"
#include "sync/replica/record_table.h"

#include <algorithm>
#include <functional>
#include <set>

namespace veikart::sync {
namespace {

constexpr std::string_view kRecords =
    "SELECT key, id, type, scope, local_since, refusal, base, local FROM record NOT INDEXED ORDER BY key";
constexpr std::string_view kDigests = "SELECT scope, digest FROM scope_digest";

constexpr std::string_view kContents = "SELECT key, scope, name, size, here, unsent_since IS NOT NULL FROM content";
constexpr std::string_view kParts = "SELECT content, start, bytes FROM content_part ORDER BY content, start";

constexpr const char* kFile = "file";
constexpr const char* kStore = "store";

std::string nameOf(const Dot& dot) {
  return dot.replica.toString() + ":" + std::to_string(dot.counter);
}

// One walk through a store.
class Walk {
public:
  explicit Walk(Connection& db) : m_db(db) {}

  std::vector<Finding> findings() {
    checkFile();
    readIdentity();
    checkRecords();
    checkDots();
    checkDigests();
    checkContents();
    return std::move(m_findings);
  }

private:
  using Row = std::function<void(const Statement&)>;

  void find(std::string place, std::string what) { m_findings.push_back({std::move(place), std::move(what)}); }
  void forEachRow(std::string_view sql, const char* place, const Row& row);
  void checkFile();
  void readIdentity();
  void checkRecords();
  void checkRecord(const Statement& row);
  std::optional<Record> readHalf(const Statement& row, int column, const std::string& place);
  void checkOutbox(const Statement& row, const std::string& place);
  void checkLocal(const Record& local, const Record& base, const std::string& place);
  void checkCounters(const Record& half, const std::string& place);
  void checkDots();
  void checkDigests();
  void checkContents();

  Connection& m_db;
  std::vector<Finding> m_findings;
  std::set<int64_t> m_waiting;   // keys in the outbox's index
  std::set<ReplicaId> m_authors; // this store's own
  Dot m_last;                    // its replica's latest write
  std::vector<Dot> m_dots;       // that name a write, each record's once
  std::map<ScopeId, Digest> m_sums;
  std::set<std::pair<ScopeId, ContentId>> m_attached; // that records name
};

void Walk::forEachRow(std::string_view sql, const char* place, const Row& row) {
  Result<Statement*> query = m_db.prepare(sql);
  Result<bool> isThere = query.ok() ? (*query)->step() : query.status();
  for (; isThere.ok() && *isThere; isThere = (*query)->step())
    row(**query);
  if (!isThere.ok())
    find(place, "can't be read to its end: " + isThere.status().toString());
}

void Walk::checkFile() {
  forEachRow("PRAGMA cipher_integrity_check", kFile, [this](const Statement& row) { find(kFile, Bytes(row.text(0))); });
  forEachRow("PRAGMA integrity_check", kFile, [this](const Statement& row) {
    if (row.text(0) != "ok")
      find(kFile, Bytes(row.text(0)));
  });
}

void Walk::readIdentity() {
  const MetaTable meta(m_db);
  const auto bytesOf = [&](std::string_view name) {
    const Result<Bytes> value = meta.value(name);
    return value.ok() ? *value : Bytes();
  };
  const Result<Uuid> id = Uuid::fromBytes(bytesOf(MetaTable::kId));
  const Result<Progress> progress = Progress::fromBytes(bytesOf(MetaTable::kProgress));
  if (!id.ok())
    find(kStore, "it has no replica id");
  if (!progress.ok())
    find(kStore, "how far its replica has written can't be read");
  m_last = {id.ok() ? *id : Uuid(), progress.ok() ? progress->counter : 0};
  m_authors.insert(m_last.replica);
  const Result<Authors> others = authorsFromBytes(bytesOf(MetaTable::kOtherAuthors));
  if (!others.ok())
    return find(kStore, others.status().text());
  for (const auto& [author, counter] : *others)
    m_authors.insert(author);
}

void Walk::checkRecords() {
  const Result<std::vector<int64_t>> waiting = RecordTable(m_db).waitingKeys();
  if (waiting.ok())
    m_waiting.insert(waiting->begin(), waiting->end());
  else
    find(kStore, "the outbox can't be read: " + waiting.status().toString());
  forEachRow(kRecords, kStore, [this](const Statement& row) { checkRecord(row); });
}

void Walk::checkRecord(const Statement& row) {
  const Result<Uuid> id = Uuid::fromBytes(row.blob(1));
  const std::string place = id.ok() ? "record " + id->toString() : "row " + std::to_string(row.integer(0));
  checkOutbox(row, place);
  std::optional<Record> base = readHalf(row, 6, place);
  const std::optional<Record> local = readHalf(row, 7, place);
  if (row.isNull(6) && row.isNull(7))
    find(place, "holds neither base nor local");
  if (base)
    m_sums[base->scope].add(row.blob(6));
  if (local)
    checkLocal(*local, base.value_or(Record{}), place);
  Record joined = local ? *local : base.value_or(Record{});
  if (base && local && !joinInto(joined, *base).ok())
    find(place, "base and local can't be joined");
  for (const ContentId& content :
       contentsOf(base.value_or(Record{}))) // of an erased scope the record alone may be left
    m_attached.insert({base->scope, content});
  std::ranges::move(dots(joined), std::back_inserter(m_dots));
}

std::optional<Record> Walk::readHalf(const Statement& row, int column, const std::string& place) {
  const std::string half = column == 6 ? "base" : "local";
  if (row.isNull(column))
    return std::nullopt;
  Result<Record> record = decode(row.blob(column));
  if (!record.ok()) {
    find(place, half + " can't be read: " + record.status().toString());
    return std::nullopt;
  }
  if (encode(*record) != row.blob(column))
    find(place, half + " is not in its canonical bytes");
  if (record->id.view() != row.blob(1) || record->type != row.text(2) || scopeToBytes(record->scope) != row.blob(3))
    find(place, half + " is of another record than its row");
  checkCounters(*record, place);
  return std::move(*record);
}

void Walk::checkOutbox(const Statement& row, const std::string& place) {
  const bool isLocal = !row.isNull(7);
  if (isLocal != m_waiting.contains(row.integer(0)) || isLocal == row.isNull(4))
    find(place, isLocal ? "unsent, but not in the outbox" : "in the outbox with nothing unsent");
  if (!isLocal && !row.isNull(5))
    find(place, "refused with nothing unsent");
}

// A value that the hub has confirmed may stand in local too: it was taken over from a client's session, or a restored
// hub did not take it back.
void Walk::checkLocal(const Record& local, const Record& base, const std::string& place) {
  for (const auto& [field, reg] : local.fields) {
    const auto confirmed = base.fields.find(field);
    for (const Sibling& sibling : reg.siblings) {
      const bool isConfirmed = confirmed != base.fields.end() && confirmed->second.context.covers(sibling.dot);
      if (!m_authors.contains(sibling.dot.replica) && !isConfirmed)
        find(place, "another replica's write is unsent here: " + nameOf(sibling.dot));
    }
  }
}

void Walk::checkCounters(const Record& half, const std::string& place) {
  for (const auto& [field, reg] : half.fields) {
    const auto own = reg.context.counters().find(m_last.replica);
    if (own != reg.context.counters().end() && own->second > m_last.counter)
      find(place, "a dot above its replica's counter: " + nameOf(Dot{own->first, own->second}));
  }
}

void Walk::checkDots() {
  std::ranges::sort(m_dots);
  for (auto twice = std::ranges::adjacent_find(m_dots); twice != m_dots.end();
       twice = std::adjacent_find(std::next(twice), m_dots.end()))
    find(kStore, "a dot names two writes: " + nameOf(*twice));
}

void Walk::checkDigests() {
  forEachRow(kDigests, kStore, [this](const Statement& row) {
    const Result<ScopeId> scope = scopeFromBytes(row.blob(0));
    if (!scope.ok())
      return find(kStore, "a stored scope can't be read");
    if (m_sums[*scope].view() != row.blob(1))
      find("scope " + toText(*scope), "its digest is not the sum over its bases");
    m_sums.erase(*scope);
  });
  for (const auto& [scope, sum] : m_sums)
    if (sum != Digest())
      find("scope " + toText(scope), "it has bases but no digest");
}

void Walk::checkContents() {
  struct Parts {
    crypto::Blake2b256 hash;
    int64_t size = 0;
    bool hasGap = false;
  };
  std::map<int64_t, Parts> parts;
  forEachRow(kParts, kStore, [&](const Statement& row) {
    Parts& content = parts[row.integer(0)];
    content.hasGap = content.hasGap || row.integer(1) != content.size;
    content.size += static_cast<int64_t>(row.blob(2).size());
    content.hash.add(row.blob(2));
  });
  forEachRow(kContents, kStore, [&](const Statement& row) {
    const std::string place = "content " + toHex(row.blob(2));
    const Result<ScopeId> scope = scopeFromBytes(row.blob(1));
    const Result<ContentId> id = ContentId::fromBytes(row.blob(2));
    if (!scope.ok() || !id.ok() || id->size != row.integer(3))
      return find(place, "its name can't be read");
    m_attached.erase({*scope, *id});
    Parts& content = parts[row.integer(0)];
    if (content.hasGap || content.size != row.integer(4))
      find(place, "holds more or less than it says");
    const bool isWhole = row.integer(4) == id->size;
    if (isWhole ? content.hash.finish() != id->hash : row.integer(5) != 0)
      find(place, isWhole ? "is another than its name says" : "is to be sent, and not whole");
  });
  for (const auto& [scope, content] : m_attached)
    find("content " + toHex(content.toBytes()), "is named by a record, and neither here nor wanted");
}

} // namespace

std::vector<Finding> verify(Connection& db) {
  return Walk(db).findings();
}

} // namespace veikart::sync
