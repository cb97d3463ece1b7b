// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/hub/device.h"

#include "platform/crypto/crypto.h"
#include "sync/protocol/tuning.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

sync::ScopeId officeScope(const TestHub& hub) {
  return {sync::ScopeKind::Office, hub.office};
}

sync::ScopeId caseScope(int number) {
  sync::ScopeId scope{sync::ScopeKind::Case, {}};
  scope.id.bytes[0] = 0xca;
  scope.id.bytes[15] = static_cast<uint8_t>(number);
  return scope;
}

sync::RecordId recordId(int number) {
  sync::RecordId id;
  id.bytes[0] = 1;
  id.bytes[14] = static_cast<uint8_t>(number >> 8);
  id.bytes[15] = static_cast<uint8_t>(number);
  return id;
}

std::unique_ptr<HttpClient> connectTo(const std::string& url, const std::string& certificate, int64_t timeoutMillis) {
  HttpClientOptions options;
  options.baseUrl = url;
  options.pinnedCertificate = certificate;
  options.totalTimeoutMillis = timeoutMillis;
  Result<std::unique_ptr<HttpClient>> http = HttpClient::create(std::move(options));
  REQUIRE(http.status().toString() == Status().toString());
  return *std::move(http);
}

Device::Device(TestHub& hub, const Uuid& user)
    : replica(Uuid::makeV7(hub.clock)), enrolment(hub.enrol(user, replica)), token(crypto::randomBytes(16)),
      http(connectTo(hub.url(), hub.certificate())), link(*http, enrolment.deviceToken, hub.clock) {}

sync::Record Device::make(int number, const sync::ScopeId& scope, const std::vector<std::string>& fields,
                          const std::string& type) {
  sync::Record record{recordId(number), type, scope, {}, false};
  for (const std::string& field : fields)
    write(record, field, "value of " + field);
  return record;
}

sync::Record Device::makeFounding(const sync::ScopeId& scope, const Uuid& user) {
  sync::Record grant = makeGrant(0, scope, user);
  grant.id = sync::foundingGrant(scope);
  return grant;
}

sync::Record Device::makeGrant(int number, const sync::ScopeId& scope, const Uuid& user) {
  sync::Record grant{recordId(number), "grant", scope, {}, false};
  for (const sync::FieldWrite& field : grantFields(user))
    write(grant, field.name, field.value);
  return grant;
}

sync::Record Device::makeEnd(int number, const sync::Record& grant) {
  sync::Record end{recordId(number), "grant_end", grant.scope, {}, false};
  for (const sync::FieldWrite& field : grantEndFields(grant.id))
    write(end, field.name, field.value);
  return end;
}

void Device::write(sync::Record& record, const std::string& field, const Bytes& value) {
  sync::write(record, field, value, {replica, ++counter}, sync::Stamp::fromMillis(stampMillis));
}

Result<sync::wire::PushReply> Device::push(const std::vector<sync::Record>& records) {
  std::vector<Bytes> bytes;
  for (const sync::Record& record : records)
    bytes.push_back(sync::encode(record));
  return pushBytes(bytes);
}

Result<sync::wire::PushReply> Device::pushBytes(const std::vector<Bytes>& records) {
  sync::wire::PushRequest request;
  request.set_protocol(sync::tuning::kProtocolVersion);
  request.set_replica_id(Bytes(replica.view()));
  request.set_current_token(token);
  request.set_cursor(cursor);
  for (const Bytes& record : records)
    request.add_record(record);
  return link.push(request);
}

std::string describe(const sync::wire::PushResult& result) {
  std::string text = result.outcome() == sync::wire::APPLIED       ? "APPLIED"
                     : result.outcome() == sync::wire::MERGED      ? "MERGED"
                     : result.outcome() == sync::wire::QUARANTINED ? "QUARANTINED"
                     : result.outcome() == sync::wire::HELD        ? "HELD"
                                                                   : "REFUSED";
  return result.reason().empty() ? text : text + " " + result.reason();
}

std::string Device::pushOne(const sync::Record& record) {
  const Result<sync::wire::PushReply> reply = push({record});
  REQUIRE(reply.status().toString() == Status().toString());
  REQUIRE(reply->result_size() == 1);
  return describe(reply->result(0));
}

Result<sync::wire::ChangesReply> Device::tryChanges(const Bytes& from) {
  return link.changes({replica, from, token, {}});
}

sync::wire::ChangesReply Device::changes(const Bytes& from) {
  const Result<sync::wire::ChangesReply> page = tryChanges(from);
  REQUIRE(page.status().toString() == Status().toString());
  return *page;
}

sync::wire::ChangesReply Device::changesIn(const sync::ScopeId& scope, const Bytes& from) {
  const Result<sync::wire::ChangesReply> page = link.changes({replica, {}, token, {}}, sync::ScopePlace{scope, from});
  REQUIRE(page.status().toString() == Status().toString());
  return *page;
}

std::vector<sync::Record> Device::pullAll() {
  std::vector<sync::Record> records;
  const sync::ReplicaId nobodyYet = Uuid::makeV7(SystemClock());
  Bytes from;
  for (;;) {
    const Result<sync::wire::ChangesReply> page = link.changes({nobodyYet, from, {}, {}});
    REQUIRE(page.status().toString() == Status().toString());
    for (const Bytes& bytes : page->record())
      records.push_back(sync::decode(bytes).value());
    if (!page->more())
      return records;
    from = page->cursor();
  }
}

} // namespace veikart::test
