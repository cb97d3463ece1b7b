// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/device/device_store.h"

#include "platform/base/files.h"
#include "platform/crypto/bare_key_file.h"
#include "platform/crypto/crypto.h"

#include <chrono>
#include <thread>

namespace veikart::device {
namespace {

constexpr const char* kStoreFile = "store.db";
constexpr const char* kNewStoreFile = "store.db.new"; // until its tables are made
constexpr const char* kKeyFile = "store.key";
constexpr const char* kEnrolmentFile = "enrolment.json";
constexpr const char* kSessionFolder = "session";
constexpr size_t kLargestFile = 64U * 1024;

// A visit takes some milliseconds; the largest page or transaction some hundreds.
constexpr std::chrono::seconds kLongestVisit{10};
constexpr std::chrono::milliseconds kKnock{5};

Result<FolderLock> lockInTurn(const std::filesystem::path& folder) {
  const auto end = std::chrono::steady_clock::now() + kLongestVisit;
  for (;;) {
    Result<FolderLock> lock = FolderLock::take(folder);
    if (lock.ok() || lock.status().code() != StatusCode::Busy || std::chrono::steady_clock::now() > end)
      return lock;
    std::this_thread::sleep_for(kKnock);
  }
}

Status makeTables(const std::filesystem::path& file, const SecretBytes& key, const Clock& clock) {
  const Result<std::unique_ptr<Connection>> db = Connection::open(file, key, Connection::Mode::Create);
  return db.ok() ? sync::Replica::open(**db, clock, nullptr).status() : db.status();
}

} // namespace

// The store comes last and under another name until it is whole: a folder with a store holds all that a device needs.
Status DeviceStore::create(const std::filesystem::path& folder, const Clock& clock) {
  std::error_code ignored;
  for (const char* name : {kStoreFile, kNewStoreFile, kKeyFile, kEnrolmentFile})
    if (std::filesystem::exists(std::filesystem::symlink_status(folder / name, ignored)))
      return Status::conflict(std::string("this folder holds a device, or the beginning of one: ") + name);
  RETURN_IF_ERROR(makePrivateFolder(folder));
  RETURN_IF_ERROR(makePrivateFolder(folder / kSessionFolder));
  const SecretBytes key = SecretBytes::random(crypto::kKeySize);
  RETURN_IF_ERROR(writeBareKey(folder / kKeyFile, key));
  RETURN_IF_ERROR(makeTables(folder / kNewStoreFile, key, clock));
  return renameDurably(folder / kNewStoreFile, folder / kStoreFile);
}

Result<std::unique_ptr<DeviceStore>> DeviceStore::open(const std::filesystem::path& folder, const Clock& clock) {
  const Result<SecretBytes> key = readBareKey(folder / kKeyFile);
  if (key.status().code() == StatusCode::NotFound)
    return Status::notFound("this folder holds no device: `veikart-device init` makes one");
  if (!key.ok())
    return key.status();
  Result<std::unique_ptr<Connection>> db = Connection::open(folder / kStoreFile, *key, Connection::Mode::OpenExisting);
  if (!db.ok())
    return db.status();
  return std::unique_ptr<DeviceStore>(new DeviceStore(folder, *std::move(db), clock));
}

Status DeviceStore::visitTables(const std::function<Status(Connection&)>& work) {
  const Result<FolderLock> lock = lockInTurn(m_folder);
  return lock.ok() ? work(*m_db) : lock.status();
}

// The replica is opened anew each time: it remembers its counter, and another process may have written meanwhile.
Status DeviceStore::visit(const std::function<Status(sync::Replica&)>& work) {
  return visitTables([&](Connection& db) {
    const Result<std::unique_ptr<sync::Replica>> replica = sync::Replica::open(db, m_clock, nullptr);
    return replica.ok() ? work(**replica) : replica.status();
  });
}

Result<FolderLock> DeviceStore::beginSession() const {
  Result<FolderLock> lock = FolderLock::take(m_folder / kSessionFolder);
  if (lock.status().code() == StatusCode::Busy)
    return Status::busy("another session of this device is under way");
  return lock;
}

sync::ParcelFolder DeviceStore::parcels() const {
  return sync::ParcelFolder(m_folder / "parcels");
}

Result<sync::Enrolment> DeviceStore::enrolment() const {
  const Result<Bytes> json = readFile(m_folder / kEnrolmentFile, kLargestFile);
  if (json.status().code() == StatusCode::NotFound)
    return Status::notFound("this device is not enrolled: `veikart-device enrol` does that");
  return json.ok() ? sync::parseEnrolment(*json) : json.status();
}

Status DeviceStore::keep(const sync::Enrolment& enrolment) const {
  const Result<sync::Enrolment> known = this->enrolment();
  if (!known.ok() && known.status().code() != StatusCode::NotFound)
    return known.status();
  if (known.ok() && (known->userId != enrolment.userId || known->officeId != enrolment.officeId))
    return Status::conflict("this store is another user's, or of another office: make a device in a folder of its own");
  return writeFileDurably(m_folder / kEnrolmentFile, sync::toJson(enrolment));
}

} // namespace veikart::device
