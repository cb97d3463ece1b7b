// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/parcel_folder.h"

#include "platform/base/files.h"
#include "platform/os/folder_lock.h"
#include "sync/protocol/body.h"
#include "sync/protocol/tuning.h"

namespace veikart::sync {
namespace {

constexpr const char* kExtension = ".parcel";

std::string nameOf(int number) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits + kExtension;
}

Result<wire::Parcel> readParcel(const std::filesystem::path& file) {
  const Result<Bytes> bytes = readFile(file, tuning::kMaxBodyBytes);
  if (!bytes.ok())
    return bytes.status();
  wire::Parcel parcel;
  RETURN_IF_ERROR(unpackBody(*bytes, parcel));
  return parcel;
}

} // namespace

std::set<std::string> ParcelFolder::names() const {
  std::set<std::string> names;
  std::error_code error;
  std::filesystem::directory_iterator entry(m_folder, error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
    if (entry->path().extension() == kExtension)
      names.insert(entry->path().filename().string());
  return names;
}

// The new ones take the names of the old, one by one: whatever stops this, every parcel that lies there is whole, and
// an old one does no harm beside new ones.
Status ParcelFolder::pack(Replica& replica, const Enrolment& enrolment) const {
  RETURN_IF_ERROR(makePrivateFolder(m_folder));
  const Result<FolderLock> lock = FolderLock::take(m_folder);
  if (!lock.ok())
    return lock.status();
  std::set<std::string> old = names();
  int number = 0;
  RETURN_IF_ERROR(packUnsent(replica, enrolment, [&](const wire::Parcel& parcel) {
    const std::string name = nameOf(++number);
    old.erase(name);
    return writeFileDurably(m_folder / name, packBody(parcel));
  }));
  for (const std::string& name : old)
    RETURN_IF_ERROR(removeFileDurably(m_folder / name));
  return {};
}

ParcelFolder::Delivery ParcelFolder::deliver(const Connect& connect, const Clock& clock,
                                             std::set<std::string>& leftBefore) const {
  Delivery done;
  const Result<FolderLock> lock = FolderLock::take(m_folder);
  if (!lock.ok()) {
    done.hindrance = lock.status();
    return done;
  }
  for (const std::string& name : names()) {
    if (leftBefore.contains(name))
      continue;
    const Result<wire::Parcel> parcel = readParcel(m_folder / name);
    const Result<HttpTransport*> http =
        parcel.ok() ? connect(parcel->hub_url(), parcel->hub_certificate()) : parcel.status();
    Result<bool> isSettled = http.ok() ? sync::deliver(*parcel, **http, clock) : http.status();
    if (isSettled.status().isTransient()) {
      done.hindrance = isSettled.status();
      return done;
    }
    if (isSettled.ok() && *isSettled && removeFileDurably(m_folder / name).ok()) {
      ++done.delivered;
    } else {
      ++done.left;
      leftBefore.insert(name);
    }
  }
  return done;
}

} // namespace veikart::sync
