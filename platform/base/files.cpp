// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"

#include "platform/base/posix_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace veikart {

namespace {

class FileHandle {
public:
  explicit FileHandle(int fd) : m_fd(fd) {}
  ~FileHandle() {
    if (m_fd >= 0)
      ::close(m_fd);
  }
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;

  int get() const { return m_fd; }
  bool isOpen() const { return m_fd >= 0; }

private:
  int m_fd;
};

std::filesystem::path folderOf(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

Status syncFolder(const std::filesystem::path& folder) {
  const FileHandle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle.isOpen() || ::fsync(handle.get()) != 0)
    return posixError("sync folder", errno);
  return {};
}

Status writeAll(int fd, BytesView content) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return posixError("write file", errno);
    content.remove_prefix(static_cast<size_t>(written));
  }
  return {};
}

Status writeNew(const std::filesystem::path& path, BytesView content) {
  // A file left behind by a crash is written over, so that such files never pile up.
  const FileHandle handle(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!handle.isOpen() || ::fchmod(handle.get(), 0600) != 0)
    return posixError("create file", errno);
  RETURN_IF_ERROR(writeAll(handle.get(), content));
  if (::fsync(handle.get()) != 0)
    return posixError("sync file", errno);
  return {};
}

Result<Bytes> readAll(int fd, size_t maxBytes) {
  Bytes content;
  Bytes chunk(64U * 1024, '\0');
  for (;;) {
    const ssize_t got = ::read(fd, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return posixError("read file", errno);
    if (got == 0)
      return content;
    if (content.size() + static_cast<size_t>(got) > maxBytes)
      return Status::invalid("the file is larger than allowed");
    content.append(chunk, 0, static_cast<size_t>(got));
  }
}

} // namespace

Result<Bytes> readFile(const std::filesystem::path& path, size_t maxBytes) {
  return readFileFrom(path, 0, maxBytes);
}

Result<Bytes> readFileFrom(const std::filesystem::path& path, size_t start, size_t maxBytes) {
  const FileHandle handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!handle.isOpen() || ::lseek(handle.get(), static_cast<off_t>(start), SEEK_SET) < 0)
    return posixError("open file", errno);
  return readAll(handle.get(), maxBytes);
}

Result<size_t> readFileInto(const std::filesystem::path& path, std::span<unsigned char> buffer) {
  const FileHandle handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!handle.isOpen())
    return posixError("open file", errno);
  size_t size = 0;
  while (size < buffer.size()) {
    const ssize_t got = ::read(handle.get(), buffer.data() + size, buffer.size() - size);
    if (got == 0)
      return size;
    if (got < 0 && errno != EINTR)
      return posixError("read file", errno);
    size += got > 0 ? static_cast<size_t>(got) : 0;
  }
  return Status::invalid("the file is larger than allowed");
}

Status renameDurably(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0)
    return posixError("rename file", errno);
  return syncFolder(folderOf(to));
}

Status writeFileDurably(const std::filesystem::path& path, BytesView content) {
  std::filesystem::path temporary = path;
  temporary += ".new";
  Status written = writeNew(temporary, content);
  if (written.ok())
    written = renameDurably(temporary, path);
  if (!written.ok())
    ::unlink(temporary.c_str());
  return written;
}

Status appendLineDurably(const std::filesystem::path& path, BytesView line) {
  std::error_code ignored;
  const bool isNew = !std::filesystem::exists(path, ignored);
  const FileHandle handle(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!handle.isOpen())
    return posixError("open file", errno);
  off_t size = ::lseek(handle.get(), 0, SEEK_END);
  for (char last = 0; size > 0 && last != '\n';) {
    if (::pread(handle.get(), &last, 1, size - 1) != 1)
      return posixError("read file", errno);
    size -= last == '\n' ? 0 : 1;
  }
  if (::ftruncate(handle.get(), size) != 0)
    return posixError("cut file", errno);
  RETURN_IF_ERROR(writeAll(handle.get(), Bytes(line) + "\n"));
  if (::fsync(handle.get()) != 0)
    return posixError("sync file", errno);
  return isNew ? syncFolder(folderOf(path)) : Status();
}

Status makePrivateFolder(const std::filesystem::path& path) {
  if (::mkdir(path.c_str(), 0700) == 0)
    return syncFolder(folderOf(path));
  if (errno == ENOENT && path.has_parent_path() && path.parent_path() != path) {
    RETURN_IF_ERROR(makePrivateFolder(path.parent_path()));
    return makePrivateFolder(path);
  }
  std::error_code ignored;
  if (errno == EEXIST && std::filesystem::is_directory(path, ignored))
    return {};
  return posixError("make folder", errno);
}

Status removeFileDurably(const std::filesystem::path& path) {
  if (::unlink(path.c_str()) == 0)
    return syncFolder(folderOf(path));
  return errno == ENOENT ? Status() : posixError("remove file", errno);
}

} // namespace veikart
