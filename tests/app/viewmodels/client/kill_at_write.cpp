// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Preloaded into a program, ends it with SIGKILL just before its nth write to a database file (KILL_AT_WRITE=n). SQLite
// writes, shortens and syncs through these calls alone, so counting them finds every state the files can be left in.
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

void countWrite() {
  static const long killAt = [] {
    const char* text = std::getenv("KILL_AT_WRITE");
    return text ? std::atol(text) : 0;
  }();
  static std::atomic<long> writes = 0;
  if (++writes == killAt)
    ::kill(::getpid(), SIGKILL);
}

template<class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  countWrite();
  return real(file, bytes, size, at);
}

int ftruncate64(int file, off64_t size) {
  static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
  countWrite();
  return real(file, size);
}

int fdatasync(int file) {
  static const auto real = next<int (*)(int)>("fdatasync");
  countWrite();
  return real(file);
}
}
