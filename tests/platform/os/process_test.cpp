// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/process.h"

#include "platform/base/files.h"
#include "tests/platform/support/temporary_folder.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace veikart;

namespace {

// What the program that replaces a child of ours says.
Bytes exchange(const SecretBytes& message) {
  const test::TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    // Without O_CLOEXEC: a file that a careless library has left open.
    const int out = ::open((folder / "out").c_str(), O_WRONLY | O_CREAT, 0600);
    ::dup2(out, STDOUT_FILENO);
    static_cast<void>(replaceProcess(MESSAGE_RECEIVER, {"argument"}, message));
    ::_exit(9);
  }
  int state = 0;
  REQUIRE(::waitpid(child, &state, 0) == child);
  REQUIRE(WIFEXITED(state));
  REQUIRE(WEXITSTATUS(state) == 0);
  return readFile(folder / "out", 4096).value();
}

} // namespace

TEST_CASE("the new process gets the message, its arguments and no file of the old one", "[platform][process]") {
  REQUIRE(exchange(SecretBytes::copyOf("key and form")) == "1 argument 12 key and form");
  REQUIRE(exchange(SecretBytes()) == "1 argument 0 ");
}

TEST_CASE("a message of one mebibyte passes and a larger one is Full", "[platform][process]") {
  REQUIRE(exchange(SecretBytes::copyOf(Bytes(1024U * 1024, 'x'))) == "1 argument 1048576 " + Bytes(20, 'x'));
  const SecretBytes larger(1024U * 1024 + 1);
  REQUIRE(replaceProcess(MESSAGE_RECEIVER, {}, larger).code() == StatusCode::Full);
}

TEST_CASE("a program that can't be run leaves this one running", "[platform][process]") {
  REQUIRE(replaceProcess("/nowhere/program", {}, SecretBytes::copyOf("x")).code() == StatusCode::Io);
}

TEST_CASE("only a pipe's number gives a message", "[platform][process]") {
  const test::TemporaryFolder folder;
  const int file = ::open((folder / "file").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  REQUIRE(receiveMessage(file).status().code() == StatusCode::Invalid);
  REQUIRE(receiveMessage(-1).status().code() == StatusCode::Invalid);
  REQUIRE(receiveMessage(0).status().code() == StatusCode::Invalid);
  REQUIRE(receiveMessage(9999).status().code() == StatusCode::Invalid);
  ::close(file);
}

TEST_CASE("a process knows its own executable", "[platform][process]") {
  REQUIRE(std::filesystem::path(executablePath()).filename() == "veikart_platform_test");
}

TEST_CASE("a program is given its input without a shell or a file", "[platform][process]") {
  const test::TemporaryFolder folder;
  const std::string target = (folder / "printed").string();
  const Bytes input(300'000, 'x');
  REQUIRE(pipeToProgram("dd", {"of=" + target, "status=none"}, input, 10'000).ok());
  REQUIRE(readFile(target, 1'000'000).value() == input);
}

TEST_CASE("a program that is missing, fails or hangs is told apart", "[platform][process]") {
  REQUIRE(pipeToProgram("veikart-no-such-program", {}, "x", 1'000).code() == StatusCode::NotFound);
  REQUIRE(pipeToProgram("false", {}, "", 5'000).code() == StatusCode::Refused);
  REQUIRE(pipeToProgram("sleep", {"30"}, "", 100).code() == StatusCode::Busy);
}
