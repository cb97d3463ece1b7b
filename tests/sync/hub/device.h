// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/hub_link.h"
#include "tests/sync/grant_fields.h"
#include "tests/sync/hub/test_hub.h"

#include "sync/record/canonical.h"

namespace veikart::test {

sync::ScopeId officeScope(const TestHub& hub);
sync::ScopeId caseScope(int number);
sync::RecordId recordId(int number);
std::unique_ptr<HttpClient> connectTo(const std::string& url, const std::string& certificate,
                                      int64_t timeoutMillis = 10'000);

// An enrolled device that speaks the protocol by hand: no replica, no session, so that a test may say anything.
class Device {
public:
  Device(TestHub& hub, const Uuid& user);

  // A record of this device with one write in each of `fields`.
  sync::Record make(int number, const sync::ScopeId& scope, const std::vector<std::string>& fields = {"text"},
                    const std::string& type = "note");
  sync::Record makeGrant(int number, const sync::ScopeId& scope, const Uuid& user);
  sync::Record makeEnd(int number, const sync::Record& grant);
  sync::Record makeFounding(const sync::ScopeId& scope, const Uuid& user); // the grant that `scope` begins with
  void write(sync::Record& record, const std::string& field, const Bytes& value);

  Result<sync::wire::PushReply> push(const std::vector<sync::Record>& records);
  Result<sync::wire::PushReply> pushBytes(const std::vector<Bytes>& records);
  std::string pushOne(const sync::Record& record); // its outcome and reason: "APPLIED", "REFUSED clock"
  Result<sync::wire::ChangesReply> tryChanges(const Bytes& cursor);
  sync::wire::ChangesReply changes(const Bytes& cursor = {});
  sync::wire::ChangesReply changesIn(const sync::ScopeId& scope, const Bytes& cursor = {});
  std::vector<sync::Record> pullAll(); // every page, its own writes too

  sync::ReplicaId replica;
  sync::Enrolment enrolment;
  Bytes token;
  Bytes cursor; // sent with pushes
  uint64_t counter = 0;
  int64_t stampMillis = kStartMillis;
  std::unique_ptr<HttpClient> http;
  sync::HubLink link;
};

std::string describe(const sync::wire::PushResult& result);

} // namespace veikart::test
