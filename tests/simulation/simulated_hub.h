// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_transport.h"
#include "sync/hub/hub_service.h"
#include "tests/simulation/simulated_disk.h"

#include <deque>
#include <optional>
#include <sstream>

namespace veikart::simulation {

inline constexpr int64_t kStartMillis = 1'790'000'000'000;

// The hub's own service on its own store, without sockets: its machine can stop at any moment, and its store be set
// back to an older copy. One thread.
class SimulatedHub {
public:
  explicit SimulatedHub(const std::filesystem::path& folder, size_t pageBytes = sync::tuning::kPageBytes);

  static Uuid create(const std::filesystem::path& folder); // the store with one office; its id

  // Nothing when the hub is down, or went down while it worked.
  std::optional<HttpResponse> handle(const HttpRequest& request);

  void handleLater(const HttpRequest& request) { m_late.push_back(request); }
  void handleLate(); // all that still is under way

  void start(); // does nothing when it is up
  void stop(SimulatedDisk::End end, Random& random);
  bool isUp() const { return m_service.has_value() && !disk.isStopped(); }
  void backUp();  // REQUIRES: isUp()
  void restore(); // of what was backed up; the hub is up afterwards
  void recover(); // what its administrator does then; REQUIRES: isUp()
  bool hasBackup() const { return m_hasBackup; }

  hub::StorePool& stores() { return *m_pool; }
  std::string logged() const { return m_logged.str(); }

  SimulatedDisk disk;
  FakeClock clock{kStartMillis};
  Uuid office;

private:
  std::filesystem::path file() const { return disk.folder() / "hub.db"; }
  std::filesystem::path backup() const { return disk.folder() / "hub.backup"; }

  size_t m_pageBytes;
  std::ostringstream m_logged;
  hub::HubLog m_log{m_logged};
  std::optional<hub::StorePool> m_pool;
  std::optional<hub::HubService> m_service;
  std::deque<HttpRequest> m_late;
  bool m_hasBackup = false;
};

// A tablet's line to the hub, which loses, doubles and delays. One thread.
class SimulatedLine final : public HttpTransport {
public:
  SimulatedLine(SimulatedHub& hub, const SimulatedDisk& tablet, Random& random)
      : m_hub(hub), m_tablet(tablet), m_random(random) {}

  void setFaults(int percent) { m_faultPercent = percent; } // of the requests

  Result<HttpResponse> send(const HttpRequest& request) override;
  uint64_t bytesSent() const override { return m_bytesSent; }

private:
  std::optional<HttpResponse> carry(const HttpRequest& request);

  SimulatedHub& m_hub;
  const SimulatedDisk& m_tablet;
  Random& m_random;
  int m_faultPercent = 0;
  uint64_t m_bytesSent = 0;
};

} // namespace veikart::simulation
