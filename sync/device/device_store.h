// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/os/folder_lock.h"
#include "sync/client/parcel_folder.h"
#include "sync/replica/replica.h"

#include <filesystem>

namespace veikart::device {

// The folder of one device without a screen. Readable by its owner alone.
//
//   store.db  store.key (64 hexadecimal digits)  enrolment.json (with the device's token)  lock  session/lock
//   parcels/ (see ParcelFolder)
//
// Several processes may use it at once: each visit to the store has it for itself, so writing need not wait for a
// session that waits for its hub. Of sessions there is one at a time. One thread.
class DeviceStore {
public:
  // A new, empty store with a random key. Conflict when there is a device already, or any file of one.
  static Status create(const std::filesystem::path& folder, const Clock& clock);

  // NotFound without a device, the failures of Connection::open.
  static Result<std::unique_ptr<DeviceStore>> open(const std::filesystem::path& folder, const Clock& clock);

  // Busy when another process' visit takes long; else what `work` or Replica::open says.
  Status visit(const std::function<Status(sync::Replica&)>& work);
  Status visitTables(const std::function<Status(Connection&)>& work); // whatever state they are in

  Result<FolderLock> beginSession() const; // Busy while another process has one

  sync::ParcelFolder parcels() const;

  Result<sync::Enrolment> enrolment() const; // NotFound: not enrolled yet

  // Conflict when the store is enrolled for another user or office: what it holds is not theirs.
  Status keep(const sync::Enrolment& enrolment) const;

private:
  DeviceStore(std::filesystem::path folder, std::unique_ptr<Connection> db, const Clock& clock)
      : m_folder(std::move(folder)), m_db(std::move(db)), m_clock(clock) {}

  std::filesystem::path m_folder;
  std::unique_ptr<Connection> m_db;
  const Clock& m_clock;
};

} // namespace veikart::device
