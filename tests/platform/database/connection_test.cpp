// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/platform/database/database_world.h"

using namespace veikart;
using namespace veikart::test;

TEST_CASE("what is written comes back after closing", "[platform][database]") {
  const DatabaseWorld w;
  {
    const auto db = w.open();
    run(*db, "CREATE TABLE all_kinds(i INTEGER, t TEXT, b BLOB, n)");
    Statement& insert = *db->prepare("INSERT INTO all_kinds VALUES(?1, ?2, ?3, ?4)").value();
    insert.bind(1, INT64_MIN);
    insert.bind(2, "blåbær");
    insert.bindBlob(3, BytesView("\0\xff", 2));
    insert.bindNull(4);
    REQUIRE(insert.run().ok());
    REQUIRE(db->changes() == 1);
  }
  const auto db = w.open(Connection::Mode::OpenExisting);
  Statement& query = *db->prepare("SELECT i, t, b, n FROM all_kinds").value();
  REQUIRE(query.step().value());
  REQUIRE(query.integer(0) == INT64_MIN);
  REQUIRE(query.text(1) == "blåbær");
  REQUIRE(query.blob(2) == BytesView("\0\xff", 2));
  REQUIRE(query.isNull(3));
  REQUIRE_FALSE(query.step().value());
}

TEST_CASE("empty text and empty blob are not NULL", "[platform][database]") {
  const DatabaseWorld w;
  const auto db = w.open();
  Statement& query = *db->prepare("SELECT ?1, ?2").value();
  query.bind(1, std::string_view());
  query.bindBlob(2, BytesView());
  REQUIRE(query.step().value());
  REQUIRE_FALSE(query.isNull(0));
  REQUIRE_FALSE(query.isNull(1));
  REQUIRE(query.text(0).empty());
}

TEST_CASE("a connection is durable, private and strict", "[platform][database]") {
  const DatabaseWorld w;
  const auto db = w.open();
  const auto pragma = [&](std::string_view sql) {
    Statement& query = *db->prepare(sql).value();
    REQUIRE(query.step().value());
    const std::string value(query.text(0));
    query.reset();
    return value;
  };
  REQUIRE_FALSE(pragma("PRAGMA cipher_version").empty());
  REQUIRE(pragma("PRAGMA journal_mode") == "wal");
  REQUIRE(pragma("PRAGMA synchronous") == "2");
  REQUIRE(pragma("PRAGMA foreign_keys") == "1");
  REQUIRE(pragma("PRAGMA secure_delete") == "1");
  REQUIRE(pragma("PRAGMA temp_store") == "2");
  REQUIRE_FALSE(db->execute("PRAGMA writable_schema = ON; DELETE FROM sqlite_master").ok());
}

TEST_CASE("a file that is not there is not made unless asked for", "[platform][database]") {
  const DatabaseWorld w;
  REQUIRE(w.openCode(w.key) == StatusCode::NotFound);
  REQUIRE_FALSE(std::filesystem::exists(w.path));
  REQUIRE(Connection::open(w.path, SecretBytes::random(16), Connection::Mode::Create).status().code() ==
          StatusCode::Invalid);
}

TEST_CASE("only the owner can read a store's files", "[platform][database]") {
  const DatabaseWorld w;
  const auto db = w.open();
  run(*db, kCreateNote);
  for (const char* name : {"store.db", "store.db-wal"})
    REQUIRE((std::filesystem::status(w.folder / name).permissions() & std::filesystem::perms::mask) ==
            (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("nothing readable reaches the disk", "[platform][database]") {
  const DatabaseWorld w;
  const auto db = w.open();
  run(*db, kCreateNote);
  insertText(*db, "Kari Fjelltind har sagt noe");
  run(*db, "CREATE TEMP TABLE aside AS SELECT * FROM note");
  const std::string wide("F\0j\0e\0l\0l\0t\0i\0n\0d\0", 18);
  const auto checkAll = [&] {
    for (const auto& entry : std::filesystem::directory_iterator(w.folder.path())) {
      const Bytes content = w.content(entry.path().filename());
      REQUIRE_FALSE(content.starts_with("SQLite format 3"));
      REQUIRE(content.find("Fjelltind") == Bytes::npos);
      REQUIRE(content.find(wide) == Bytes::npos);
      REQUIRE(content.find("CREATE TABLE") == Bytes::npos);
    }
  };
  REQUIRE(std::filesystem::file_size(w.folder / "store.db-wal") > 0);
  checkAll();
  run(*db, "PRAGMA wal_checkpoint(TRUNCATE)");
  checkAll();
}

TEST_CASE("a transaction without commit leaves nothing", "[platform][database]") {
  const DatabaseWorld w;
  const auto db = w.open();
  run(*db, kCreateNote);
  {
    const Transaction transaction = Transaction::begin(*db).value();
    insertText(*db, "gone");
    REQUIRE(db->inTransaction());
    REQUIRE(Transaction::begin(*db).status().code() == StatusCode::Internal);
  }
  REQUIRE_FALSE(db->inTransaction());
  REQUIRE(count(*db) == 0);
  {
    Transaction transaction = Transaction::begin(*db).value();
    insertText(*db, "kept");
    REQUIRE(transaction.commit().ok());
    REQUIRE(transaction.commit().code() == StatusCode::Io);
  }
  REQUIRE(count(*w.open()) == 1);
}

TEST_CASE("a statement is compiled once and comes back clean", "[platform][database]") {
  const DatabaseWorld w;
  const auto db = w.open();
  Statement* first = db->prepare("SELECT ?1").value();
  first->bind(1, 7);
  REQUIRE(first->step().value());
  Statement* again = db->prepare(std::string("SELECT") + " ?1").value();
  REQUIRE(again == first);
  REQUIRE(again->step().value());
  REQUIRE(again->isNull(0));
}

TEST_CASE("a failed binding comes out of the next step", "[platform][database]") {
  const DatabaseWorld w;
  const auto db = w.open();
  Statement& query = *db->prepare("SELECT ?1").value();
  query.bind(2, 7);
  REQUIRE_FALSE(query.step().ok());
  query.bind(1, 7);
  REQUIRE(query.step().value());
}

TEST_CASE("a broken constraint is Conflict and bad SQL an error", "[platform][database]") {
  const DatabaseWorld w;
  const auto db = w.open();
  run(*db, "CREATE TABLE once(id INTEGER PRIMARY KEY); INSERT INTO once VALUES(1); -- and a remark");
  REQUIRE(db->execute("INSERT INTO once VALUES(1)").code() == StatusCode::Conflict);
  REQUIRE(db->execute("INSERT INTO nowhere VALUES(1)").code() == StatusCode::Io);
  REQUIRE_FALSE(db->prepare("SELEKT 1").ok());
  REQUIRE(db->prepare(" -- nothing").status().code() == StatusCode::Internal);
}

TEST_CASE("a query left half read does not stop writing after another connection wrote", "[platform][database]") {
  const DatabaseWorld w;
  const auto mine = w.open();
  run(*mine, kCreateNote);
  insertText(*mine, "one");
  insertText(*mine, "two");
  Statement& left = *mine->prepare("SELECT id FROM note").value();
  REQUIRE(left.step().value());
  insertText(*w.open(), "three");
  {
    Transaction transaction = Transaction::begin(*mine).value();
    insertText(*mine, "four");
    REQUIRE(transaction.commit().ok());
  }
  REQUIRE_FALSE(left.step().ok());
  REQUIRE(count(*mine) == 4);
}

TEST_CASE("a second writer waits and is then told Busy", "[platform][database]") {
  const DatabaseWorld w;
  const auto one = w.open();
  const auto two = w.open();
  run(*two, "PRAGMA busy_timeout = 50");
  const Transaction held = Transaction::begin(*one).value();
  REQUIRE(Transaction::begin(*two).status().code() == StatusCode::Busy);
}

TEST_CASE("a full disk is reported and loses nothing", "[platform][database]") {
  const DatabaseWorld w;
  {
    const auto db = w.open();
    run(*db, kCreateNote);
    insertText(*db, "before");
    run(*db, "PRAGMA max_page_count = 20");
    Result<Transaction> transaction = Transaction::begin(*db);
    Statement& insert = *db->prepare("INSERT INTO note(text) VALUES(?1)").value();
    insert.bind(1, Bytes(1'000'000, 'x'));
    REQUIRE(insert.run().code() == StatusCode::Full);
  }
  const auto db = w.open(Connection::Mode::OpenExisting);
  REQUIRE(count(*db) == 1);
  insertText(*db, "after");
  REQUIRE(count(*db) == 2);
}

TEST_CASE("a backup is a whole database under the same key, and never replaces a file", "[platform][database]") {
  DatabaseWorld w;
  const auto db = w.open();
  run(*db, kCreateNote);
  run(*db, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
           "INSERT INTO note(text) SELECT hex(randomblob(50)) FROM n");
  REQUIRE(db->backupTo(w.folder / "copy.db", w.key).toString() == "Ok");
  insertText(*db, "after the copy");
  const Bytes copy = w.content("copy.db");
  REQUIRE(db->backupTo(w.folder / "copy.db", w.key).code() == StatusCode::Conflict);
  REQUIRE(w.content("copy.db") == copy);
  REQUIRE_FALSE(std::filesystem::exists(w.folder / "copy.db.partial"));
  REQUIRE(copy.find("CREATE TABLE") == Bytes::npos);
  w.path = w.folder / "copy.db";
  REQUIRE(w.openCode(SecretBytes::random(32)) == StatusCode::WrongKey);
  REQUIRE(count(*w.open(Connection::Mode::OpenExisting)) == 500);
}
