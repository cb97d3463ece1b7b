// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <sys/resource.h>

#include <csignal>
#include <cstdint>

namespace veikart::test {

// While it lives, a disk on which no file grows beyond `room` bytes: by default, on which nothing more can be written.
class FullDisk {
public:
  explicit FullDisk(uint64_t room = 0) {
    std::signal(SIGXFSZ, SIG_IGN); // the write is to fail, not the process
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit limit{room, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

private:
  rlimit m_before{};
};

} // namespace veikart::test
