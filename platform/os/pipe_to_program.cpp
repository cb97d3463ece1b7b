// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/process.h"

#include "platform/base/posix_error.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace veikart {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr auto kLookAgain = std::chrono::milliseconds(20);

// A started program and the pipe to its standard input. Ended and waited for when it goes.
class Child {
public:
  Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    closeInput();
    if (m_pid > 0) {
      ::kill(m_pid, SIGKILL);
      ::waitpid(m_pid, nullptr, 0);
    }
  }

  Status start(const std::string& program, std::vector<std::string> arguments);
  Status write(BytesView input, SteadyClock::time_point deadline);
  Status waitForEnd(SteadyClock::time_point deadline);
  void closeInput() {
    if (m_input >= 0)
      ::close(std::exchange(m_input, -1));
  }

private:
  pid_t m_pid = -1;
  int m_input = -1;
};

Status Child::start(const std::string& program, std::vector<std::string> arguments) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0)
    return posixError("make pipe", errno);
  m_input = ends[1];
  ::fcntl(m_input, F_SETFL, O_NONBLOCK);
  arguments.insert(arguments.begin(), program);
  std::vector<char*> pointers;
  pointers.reserve(arguments.size() + 1);
  for (std::string& argument : arguments)
    pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const int failed = ::posix_spawnp(&m_pid, program.c_str(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[0]);
  if (failed == 0)
    return {};
  m_pid = -1;
  return posixError("start program", failed);
}

Status Child::write(BytesView input, SteadyClock::time_point deadline) {
  while (!input.empty()) {
    const ssize_t written = ::write(m_input, input.data(), input.size());
    if (written > 0) {
      input.remove_prefix(static_cast<size_t>(written));
    } else if (written < 0 && errno == EAGAIN) {
      if (SteadyClock::now() > deadline)
        return Status::busy("the program does not read");
      pollfd waiting{m_input, POLLOUT, 0};
      ::poll(&waiting, 1, static_cast<int>(kLookAgain.count()));
    } else if (written < 0 && errno != EINTR) {
      return Status::refused("the program does not read");
    }
  }
  closeInput();
  return {};
}

Status Child::waitForEnd(SteadyClock::time_point deadline) {
  for (;;) {
    int state = 0;
    const pid_t ended = ::waitpid(m_pid, &state, WNOHANG);
    if (ended == m_pid) {
      m_pid = -1;
      return WIFEXITED(state) && WEXITSTATUS(state) == 0 ? Status() : Status::refused("the program failed");
    }
    if (SteadyClock::now() > deadline)
      return Status::busy("the program takes too long");
    std::this_thread::sleep_for(kLookAgain);
  }
}

} // namespace

Status pipeToProgram(const std::string& program, const std::vector<std::string>& arguments, BytesView input,
                     int64_t timeoutMillis) {
  std::signal(SIGPIPE, SIG_IGN); // a reader that leaves is an error code, not the end of this process
  const auto deadline = SteadyClock::now() + std::chrono::milliseconds(timeoutMillis);
  Child child;
  RETURN_IF_ERROR(child.start(program, arguments));
  RETURN_IF_ERROR(child.write(input, deadline));
  return child.waitForEnd(deadline);
}

} // namespace veikart
