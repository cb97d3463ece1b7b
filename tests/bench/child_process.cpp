// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/child_process.h"

#include "platform/os/process.h"
#include "tests/bench/measure.h"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace veikart::bench {
namespace {

struct Pipe {
  Pipe() { mustBe(pipe2(ends, O_CLOEXEC) == 0, "no pipe"); }
  int ends[2] = {-1, -1}; // to read, to write
};

std::vector<char*> pointersTo(std::vector<std::string>& arguments) {
  std::vector<char*> pointers;
  for (std::string& argument : arguments)
    pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  return pointers;
}

} // namespace

std::filesystem::path besideThisProgram(const std::string& name) {
  return std::filesystem::path(executablePath()).replace_filename(name);
}

ChildProcess::ChildProcess(const std::string& name, std::vector<std::string> arguments,
                           const std::filesystem::path& errorFile) {
  arguments.insert(arguments.begin(), besideThisProgram(name));
  const Pipe input;
  const Pipe output;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input.ends[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output.ends[1], STDOUT_FILENO);
  if (!errorFile.empty())
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errorFile.c_str(), O_WRONLY | O_CREAT, 0600);
  const int failed = posix_spawn(&m_id, arguments[0].c_str(), &actions, nullptr, pointersTo(arguments).data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(input.ends[0]);
  close(output.ends[1]);
  m_input = input.ends[1];
  m_output = output.ends[0];
  mustBe(failed == 0, "a program of this build does not start");
}

ChildProcess::~ChildProcess() {
  if (!m_hasEnded) {
    ::kill(m_id, SIGTERM);
    static_cast<void>(waitForEnd());
  }
  close(m_input);
  close(m_output);
}

void ChildProcess::write(BytesView input) {
  mustBe(::write(m_input, input.data(), input.size()) == static_cast<ssize_t>(input.size()), "a pipe is closed");
}

std::string ChildProcess::readLine() {
  std::string line;
  for (char c = 0; read(m_output, &c, 1) == 1 && c != '\n';)
    line += c;
  return line;
}

int64_t ChildProcess::peakMemoryBytes() const {
  constexpr std::string_view kPeak = "VmHWM:";
  std::ifstream status("/proc/" + std::to_string(m_id) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(kPeak))
      return std::atoll(line.c_str() + kPeak.size()) * 1024;
  return 0;
}

void ChildProcess::kill() {
  ::kill(m_id, SIGKILL);
  static_cast<void>(waitForEnd());
}

bool ChildProcess::waitForEnd() {
  int state = 0;
  mustBe(waitpid(m_id, &state, 0) == m_id, "a process has ended twice");
  m_hasEnded = true;
  return WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

} // namespace veikart::bench
