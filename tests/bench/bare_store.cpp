// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/bare_store.h"

#include "tests/bench/measure.h"

namespace veikart::bench {
namespace {

constexpr std::string_view kDeviceTable =
    "CREATE TABLE record(id BLOB PRIMARY KEY, type TEXT NOT NULL, scope BLOB NOT NULL, local_since INTEGER,"
    " refusal TEXT, base BLOB, local BLOB)";
constexpr std::string_view kDeviceInsert = "INSERT INTO record(id, type, scope, base) VALUES(?1, ?2, ?4, ?5)";
constexpr std::string_view kDeviceRewrite = "UPDATE record SET base = ?5 WHERE id = ?1";

constexpr std::string_view kHubTable =
    "CREATE TABLE record(office BLOB NOT NULL, id BLOB NOT NULL, type TEXT NOT NULL, scope_kind INTEGER NOT NULL,"
    " scope_id BLOB NOT NULL, change INTEGER NOT NULL, origin BLOB NOT NULL, foreign_change INTEGER NOT NULL,"
    " bytes BLOB NOT NULL, PRIMARY KEY(office, id))";
constexpr std::string_view kHubInsert = "INSERT INTO record VALUES(?6, ?1, ?2, ?3, ?4, ?7, ?6, 0, ?5)";
constexpr std::string_view kHubRewrite = "UPDATE record SET bytes = ?5, change = ?7 WHERE office = ?6 AND id = ?1";

constexpr std::string_view kCommitTable = "CREATE TABLE blob(key INTEGER PRIMARY KEY, value BLOB NOT NULL)";
constexpr std::string_view kCommit = "INSERT OR REPLACE INTO blob VALUES(1, ?1)";

std::unique_ptr<Connection> makeFile(const std::filesystem::path& file, std::string_view table) {
  auto db = must(Connection::open(file, SecretBytes::random(32), Connection::Mode::Create));
  must(db->execute(table));
  return db;
}

} // namespace

BareEnd::BareEnd(const std::filesystem::path& file, Side side)
    : m_side(side), m_db(makeFile(file, side == Side::Device ? kDeviceTable : kHubTable)) {}

double BareEnd::insert(std::span<const BareRow> rows) {
  return write(m_side == Side::Device ? kDeviceInsert : kHubInsert, rows);
}

double BareEnd::rewrite(std::span<const BareRow> rows) {
  return write(m_side == Side::Device ? kDeviceRewrite : kHubRewrite, rows);
}

double BareEnd::write(std::string_view sql, std::span<const BareRow> rows) {
  Statement& statement = *must(m_db->prepare(sql));
  const Bytes office(16, 'o');
  const Stopwatch watch;
  Transaction transaction = must(Transaction::begin(*m_db));
  int64_t change = 0;
  for (const BareRow& row : rows) {
    statement.bindBlob(1, row.id);
    statement.bind(2, std::string_view(row.type));
    statement.bind(3, static_cast<int64_t>(row.scope.kind));
    statement.bindBlob(4, row.scope.id.view());
    statement.bindBlob(5, row.bytes);
    if (m_side == Side::Hub) {
      statement.bindBlob(6, office);
      statement.bind(7, ++change);
    }
    must(statement.run());
  }
  must(transaction.commit());
  return watch.millis();
}

BareCommit::BareCommit(const std::filesystem::path& file) : m_db(makeFile(file, kCommitTable)) {}

double BareCommit::commit(BytesView bytes) {
  const Stopwatch watch;
  Transaction transaction = must(Transaction::begin(*m_db));
  Statement& write = *must(m_db->prepare(kCommit));
  write.bindBlob(1, bytes);
  must(write.run());
  must(transaction.commit());
  return watch.millis();
}

} // namespace veikart::bench
