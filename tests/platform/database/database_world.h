// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/files.h"
#include "platform/database/connection.h"
#include "tests/platform/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

// One database file under one key, opened as often as a test likes.
struct DatabaseWorld {
  TemporaryFolder folder;
  std::filesystem::path path = folder / "store.db";
  SecretBytes key = SecretBytes::random(32);

  std::unique_ptr<Connection> open(Connection::Mode mode = Connection::Mode::Create) const {
    Result<std::unique_ptr<Connection>> db = Connection::open(path, key, mode);
    REQUIRE(db.status().toString() == "Ok");
    return std::move(db).value();
  }

  StatusCode openCode(const SecretBytes& otherKey) const {
    return Connection::open(path, otherKey, Connection::Mode::OpenExisting).status().code();
  }

  Bytes content(const std::string& name = "store.db") const { return readFile(folder / name, 1U << 30U).value(); }
};

inline void run(Connection& db, std::string_view sql) {
  REQUIRE(db.execute(sql).toString() == "Ok");
}

inline void insertText(Connection& db, std::string_view text) {
  Statement& insert = *db.prepare("INSERT INTO note(text) VALUES(?1)").value();
  insert.bind(1, text);
  REQUIRE(insert.run().toString() == "Ok");
}

inline int64_t count(Connection& db) {
  Statement& query = *db.prepare("SELECT count(*) FROM note").value();
  REQUIRE(query.step().value());
  const int64_t rows = query.integer(0);
  query.reset();
  return rows;
}

inline constexpr std::string_view kCreateNote = "CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT)";

} // namespace veikart::test
