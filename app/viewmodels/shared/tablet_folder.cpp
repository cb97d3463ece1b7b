// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/tablet_folder.h"

#include "platform/base/files.h"
#include "platform/crypto/crypto.h"

#include <algorithm>
#include <array>

namespace veikart::ui {

namespace {

constexpr const char* kIdentity = "tablet.json";
constexpr size_t kMaxIdentity = 64U * 1024;
constexpr size_t kNameBytes = 8;
constexpr std::string_view kUnfinished = ".new";

// Everything that DeviceFolder knows of, the key last: while it is in the root, there is more to be moved.
constexpr std::array kFilesOfOneUser = {"store.db",     "store.db-wal", "store.db-shm", "enrolment",
                                        "profile.json", "sessions",     "parcels",      "key.json"};

bool isThere(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

} // namespace

Status TabletFolder::prepare() const {
  RETURN_IF_ERROR(makePrivateFolder(m_root));
  RETURN_IF_ERROR(makePrivateFolder(m_root / "users"));
  RETURN_IF_ERROR(layOutAnew());
  for (const std::string& name : folderNames())
    if (const DeviceFolder folder = folderOf(name); folder.isUnfinished())
      RETURN_IF_ERROR(folder.destroy());
  return {};
}

Status TabletFolder::layOutAnew() const {
  const std::filesystem::path unfinished = m_root / "users" / ("first" + std::string(kUnfinished));
  if (!isThere(m_root / "key.json") && !isThere(unfinished))
    return {};
  RETURN_IF_ERROR(makePrivateFolder(unfinished));
  for (const char* name : kFilesOfOneUser)
    if (isThere(m_root / name))
      RETURN_IF_ERROR(renameDurably(m_root / name, unfinished / name));
  return renameDurably(unfinished, m_root / "users" / "first");
}

std::vector<std::string> TabletFolder::folderNames() const {
  std::vector<std::string> names;
  std::error_code error;
  std::filesystem::directory_iterator entry(m_root / "users", error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
    if (const std::string name = entry->path().filename().string(); !name.ends_with(kUnfinished))
      names.push_back(name);
  return names;
}

std::vector<TabletFolder::User> TabletFolder::users() const {
  std::vector<User> users;
  for (const std::string& name : folderNames())
    if (const DeviceFolder folder = folderOf(name); folder.isEnrolled())
      users.push_back({name, folder.firstName()});
  std::ranges::sort(users, {}, [](const User& user) { return std::pair(user.firstName, user.folderName); });
  return users;
}

std::vector<DeviceFolder> TabletFolder::folders() const {
  std::vector<DeviceFolder> folders;
  for (const std::string& name : folderNames())
    folders.push_back(folderOf(name));
  return folders;
}

std::string TabletFolder::newFolderName() const {
  return toHex(crypto::randomBytes(kNameBytes));
}

Result<sync::TabletIdentity> TabletFolder::identity() const {
  const Result<Bytes> text = readFile(m_root / kIdentity, kMaxIdentity);
  return text.ok() ? sync::parseTablet(*text) : text.status();
}

Status TabletFolder::saveIdentity(const sync::TabletIdentity& identity) const {
  return writeFileDurably(m_root / kIdentity, sync::toJson(identity));
}

} // namespace veikart::ui
