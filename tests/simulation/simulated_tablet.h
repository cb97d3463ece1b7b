// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/parcel.h"
#include "sync/client/sync_session.h"
#include "tests/simulation/simulated_hub.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace veikart::simulation {

// One user's store on one tablet: the real replica and the real session. Its machine can stop at any moment. One
// thread.
class SimulatedTablet : private sync::RecordObserver {
public:
  struct Owner {
    Uuid user;
    std::string deviceToken;
    sync::ParcelKeys parcelKeys;
    bool isSupervisor = false;
  };

  // `batchBytes`: of a push, about.
  SimulatedTablet(const std::filesystem::path& folder, SimulatedHub& hub, Owner owner, Random& random,
                  size_t batchBytes = sync::tuning::kPushBatchBytes);

  static Owner create(const std::filesystem::path& folder, SimulatedHub& hub,
                      const hub::User& user); // the store, enrolled

  const Owner& owner() const { return m_owner; }
  bool isOn() const { return m_replica != nullptr && !disk.isStopped(); }
  sync::Replica& replica() { return *m_replica; } // REQUIRES: isOn()
  // `meanwhile`, before each visit of the session to the store: what people do while it runs. REQUIRES: isOn()
  Result<sync::SyncReport> sync(const std::function<void()>& meanwhile = [] {});

  // What is unsent, as it is packed when the tablet is locked; all of it, or what was packed before the disk stopped.
  // REQUIRES: isOn()
  Status pack();
  // Any parcel that it ever packed, once more; nothing without one.
  std::optional<Result<bool>> deliverOne(Random& random);

  void start(); // does nothing when it is on
  void stop(SimulatedDisk::End end, Random& random);
  void keepImage(); // a copy of the whole store, as a backup of the tablet would hold; REQUIRES: isOn()
  void setBack();   // to that copy; it is on afterwards
  bool hasImage() const { return m_hasImage; }
  // The records that a scope's end has ever taken from it, wholly or but for what was unsent.
  const std::set<sync::RecordId>& erased() const { return m_erased; }

  SimulatedDisk disk;
  FakeClock clock{kStartMillis};
  SimulatedLine line;

private:
  std::filesystem::path file() const { return disk.folder() / "store.db"; }
  std::filesystem::path image() const { return disk.folder() / "store.image"; }
  void close();

  Status recordChanged(const sync::Record&) override { return {}; }
  Status recordsCleared() override { return {}; }
  Status recordsGone(const sync::ScopeId& scope, std::span<const sync::RecordName> records) override;

  Owner m_owner;
  size_t m_batchBytes;
  std::unique_ptr<Connection> m_db;
  std::unique_ptr<sync::Replica> m_replica;
  bool m_hasImage = false;
  std::set<sync::RecordId> m_erased;
  std::vector<sync::wire::Parcel> m_parcels;
};

using Tablets = std::vector<std::unique_ptr<SimulatedTablet>>;

} // namespace veikart::simulation
