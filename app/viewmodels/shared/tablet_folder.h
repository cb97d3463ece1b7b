// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/device_folder.h"

#include <string>
#include <vector>

namespace veikart::ui {

// The files of one tablet: what its users share, and a folder for each of them, which nobody else's key opens.
//
//   tablet.json   how the office knows the tablet; opens no store (sync/client/enrolment.h)
//   lock          held by the process that uses the tablet (platform/os/folder_lock.h)
//   users/NAME/   one user's files (device_folder.h)
//
// A value; any thread.
class TabletFolder {
public:
  explicit TabletFolder(std::filesystem::path root) : m_root(std::move(root)) {}

  const std::filesystem::path& root() const { return m_root; }

  // Before anything else is asked. A tablet that had one user and kept his files in the root is laid out anew; a store
  // that was being made or destroyed when the app stopped goes. A stop in the middle is gone on with the next time.
  Status prepare() const;

  struct User {
    std::string folderName;
    std::string firstName; // empty when not known
  };
  std::vector<User> users() const; // who can unlock something, by first name
  DeviceFolder folderOf(const std::string& folderName) const { return DeviceFolder(m_root / "users" / folderName); }
  std::string newFolderName() const;
  // Of whom unsent work may lie here, also one whose store was destroyed.
  std::vector<DeviceFolder> folders() const;

  Result<sync::TabletIdentity> identity() const; // NotFound before the first user was let in
  Status saveIdentity(const sync::TabletIdentity& identity) const;

private:
  Status layOutAnew() const;
  std::vector<std::string> folderNames() const;

  std::filesystem::path m_root;
};

} // namespace veikart::ui
