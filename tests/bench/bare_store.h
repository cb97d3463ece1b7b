// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"
#include "sync/record/record.h"

#include <filesystem>
#include <span>
#include <vector>

// What SQLCipher takes for the same bytes when nothing else is done: the limits that figures are set against. Files are
// opened as the program opens them, so cipher, WAL, synchronous=FULL and secure_delete are the same.
namespace veikart::bench {

struct BareRow {
  Bytes id;
  std::string type;
  sync::ScopeId scope;
  Bytes bytes; // canonical
};

// The record table of one end with that end's columns, its primary key and no other index.
class BareEnd {
public:
  enum class Side { Device, Hub };
  BareEnd(const std::filesystem::path& file, Side side);

  double insert(std::span<const BareRow> rows);  // one transaction; milliseconds
  double rewrite(std::span<const BareRow> rows); // the same, of rows that are there

private:
  double write(std::string_view sql, std::span<const BareRow> rows);

  Side m_side;
  std::unique_ptr<Connection> m_db;
};

// One row that is written again and again, each time in a transaction of its own.
class BareCommit {
public:
  explicit BareCommit(const std::filesystem::path& file);
  double commit(BytesView bytes); // milliseconds

private:
  std::unique_ptr<Connection> m_db;
};

} // namespace veikart::bench
