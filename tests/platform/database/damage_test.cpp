// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/platform/database/database_world.h"

#include <csignal>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

using namespace veikart;
using namespace veikart::test;

namespace {

// Everything in the folder that holds data: not the shared index of the log, nor a log that is empty.
std::map<std::string, Bytes> filesOf(const DatabaseWorld& w) {
  std::map<std::string, Bytes> files;
  for (const auto& entry : std::filesystem::directory_iterator(w.folder.path()))
    if (entry.path().extension() != ".db-shm" && entry.file_size() > 0)
      files[entry.path().filename()] = w.content(entry.path().filename());
  return files;
}

void fill(const DatabaseWorld& w) {
  const auto db = w.open();
  run(*db, kCreateNote);
  for (int i = 0; i < 200; ++i)
    insertText(*db, Bytes(500, 'x'));
}

// A process that dies after its commit and leaves its log beside the file.
void crashAfterCommit(const DatabaseWorld& w) {
  const pid_t child = ::fork();
  if (child == 0) {
    auto db = Connection::open(w.path, w.key, Connection::Mode::Create);
    const bool done = db.ok() && (*db)->execute("INSERT INTO note(text) VALUES('committed')").ok();
    ::kill(::getpid(), done ? SIGKILL : SIGTERM);
  }
  int state = 0;
  REQUIRE(::waitpid(child, &state, 0) == child);
  REQUIRE(WTERMSIG(state) == SIGKILL);
}

// Reads every row, as far as it goes.
StatusCode readAll(const DatabaseWorld& w) {
  auto db = Connection::open(w.path, w.key, Connection::Mode::OpenExisting);
  if (!db.ok())
    return db.status().code();
  Result<Statement*> query = (*db)->prepare("SELECT text FROM note");
  return query.ok() ? (*query)->run().code() : query.status().code();
}

} // namespace

TEST_CASE("a wrong key leaves the file byte-identical", "[platform][database]") {
  const DatabaseWorld w;
  fill(w);
  const auto before = filesOf(w);
  REQUIRE(w.openCode(SecretBytes::random(32)) == StatusCode::WrongKey);
  REQUIRE(Connection::open(w.path, SecretBytes::random(32), Connection::Mode::Create).status().code() ==
          StatusCode::WrongKey);
  REQUIRE(filesOf(w) == before);
}

TEST_CASE("a wrong key leaves the log of a crash alone, and the right key takes it in", "[platform][database]") {
  const DatabaseWorld w;
  fill(w);
  crashAfterCommit(w);
  const auto before = filesOf(w);
  REQUIRE_FALSE(before.at("store.db-wal").empty());
  REQUIRE(w.openCode(SecretBytes::random(32)) == StatusCode::WrongKey);
  REQUIRE(filesOf(w) == before);
  REQUIRE(count(*w.open(Connection::Mode::OpenExisting)) == 201);
}

TEST_CASE("a file that is no database is WrongKey and kept", "[platform][database]") {
  const DatabaseWorld w;
  for (const Bytes& content :
       {Bytes(5000, 'x'), Bytes(4096, '\0'), Bytes("SQLite format 3\0", 16) + Bytes(8000, 'x')}) {
    REQUIRE(writeFileDurably(w.path, content).ok());
    const auto before = filesOf(w);
    REQUIRE(w.openCode(w.key) == StatusCode::WrongKey);
    REQUIRE(filesOf(w) == before);
  }
}

TEST_CASE("a truncated file is refused and kept", "[platform][database]") {
  const DatabaseWorld w;
  fill(w);
  const Bytes whole = w.content();
  for (const size_t size : {size_t{1}, size_t{100}, size_t{4096}, whole.size() / 2, whole.size() - 4096}) {
    INFO(size);
    REQUIRE(writeFileDurably(w.path, whole.substr(0, size)).ok());
    const auto before = filesOf(w);
    const StatusCode code = w.openCode(w.key);
    REQUIRE((code == StatusCode::WrongKey || code == StatusCode::Corrupt));
    REQUIRE(filesOf(w) == before);
  }
}

TEST_CASE("an empty file is Corrupt where a store should be, and a fresh start where one is made",
          "[platform][database]") {
  const DatabaseWorld w;
  REQUIRE(writeFileDurably(w.path, "").ok());
  REQUIRE(w.openCode(w.key) == StatusCode::Corrupt);
  REQUIRE(w.content().empty());
  SECTION("but not beside a log, which holds what the file has lost") {
    REQUIRE(writeFileDurably(w.folder / "store.db-wal", Bytes(5000, 'x')).ok());
    REQUIRE(Connection::open(w.path, w.key, Connection::Mode::Create).status().code() == StatusCode::Corrupt);
    REQUIRE(w.content("store.db-wal").size() == 5000);
  }
  SECTION("alone it is begun") {
    run(*w.open(), kCreateNote);
  }
}

TEST_CASE("a changed bit anywhere is noticed and the file kept", "[platform][database]") {
  const DatabaseWorld w;
  fill(w);
  const Bytes whole = w.content();
  for (size_t page = 0; page < whole.size() / 4096; page += 3) {
    INFO(page);
    Bytes changed = whole;
    changed[page * 4096 + 2000] = static_cast<char>(changed[page * 4096 + 2000] ^ 4);
    REQUIRE(writeFileDurably(w.path, changed).ok());
    const auto before = filesOf(w);
    // On the first page a wrong key and a damage look the same.
    REQUIRE(readAll(w) == (page == 0 ? StatusCode::WrongKey : StatusCode::Corrupt));
    REQUIRE(filesOf(w) == before);
  }
}
