// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/core_dumps.h"

#include "platform/os/process.h"
#include "tests/platform/support/temporary_folder.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace veikart;

namespace {

// How a child ends that may leave a core in `folder` and does `work`.
template<class Work>
int endOfChild(const test::TemporaryFolder& folder, Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    rlimit limit{};
    ::getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_CORE, &limit);
    std::signal(SIGABRT, SIG_DFL);
    if (::chdir(folder.path().c_str()) == 0)
      work();
    ::_exit(9);
  }
  int state = 0;
  REQUIRE(::waitpid(child, &state, 0) == child);
  return state;
}

bool leftACore(int state, const test::TemporaryFolder& folder) {
  return WCOREDUMP(state) || !std::filesystem::is_empty(folder.path());
}

} // namespace

TEST_CASE("a crash leaves no core where one would have been left", "[platform][core_dumps]") {
  const test::TemporaryFolder folder;
  if (!leftACore(endOfChild(folder, [] { ::abort(); }), folder))
    SKIP("this machine leaves no core of anything");
  const test::TemporaryFolder guarded;
  const int state = endOfChild(guarded, [] {
    if (forbidCoreDumps().ok())
      ::abort();
  });
  REQUIRE(WIFSIGNALED(state));
  REQUIRE_FALSE(leftACore(state, guarded));
}

TEST_CASE("no limit can be raised again, nobody may attach, and the process still knows itself",
          "[platform][core_dumps]") {
  const test::TemporaryFolder folder;
  const int state = endOfChild(folder, [] {
    rlimit limit{1, 1};
    const bool forbidden = forbidCoreDumps().ok() && ::getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_max == 0 &&
                           ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
    ::_exit(forbidden && !executablePath().empty() ? 0 : 1);
  });
  REQUIRE(WIFEXITED(state));
  REQUIRE(WEXITSTATUS(state) == 0);
}

TEST_CASE("a program that follows by exec is under the same limit before its first line", "[platform][core_dumps]") {
  const test::TemporaryFolder folder;
  const int state = endOfChild(folder, [] {
    if (forbidCoreDumps().ok())
      static_cast<void>(replaceProcess("/bin/sh", {"-c", "test \"$(ulimit -Hc)\" = 0 && kill -ABRT $$"}));
  });
  REQUIRE(WIFSIGNALED(state));
  REQUIRE_FALSE(leftACore(state, folder));
}
