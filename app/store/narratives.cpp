// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/narratives.h"

#include "app/casework/record_codec.h"
#include "app/casework/text_merge.h"
#include "app/store/rows.h"

#include <algorithm>
#include <set>

namespace veikart::store {

using namespace casework;
using sync::Record;

namespace {

const sync::Register& registerOf(const Record& record, const std::string& key) {
  static const sync::Register kUnwritten;
  const auto found = record.fields.find(key);
  return found == record.fields.end() ? kUnwritten : found->second;
}

std::string textIn(BytesView value) {
  const Result<forms::Answer> answer = decodeAnswer(value);
  return answer.ok() ? answer->text : std::string();
}

std::optional<std::string> nothingIfEmpty(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

// What stands there and is neither `seen` nor what is written: each once.
std::set<Bytes> unseenIn(const sync::Register& standing, const forms::Answer& seen, const forms::Answer& written) {
  std::set<Bytes> unseen;
  for (const sync::Sibling& sibling : standing.siblings)
    unseen.insert(withoutAncestor(sibling.value));
  unseen.erase(encodeAnswer(seen));
  unseen.erase(encodeAnswer(written));
  return unseen;
}

// `answer` with all that is said in `unseen`; nothing when a person must combine them.
std::optional<forms::Answer> withAll(const std::set<Bytes>& unseen, const forms::Answer& seen, forms::Answer answer) {
  for (const Bytes& value : unseen) {
    Result<forms::Answer> theirs = decodeAnswer(value);
    if (!theirs.ok())
      return std::nullopt;
    const std::optional<std::string> both = combined(seen.text, answer.text, theirs->text);
    theirs->text = answer.text;
    if (!both || *theirs != answer)
      return std::nullopt;
    answer.text = *both;
  }
  return answer;
}

Id firstId(const Statement& row, int first) {
  return idAt(row, first);
}

struct Place {
  Id recordId;
  std::string field;
};

Place placeAt(const Statement& row, int first) {
  return {idAt(row, first), std::string(row.text(first + 1))};
}

} // namespace

Result<bool> Narratives::isUnsent(const Id& recordId, const std::string& key, const sync::Dot& dot) {
  const Result<std::vector<sync::OutboxItem>> items = m_replica.outboxItems();
  if (!items.ok())
    return items.status();
  const auto item = std::ranges::find(*items, recordId, [](const sync::OutboxItem& it) { return it.local.id; });
  return item != items->end() && std::ranges::find(registerOf(item->local, key).siblings, dot, &sync::Sibling::dot) !=
                                     registerOf(item->local, key).siblings.end();
}

// What others may have changed, too: what stands there; of an own text that nobody else has yet, what that began with.
Result<std::optional<std::string>> Narratives::ancestorFor(const Record& record, const std::string& key) {
  const sync::Register& standing = registerOf(record, key);
  if (standing.siblings.empty())
    return std::optional<std::string>();
  if (hasVersions(record, key))
    return commonAncestor(standing);
  const sync::Sibling& last = standing.siblings.front();
  const Result<bool> isOwn =
      last.dot.replica == m_replica.id() ? isUnsent(record.id, key, last.dot) : Result<bool>(false);
  if (!isOwn.ok())
    return isOwn.status();
  return *isOwn ? ancestorIn(last.value) : nothingIfEmpty(textIn(last.value));
}

Status Narratives::write(sync::RecordWrite write, const std::string& key, forms::Answer answer,
                         const std::optional<forms::Answer>& seen) {
  const Result<std::optional<Record>> known = m_replica.load(write.id);
  if (!known.ok())
    return known.status();
  const Record record = known->value_or(Record{});
  const Result<std::optional<std::string>> ancestor = ancestorFor(record, key);
  if (!ancestor.ok())
    return ancestor.status();
  std::vector<sync::RecordWrite> writes;
  const std::set<Bytes> unseen = seen ? unseenIn(registerOf(record, key), *seen, answer) : std::set<Bytes>();
  if (std::optional<forms::Answer> all = unseen.empty() ? answer : withAll(unseen, *seen, answer)) {
    answer = *std::move(all);
  } else {
    const Result<Id> me = owner();
    Result<sync::RecordWrite> kept =
        me.ok() ? m_conflicts.overwriting(write.id, key, encodeAnswer(answer), *me) : me.status();
    if (!kept.ok())
      return kept.status();
    writes.push_back(*std::move(kept));
  }
  write.fields.push_back({key, *ancestor ? withAncestor(encodeAnswer(answer), *ancestor) : encodeAnswer(answer)});
  writes.push_back(std::move(write));
  return m_replica.write(writes);
}

constexpr std::string_view kOwnerSql = "SELECT id FROM owner";

Result<Id> Narratives::owner() {
  const Result<std::optional<Id>> id = selectFirst(m_db, kOwnerSql, firstId);
  return id.ok() ? Result<Id>(id->value_or(Id())) : id.status();
}

constexpr std::string_view kPlacesSql =
    "SELECT record_id, field FROM open_conflict WHERE policy = 1 AND field <> '_deleted' AND NOT EXISTS "
    "(SELECT 1 FROM owner WHERE role = 1)";
static_assert(static_cast<int>(FieldPolicy::Review) == 1 && static_cast<int>(Role::Supervisor) == 1);

Result<int> Narratives::combineAll() {
  const Result<std::vector<Place>> places = selectAll(m_db, kPlacesSql, placeAt);
  if (!places.ok())
    return places.status();
  int combinations = 0;
  for (const Place& place : *places) {
    const Result<std::optional<Record>> record = m_replica.load(place.recordId);
    if (!record.ok())
      return record.status();
    if (!*record || !isNarrative(**record, place.field))
      continue;
    const std::optional<Bytes> value = combinedValue(registerOf(**record, place.field));
    if (!value)
      continue;
    const sync::RecordWrite write{place.recordId, (*record)->type, (*record)->scope, {{place.field, *value}}};
    RETURN_IF_ERROR(m_replica.write({&write, 1}));
    ++combinations;
  }
  return combinations;
}

} // namespace veikart::store
