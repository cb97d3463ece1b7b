// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/folder_lock.h"

#include "platform/base/posix_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace veikart {

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  // A file of its own: the store's is locked by SQLite, and the folder itself can't be opened for writing.
  FolderLock lock(::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (lock.m_file < 0)
    return posixError("open the folder's lock", errno);
  if (::flock(lock.m_file, LOCK_EX | LOCK_NB) != 0)
    return posixError("lock the folder", errno);
  return lock;
}

FolderLock::~FolderLock() {
  if (m_file >= 0)
    ::close(m_file);
}

} // namespace veikart
