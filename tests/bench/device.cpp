// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/device.h"

#include "sync/record/canonical.h"
#include "tests/bench/measure.h"
#include "tests/sync/grant_fields.h"

namespace veikart::bench {
namespace {

constexpr int64_t kFirstMadeMillis = 1'790'000'000'000;

// Of version 7, a millisecond apart, as an app makes them.
Uuid idAt(int64_t millis, uint8_t kind) {
  Uuid id;
  for (size_t i = 0; i < 6; ++i)
    id.bytes[i] = static_cast<uint8_t>(millis >> (8 * (5 - i)));
  id.bytes[6] = 0x70;
  id.bytes[8] = 0x80;
  id.bytes[15] = kind;
  return id;
}

// Records of one caseload are used by the same people, so the caseload is the data set's scope.
sync::ScopeId scopeOf(const CaseRecord& record) {
  return {sync::ScopeKind::Case, idAt(kFirstMadeMillis + caseloadOf(record), 2)};
}

// The grant that a scope begins with.
sync::RecordWrite foundingOf(const sync::ScopeId& scope, const Uuid& user) {
  return {sync::foundingGrant(scope), std::string(sync::kGrantType), scope, test::grantFields(user)};
}

sync::RecordWrite writeOf(int number, const CaseRecord& record, const Edit& fields) {
  sync::RecordWrite write{recordId(number), "case_record", scopeOf(record), {}};
  for (const auto& [name, json] : fields)
    write.fields.push_back({name, json});
  return write;
}

} // namespace

std::vector<sync::RecordWrite> foundingsOf(std::span<const CaseRecord> records, const Uuid& user) {
  std::vector<sync::RecordWrite> writes;
  std::set<sync::ScopeId> scopes;
  for (const CaseRecord& record : records)
    if (const sync::ScopeId scope = scopeOf(record); scopes.insert(scope).second)
      writes.push_back(foundingOf(scope, user));
  return writes;
}

std::vector<sync::RecordWrite> writesOf(std::span<const CaseRecord> records) {
  std::vector<sync::RecordWrite> writes;
  for (size_t i = 0; i < records.size(); ++i)
    writes.push_back(writeOf(static_cast<int>(i), records[i], records[i].fields));
  return writes;
}

sync::RecordId recordId(int number) {
  return idAt(kFirstMadeMillis + number, 1);
}

int numberOf(const sync::RecordId& id) {
  int64_t millis = 0;
  for (size_t i = 0; i < 6; ++i)
    millis = millis << 8 | id.bytes[i];
  return static_cast<int>(millis - kFirstMadeMillis);
}

SyncCost& SyncCost::operator+=(const SyncCost& other) {
  millis += other.millis;
  bytesUp += other.bytesUp;
  bytesDown += other.bytesDown;
  report = other.report;
  return *this;
}

Device::Device(HubProcess& hub, hub::Role role, std::filesystem::path file) : m_file(std::move(file)) {
  restart();
  m_enrolment = hub.enrol(role, m_replica->id());
  restart();
}

void Device::restart() {
  m_replica.reset();
  m_db.reset();
  m_db = must(Connection::open(m_file, m_key, Connection::Mode::Create));
  m_replica = must(sync::Replica::open(*m_db, m_clock, nullptr));
  if (m_enrolment.hubUrl.empty())
    return;
  HttpClientOptions options;
  options.baseUrl = m_enrolment.hubUrl;
  options.pinnedCertificate = m_enrolment.hubCertificate;
  m_http = must(HttpClient::create(std::move(options)));
}

SyncCost Device::sync() {
  const uint64_t sentBefore = m_http->bytesSent();
  const uint64_t receivedBefore = m_http->bytesReceived();
  const Stopwatch watch;
  sync::SyncSession session(
      *m_http, [this](const auto& work) { return work(*m_replica); }, {m_enrolment.deviceToken}, m_clock);
  const sync::SyncReport report = must(session.run());
  const double millis = watch.millis();
  mustBe(report.digestsAgree && report.refused == 0, "the sync did not come to its end");
  return {millis, m_http->bytesSent() - sentBefore, m_http->bytesReceived() - receivedBefore, report};
}

void Device::foundScopes(std::span<const CaseRecord> records) {
  must(m_replica->write(foundingsOf(records, m_enrolment.userId)));
}

void Device::writeAll(std::span<const CaseRecord> records) {
  must(m_replica->write(writesOf(records)));
}

void Device::write(std::span<const int> numbers, std::span<const CaseRecord> records,
                   const std::function<Edit(const CaseRecord&)>& edit) {
  std::vector<sync::RecordWrite> writes;
  for (const int number : numbers) {
    const CaseRecord& record = records[static_cast<size_t>(number)];
    writes.push_back(writeOf(number, record, edit(record)));
  }
  must(m_replica->write(writes));
}

std::vector<sync::Record> Device::records() {
  std::vector<sync::Record> records = must(m_replica->loadAll());
  std::erase_if(records, [](const sync::Record& record) { return record.type == sync::kGrantType; });
  return records;
}

std::vector<BareRow> Device::rows() {
  std::vector<BareRow> rows;
  for (const sync::Record& record : records())
    rows.push_back({Bytes(record.id.view()), record.type, record.scope, sync::encode(record)});
  return rows;
}

} // namespace veikart::bench
