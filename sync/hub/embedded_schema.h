// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"

#include <array>

// The embedded store's tables, step by step as they came to be; a step that was released is never changed.
namespace veikart::hub {

// Every key begins with the office, as in a store that holds many (design §8).
inline constexpr std::string_view kSchemaSql = R"(
CREATE TABLE office(
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  epoch BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE user(
  office BLOB NOT NULL REFERENCES office(id),
  id BLOB NOT NULL,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY(office, id)) WITHOUT ROWID;
CREATE TABLE device(
  office BLOB NOT NULL,
  id BLOB NOT NULL,
  user BLOB NOT NULL,
  name TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  seen INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(office, id),
  FOREIGN KEY(office, user) REFERENCES user(office, id)) WITHOUT ROWID;
CREATE TABLE enrolment_code(
  code_hash BLOB PRIMARY KEY,
  office BLOB NOT NULL,
  user BLOB NOT NULL,
  expires INTEGER NOT NULL,
  device BLOB,
  replica BLOB,
  FOREIGN KEY(office, user) REFERENCES user(office, id)) WITHOUT ROWID;
CREATE TABLE replica(
  office BLOB NOT NULL,
  id BLOB NOT NULL,
  device BLOB NOT NULL,
  token BLOB NOT NULL,
  PRIMARY KEY(office, id),
  FOREIGN KEY(office, device) REFERENCES device(office, id)) WITHOUT ROWID;
CREATE TABLE record(
  office BLOB NOT NULL,
  id BLOB NOT NULL,
  type TEXT NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  change INTEGER NOT NULL,
  origin BLOB NOT NULL,
  foreign_change INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY(office, id));
CREATE UNIQUE INDEX record_by_change ON record(office, change);
CREATE TABLE scope(
  office BLOB NOT NULL,
  kind INTEGER NOT NULL,
  id BLOB NOT NULL,
  creator BLOB NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY(office, kind, id)) WITHOUT ROWID;
CREATE TABLE access_grant(
  office BLOB NOT NULL,
  user BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  grant_id BLOB NOT NULL,
  PRIMARY KEY(office, user, scope_kind, scope_id, grant_id)) WITHOUT ROWID;
CREATE INDEX access_grant_by_record ON access_grant(office, grant_id);
CREATE TABLE change_batch(
  office BLOB NOT NULL,
  last INTEGER NOT NULL,
  first INTEGER NOT NULL,
  tag BLOB NOT NULL,
  PRIMARY KEY(office, last)) WITHOUT ROWID;
CREATE TABLE counter(
  office BLOB PRIMARY KEY,
  last INTEGER NOT NULL) WITHOUT ROWID;
)";

// How far each replica has written, as far as the hub was told.
inline constexpr std::string_view kCounterSql = "ALTER TABLE replica ADD COLUMN counter INTEGER NOT NULL DEFAULT 0";

inline constexpr std::string_view kRecoverySql = R"(
ALTER TABLE office ADD COLUMN recovery_until INTEGER NOT NULL DEFAULT 0;
CREATE INDEX record_by_scope ON record(office, scope_kind, scope_id, change);
)";

// A scope is open to whom its grants name; who had pushed its first record was one of them. Ends of grants also stand
// in the ledger, because a backup does not know the later ones.
inline constexpr std::string_view kGrantEndsSql = R"(
ALTER TABLE scope DROP COLUMN creator;
ALTER TABLE access_grant ADD COLUMN from_millis INTEGER NOT NULL DEFAULT 0;
ALTER TABLE access_grant ADD COLUMN until_millis INTEGER NOT NULL DEFAULT 9223372036854775807;
CREATE TABLE grant_end(
  office BLOB NOT NULL,
  grant_id BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  PRIMARY KEY(office, grant_id, scope_kind, scope_id)) WITHOUT ROWID;
CREATE TABLE scope_erasure(
  office BLOB NOT NULL,
  device BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  millis INTEGER NOT NULL,
  PRIMARY KEY(office, device, scope_kind, scope_id)) WITHOUT ROWID;
)";

inline constexpr std::string_view kContentsSql = R"(
CREATE TABLE content_part(
  office BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  content BLOB NOT NULL,
  start INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY(office, scope_kind, scope_id, content, start));
)";

// What the ledger says was given.
inline constexpr std::string_view kGivenGrantsSql = R"(
ALTER TABLE office ADD COLUMN recovery_token BLOB NOT NULL DEFAULT x'';
CREATE TABLE given_grant(
  office BLOB NOT NULL,
  grant_id BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  user BLOB NOT NULL,
  from_millis INTEGER NOT NULL,
  until_millis INTEGER NOT NULL,
  PRIMARY KEY(office, grant_id, scope_kind, scope_id, user, from_millis, until_millis)) WITHOUT ROWID;
)";

inline constexpr std::string_view kPartsSql = R"(
ALTER TABLE record ADD COLUMN previous_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE record ADD COLUMN part BLOB NOT NULL DEFAULT x'';
)";

// A parcel names its device before any office is known.
inline constexpr std::string_view kSigningKeySql = R"(
ALTER TABLE device ADD COLUMN signing_key BLOB NOT NULL DEFAULT x'';
CREATE INDEX device_by_id ON device(id);
)";

inline constexpr std::string_view kMissingContentsSql = R"(
CREATE TABLE missing_content(
  office BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY(office, scope_kind, scope_id, content)) WITHOUT ROWID;
)";

// Who was enrolled before is as one heard of a moment ago who has read nothing yet.
inline constexpr std::string_view kErasuresSql = R"(
CREATE TABLE erasure(
  office BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY(office, scope_kind, scope_id, record)) WITHOUT ROWID;
ALTER TABLE device ADD COLUMN has_read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;
UPDATE device SET heard = 1000 * CAST(strftime('%s', 'now') AS INTEGER);
)";

// Without the change, which a push of many cases would move in a page of the index for almost each of its records.
inline constexpr std::string_view kScopeIndexSql = R"(
DROP INDEX record_by_scope;
CREATE INDEX record_by_scope ON record(office, scope_kind, scope_id);
)";

// In the order in which they came to be missing, so that each gets its turn.
inline constexpr std::string_view kMissingInOrderSql = R"(
ALTER TABLE missing_content RENAME TO missing_unordered;
CREATE TABLE missing_content(
  key INTEGER PRIMARY KEY,
  office BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  content BLOB NOT NULL,
  UNIQUE(office, scope_kind, scope_id, content));
INSERT INTO missing_content(office, scope_kind, scope_id, content)
  SELECT office, scope_kind, scope_id, content FROM missing_unordered;
DROP TABLE missing_unordered;
)";

inline constexpr std::string_view kNamingIndexSql = R"(
CREATE INDEX record_naming ON record(office, scope_kind, scope_id) WHERE type IN ('attachment', 'late_write', 'settlement');
)";

// The scopes that open by name alone, and who may no longer see what he once saw by his role.
inline constexpr std::string_view kRolesSql = R"(
ALTER TABLE user ADD COLUMN was_supervisor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE access_grant ADD COLUMN is_emergency INTEGER NOT NULL DEFAULT 0;
ALTER TABLE given_grant ADD COLUMN is_emergency INTEGER NOT NULL DEFAULT 0;
CREATE TABLE restriction(
  office BLOB NOT NULL,
  id BLOB NOT NULL,
  scope_kind INTEGER NOT NULL,
  scope_id BLOB NOT NULL,
  PRIMARY KEY(office, scope_kind, scope_id, id)) WITHOUT ROWID;
)";

// Offices were for practice alone before. Codes given out then, good for a week at most, are given out anew.
inline constexpr std::string_view kSignInSql = R"(
ALTER TABLE office ADD COLUMN is_practice INTEGER NOT NULL DEFAULT 1;
ALTER TABLE office ADD COLUMN lease_days INTEGER NOT NULL DEFAULT 14;
ALTER TABLE user ADD COLUMN user_name TEXT;
ALTER TABLE user ADD COLUMN password TEXT NOT NULL DEFAULT '';
ALTER TABLE user ADD COLUMN is_disabled INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX user_by_name ON user(office, user_name);
CREATE TABLE tablet(
  office BLOB NOT NULL,
  id BLOB NOT NULL,
  name TEXT NOT NULL,
  public_key BLOB NOT NULL,
  is_revoked INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(office, id)) WITHOUT ROWID;
CREATE INDEX tablet_by_id ON tablet(id);
ALTER TABLE device ADD COLUMN tablet BLOB;
ALTER TABLE device ADD COLUMN is_revoked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN token_made INTEGER NOT NULL DEFAULT 0;
UPDATE device SET token_made = 1000 * CAST(strftime('%s', 'now') AS INTEGER);
DROP TABLE enrolment_code;
CREATE TABLE enrolment_code(
  name BLOB PRIMARY KEY,
  office BLOB NOT NULL,
  user BLOB,
  expires INTEGER NOT NULL,
  key BLOB NOT NULL,
  device BLOB,
  replica BLOB,
  FOREIGN KEY(office, user) REFERENCES user(office, id)) WITHOUT ROWID;
)";

inline constexpr std::string_view kCaseKeysSql = R"(
CREATE INDEX record_case_keys ON record(office) WHERE type = 'case_keys';
)";

inline constexpr std::array kMigrations = {
    Migration{1, kSchemaSql},       Migration{2, kCounterSql},     Migration{3, kRecoverySql},
    Migration{4, kGrantEndsSql},    Migration{5, kContentsSql},    Migration{6, kGivenGrantsSql},
    Migration{7, kPartsSql},        Migration{8, kSigningKeySql},  Migration{9, kMissingContentsSql},
    Migration{10, kErasuresSql},    Migration{11, kScopeIndexSql}, Migration{12, kMissingInOrderSql},
    Migration{13, kNamingIndexSql}, Migration{14, kRolesSql},      Migration{15, kSignInSql},
    Migration{16, kCaseKeysSql}};

} // namespace veikart::hub
