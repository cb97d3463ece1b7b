// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/simulation/simulated_disk.h"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <new>
#include <sqlcipher/sqlite3.h>
#include <unistd.h>

namespace veikart::simulation {

namespace {

std::vector<SimulatedDisk*>& disks() {
  static std::vector<SimulatedDisk*> all;
  return all;
}

// SQLite allocates szOsFile bytes; the machine's own file object stands right behind ours.
struct File {
  sqlite3_file base;
  SimulatedDisk* disk;
  const char* path; // SQLite keeps it until the file is closed
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& fileOf(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file);
}

sqlite3_vfs* realVfs() {
  static sqlite3_vfs* real = sqlite3_vfs_find("unix");
  return real;
}

} // namespace

// The callbacks; a friend of the disk.
struct Vfs {
  static int close(sqlite3_file* file) { return fileOf(file).real()->pMethods->xClose(fileOf(file).real()); }

  static int read(sqlite3_file* file, void* out, int size, sqlite3_int64 at) {
    return fileOf(file).real()->pMethods->xRead(fileOf(file).real(), out, size, at);
  }

  static int64_t sizeOf(File& file) {
    sqlite3_int64 size = 0;
    file.real()->pMethods->xFileSize(file.real(), &size);
    return size;
  }

  static void remember(File& file, sqlite3_int64 at, Bytes written, int64_t lengthBefore) {
    SimulatedDisk::Change change{at, std::move(written), {}, sizeOf(file)};
    change.before.resize(static_cast<size_t>(std::clamp<int64_t>(change.sizeBefore - at, 0, lengthBefore)));
    if (!change.before.empty())
      file.real()->pMethods->xRead(file.real(), change.before.data(), static_cast<int>(change.before.size()), at);
    file.disk->m_unsynced[file.path].push_back(std::move(change));
  }

  static int write(sqlite3_file* handle, const void* bytes, int size, sqlite3_int64 at) {
    File& file = fileOf(handle);
    const bool wasStopped = file.disk->isStopped();
    const bool isWhole = file.disk->mayGoOn();
    if (wasStopped)
      return SQLITE_IOERR_WRITE;
    const int done = isWhole ? size : size / 2;
    remember(file, at, Bytes(static_cast<const char*>(bytes), static_cast<size_t>(done)), done);
    const int code = file.real()->pMethods->xWrite(file.real(), bytes, done, at);
    return isWhole ? code : SQLITE_IOERR_WRITE;
  }

  static int truncate(sqlite3_file* handle, sqlite3_int64 size) {
    File& file = fileOf(handle);
    if (!file.disk->mayGoOn())
      return SQLITE_IOERR_TRUNCATE;
    remember(file, size, {}, sizeOf(file));
    return file.real()->pMethods->xTruncate(file.real(), size);
  }

  // The files lie in memory: there is nothing to sync but our own books.
  static int sync(sqlite3_file* handle, int) {
    File& file = fileOf(handle);
    if (!file.disk->mayGoOn())
      return SQLITE_IOERR_FSYNC;
    file.disk->m_unsynced.erase(file.path);
    return SQLITE_OK;
  }

  static int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    return fileOf(file).real()->pMethods->xFileSize(fileOf(file).real(), size);
  }
  static int lock(sqlite3_file* file, int level) {
    return fileOf(file).real()->pMethods->xLock(fileOf(file).real(), level);
  }
  static int unlock(sqlite3_file* file, int level) {
    return fileOf(file).real()->pMethods->xUnlock(fileOf(file).real(), level);
  }
  static int checkReserved(sqlite3_file* file, int* isReserved) {
    return fileOf(file).real()->pMethods->xCheckReservedLock(fileOf(file).real(), isReserved);
  }
  static int control(sqlite3_file* file, int operation, void* argument) {
    return fileOf(file).real()->pMethods->xFileControl(fileOf(file).real(), operation, argument);
  }
  static int sectorSize(sqlite3_file*) { return 512; }
  static int characteristics(sqlite3_file*) { return 0; }
  static int shmMap(sqlite3_file* file, int page, int size, int extends, void volatile** out) {
    return fileOf(file).real()->pMethods->xShmMap(fileOf(file).real(), page, size, extends, out);
  }
  static int shmLock(sqlite3_file* file, int offset, int count, int flags) {
    return fileOf(file).real()->pMethods->xShmLock(fileOf(file).real(), offset, count, flags);
  }
  static void shmBarrier(sqlite3_file* file) { fileOf(file).real()->pMethods->xShmBarrier(fileOf(file).real()); }
  static int shmUnmap(sqlite3_file* file, int isDeleted) {
    return fileOf(file).real()->pMethods->xShmUnmap(fileOf(file).real(), isDeleted);
  }

  static int open(sqlite3_vfs*, const char* path, sqlite3_file* handle, int flags, int* outFlags) {
    static const sqlite3_io_methods methods = {
        2,        close,         read,    write,      truncate,        sync,   fileSize, lock,
        unlock,   checkReserved, control, sectorSize, characteristics, shmMap, shmLock,  shmBarrier,
        shmUnmap, nullptr,       nullptr};
    File* file = new (handle) File{{nullptr}, SimulatedDisk::find(path), path};
    const int code = realVfs()->xOpen(realVfs(), path, file->real(), flags, outFlags);
    file->base.pMethods = file->real()->pMethods == nullptr ? nullptr : &methods;
    return code;
  }

  static int remove(sqlite3_vfs*, const char* path, int) {
    SimulatedDisk* disk = SimulatedDisk::find(path);
    if (!disk->mayGoOn())
      return SQLITE_IOERR_DELETE;
    disk->m_unsynced.erase(path);
    return realVfs()->xDelete(realVfs(), path, 0);
  }

  static void install() {
    static sqlite3_vfs vfs = *realVfs();
    vfs.zName = "simulated";
    vfs.szOsFile = static_cast<int>(sizeof(File)) + realVfs()->szOsFile;
    vfs.xOpen = open;
    vfs.xDelete = remove;
    sqlite3_vfs_register(&vfs, 1);
  }
};

SimulatedDisk::SimulatedDisk(std::filesystem::path folder) : m_folder(std::move(folder)) {
  if (sqlite3_vfs_find("simulated") == nullptr)
    Vfs::install();
  disks().push_back(this);
}

SimulatedDisk::~SimulatedDisk() {
  std::erase(disks(), this);
}

SimulatedDisk* SimulatedDisk::find(const std::string& path) {
  const auto holds = [&path](const SimulatedDisk* disk) { return path.starts_with(disk->m_folder.string() + "/"); };
  return *std::ranges::find_if(disks(), holds);
}

bool SimulatedDisk::mayGoOn() {
  if (m_left > 0)
    --m_left;
  return m_left != 0;
}

void SimulatedDisk::restart(End end, Random& random) {
  m_left = -1;
  if (end == End::PowerCut)
    for (const auto& [path, changes] : m_unsynced)
      losePart(path, changes, random);
  m_unsynced.clear();
  for (const auto& entry : std::filesystem::directory_iterator(m_folder))
    if (entry.path().native().ends_with("-shm"))
      std::filesystem::remove(entry.path());
}

// All changes are taken back, the latest first; then any of them may have reached the disk after all.
void SimulatedDisk::losePart(const std::string& path, const std::vector<Change>& changes, Random& random) const {
  const int fd = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  if (fd < 0)
    return; // removed since
  const auto put = [fd](const Bytes& bytes, int64_t at) {
    return ::pwrite(fd, bytes.data(), bytes.size(), at) == static_cast<ssize_t>(bytes.size());
  };
  bool isDone = true;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change)
    isDone = put(change->before, change->at) && ::ftruncate(fd, change->sizeBefore) == 0 && isDone;
  for (const Change& change : changes)
    if (random.chance(50))
      isDone = (change.written.empty() ? ::ftruncate(fd, change.at) == 0 : put(change.written, change.at)) && isDone;
  ::close(fd);
  if (!isDone)
    std::abort(); // the machine that simulates has no room left
}

} // namespace veikart::simulation
