// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/platform/database/database_world.h"

#include <array>

using namespace veikart;
using namespace veikart::test;

namespace {

constexpr std::array kFirst = {Migration{1, kCreateNote}};
constexpr std::array kSecond = {Migration{1, kCreateNote}, Migration{2, "ALTER TABLE note ADD COLUMN due INTEGER"}};
constexpr std::array kBroken = {Migration{1, kCreateNote},
                                Migration{2, "ALTER TABLE note ADD COLUMN due INTEGER; INSERT INTO nowhere VALUES(1)"}};

int64_t versionOf(Connection& db, std::string_view schema) {
  Statement& query = *db.prepare("SELECT version FROM schema_version WHERE schema = ?1").value();
  query.bind(1, schema);
  const int64_t version = query.step().value() ? query.integer(0) : -1;
  query.reset();
  return version;
}

} // namespace

TEST_CASE("steps are taken once, in order, keeping what is there", "[platform][database]") {
  const DatabaseWorld w;
  const auto db = w.open();
  REQUIRE(migrate(*db, "notes", kFirst).toString() == "Ok");
  insertText(*db, "old");
  REQUIRE(migrate(*db, "notes", kSecond).toString() == "Ok");
  REQUIRE(migrate(*db, "notes", kSecond).toString() == "Ok");
  REQUIRE(versionOf(*db, "notes") == 2);
  REQUIRE(count(*db) == 1);
  run(*db, "UPDATE note SET due = 1");
}

TEST_CASE("schemas in one file have numbers of their own", "[platform][database]") {
  const DatabaseWorld w;
  const auto db = w.open();
  constexpr std::array other = {Migration{1, "CREATE TABLE other(id)"}};
  REQUIRE(migrate(*db, "notes", kSecond).ok());
  REQUIRE(migrate(*db, "others", other).ok());
  REQUIRE(versionOf(*db, "notes") == 2);
  REQUIRE(versionOf(*db, "others") == 1);
}

TEST_CASE("a file of a newer version is TooNew and untouched", "[platform][database]") {
  const DatabaseWorld w;
  REQUIRE(migrate(*w.open(), "notes", kSecond).ok());
  const Bytes before = w.content();
  REQUIRE(migrate(*w.open(), "notes", kFirst).code() == StatusCode::TooNew);
  REQUIRE(w.content() == before);
}

TEST_CASE("a step that fails half way leaves the version before it, usable", "[platform][database]") {
  const DatabaseWorld w;
  {
    const auto db = w.open();
    REQUIRE(migrate(*db, "notes", kFirst).ok());
    insertText(*db, "kept");
    REQUIRE_FALSE(migrate(*db, "notes", kBroken).ok());
    REQUIRE_FALSE(db->inTransaction());
  }
  const auto db = w.open();
  REQUIRE(versionOf(*db, "notes") == 1);
  REQUIRE_FALSE(db->execute("UPDATE note SET due = 1").ok());
  REQUIRE(count(*db) == 1);
  REQUIRE(migrate(*db, "notes", kSecond).ok());
}
