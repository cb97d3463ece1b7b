// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/emergency.h"

#include "sync/hub/grant.h"
#include "sync/protocol/tuning.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace veikart::hub {
namespace {

constexpr int kMaxKeys = 8;
constexpr size_t kMinReasonBytes = 10; // "Selvmordsfare" says enough, "Haster" does not
constexpr size_t kMaxReasonBytes = 1000;

Bytes cbor(const nlohmann::json& value) {
  const std::vector<uint8_t> bytes = nlohmann::json::to_cbor(value);
  return Bytes(bytes.begin(), bytes.end());
}

Record emergencyGrant(const ScopeId& scope, const Uuid& user, const std::string& reason, int64_t nowMillis,
                      int64_t untilMillis) {
  const Bytes subject = sync::scopeToBytes(scope) + crypto::randomBytes(sync::tuning::kNonceBytes);
  Record grant{sync::nameFor("emergency grant", subject), std::string(sync::kGrantType), scope, {}, false};
  const ReplicaId author = sync::nameFor("emergency grant's author", subject);
  const sync::Stamp stamp = sync::Stamp::fromMillis(nowMillis);
  uint64_t counter = 0;
  const auto say = [&](const char* field, const nlohmann::json& value) {
    sync::write(grant, field, cbor(value), {author, ++counter}, stamp);
  };
  say("user", user.toString());
  say("role", kEmergencyRole);
  say("until", untilMillis);
  say("reason", reason);
  return grant;
}

Result<std::set<ScopeId>> casesFound(OfficeTransaction& rows, const std::vector<sync::CaseKey>& keys) {
  const Result<std::set<ScopeId>> restricted = rows.restrictedScopes();
  if (!restricted.ok())
    return restricted.status();
  std::set<ScopeId> found;
  const Status visited = rows.visitCaseKeys([&](const StoredRecord& row) -> Status {
    const Result<Record> record = sync::decode(row.bytes);
    const Result<std::vector<sync::CaseKey>> known =
        record.ok() ? sync::caseKeysOf(*record) : Result<std::vector<sync::CaseKey>>(record.status());
    const bool isMeant =
        known.ok() && row.scope.kind == ScopeKind::Case && std::ranges::find_first_of(*known, keys) != known->end();
    if (isMeant && !restricted->contains(row.scope))
      found.insert(row.scope);
    return {}; // a damaged record hides its own case alone
  });
  return visited.ok() ? Result<std::set<ScopeId>>(std::move(found)) : visited;
}

} // namespace

Result<EmergencyQuestion> questionFrom(const sync::wire::EmergencyRequest& message) {
  EmergencyQuestion question{{}, message.reason()};
  for (const Bytes& bytes : message.key()) {
    if (bytes.size() != sync::CaseKey().size())
      return Status::invalid("no key of a case");
    std::ranges::copy(bytes, question.keys.emplace_back().begin());
  }
  const bool isReason = question.reason.size() >= kMinReasonBytes && question.reason.size() <= kMaxReasonBytes;
  if (question.keys.empty() || question.keys.size() > kMaxKeys || !isReason)
    return Status::invalid("an emergency without a key or a reason");
  return question;
}

Result<EmergencyAnswer> openInEmergency(OfficeTransaction& rows, const Principal& principal,
                                        const EmergencyQuestion& question, int64_t nowMillis, HubLog& log) {
  if (!rightsOf(principal.role, ScopeKind::Case, Tie::Emergency, false).read)
    return Status::refused("no role for emergencies");
  const Result<std::set<ScopeId>> found = casesFound(rows, question.keys);
  if (!found.ok())
    return found.status();
  EmergencyAnswer answer;
  answer.untilMillis = nowMillis + sync::tuning::kEmergencyMillis;
  Push push(rows, principal, {}, nowMillis, log);
  RETURN_IF_ERROR(push.begin());
  Access access(rows, principal, nowMillis);
  for (const ScopeId& scope : *found) {
    const Result<Rights> rights = access.rightsIn(scope);
    if (!rights.ok())
      return rights.status();
    answer.cases.push_back(scope);
    if (rights->read)
      continue;
    RETURN_IF_ERROR(push.put(emergencyGrant(scope, principal.user, question.reason, nowMillis, answer.untilMillis)));
    answer.opened.insert(scope);
  }
  RETURN_IF_ERROR(push.finish());
  return answer;
}

} // namespace veikart::hub
