// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/folder_lock.h"

#include "platform/os/process.h"
#include "tests/platform/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace veikart;

namespace {

// A child that takes the folder and then does `work`; returns once the folder is taken.
template<class Work>
pid_t childWithLock(const test::TemporaryFolder& folder, Work work) {
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const Result<FolderLock> lock = FolderLock::take(folder.path());
    const char said = lock.ok() ? 'y' : 'n';
    if (::write(ready[1], &said, 1) == 1)
      work();
    ::_exit(9);
  }
  char said = 0;
  REQUIRE(::read(ready[0], &said, 1) == 1);
  REQUIRE(said == 'y');
  ::close(ready[0]);
  ::close(ready[1]);
  return child;
}

void waitForEnd(pid_t child) {
  int state = 0;
  REQUIRE(::waitpid(child, &state, 0) == child);
}

} // namespace

TEST_CASE("a folder is one process' alone until that process is killed", "[platform][folder_lock]") {
  const test::TemporaryFolder folder;
  const pid_t child = childWithLock(folder, [] { ::pause(); });
  REQUIRE(FolderLock::take(folder.path()).status().code() == StatusCode::Busy);
  ::kill(child, SIGKILL);
  waitForEnd(child);
  REQUIRE(FolderLock::take(folder.path()).ok());
}

TEST_CASE("the program that follows by exec takes the folder anew", "[platform][folder_lock]") {
  const test::TemporaryFolder folder;
  const pid_t child = childWithLock(folder, [] { static_cast<void>(replaceProcess("/bin/sleep", {"60"})); });
  Result<FolderLock> lock = FolderLock::take(folder.path());
  for (int tries = 0; tries < 500 && !lock.ok(); ++tries) {
    ::usleep(10'000); // exec may still be under way
    lock = FolderLock::take(folder.path());
  }
  REQUIRE(lock.ok());
  REQUIRE(::waitpid(child, nullptr, WNOHANG) == 0);
  ::kill(child, SIGKILL);
  waitForEnd(child);
}

TEST_CASE("a lock is held by whom it was moved to, and let go with it", "[platform][folder_lock]") {
  const test::TemporaryFolder folder;
  {
    FolderLock first = FolderLock::take(folder.path()).value();
    const FolderLock second = std::move(first);
    REQUIRE(FolderLock::take(folder.path()).status().code() == StatusCode::Busy);
  }
  REQUIRE(FolderLock::take(folder.path()).ok());
  REQUIRE(FolderLock::take(folder / "none").status().code() == StatusCode::NotFound);
}
