// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/client/tablet.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

namespace veikart::test {
namespace {

SecretBytes storeKey() {
  return SecretBytes::copyOf(Bytes(32, 'k'));
}

} // namespace

Tablet::Tablet(TestHub& hub, const Uuid& user) : office(officeScope(hub)) {
  open();
  enrolment = hub.enrol(user, replica->id());
  connect(hub.url(), hub.certificate());
}

Tablet::Tablet(const TestHub& hub, Tablet& original) : office(original.office), enrolment(original.enrolment) {
  REQUIRE(original.db->backupTo(place / "store.db", storeKey()).ok());
  open();
  connect(hub.url(), hub.certificate());
}

void Tablet::open() {
  Result<std::unique_ptr<Connection>> opened =
      Connection::open(place / "store.db", storeKey(), Connection::Mode::Create);
  REQUIRE(opened.status().toString() == Status().toString());
  db = *std::move(opened);
  Result<std::unique_ptr<sync::Replica>> made = sync::Replica::open(*db, clock, nullptr);
  REQUIRE(made.status().toString() == Status().toString());
  replica = *std::move(made);
}

void Tablet::connect(const std::string& url, const std::string& certificate, int64_t timeoutMillis) {
  http = connectTo(url, certificate, timeoutMillis);
}

void Tablet::write(int record, const std::string& field, const Bytes& value) {
  write(record, office, "note", {{field, value}});
}

void Tablet::write(int record, const sync::ScopeId& scope, const std::string& type,
                   std::vector<sync::FieldWrite> fields) {
  const sync::RecordWrite write{recordId(record), type, scope, std::move(fields)};
  REQUIRE(replica->write({&write, 1}).toString() == Status().toString());
}

void Tablet::grant(int record, const sync::ScopeId& scope, const Uuid& user) {
  writeGrant(recordId(record), scope, user);
}

void Tablet::found(const sync::ScopeId& scope) {
  writeGrant(sync::foundingGrant(scope), scope, enrolment.userId);
}

void Tablet::writeGrant(const sync::RecordId& id, const sync::ScopeId& scope, const Uuid& user) {
  const sync::RecordWrite write{id, "grant", scope, grantFields(user)};
  REQUIRE(replica->write({&write, 1}).toString() == Status().toString());
}

void Tablet::endGrant(int record, const sync::ScopeId& scope, const sync::RecordId& grant) {
  write(record, scope, "grant_end", grantEndFields(grant));
}

Result<sync::SyncReport> Tablet::sync() {
  visits = 0;
  const sync::ReplicaGate gate = [this](const std::function<Status(sync::Replica&)>& work) {
    if (onVisit)
      onVisit(++visits);
    if (isShut)
      return Status::busy("the store is closed");
    return work(*replica);
  };
  return sync::SyncSession(*http, gate, {enrolment.deviceToken}, clock, onProgress).run();
}

void Tablet::syncWell() {
  const Result<sync::SyncReport> report = sync();
  REQUIRE(report.status().toString() == Status().toString());
  REQUIRE(report->digestsAgree);
}

std::map<sync::RecordId, sync::Record> Tablet::state() const {
  std::map<sync::RecordId, sync::Record> records;
  const Result<std::vector<sync::Record>> all = replica->loadAll();
  REQUIRE(all.ok());
  for (const sync::Record& record : *all)
    records[record.id] = record;
  return records;
}

std::string Tablet::read(int record, const std::string& field) const {
  const std::optional<sync::Record> found = replica->load(recordId(record)).value();
  if (!found.has_value() || found->fields.count(field) == 0)
    return "-";
  std::multiset<std::string> values;
  for (const sync::Sibling& sibling : found->fields.at(field).siblings)
    values.insert(sibling.value);
  std::string text;
  for (const std::string& value : values)
    text += (text.empty() ? "" : "|") + value;
  return text;
}

} // namespace veikart::test
