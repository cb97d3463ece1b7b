// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/sync_session.h"
#include "tests/sync/hub/device.h"

#include <map>

namespace veikart::test {

// A tablet with a real encrypted store, enrolled to a hub. Failures other than those of sync() end the test.
class Tablet {
public:
  Tablet(TestHub& hub, const Uuid& user);
  Tablet(const TestHub& hub, Tablet& original); // what a copy of its folder makes

  void write(int record, const std::string& field, const Bytes& value);
  void write(int record, const sync::ScopeId& scope, const std::string& type, std::vector<sync::FieldWrite> fields);
  void grant(int record, const sync::ScopeId& scope, const Uuid& user);
  void endGrant(int record, const sync::ScopeId& scope, const sync::RecordId& grant);
  void found(const sync::ScopeId& scope); // with the grant that it begins with, for this user

  Result<sync::SyncReport> sync();
  void syncWell(); // and REQUIRE that it went well, with equal digests

  std::map<sync::RecordId, sync::Record> state() const;
  std::string read(int record, const std::string& field) const; // values joined by '|', sorted; "-": nothing
  int64_t unsent() const { return replica->outbox().value().records; }
  int64_t refused() const { return replica->outbox().value().refused; }
  void connect(const std::string& url, const std::string& certificate, int64_t timeoutMillis = 10'000);

  TemporaryFolder place;
  FakeClock clock{kStartMillis};
  sync::ScopeId office;
  std::unique_ptr<Connection> db;
  std::unique_ptr<sync::Replica> replica;
  sync::Enrolment enrolment;
  std::unique_ptr<HttpClient> http;
  int visits = 0;                         // of the session to the store, in the latest sync
  std::function<void(int visit)> onVisit; // before each
  sync::SyncSession::ProgressListener onProgress;
  bool isShut = false; // locked: the session reaches the store no more

private:
  void open();
  void writeGrant(const sync::RecordId& id, const sync::ScopeId& scope, const Uuid& user);
};

} // namespace veikart::test
