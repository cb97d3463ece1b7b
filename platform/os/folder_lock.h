// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <filesystem>
#include <utility>

namespace veikart {

// Keeps a folder for one process alone: two replicas that number their writes in one store would lose some of them.
// Held until it is destroyed, or the process ends or is replaced (exec); no crash leaves it behind. Move only; any
// thread.
class FolderLock {
public:
  // Does not wait. Busy: another process has the folder, or another lock in this one. NotFound: no such folder. Io.
  static Result<FolderLock> take(const std::filesystem::path& folder);

  FolderLock(FolderLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
  FolderLock& operator=(FolderLock&& other) noexcept {
    std::swap(m_file, other.m_file);
    return *this;
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

private:
  explicit FolderLock(int file) : m_file(file) {}

  int m_file;
};

} // namespace veikart
