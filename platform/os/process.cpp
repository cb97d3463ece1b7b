// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/process.h"

#include "platform/base/posix_error.h"

#include <array>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace veikart {

namespace {

constexpr size_t kMaxMessageBytes = 1024U * 1024; // the largest pipe an ordinary user may make

struct Pipe {
  int readEnd = -1;
  int writeEnd = -1;

  Pipe() = default;
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    if (readEnd >= 0)
      ::close(readEnd);
    if (writeEnd >= 0)
      ::close(writeEnd);
  }
};

// As exec and spawn want them: ended by a null pointer, valid as long as `arguments`.
std::vector<char*> pointersTo(std::vector<std::string>& arguments) {
  std::vector<char*> pointers;
  pointers.reserve(arguments.size() + 1);
  for (std::string& argument : arguments)
    pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The whole message must fit in the pipe: after exec nobody is left to write the rest.
Status fill(Pipe& pipe, const SecretBytes& message) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0)
    return posixError("make pipe", errno);
  pipe.readEnd = ends[0];
  pipe.writeEnd = ends[1];
  if (::fcntl(pipe.writeEnd, F_SETFL, O_NONBLOCK) != 0)
    return posixError("set pipe", errno);
  // What the pipe holds is found out by writing; asking for more room may be refused and still be enough.
  ::fcntl(pipe.writeEnd, F_SETPIPE_SZ, static_cast<int>(kMaxMessageBytes));
  if (message.empty())
    return {};
  const ssize_t written = ::write(pipe.writeEnd, message.data(), message.size());
  if (written != static_cast<ssize_t>(message.size()))
    return Status::full("the message does not fit in a pipe");
  return {};
}

// From 3 on no open file survives exec.
Status keepNoFiles() {
  if (::syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC) != 0)
    return posixError("mark files", errno);
  return {};
}

// None but this one.
Status keepOnly(int fileDescriptor) {
  RETURN_IF_ERROR(keepNoFiles());
  if (::fcntl(fileDescriptor, F_SETFD, 0) != 0)
    return posixError("keep pipe", errno);
  return {};
}

// Returns only on failure.
Status execute(const std::string& program, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), program);
  ::execv(program.c_str(), pointersTo(arguments).data());
  return Status::io(posixError("replace process", errno).text());
}

Result<size_t> readToEnd(int fileDescriptor, SecretBytes& buffer) {
  size_t total = 0;
  for (;;) {
    const ssize_t got = ::read(fileDescriptor, buffer.data() + total, buffer.size() - total);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return posixError("read message", errno);
    total += static_cast<size_t>(got);
    if (got == 0)
      return total;
    if (total == buffer.size())
      return Status::invalid("the message is too large");
  }
}

} // namespace

Status replaceProcess(const std::string& program, std::vector<std::string> arguments, const SecretBytes& message) {
  if (message.size() > kMaxMessageBytes)
    return Status::full("the message does not fit in a pipe");
  Pipe pipe;
  RETURN_IF_ERROR(fill(pipe, message));
  RETURN_IF_ERROR(keepOnly(pipe.readEnd));
  arguments.push_back("--message-fd=" + std::to_string(pipe.readEnd));
  return execute(program, std::move(arguments));
}

Status replaceProcess(const std::string& program, std::vector<std::string> arguments) {
  RETURN_IF_ERROR(keepNoFiles());
  return execute(program, std::move(arguments));
}

Result<SecretBytes> receiveMessage(int fileDescriptor) {
  struct stat about = {};
  if (fileDescriptor < 3 || ::fstat(fileDescriptor, &about) != 0 || !S_ISFIFO(about.st_mode))
    return Status::invalid("not the number of a pipe");
  Pipe pipe;
  pipe.readEnd = fileDescriptor;
  SecretBytes buffer(kMaxMessageBytes + 1);
  const Result<size_t> size = readToEnd(fileDescriptor, buffer);
  if (!size.ok())
    return size.status();
  return SecretBytes::copyOf(buffer.view().substr(0, *size));
}

std::string executablePath() {
  std::array<char, PATH_MAX> path{};
  const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
  return size > 0 ? std::string(path.data(), static_cast<size_t>(size)) : std::string();
}

} // namespace veikart
