// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/hub_service.h"

#include "platform/crypto/key_pairs.h"
#include "sync/hub/access.h"
#include "sync/hub/emergency.h"
#include "sync/hub/feed.h"
#include "sync/hub/messages.h"
#include "sync/hub/push.h"
#include "sync/protocol/body.h"

#include <algorithm>

namespace veikart::hub {
namespace {

constexpr std::string_view kParcelsPath = "/v1/parcels";

// Of requests from one address that are refused: more than a badly set up office makes, less than it takes to guess.
constexpr RateLimit::Allowance kRefusals{200, 1000};
constexpr RateLimit::Allowance kEmergencies{10, 6 * 60 * 1000}; // of one device: nobody tries who else is a client

HttpResponse tooMany(const RateLimit& limit) {
  HttpResponse response = error(429, sync::wire::TOO_MANY);
  response.headers["retry-after"] = std::to_string(limit.refillSeconds());
  return response;
}

Status takeAll(Push& push, const sync::wire::PushRequest& message, sync::wire::PushReply& reply) {
  RETURN_IF_ERROR(push.begin());
  for (const sync::wire::Author& author : message.author()) {
    const Result<Uuid> replica = Uuid::fromBytes(author.replica_id());
    RETURN_IF_ERROR(replica.ok() ? push.tellCounter(*replica, author.counter()) : replica.status());
  }
  for (const Bytes& bytes : message.record()) {
    Result<sync::wire::PushResult> result = push.take(bytes);
    if (!result.ok())
      return result.status();
    *reply.add_result() = *std::move(result);
  }
  return push.finish();
}

int countOutcome(const sync::wire::PushReply& reply, sync::wire::PushOutcome outcome) {
  int count = 0;
  for (const sync::wire::PushResult& result : reply.result())
    count += result.outcome() == outcome ? 1 : 0;
  return count;
}

// Until when its user may open the device without hearing from the hub again.
HttpResponse withLease(HttpResponse response, const Principal& principal, int64_t nowMillis) {
  response.headers[std::string(sync::kLeaseHeader)] =
      std::to_string(nowMillis + principal.leaseDays * sync::tuning::kDayMillis);
  return response;
}

} // namespace

HubService::HubService(StorePool& pool, std::string publicKeyPin, SecretBytes parcelKey, const Clock& clock,
                       HubLog& log, size_t pageBytes)
    : m_pool(pool), m_parcelKey(std::move(parcelKey)), m_clock(clock), m_log(log), m_pageBytes(pageBytes),
      m_authentication(pool, clock),
      m_enrolling(pool, std::move(publicKeyPin), crypto::sealingPublicKey(m_parcelKey), clock), m_refusals(kRefusals),
      m_emergencies(kEmergencies) {}

HttpResponse HubService::handle(const HttpRequest& request) {
  HttpWait none{false};
  return *handle(request, none);
}

std::optional<HttpResponse> HubService::handle(const HttpRequest& request, HttpWait& wait) {
  // Before anything is unpacked or computed; known devices are not punished for their neighbours.
  const bool isTooMany = m_refusals.isSpent(request.peer, m_clock.nowMillis()) && isStranger(request);
  std::optional<HttpResponse> response = isTooMany ? tooMany(m_refusals) : serve(request, wait);
  if (!response.has_value())
    return response;
  count(request, response->status);
  return stamped(request, *std::move(response));
}

void HubService::count(const HttpRequest& request, int status) {
  const bool isRefusal = status == 400 || status == 401 || status == 403 || status == 404 || status == 413;
  if (isRefusal)
    static_cast<void>(m_refusals.take(request.peer, m_clock.nowMillis()));
}

std::optional<HttpResponse> HubService::serve(const HttpRequest& request, HttpWait& wait) {
  if (request.method == "GET" && request.path == "/v1/news")
    return news(request, wait);
  const uint64_t before = m_board.last();
  HttpResponse response = route(request);
  wait.isNews = m_board.last() != before;
  return response;
}

// It costs a waiting tablet one reading of the store at first, one for each push that it may see, and one at the end.
std::optional<HttpResponse> HubService::news(const HttpRequest& request, HttpWait& wait) {
  const Result<Principal> principal = m_authentication.byToken(request);
  if (!principal.ok())
    return failure(principal.status());
  if (std::optional<HttpResponse> failed = checkVersion(protocolOf(request)))
    return failed;
  const Result<Bytes> bytes = fromHex(parameter(request, "digest"));
  const Result<Digest> known = bytes.ok() ? Digest::fromBytes(*bytes) : bytes.status();
  if (!known.ok())
    return error(400, sync::wire::MALFORMED);
  const uint64_t seen = m_board.last();
  const Result<bool> changed = hasNews(*principal, *known, wait);
  if (!changed.ok())
    return failure(changed.status());
  wait.memo = seen + 1;
  if (!*changed && wait.mayGoOn)
    return std::nullopt;
  sync::wire::NewsReply reply;
  reply.set_changed(*changed);
  return answer(reply);
}

// Grants begin and end by the clock too, so the digests are compared at the end once more.
Result<bool> HubService::hasNews(const Principal& principal, const Digest& known, const HttpWait& wait) {
  std::optional<std::set<ScopeId>> touched;
  if (wait.memo > 0 && wait.mayGoOn)
    touched = m_board.since(wait.memo - 1, principal.office, principal.device);
  if (touched.has_value() && touched->empty())
    return false;
  bool changed = false;
  const Status read = m_pool.read(principal.office, [&](OfficeTransaction& rows) -> Status {
    if (!touched.has_value()) {
      const Result<Digest> digest = visibleDigest(rows, principal, m_clock.nowMillis());
      changed = digest.ok() && *digest != known;
      return digest.status();
    }
    Access access(rows, principal, m_clock.nowMillis());
    for (const ScopeId& scope : *touched) {
      const Result<Rights> rights = access.rightsIn(scope);
      const Result<bool> ended = access.hasEnded(scope);
      if (!rights.ok() || !ended.ok())
        return rights.ok() ? ended.status() : rights.status();
      changed = changed || rights->read || *ended;
    }
    return {};
  });
  return read.ok() ? Result<bool>(changed) : read;
}

HttpResponse HubService::stamped(const HttpRequest& request, HttpResponse response) {
  response.headers[std::string(sync::kHubTimeHeader)] = std::to_string(m_clock.nowMillis());
  response.headers["cache-control"] = "no-store";
  response.headers["x-content-type-options"] = "nosniff";
  response.headers["strict-transport-security"] = "max-age=63072000";
  if (response.status != 200)
    m_log.write(LogLevel::Warning, "refused_request",
                {{"path", request.path.substr(0, 40)}, {"status", std::to_string(response.status)}});
  return response;
}

HttpResponse HubService::route(const HttpRequest& request) {
  if (request.method == "POST" && request.path == "/v1/push")
    return push(request);
  if (request.method == "GET" && request.path == "/v1/changes")
    return changes(request);
  if (request.method == "GET" && request.path == "/v1/scopes")
    return scopes(request);
  if (request.method == "POST" && request.path == "/v1/contents")
    return takeContent(request);
  if (request.method == "GET" && request.path == "/v1/contents")
    return giveContent(request);
  if (request.method == "POST" && request.path == kParcelsPath)
    return takeParcel(request);
  if (request.method == "POST" && request.path == "/v1/greeting")
    return greet(request);
  if (request.method == "POST" && request.path == "/v1/enrol")
    return enrol(request);
  if (request.method == "GET" && request.path == "/v1/standing")
    return standing(request);
  if (request.method == "POST" && request.path == "/v1/emergency")
    return openInEmergency(request);
  return error(404, sync::wire::NO_SUCH_ADDRESS);
}

HttpResponse HubService::greet(const HttpRequest& request) {
  sync::wire::GreetingRequest message;
  if (std::optional<HttpResponse> failed = unpack(request.body, message))
    return *std::move(failed);
  if (std::optional<HttpResponse> failed = checkVersion(message.protocol()))
    return *std::move(failed);
  const Result<sync::wire::GreetingReply> reply = m_enrolling.greet(message);
  return reply.ok() ? answer(*reply) : failure(reply.status());
}

HttpResponse HubService::enrol(const HttpRequest& request) {
  sync::wire::EnrolRequest message;
  if (std::optional<HttpResponse> failed = unpack(request.body, message))
    return *std::move(failed);
  if (std::optional<HttpResponse> failed = checkVersion(message.protocol()))
    return *std::move(failed);
  const Result<sync::wire::EnrolReply> reply = m_enrolling.enrol(request, message);
  wipe(*message.mutable_password());
  if (reply.status().code() == StatusCode::WrongKey)
    return error(401, sync::wire::WRONG_SIGN_IN);
  if (!reply.ok())
    return failure(reply.status());
  m_log.write(LogLevel::Info, "enrolled");
  return answer(*reply);
}

// Asked by a tablet that nobody has unlocked.
HttpResponse HubService::standing(const HttpRequest& request) {
  const Result<bool> isRevoked = m_enrolling.isRevoked(request);
  if (!isRevoked.ok())
    return failure(isRevoked.status());
  sync::wire::StandingReply reply;
  reply.set_revoked(*isRevoked);
  return answer(reply);
}

// What was asked is told to nobody but the log, and there without its words; what was opened stands in the case.
HttpResponse HubService::openInEmergency(const HttpRequest& request) {
  const Result<Principal> principal = m_authentication.byToken(request);
  if (!principal.ok())
    return failure(principal.status());
  sync::wire::EmergencyRequest message;
  if (std::optional<HttpResponse> failed = unpack(request.body, message))
    return *std::move(failed);
  if (std::optional<HttpResponse> failed = checkVersion(message.protocol()))
    return *std::move(failed);
  const Result<EmergencyQuestion> question = questionFrom(message);
  if (!question.ok())
    return failure(question.status());
  if (!m_emergencies.take(principal->device.toString(), m_clock.nowMillis()))
    return tooMany(m_emergencies);
  EmergencyAnswer found;
  const Status done = m_pool.write(principal->office, [&](OfficeTransaction& rows) {
    return keep(hub::openInEmergency(rows, *principal, *question, m_clock.nowMillis(), m_log), found);
  });
  m_log.write(LogLevel::Alarm, "emergency",
              {{"device", principal->device.toString()}, {"opened", std::to_string(found.opened.size())}});
  if (!done.ok())
    return failure(done);
  sync::wire::EmergencyReply reply;
  for (const ScopeId& scope : found.cases)
    reply.add_found(Bytes(scope.id.view()));
  reply.set_until(static_cast<uint64_t>(found.untilMillis));
  if (!found.opened.empty())
    m_board.post(principal->office, {}, std::move(found.opened));
  return answer(reply);
}

HttpResponse HubService::push(const HttpRequest& request) {
  const Result<Principal> principal = m_authentication.byToken(request);
  if (!principal.ok())
    return failure(principal.status());
  sync::wire::PushRequest message;
  if (std::optional<HttpResponse> failed = unpack(request.body, message))
    return *std::move(failed);
  if (std::optional<HttpResponse> failed = checkVersion(message.protocol()))
    return *std::move(failed);
  sync::wire::PushReply reply;
  const Result<Standing> standing = pushRecords(*principal, message, reply);
  if (!standing.ok())
    return failure(standing.status());
  return *standing == Standing::Unknown ? unknownStore() : withLease(answer(reply), *principal, m_clock.nowMillis());
}

// Whoever brings it: what counts is who has sealed it. It may come again, and after what it brings has come by itself.
HttpResponse HubService::takeParcel(const HttpRequest& request) {
  sync::ParcelSlip slip;
  const Result<Principal> principal = m_authentication.bySlip(request, slip);
  if (!principal.ok())
    return failure(principal.status());
  if (!slip.isFor(request.body))
    return error(401, sync::wire::UNAUTHORISED);
  const Result<Bytes> opened = crypto::unsealWith(m_parcelKey, request.body);
  if (!opened.ok())
    return error(400, sync::wire::MALFORMED);
  sync::wire::ParcelBody body;
  if (std::optional<HttpResponse> failed = unpack(*opened, body))
    return *std::move(failed);
  if (std::optional<HttpResponse> failed =
          checkVersion(body.has_push() ? body.push().protocol() : body.content().protocol()))
    return *std::move(failed);
  m_log.write(LogLevel::Info, "parcel", {{"device", principal->device.toString()}});
  return body.has_push() ? takeParcelOf(*principal, body.push()) : takeParcelOf(*principal, body.content());
}

HttpResponse HubService::takeParcelOf(const Principal& principal, const sync::wire::PushRequest& message) {
  sync::wire::PushReply pushed;
  const Result<Standing> standing = pushRecords(principal, message, pushed);
  if (!standing.ok())
    return failure(standing.status());
  if (*standing == Standing::Unknown)
    return unknownStore();
  sync::wire::ParcelReply reply;
  reply.set_settled(std::ranges::none_of(pushed.result(), [](const sync::wire::PushResult& result) {
    return result.outcome() == sync::wire::QUARANTINED || result.outcome() == sync::wire::REFUSED;
  }));
  return answer(reply);
}

HttpResponse HubService::takeParcelOf(const Principal& principal, const sync::wire::ContentPart& part) {
  const Result<sync::wire::ContentReply> kept = keepContent(principal, part);
  if (!kept.ok())
    return failure(kept.status());
  sync::wire::ParcelReply reply;
  reply.set_settled(kept->reason().empty() && kept->held() >= part.start() + part.bytes().size());
  return answer(reply);
}

Result<Standing> HubService::pushRecords(const Principal& principal, const sync::wire::PushRequest& message,
                                         sync::wire::PushReply& reply) {
  const Result<StoreClaim> found = claimOf(message);
  if (!found.ok())
    return Status::invalid("no claim of a store");
  const StoreClaim& claim = *found;
  Standing standing = Standing::InStep;
  std::set<ScopeId> changed;
  const Status done = m_pool.write(principal.office, [&](OfficeTransaction& rows) -> Status {
    const Result<Standing> judged = judgeClaim(rows, principal, claim);
    if (!judged.ok())
      return judged.status();
    standing = *judged;
    if (standing == Standing::Unknown)
      return {};
    if (standing == Standing::NewToken)
      RETURN_IF_ERROR(acceptClaim(rows, principal, claim));
    Push push(rows, principal, claim.replica, m_clock.nowMillis(), m_log);
    RETURN_IF_ERROR(takeAll(push, message, reply));
    changed = push.changedScopes();
    for (const Bytes& bytes : message.erased()) {
      const Result<ScopeId> scope = sync::scopeFromBytes(bytes);
      RETURN_IF_ERROR(scope.ok() ? rows.noteLeft(principal.device, *scope, m_clock.nowMillis())
                                 : Status::invalid("no scope"));
    }
    return {};
  });
  RETURN_IF_ERROR(done);
  if (standing == Standing::Unknown)
    RETURN_IF_ERROR(heedSetBack(principal, claim));
  if (!changed.empty())
    m_board.post(principal.office, principal.device, std::move(changed));
  m_log.write(LogLevel::Info, "push",
              {{"device", principal.device.toString()},
               {"items", std::to_string(message.record_size())},
               {"quarantined", std::to_string(countOutcome(reply, sync::wire::QUARANTINED))},
               {"refused", std::to_string(countOutcome(reply, sync::wire::REFUSED))},
               {"held", std::to_string(countOutcome(reply, sync::wire::HELD))},
               {"erased", std::to_string(message.erased_size())},
               {"standing", std::to_string(static_cast<int>(standing))}});
  return standing;
}

HttpResponse HubService::changes(const HttpRequest& request) {
  const Result<std::optional<ScopeId>> scope = scopeOf(request);
  if (!scope.ok())
    return error(400, sync::wire::MALFORMED);
  const bool takesParts = parameter(request, "parts") == "1";
  return answerStore(
      request,
      [&](OfficeTransaction& rows, const Principal& principal, const StoreClaim& claim) -> Result<HttpResponse> {
        const Bytes& cursor = scope->has_value() ? claim.scopeCursor : claim.cursor;
        const Result<sync::wire::ChangesReply> page =
            readChanges(rows, principal, {claim.replica, cursor, *scope, takesParts, m_pageBytes}, m_clock.nowMillis());
        return page.ok() ? Result<HttpResponse>(resumable(*page)) : page.status();
      });
}

HttpResponse HubService::scopes(const HttpRequest& request) {
  return answerStore(
      request, [&](OfficeTransaction& rows, const Principal& principal, const StoreClaim&) -> Result<HttpResponse> {
        const Result<sync::wire::ScopesReply> list = listScopes(rows, principal, m_clock.nowMillis());
        return list.ok() ? Result<HttpResponse>(answer(*list)) : list.status();
      });
}

// A content is what its name says, whoever brings it, so nobody asks which store it comes from.
HttpResponse HubService::takeContent(const HttpRequest& request) {
  const Result<Principal> principal = m_authentication.byToken(request);
  if (!principal.ok())
    return failure(principal.status());
  sync::wire::ContentPart part;
  if (std::optional<HttpResponse> failed = unpack(request.body, part))
    return *std::move(failed);
  if (std::optional<HttpResponse> failed = checkVersion(part.protocol()))
    return *std::move(failed);
  const Result<sync::wire::ContentReply> reply = keepContent(*principal, part);
  return reply.ok() ? answer(*reply) : failure(reply.status());
}

Result<sync::wire::ContentReply> HubService::keepContent(const Principal& principal,
                                                         const sync::wire::ContentPart& part) {
  ContentTaken taken;
  RETURN_IF_ERROR(m_pool.write(principal.office, [&](OfficeTransaction& rows) {
    return keep(hub::takeContent(rows, principal, part, m_clock.nowMillis()), taken);
  }));
  if (taken.completed)
    m_board.post(principal.office, principal.device, {*taken.completed});
  return std::move(taken.reply);
}

HttpResponse HubService::giveContent(const HttpRequest& request) {
  const Result<Principal> principal = m_authentication.byToken(request);
  if (!principal.ok())
    return failure(principal.status());
  if (std::optional<HttpResponse> failed = checkVersion(protocolOf(request)))
    return *std::move(failed);
  const Result<std::optional<ScopeId>> scope = scopeOf(request);
  const Result<Bytes> name = fromHex(parameter(request, "content"));
  const Result<ContentId> content = name.ok() ? ContentId::fromBytes(*name) : name.status();
  const std::optional<uint64_t> start = number<uint64_t>(parameter(request, "start"));
  if (!scope.ok() || !scope->has_value() || !content.ok() || !start.has_value())
    return error(400, sync::wire::MALFORMED);
  sync::wire::ContentPart part;
  const Status read = m_pool.read(principal->office, [&](OfficeTransaction& rows) {
    return keep(hub::giveContent(rows, *principal, **scope, *content, *start, m_clock.nowMillis()), part);
  });
  return read.ok() ? resumable(part) : failure(read);
}

HttpResponse HubService::answerStore(const HttpRequest& request, const Question& question) {
  const Result<Principal> principal = m_authentication.byToken(request);
  if (!principal.ok())
    return failure(principal.status());
  if (std::optional<HttpResponse> failed = checkVersion(protocolOf(request)))
    return *std::move(failed);
  const Result<StoreClaim> claim = claimOf(request);
  if (!claim.ok())
    return error(400, sync::wire::MALFORMED);
  const Result<Standing> standing = accept(*principal, *claim);
  if (!standing.ok())
    return failure(standing.status());
  if (*standing == Standing::Unknown)
    return unknownStore();
  HttpResponse response;
  const Status read = m_pool.read(
      principal->office, [&](OfficeTransaction& rows) { return keep(question(rows, *principal, *claim), response); });
  return read.ok() ? withLease(std::move(response), *principal, m_clock.nowMillis()) : failure(read);
}

// Writes only when there is a token to be stored, and now and then how far the device has read: a pull that finds
// nothing new must not cost a commit.
Result<Standing> HubService::accept(const Principal& principal, const StoreClaim& claim) {
  Standing standing = Standing::InStep;
  const auto judge = [&](OfficeTransaction& rows) { return keep(judgeClaim(rows, principal, claim), standing); };
  RETURN_IF_ERROR(m_pool.read(principal.office, judge));
  const int64_t now = m_clock.nowMillis();
  const bool isToBeNoted = std::abs(now - principal.heardMillis) >= sync::tuning::kNoteHeardMillis;
  if (standing == Standing::Unknown)
    RETURN_IF_ERROR(heedSetBack(principal, claim));
  if (standing == Standing::Unknown || (standing == Standing::InStep && !isToBeNoted))
    return standing;
  const Status done = m_pool.write(principal.office, [&](OfficeTransaction& rows) -> Status {
    RETURN_IF_ERROR(judge(rows));
    if (standing == Standing::Unknown)
      return {};
    if (standing == Standing::NewToken)
      RETURN_IF_ERROR(acceptClaim(rows, principal, claim));
    return isToBeNoted ? rows.noteHeard(principal.device, readUpTo(claim.cursor), now) : Status();
  });
  RETURN_IF_ERROR(done);
  return standing;
}

// Devices bring back what they wrote themselves then. All else that the hub lacks they bring in a recovery alone.
Status HubService::heedSetBack(const Principal& principal, const StoreClaim& claim) {
  bool isForgotten = false;
  RETURN_IF_ERROR(m_pool.read(principal.office, [&](OfficeTransaction& rows) {
    return keep(isForgottenCursor(rows, claim.cursor), isForgotten);
  }));
  if (!isForgotten)
    return {};
  m_log.write(LogLevel::Alarm, "hub_was_set_back", {{"device", principal.device.toString()}});
  return m_pool.write(principal.office, [](OfficeTransaction& rows) { return rows.forgetHowFarRead(); });
}

// When the store can't be asked nobody is sent away for good.
bool HubService::isStranger(const HttpRequest& request) {
  sync::ParcelSlip ignored;
  const Result<Principal> principal =
      request.path == kParcelsPath ? m_authentication.bySlip(request, ignored) : m_authentication.byToken(request);
  return principal.status().code() == StatusCode::WrongKey;
}

HttpResponse HubService::failure(const Status& status) {
  switch (status.code()) {
  case StatusCode::WrongKey:
    return error(401, sync::wire::UNAUTHORISED);
  case StatusCode::Refused:
    return error(403, sync::wire::UNAUTHORISED);
  case StatusCode::Revoked:
    return error(403, sync::wire::REVOKED);
  case StatusCode::Busy:
    return error(503, sync::wire::BUSY);
  case StatusCode::Invalid:
    return error(400, sync::wire::MALFORMED);
  default:
    // Nothing was kept, so the device may simply come again; what is wrong with the store is for the log.
    m_log.write(LogLevel::Alarm, "store_failed", {{"status", status.toString()}});
    return error(503, sync::wire::BUSY);
  }
}

} // namespace veikart::hub
