// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"

#include <filesystem>
#include <sys/types.h>
#include <vector>

namespace veikart::bench {

// A program of this build, started with pipes to its standard input and output. One thread.
class ChildProcess {
public:
  // `name` lies beside this program; what it says on standard error goes to `errorFile`, or where this
  // program's goes when that is empty.
  ChildProcess(const std::string& name, std::vector<std::string> arguments, const std::filesystem::path& errorFile);
  ~ChildProcess(); // asks it to end, and waits
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  void write(BytesView input);
  std::string readLine();          // empty at the end
  int64_t peakMemoryBytes() const; // so far; 0 once it has ended
  void kill();                     // at once, without asking it
  bool waitForEnd();               // whether it ended well

private:
  pid_t m_id = -1;
  bool m_hasEnded = false;
  int m_input = -1;
  int m_output = -1;
};

std::filesystem::path besideThisProgram(const std::string& name);

} // namespace veikart::bench
