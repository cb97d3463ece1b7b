// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace veikart::test {

// While it lives, a disk on which no file grows beyond `room` bytes: by default, on which nothing more can be written.
// The program's own writes fail as on a real full disk (ENOSPC); link full_disk.cpp into it. One at a time.
class FullDisk {
public:
  explicit FullDisk(uint64_t room = 0);
  ~FullDisk();
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
};

} // namespace veikart::test
