// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/platform/support/full_disk.h"

#include <atomic>
#include <cerrno>
#include <limits>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace veikart::test {

namespace {

constexpr uint64_t kEndless = std::numeric_limits<uint64_t>::max();
std::atomic<uint64_t> room = kEndless;

bool isFullFor(int file, uint64_t end) {
  struct stat status{};
  return end > room && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
}

} // namespace

FullDisk::FullDisk(uint64_t bytes) {
  room = bytes;
}

FullDisk::~FullDisk() {
  room = kEndless;
}

} // namespace veikart::test

// These stand before the C library's for all of the program, SQLite's library too.
extern "C" {

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  if (veikart::test::isFullFor(file, static_cast<uint64_t>(at) + size)) {
    errno = ENOSPC;
    return -1;
  }
  return ::syscall(SYS_pwrite64, file, bytes, size, at);
}

ssize_t write(int file, const void* bytes, size_t size) {
  const off64_t at = veikart::test::room == veikart::test::kEndless ? 0 : ::lseek64(file, 0, SEEK_CUR);
  if (at >= 0 && veikart::test::isFullFor(file, static_cast<uint64_t>(at) + size)) {
    errno = ENOSPC;
    return -1;
  }
  return ::syscall(SYS_write, file, bytes, size);
}
}
