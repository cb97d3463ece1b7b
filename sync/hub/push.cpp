// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/push.h"

#include "platform/crypto/crypto.h"
#include "sync/hub/grant.h"
#include "sync/protocol/tuning.h"

#include <algorithm>

namespace veikart::hub {
namespace {

using sync::wire::PushResult;

constexpr size_t kHashBytes = 8;

PushResult resultOf(sync::wire::PushOutcome outcome, BytesView bytes) {
  const crypto::Hash256 hash = crypto::blake2b256(bytes);
  PushResult result;
  result.set_outcome(outcome);
  result.set_hash8(hash.data(), kHashBytes);
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

} // namespace

Push::Push(OfficeTransaction& rows, const Principal& principal, const ReplicaId& pusher, int64_t nowMillis, HubLog& log)
    : m_rows(rows), m_principal(principal), m_pusher(pusher), m_nowMillis(nowMillis), m_log(log),
      m_access(rows, principal) {}

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
  const Result<Verdict> verdict = judge(*pushed, *held);
  if (!verdict.ok())
    return verdict.status();
  if (verdict->has_value())
    return reject(**verdict);
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
  if (!record.ok())
    return record.status();
  held.record = *std::move(record);
  return held;
}

// The order matters: nothing is told about a record in a scope that the principal may not use.
Result<Push::Verdict> Push::judge(const Record& pushed, const Held& held) {
  const Result<bool> allowed = m_access.allows(pushed.scope);
  if (!allowed.ok())
    return allowed.status();
  if (!*allowed)
    return Verdict({sync::wire::REFUSED, "no_access"});
  if (held.record.type != pushed.type || held.record.scope != pushed.scope)
    return Verdict({sync::wire::REFUSED, "mismatch"});
  if (pushed.erased)
    return Verdict({sync::wire::REFUSED, "erasure"});
  if (pushed.type == kGrantType && !grantedUsers(pushed).ok())
    return Verdict({sync::wire::QUARANTINED, "malformed"});
  return judgeWrites(pushed, held.record);
}

Result<Push::Verdict> Push::judgeWrites(const Record& pushed, const Record& held) {
  for (const auto& [field, reg] : pushed.fields) {
    const sync::CausalContext& seen = seenIn(held, field);
    for (const sync::Sibling& sibling : reg.siblings) {
      if (seen.covers(sibling.dot))
        continue;
      const Result<bool> own = belongsToDevice(sibling.dot.replica);
      if (!own.ok())
        return own.status();
      if (!*own)
        return Verdict({sync::wire::REFUSED, "foreign_replica"});
      if (sibling.stamp.millis() > m_nowMillis + sync::tuning::kMaxStampLeadMillis)
        return Verdict({sync::wire::REFUSED, "clock"});
    }
  }
  return Verdict();
}

Result<bool> Push::belongsToDevice(const ReplicaId& replica) {
  const auto known = m_replicas.find(replica);
  if (known != m_replicas.end())
    return known->second;
  const Result<std::optional<ReplicaBinding>> binding = m_rows.replica(replica);
  if (!binding.ok())
    return binding.status();
  if (!binding->has_value())
    RETURN_IF_ERROR(m_rows.putReplica(replica, {m_principal.device, {}}));
  const bool own = !binding->has_value() || (*binding)->device == m_principal.device;
  m_replicas[replica] = own;
  return own;
}

Result<PushResult> Push::join(const Record& pushed, BytesView bytes, Held held) {
  if (!held.row.has_value()) {
    // There is nothing to join with, and what was strictly decoded would be encoded to the same bytes again.
    PushResult result = resultOf(sync::wire::APPLIED, bytes);
    RETURN_IF_ERROR(stage(pushed, Bytes(bytes), std::nullopt));
    return result;
  }
  Record joined = std::move(held.record);
  const Result<std::vector<std::string>> changed = sync::joinInto(joined, pushed);
  if (!changed.ok()) {
    m_log.write(LogLevel::Alarm, "dot_reused", {{"record", pushed.id.toString()}, {"replica", m_pusher.toString()}});
    return reject({sync::wire::QUARANTINED, "dot_reused"});
  }
  if (changed->empty())
    return resultOf(sync::wire::APPLIED, held.row->bytes);
  const auto outcome = isMerged(joined, pushed, *changed) ? sync::wire::MERGED : sync::wire::APPLIED;
  Bytes joinedBytes = sync::encode(joined);
  PushResult result = resultOf(outcome, joinedBytes);
  RETURN_IF_ERROR(stage(joined, std::move(joinedBytes), std::move(held.row)));
  return result;
}

Status Push::stage(const Record& joined, Bytes bytes, std::optional<StoredRecord> held) {
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
  if (joined.type != kGrantType)
    return {};
  Result<std::vector<Uuid>> users = grantedUsers(joined);
  if (!users.ok())
    return users.status();
  m_grants.insert_or_assign(joined.id, std::pair(joined.scope, *std::move(users)));
  return {};
}

Result<Scope*> Push::scopeOf(const ScopeId& id) {
  const auto known = m_scopes.find(id);
  if (known != m_scopes.end())
    return &known->second;
  const Result<std::optional<Scope>> stored = m_rows.scope(id);
  if (!stored.ok())
    return stored.status();
  const Scope scope = stored->value_or(Scope{id, m_principal.user, {}});
  return &m_scopes.emplace(id, scope).first->second;
}

PushResult Push::reject(const Objection& objection) {
  PushResult result;
  result.set_outcome(objection.outcome);
  result.set_reason(std::string(objection.reason));
  return result;
}

Status Push::finish() {
  if (m_staged.empty())
    return {};
  for (const auto& [id, scope] : m_scopes)
    RETURN_IF_ERROR(m_rows.putScope(scope));
  for (const auto& [id, grant] : m_grants)
    RETURN_IF_ERROR(m_rows.putGrant(id, grant.first, grant.second));
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
