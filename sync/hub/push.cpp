// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/push.h"

#include "platform/crypto/crypto.h"
#include "sync/hub/contents.h"
#include "sync/hub/grant.h"
#include "sync/protocol/tuning.h"
#include "sync/record/audit_chain.h"
#include "sync/record/late_write.h"
#include "sync/record/repetition.h"

#include <algorithm>
#include <iterator>

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

bool saysWhatWasGiven(const Record& pushed, const std::vector<Grant>& given) {
  const Result<Grant> grant = grantFrom(pushed);
  return grant.ok() && std::ranges::all_of(grant->users, [&](const Uuid& user) {
           return std::ranges::any_of(given, [&](const Grant& each) {
             return each.users.front() == user && each.fromMillis == grant->fromMillis &&
                    each.untilMillis == grant->untilMillis && each.isEmergency == grant->isEmergency;
           });
         });
}

// Who has a scope is never erased, so what was erased was another record.
bool isAnother(const Record& pushed, const Record& held) {
  return held.type != pushed.type || held.scope != pushed.scope || (held.erased && saysWhoHasIt(pushed.type));
}

// A line of an audit chain stands for good: another may come to stand beside it, as a fork, and none in its place.
bool replacesLine(const Record& pushed, const Record& held) {
  const auto written = pushed.fields.find(std::string(sync::kAuditField));
  const auto stands = held.fields.find(std::string(sync::kAuditField));
  return pushed.type == sync::kAuditType && written != pushed.fields.end() && stands != held.fields.end() &&
         std::ranges::any_of(stands->second.siblings, [&](const sync::Sibling& line) {
           return written->second.context.covers(line.dot) && !holds(written->second, line);
         });
}

bool isReadable(const Record& pushed) {
  if (pushed.type == kGrantType)
    return grantFrom(pushed).ok();
  if (pushed.type == sync::kAuditType)
    return pushed.scope.kind == ScopeKind::Staff && sync::auditLinesOf(pushed).ok();
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
  Result<Recovery> recovery = m_rows.recovery();
  if (!recovery.ok())
    return recovery.status();
  m_recovery = *std::move(recovery);
  m_isRecovery = m_nowMillis < m_recovery.untilMillis;
  return {};
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
  const Result<bool> isLate = comesLate(*pushed, *held);
  if (!isLate.ok())
    return isLate.status();
  if (*isLate)
    return held->record.erased ? refuseErased(*pushed, *held) : holdForReview(*pushed, bytes, *std::move(held));
  const Result<Verdict> verdict = judge(*pushed, *held);
  if (!verdict.ok())
    return verdict.status();
  if (verdict->has_value())
    return reject(**verdict, pushed->id);
  return held->record.erased ? refuseErased(*pushed, *held) : join(*pushed, bytes, *std::move(held));
}

Status Push::put(const Record& made) {
  return stage(made, sync::encode(made), std::nullopt);
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
    const Result<bool> erased = isErasedByLaw(pushed);
    if (!erased.ok())
      return erased.status();
    held.record = {pushed.id, pushed.type, pushed.scope, {}, *erased};
    return held;
  }
  Result<Record> record = sync::decode(held.row->bytes);
  held.isDamaged = !record.ok();
  if (record.ok())
    held.record = *std::move(record);
  return held;
}

// Though nothing is held of it: it came after its scope was erased, or the hub was set back to before it had it.
Result<bool> Push::isErasedByLaw(const Record& pushed) {
  const Result<Erased> erased = erasedIn(pushed.scope);
  if (!erased.ok() || *erased == Erased::Nothing)
    return erased.ok() ? Result<bool>(false) : erased.status();
  if (*erased == Erased::Everything && !saysWhoHasIt(pushed.type))
    return true;
  std::set<RecordId> ids = sync::repeatedBy(pushed);
  ids.insert(pushed.id);
  for (const RecordId& id : ids) {
    const Result<bool> isErased = m_rows.isErased(pushed.scope, id);
    if (!isErased.ok() || *isErased)
      return isErased;
  }
  return false;
}

Result<Erased> Push::erasedIn(const ScopeId& scope) {
  const auto known = m_erased.find(scope);
  if (known != m_erased.end())
    return known->second;
  const Result<Erased> erased = m_rows.erasedIn(scope);
  if (erased.ok())
    m_erased.emplace(scope, *erased);
  return erased;
}

// Whoever holds it still learns from the feed that it is erased; so does the pusher. What repeats another is then an
// erasure of its own, as it is when its record is erased with it here.
Result<PushResult> Push::refuseErased(const Record& pushed, const Held& held) {
  if (isAnother(pushed, held.record))
    return reject({sync::wire::REFUSED, "mismatch"}, pushed.id);
  if (!held.row.has_value()) {
    const Record erased{pushed.id, pushed.type, pushed.scope, {}, true};
    RETURN_IF_ERROR(stage(erased, sync::encode(erased), std::nullopt));
    m_staged.at(pushed.id).origin = {};
    if (!sync::repeatedBy(pushed).empty())
      RETURN_IF_ERROR(m_rows.putErasure({pushed.scope, pushed.id}).status());
  }
  return pushed.erased ? resultOf(sync::wire::APPLIED) : reject({sync::wire::REFUSED, "erased"}, pushed.id);
}

// Whether the scope was closed to the pusher since he wrote in it. In a recovery he may give back what the hub has
// lost, but he has no say any more in who has the scope.
Result<bool> Push::comesLate(const Record& pushed, const Held& held) {
  const Result<Rights> rights = m_access.rightsIn(pushed.scope);
  if (!rights.ok() || rights->read)
    return rights.ok() ? Result<bool>(false) : rights.status();
  const Result<bool> ended = m_access.hasEnded(pushed.scope);
  if (!ended.ok() || !*ended || !m_isRecovery)
    return ended;
  return held.row.has_value() ? Result<bool>(false) : changesWhoHasIt(pushed);
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
  if (known->record.erased)
    return reject({sync::wire::REFUSED, "erased"}, pushed.id);
  if (!known->row.has_value())
    RETURN_IF_ERROR(stage(late, std::move(lateBytes), std::nullopt));
  return resultOf(sync::wire::HELD);
}

Result<bool> Push::mayWrite(const Record& pushed) {
  const Result<Rights> rights = m_access.rightsIn(pushed.scope);
  const Result<bool> begins = rights.ok() && rights->begin ? founds(pushed) : Result<bool>(false);
  if (!rights.ok() || !begins.ok())
    return rights.ok() ? begins.status() : rights.status();
  if (*begins || (saysWhoHasIt(pushed.type) ? rights->share : rights->write))
    return true;
  const Result<bool> isOwnName = rights->writeOwn ? bearsOwnName(pushed) : Result<bool>(false);
  if (!isOwnName.ok() || *isOwnName || !m_isRecovery)
    return isOwnName;
  return rights->read ? isOthers(pushed) : m_access.hasEnded(pushed.scope); // he gives back what he held
}

// The user's, or that of one of the device's replicas.
Result<bool> Push::bearsOwnName(const Record& pushed) {
  if (pushed.id == m_principal.user)
    return true;
  const Result<Author*> author = authorOf(pushed.id);
  return author.ok() ? Result<bool>((*author)->binding.has_value() && isOwn(**author)) : author.status();
}

Result<bool> Push::isOthers(const Record& pushed) {
  for (const auto& [field, reg] : pushed.fields) {
    for (const sync::Sibling& sibling : reg.siblings) {
      const Result<Author*> author = authorOf(sibling.dot.replica);
      if (!author.ok())
        return author.status();
      if ((*author)->binding.has_value() && isOwn(**author))
        return false;
    }
  }
  return true;
}

// The hub gives it, at the user's word and with a time; what the ledger tells of comes back from whoever holds it.
Result<bool> Push::givesItself(const Record& pushed) {
  const Result<Grant> grant = pushed.type == kGrantType ? grantFrom(pushed) : Result<Grant>(Grant());
  if (!grant.ok() || !grant->isEmergency)
    return false; // a grant that can't be read is judged as such
  const Result<std::vector<Grant>> given = m_rows.given(pushed.id, pushed.scope);
  return given.ok() ? Result<bool>(!saysWhatWasGiven(pushed, *given)) : given.status();
}

// The order matters: nothing is told about a record in a scope that the principal may not use.
Result<Push::Verdict> Push::judge(const Record& pushed, const Held& held) {
  const Result<bool> allowed = mayWrite(pushed);
  const Result<bool> isUsurped = givesItself(pushed);
  if (!allowed.ok() || !isUsurped.ok())
    return allowed.ok() ? isUsurped.status() : allowed.status();
  if (!*allowed || *isUsurped)
    return Verdict({sync::wire::REFUSED, "no_access"});
  if (isAnother(pushed, held.record))
    return Verdict({sync::wire::REFUSED, "mismatch"});
  if (pushed.erased && !held.record.erased)
    return Verdict({sync::wire::REFUSED, "erasure"});
  if (!isReadable(pushed))
    return Verdict({sync::wire::QUARANTINED, "malformed"});
  if (changesWhatIsSaid(pushed, held.record) || replacesLine(pushed, held.record))
    return Verdict({sync::wire::REFUSED, "write_once"});
  return held.record.erased ? Result<Verdict>(Verdict()) : judgeWrites(pushed, held.record);
}

// Whether it is the grant that its scope, unknown here, begins with: and the one that it began with before, when the
// hub was set back since. Anyone who knew the scope's id could come first then.
Result<bool> Push::founds(const Record& pushed) {
  if (pushed.type != kGrantType || pushed.id != sync::foundingGrant(pushed.scope))
    return false;
  const Result<std::optional<Scope>> used = m_rows.scope(pushed.scope);
  if (!used.ok() || used->has_value())
    return used.ok() ? Result<bool>(false) : used.status();
  const Result<std::vector<Grant>> given = m_rows.given(pushed.id, pushed.scope);
  if (!given.ok())
    return given.status();
  return given->empty() || saysWhatWasGiven(pushed, *given);
}

// What the ledger says too changes nothing: the hub lost no more than the record of it.
Result<bool> Push::changesWhoHasIt(const Record& pushed) {
  if (pushed.type == kGrantType) {
    const Result<std::vector<Grant>> given = m_rows.given(pushed.id, pushed.scope);
    return given.ok() ? Result<bool>(!saysWhatWasGiven(pushed, *given)) : given.status();
  }
  if (pushed.type == kRestrictionType) {
    const Result<std::set<ScopeId>> restricted = m_rows.restrictedScopes();
    return restricted.ok() ? Result<bool>(!restricted->contains(pushed.scope)) : restricted.status();
  }
  if (pushed.type != kGrantEndType)
    return false;
  const Result<RecordId> ended = endedGrant(pushed);
  if (!ended.ok())
    return true;
  const Result<bool> isKnown = m_rows.isEnded({*ended, pushed.scope});
  return isKnown.ok() ? Result<bool>(!*isKnown) : isKnown.status();
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

// A write that the hub does not hold. In a recovery it may have lost it, and its author too: but not one that he has
// still to make.
Result<Push::Verdict> Push::judgeSibling(const sync::Sibling& sibling, int64_t limitMillis) {
  const Result<Author*> author = authorOf(sibling.dot.replica);
  if (!author.ok())
    return author.status();
  if (!speaksFor(**author) && !(m_isRecovery && sibling.dot.counter <= (*author)->binding->counter))
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

// In a recovery also for one that has not come back: it may be gone for good. Every store that comes back does so under
// another name, and then speaks for both.
bool Push::speaksFor(const Author& author) const {
  return isOwn(author) || (m_isRecovery && author.binding->token == m_recovery.token);
}

// A replica that nobody knew is this device's by writing, not by being named in a context; but in a recovery it may as
// well be that of one who has not come back yet. How far one has written is what its own device says, and nobody else.
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
      if ((*author)->binding.has_value() && isOwn(**author))
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
  const std::set<ContentId> named = contentsNamedBy(held.record);
  Record joined = std::move(held.record);
  const Result<std::vector<std::string>> changed = sync::joinInto(joined, pushed);
  if (!changed.ok())
    return reject({sync::wire::QUARANTINED, "dot_reused", true}, pushed.id);
  if (changed->empty())
    return resultOf(sync::wire::APPLIED);
  const auto outcome = isMerged(joined, pushed, *changed) ? sync::wire::MERGED : sync::wire::APPLIED;
  Bytes bytesNow = sync::encode(joined);
  if (bytesNow.size() > sync::tuning::kMaxRecordBytes) // it could be sent to nobody any more
    return reject({sync::wire::REFUSED, "too_large"}, pushed.id);
  RETURN_IF_ERROR(stage(joined, std::move(bytesNow), std::move(held.row), *changed));
  std::ranges::set_difference(named, contentsNamedBy(joined),
                              std::inserter(m_replaced[joined.scope], m_replaced[joined.scope].end()));
  return resultOf(outcome);
}

Status Push::stage(const Record& joined, Bytes bytes, std::optional<StoredRecord> held,
                   const std::vector<std::string>& changed) {
  RETURN_IF_ERROR(noteAuthors(joined));
  const Result<Scope*> scope = scopeOf(joined.scope);
  if (!scope.ok())
    return scope.status();
  if (held.has_value())
    (*scope)->digest.subtract(held->bytes);
  (*scope)->digest.add(bytes);
  StoredRecord row =
      held.has_value() ? *std::move(held) : StoredRecord{joined.id, joined.type, joined.scope, {}, 0, {}, 0, 0, {}};
  if (row.origin != m_pusher)
    row.foreignChange = row.change;
  row.origin = m_pusher;
  row.bytes = std::move(bytes);
  stagePart(joined, row, changed);
  m_staged.insert_or_assign(joined.id, std::move(row));
  RETURN_IF_ERROR(noteContents(joined));
  if (joined.type == sync::kAuditType)
    RETURN_IF_ERROR(watchChain(joined));
  return stageAccess(joined);
}

// What shows at once that somebody wrote past a chain. What is missing is told when all is looked through: lines may
// come in any order.
Status Push::watchChain(const Record& joined) {
  const Result<std::vector<sync::AuditLine>> lines = sync::auditLinesOf(joined);
  if (!lines.ok())
    return lines.status();
  const auto alarm = [&](std::string_view event, const sync::AuditLine& line) {
    m_log.write(LogLevel::Alarm, event, {{"chain", line.chain.toString()}, {"number", std::to_string(line.number)}});
  };
  if (lines->size() > 1)
    alarm("audit_forked", lines->front());
  for (const sync::AuditLine& line : *lines) {
    if (line.number == 1)
      continue;
    const Result<std::optional<Record>> before =
        recordHere(sync::auditLineId(joined.scope, line.chain, line.number - 1));
    if (!before.ok())
      return before.status();
    if (before->has_value() && !line.follows(**before))
      alarm("audit_broken", line);
  }
  return {};
}

Result<std::optional<Record>> Push::recordHere(const RecordId& id) {
  const auto staged = m_staged.find(id);
  const Result<std::optional<StoredRecord>> row =
      staged != m_staged.end() ? Result<std::optional<StoredRecord>>(staged->second) : m_rows.record(id);
  if (!row.ok() || !row->has_value())
    return row.ok() ? Result<std::optional<Record>>(std::nullopt) : row.status();
  Result<Record> record = sync::decode((*row)->bytes);
  return record.ok() ? Result<std::optional<Record>>(*std::move(record)) : record.status();
}

// A record with more versions than that is nobody's work.
Status Push::noteContents(const Record& joined) {
  size_t looked = 0;
  for (const ContentId& content : contentsNamedBy(joined)) {
    if (++looked > sync::tuning::kMaxMissingOfRecord)
      break;
    const Result<int64_t> here = m_rows.contentHeld(joined.scope, content);
    if (!here.ok())
      return here.status();
    if (*here < content.size)
      RETURN_IF_ERROR(m_rows.noteMissing(joined.scope, content));
  }
  return {};
}

// Of what was replaced nobody is asked for what no record names any more.
Status Push::forgetReplaced() {
  for (const auto& [scope, replaced] : m_replaced) {
    if (replaced.empty())
      continue;
    std::set<ContentId> needless = replaced;
    RETURN_IF_ERROR(m_rows.visitNaming(scope, [&needless](const StoredRecord& row) -> Status {
      if (const Result<Record> record = sync::decode(row.bytes); record.ok())
        for (const ContentId& needed : contentsNamedBy(*record))
          needless.erase(needed);
      return {};
    }));
    for (const ContentId& content : needless)
      RETURN_IF_ERROR(m_rows.forgetMissing(scope, content));
  }
  return {};
}

// What most readers need of a change. A part that is most of the record is not worth its room.
void Push::stagePart(const Record& joined, StoredRecord& row, const std::vector<std::string>& changed) {
  row.previousChange = row.change;
  row.part.clear();
  if (row.change == 0)
    return;
  std::set<std::string>& all = m_changedFields[joined.id];
  all.insert(changed.begin(), changed.end());
  Bytes part = sync::encode(sync::slice(joined, {all.begin(), all.end()}));
  if (2 * part.size() < row.bytes.size())
    row.part = std::move(part);
}

Status Push::stageAccess(const Record& joined) {
  if (!isOpenToGrants(joined.scope))
    return {};
  if (joined.type == kGrantType) {
    Result<Grant> grant = grantFrom(joined);
    if (!grant.ok())
      return grant.status();
    m_grants.insert_or_assign(joined.id, *std::move(grant));
  }
  if (joined.type == kRestrictionType)
    m_restrictions.push_back({joined.id, joined.scope});
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
  for (const auto& [id, grant] : m_grants) {
    RETURN_IF_ERROR(m_rows.putGrant(grant));
    RETURN_IF_ERROR(m_rows.noteGiven(grant));
  }
  for (const Restriction& restriction : m_restrictions)
    RETURN_IF_ERROR(m_rows.putRestriction(restriction));
  for (const GrantEnd& end : m_ends)
    RETURN_IF_ERROR(m_rows.putGrantEnd(end));
  RETURN_IF_ERROR(writeRecords());
  return forgetReplaced();
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
