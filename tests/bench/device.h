// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/sync_session.h"
#include "tests/bench/bare_store.h"
#include "tests/bench/case_records.h"
#include "tests/bench/hub_process.h"

#include <span>

namespace veikart::bench {

// What one session took.
struct SyncCost {
  double millis = 0;
  uint64_t bytesUp = 0;
  uint64_t bytesDown = 0;
  sync::SyncReport report;

  SyncCost& operator+=(const SyncCost& other);
};

// An enrolled device with a replica in a file of its own. One thread.
class Device {
public:
  Device(HubProcess& hub, hub::Role role, std::filesystem::path file);

  sync::Replica& replica() { return *m_replica; }

  // Store and connection as a newly started process finds them.
  void restart();
  SyncCost sync();

  void foundScopes(std::span<const CaseRecord> records); // the grants that their scopes begin with
  void writeAll(std::span<const CaseRecord> records);    // one transaction
  void write(std::span<const int> numbers, std::span<const CaseRecord> records,
             const std::function<Edit(const CaseRecord&)>& edit);
  std::vector<sync::Record> records(); // by id, without the grants
  std::vector<BareRow> rows();         // the same, as the hub and this device hold them

private:
  std::filesystem::path m_file;
  SecretBytes m_key = SecretBytes::random(32);
  SystemClock m_clock;
  std::unique_ptr<Connection> m_db;
  std::unique_ptr<sync::Replica> m_replica;
  sync::Enrolment m_enrolment;
  std::unique_ptr<HttpClient> m_http;
};

// What a device writes: the grants that the records' scopes begin with, and the records.
std::vector<sync::RecordWrite> foundingsOf(std::span<const CaseRecord> records, const Uuid& user);
std::vector<sync::RecordWrite> writesOf(std::span<const CaseRecord> records);

sync::RecordId recordId(int number);
int numberOf(const sync::RecordId& id);

} // namespace veikart::bench
