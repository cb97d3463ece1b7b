// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/push.h"

#include "platform/crypto/crypto.h"
#include "sync/hub/grant.h"
#include "sync/protocol/tuning.h"
#include "sync/record/late_write.h"

#include <algorithm>

namespace veikart::hub {
namespace {

using sync::wire::PushResult;

PushResult resultOf(sync::wire::PushOutcome outcome) {
  PushResult result;
  result.set_outcome(outcome);
  return result;
}

bool holds(const sync::Register& reg, const sync::Sibling& sibling) {
  return std::find(reg.siblings.begin(), reg.siblings.end(), sibling) != reg.siblings.end();
}

// Whether a field that the push changed now also holds a value that the push had not seen.
bool isMerged(const Record& joined, const Record& pushed, const std::vector<std::string>& changed) {
  return std::any_of(changed.begin(), changed.end(), [&](const std::string& name) {
    const auto now = joined.fields.find(name);
    const auto sent = pushed.fields.find(name);
    if (now == joined.fields.end() || sent == pushed.fields.end())
      return false;
    const std::vector<sync::Sibling>& siblings = now->second.siblings;
    return !std::all_of(siblings.begin(), siblings.end(),
                        [&](const sync::Sibling& sibling) { return holds(sent->second, sibling); });
  });
}

const sync::CausalContext& seenIn(const Record& record, const std::string& field) {
  static const sync::CausalContext kNothing;
  const auto found = record.fields.find(field);
  return found == record.fields.end() ? kNothing : found->second.context;
}

bool saysAnother(const sync::Register& pushed, const sync::Register& held) {
  return std::ranges::any_of(pushed.siblings, [&](const sync::Sibling& write) {
    return !held.context.covers(write.dot) &&
           std::ranges::find(held.siblings, write.value, &sync::Sibling::value) == held.siblings.end();
  });
}

// A grant and its end act from the moment they are pushed, so what they say does not change. A store that was set back
// says it once more, under another dot.
bool changesWhatIsSaid(const Record& pushed, const Record& held) {
  if (held.fields.empty())
    return false;
  return std::ranges::any_of(fieldsWrittenOnce(pushed.type), [&](const std::string& field) {
    const auto said = held.fields.find(field);
    const auto written = pushed.fields.find(field);
    return written != pushed.fields.end() && (said == held.fields.end() || saysAnother(written->second, said->second));
  });
}

bool isReadable(const Record& pushed) {
  if (pushed.type == kGrantType)
    return grantFrom(pushed).ok();
  return pushed.type != kGrantEndType || endedGrant(pushed).ok();
}

} // namespace

Push::Push(OfficeTransaction& rows, const Principal& principal, const ReplicaId& pusher, int64_t nowMillis, HubLog& log)
    : m_rows(rows), m_principal(principal), m_pusher(pusher), m_nowMillis(nowMillis), m_log(log),
      m_access(rows, principal, nowMillis) {}

void Push::Author::raise(uint64_t counter) {
  isChanged = isChanged || counter > binding->counter;
  binding->counter = std::max(binding->counter, counter);
}

Status Push::begin() {
  const Result<int64_t> until = m_rows.recoveryUntil();
  if (until.ok())
    m_isRecovery = m_nowMillis < *until;
  return until.status();
}

Status Push::tellCounter(const ReplicaId& replica, uint64_t counter) {
  const Result<Author*> found = authorOf(replica);
  if (!found.ok() || !isOwn(**found))
    return found.status();
  Author& author = **found;
  if (!author.binding.has_value())
    author.binding = ReplicaBinding{m_principal.device, {}, 0};
  author.raise(counter);
  return {};
}

Result<PushResult> Push::take(BytesView bytes) {
  if (bytes.size() > sync::tuning::kMaxRecordBytes)
    return reject({sync::wire::REFUSED, "too_large"});
  const Result<Record> pushed = sync::decode(bytes);
  if (!pushed.ok() && pushed.status().code() == StatusCode::TooNew)
    return reject({sync::wire::REFUSED, "too_new"});
  if (!pushed.ok())
    return reject({sync::wire::QUARANTINED, "malformed"});
  Result<Held> held = hold(*pushed);
  if (!held.ok())
    return held.status();
  if (held->isDamaged)
    return reject({sync::wire::QUARANTINED, "held_damaged", true}, pushed->id);
  const Result<bool> isLate = comesLate(pushed->scope);
  if (!isLate.ok())
    return isLate.status();
  if (*isLate)
    return holdForReview(*pushed, bytes, *std::move(held));
  const Result<Verdict> verdict = judge(*pushed, *held);
  if (!verdict.ok())
    return verdict.status();
  if (verdict->has_value())
    return reject(**verdict, pushed->id);
  return join(*pushed, bytes, *std::move(held));
}

Result<Push::Held> Push::hold(const Record& pushed) {
  Held held;
  const auto staged = m_staged.find(pushed.id);
  if (staged != m_staged.end()) {
    held.row = staged->second;
  } else {
    Result<std::optional<StoredRecord>> stored = m_rows.record(pushed.id);
    if (!stored.ok())
      return stored.status();
    held.row = *std::move(stored);
  }
  if (!held.row.has_value()) {
    held.record = {pushed.id, pushed.type, pushed.scope, {}, false};
    return held;
  }
  Result<Record> record = sync::decode(held.row->bytes);
  held.isDamaged = !record.ok();
  if (record.ok())
    held.record = *std::move(record);
  return held;
}

// Whether the scope was closed to the pusher since he wrote in it.
Result<bool> Push::comesLate(const ScopeId& scope) {
  const Result<bool> allowed = m_access.allows(scope);
  if (!allowed.ok() || *allowed || m_isRecovery)
    return allowed.ok() ? Result<bool>(false) : allowed.status();
  return m_access.hasEnded(scope);
}

// Nobody's work is lost: what the hub does not hold already goes to those who have the scope now.
Result<PushResult> Push::holdForReview(const Record& pushed, BytesView bytes, Held held) {
  const Result<std::vector<std::string>> news = sync::joinInto(held.record, pushed);
  if (news.ok() && news->empty() && !pushed.erased)
    return resultOf(sync::wire::APPLIED);
  const Record late = sync::makeLateWrite({m_principal.user, Bytes(bytes)}, pushed);
  Bytes lateBytes = sync::encode(late);
  if (lateBytes.size() > sync::tuning::kMaxRecordBytes)
    return reject({sync::wire::REFUSED, "too_large"});
  const Result<Held> known = hold(late);
  if (!known.ok())
    return known.status();
  if (!known->row.has_value())
    RETURN_IF_ERROR(stage(late, std::move(lateBytes), std::nullopt));
  return resultOf(sync::wire::HELD);
}

// The order matters: nothing is told about a record in a scope that the principal may not use.
Result<Push::Verdict> Push::judge(const Record& pushed, const Held& held) {
  Result<bool> allowed = m_access.allows(pushed.scope);
  if (allowed.ok() && !*allowed)
    allowed = founds(pushed);
  if (allowed.ok() && !*allowed && m_isRecovery) // he had it, as one who came late would
    allowed = m_access.hasEnded(pushed.scope);
  if (!allowed.ok())
    return allowed.status();
  if (!*allowed)
    return Verdict({sync::wire::REFUSED, "no_access"});
  if (held.record.type != pushed.type || held.record.scope != pushed.scope)
    return Verdict({sync::wire::REFUSED, "mismatch"});
  if (pushed.erased)
    return Verdict({sync::wire::REFUSED, "erasure"});
  if (!isReadable(pushed))
    return Verdict({sync::wire::QUARANTINED, "malformed"});
  if (changesWhatIsSaid(pushed, held.record))
    return Verdict({sync::wire::REFUSED, "write_once"});
  return judgeWrites(pushed, held.record);
}

// Whether it is the grant that its scope, unknown here, begins with: whoever wrote that is its creator, and nobody else
// becomes so by coming first, as after a restore.
Result<bool> Push::founds(const Record& pushed) {
  if (pushed.type != kGrantType || pushed.id != sync::foundingGrant(pushed.scope))
    return false;
  const Result<std::optional<Scope>> used = m_rows.scope(pushed.scope);
  return used.ok() ? Result<bool>(!used->has_value()) : used.status();
}

Result<Push::Verdict> Push::judgeWrites(const Record& pushed, const Record& held) {
  // Its stamp is that of what was brought, however far ahead that was: nobody could write it anew with another.
  const bool isLateWrite = pushed.type == sync::kLateWriteType && sync::lateWriteFrom(pushed).ok();
  for (const auto& [field, reg] : pushed.fields) {
    const sync::CausalContext& seen = seenIn(held, field);
    const int64_t limitMillis =
        isLateWrite && !field.starts_with('_') ? INT64_MAX : m_nowMillis + sync::tuning::kMaxStampLeadMillis;
    for (const sync::Sibling& sibling : reg.siblings) {
      Result<Verdict> verdict =
          seen.covers(sibling.dot) ? Result<Verdict>(Verdict()) : judgeSibling(sibling, limitMillis);
      if (!verdict.ok() || verdict->has_value())
        return verdict;
    }
    Result<Verdict> verdict = judgeContext(reg, seen);
    if (!verdict.ok() || verdict->has_value())
      return verdict;
  }
  return Verdict();
}

// A write that the hub does not hold.
Result<Push::Verdict> Push::judgeSibling(const sync::Sibling& sibling, int64_t limitMillis) {
  const Result<Author*> author = authorOf(sibling.dot.replica);
  if (!author.ok())
    return author.status();
  if (!speaksFor(**author))
    return Verdict({sync::wire::REFUSED, "foreign_replica"});
  if (sibling.stamp.millis() > limitMillis)
    return Verdict({sync::wire::REFUSED, "clock"});
  return Verdict();
}

// A device has seen of another's writes only what the hub has. A context that goes further would swallow what that
// other has still to write.
Result<Push::Verdict> Push::judgeContext(const sync::Register& reg, const sync::CausalContext& seen) {
  for (const auto& [replica, counter] : reg.context.counters()) {
    if (seen.covers(sync::Dot{replica, counter}))
      continue;
    const Result<Author*> author = authorOf(replica);
    if (!author.ok())
      return author.status();
    if (!speaksFor(**author) && counter > (*author)->binding->counter)
      return Verdict({sync::wire::QUARANTINED, "unknown_context", true});
  }
  return Verdict();
}

Result<Push::Author*> Push::authorOf(const ReplicaId& replica) {
  const auto known = m_authors.find(replica);
  if (known != m_authors.end())
    return &known->second;
  const Result<std::optional<ReplicaBinding>> binding = m_rows.replica(replica);
  if (!binding.ok())
    return binding.status();
  return &m_authors.emplace(replica, Author{*binding, false}).first->second;
}

// One that the hub has not met belongs to the device that brings it.
bool Push::isOwn(const Author& author) const {
  return !author.binding.has_value() || author.binding->device == m_principal.device;
}

bool Push::speaksFor(const Author& author) const {
  return m_isRecovery || isOwn(author);
}

// A replica that nobody knew is this device's by writing, not by being named in a context; but in a recovery it may as
// well be that of one who has not come back yet. How far one has written is what its own device says.
Status Push::noteAuthors(const Record& taken) {
  for (const auto& [field, reg] : taken.fields) {
    for (const sync::Sibling& sibling : reg.siblings) {
      const Result<Author*> author = authorOf(sibling.dot.replica);
      if (!author.ok())
        return author.status();
      if (!(*author)->binding.has_value() && !m_isRecovery)
        **author = {ReplicaBinding{m_principal.device, {}, 0}, true};
    }
    for (const auto& [replica, counter] : reg.context.counters()) {
      const Result<Author*> author = authorOf(replica);
      if (!author.ok())
        return author.status();
      if ((*author)->binding.has_value() && speaksFor(**author))
        (*author)->raise(counter);
    }
  }
  return {};
}

Result<PushResult> Push::join(const Record& pushed, BytesView bytes, Held held) {
  if (!held.row.has_value()) {
    // There is nothing to join with, and what was strictly decoded would be encoded to the same bytes again.
    RETURN_IF_ERROR(stage(pushed, Bytes(bytes), std::nullopt));
    return resultOf(sync::wire::APPLIED);
  }
  Record joined = std::move(held.record);
  const Result<std::vector<std::string>> changed = sync::joinInto(joined, pushed);
  if (!changed.ok())
    return reject({sync::wire::QUARANTINED, "dot_reused", true}, pushed.id);
  if (changed->empty())
    return resultOf(sync::wire::APPLIED);
  const auto outcome = isMerged(joined, pushed, *changed) ? sync::wire::MERGED : sync::wire::APPLIED;
  RETURN_IF_ERROR(stage(joined, sync::encode(joined), std::move(held.row)));
  return resultOf(outcome);
}

Status Push::stage(const Record& joined, Bytes bytes, std::optional<StoredRecord> held) {
  RETURN_IF_ERROR(noteAuthors(joined));
  const Result<Scope*> scope = scopeOf(joined.scope);
  if (!scope.ok())
    return scope.status();
  if (held.has_value())
    (*scope)->digest.subtract(held->bytes);
  (*scope)->digest.add(bytes);
  StoredRecord row =
      held.has_value() ? *std::move(held) : StoredRecord{joined.id, joined.type, joined.scope, {}, 0, {}, 0};
  if (row.origin != m_pusher)
    row.foreignChange = row.change;
  row.origin = m_pusher;
  row.bytes = std::move(bytes);
  m_staged.insert_or_assign(joined.id, std::move(row));
  return stageAccess(joined);
}

Status Push::stageAccess(const Record& joined) {
  if (joined.type == kGrantType) {
    Result<Grant> grant = grantFrom(joined);
    if (!grant.ok())
      return grant.status();
    m_grants.insert_or_assign(joined.id, *std::move(grant));
  }
  if (joined.type == kGrantEndType) {
    const Result<RecordId> grant = endedGrant(joined);
    if (!grant.ok())
      return grant.status();
    m_ends.push_back({*grant, joined.scope});
  }
  return {};
}

Result<Scope*> Push::scopeOf(const ScopeId& id) {
  const auto known = m_scopes.find(id);
  if (known != m_scopes.end())
    return &known->second;
  const Result<std::optional<Scope>> stored = m_rows.scope(id);
  if (!stored.ok())
    return stored.status();
  if (!stored->has_value())
    m_access.found(id);
  const Scope scope = stored->value_or(Scope{id, {}});
  return &m_scopes.emplace(id, scope).first->second;
}

PushResult Push::reject(const Objection& objection, const RecordId& record) {
  if (objection.isAlarm)
    m_log.write(LogLevel::Alarm, objection.reason, {{"record", record.toString()}, {"replica", m_pusher.toString()}});
  PushResult result;
  result.set_outcome(objection.outcome);
  result.set_reason(std::string(objection.reason));
  return result;
}

std::set<ScopeId> Push::changedScopes() const {
  std::set<ScopeId> changed;
  for (const auto& [id, row] : m_staged)
    changed.insert(row.scope);
  return changed;
}

Status Push::finish() {
  for (const auto& [id, author] : m_authors)
    if (author.isChanged)
      RETURN_IF_ERROR(m_rows.putReplica(id, *author.binding));
  if (m_staged.empty())
    return {};
  for (const auto& [id, scope] : m_scopes)
    RETURN_IF_ERROR(m_rows.putScope(scope));
  for (const auto& [id, grant] : m_grants)
    RETURN_IF_ERROR(m_rows.putGrant(grant));
  for (const GrantEnd& end : m_ends)
    RETURN_IF_ERROR(m_rows.putGrantEnd(end));
  return writeRecords();
}

Status Push::writeRecords() {
  const Result<int64_t> first = m_rows.takeNumbers(changed());
  if (!first.ok())
    return first.status();
  int64_t number = *first;
  for (auto& [id, row] : m_staged) {
    row.change = number++;
    RETURN_IF_ERROR(m_rows.putRecord(row));
  }
  return m_rows.putBatch({*first, number - 1, crypto::randomBytes(sync::tuning::kBatchTagBytes)});
}

} // namespace veikart::hub
