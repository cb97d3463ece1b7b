// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"
#include "tests/simulation/simulated_random.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace veikart::simulation {

// The disk of one machine: SQLite's files in one folder, written through a VFS of our own, which can stop the machine
// between any two storage operations, or in the middle of one, and lose what was not synced. What SQLite reads and
// writes are real files; they should lie in memory. One thread.
class SimulatedDisk {
public:
  explicit SimulatedDisk(std::filesystem::path folder); // exists already
  ~SimulatedDisk();
  SimulatedDisk(const SimulatedDisk&) = delete;
  SimulatedDisk& operator=(const SimulatedDisk&) = delete;

  const std::filesystem::path& folder() const { return m_folder; }

  // After so many more writes, truncations, syncs and removals the machine stands still: the one under way is cut short
  // and all later ones fail.
  void stopAfter(int operations) { m_left = operations; }
  void stop() { m_left = 0; }
  void goOn() { m_left = -1; } // nothing is to stop it; REQUIRES: !isStopped()
  bool isStopped() const { return m_left == 0; }

  enum class End { Killed, PowerCut };
  // The machine comes up again. After a power cut any part of what was not synced may be lost. REQUIRES: no store in
  // the folder is open.
  void restart(End end, Random& random);

private:
  friend struct Vfs;

  // A change to a file since its last sync, with what stood there before.
  struct Change {
    int64_t at = 0;
    Bytes written; // empty: the file was cut at `at`
    Bytes before;
    int64_t sizeBefore = 0;
  };

  static SimulatedDisk* find(const std::string& path);
  bool mayGoOn(); // counts one operation; false: the machine stands still
  void losePart(const std::string& path, const std::vector<Change>& changes, Random& random) const;

  std::filesystem::path m_folder;
  int m_left = -1; // operations; negative: no end in sight
  std::map<std::string, std::vector<Change>> m_unsynced;
};

} // namespace veikart::simulation
