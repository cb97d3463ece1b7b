// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/columns.h"
#include "sync/hub/embedded_transaction.h"

// The part of EmbeddedTransaction that keeps users, tablets, devices and the codes that enrol them.

namespace veikart::hub {
namespace {

User userAt(Row& row) {
  return {row.uuid(0),         row.text(1), row.text(2), row.role(3),
          row.integer(4) != 0, row.text(5), row.text(6), row.integer(7) != 0};
}

Tablet tabletAt(Row& row) {
  return {row.uuid(0), row.text(1), row.bytes(2), row.integer(3) != 0};
}

EnrolmentCode codeAt(Row& row) {
  return {row.maybeUuid(0), row.integer(1), row.bytes(2), row.maybeUuid(3), row.maybeUuid(4)};
}

DeviceEntry deviceAt(Row& row) {
  return {row.uuid(0),    row.maybeUuid(1),   row.text(2), row.uuid(3), row.text(4) + " " + row.text(5),
          row.integer(6), row.integer(7) != 0};
}

void bindMaybe(Statement& query, int index, const std::optional<Uuid>& id) {
  if (id.has_value())
    query.bindBlob(index, id->view());
}

} // namespace

Result<std::optional<User>> EmbeddedTransaction::user(const Uuid& id) {
  constexpr std::string_view kSql =
      "SELECT id, first_name, last_name, role, was_supervisor, coalesce(user_name, ''), password, is_disabled"
      " FROM user WHERE office = ?1 AND id = ?2";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(2, id.view());
  return readOne<User>(**query, userAt);
}

Result<std::optional<User>> EmbeddedTransaction::userNamed(const std::string& userName) {
  constexpr std::string_view kSql =
      "SELECT id, first_name, last_name, role, was_supervisor, user_name, password, is_disabled"
      " FROM user WHERE office = ?1 AND user_name = ?2";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bind(2, std::string_view(userName));
  return readOne<User>(**query, userAt);
}

Status EmbeddedTransaction::addUser(const User& user) {
  constexpr std::string_view kSql =
      "INSERT INTO user(office, id, first_name, last_name, role, was_supervisor, user_name)"
      " VALUES(?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, ''))";
  const Result<Statement*> insert = prepare(kSql);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(2, user.id.view());
  (*insert)->bind(3, std::string_view(user.firstName));
  (*insert)->bind(4, std::string_view(user.lastName));
  (*insert)->bind(5, toText(user.role));
  (*insert)->bind(6, static_cast<int64_t>(user.wasSupervisor));
  (*insert)->bind(7, std::string_view(user.userName));
  return (*insert)->run();
}

Status EmbeddedTransaction::setRole(const Uuid& user, Role role) {
  constexpr std::string_view kSql = "UPDATE user SET was_supervisor = was_supervisor OR role = ?4, role = ?3"
                                    " WHERE office = ?1 AND id = ?2";
  const Result<Statement*> update = prepareFor(kSql, user);
  if (!update.ok())
    return update.status();
  (*update)->bind(3, toText(role));
  (*update)->bind(4, toText(Role::Supervisor));
  return (*update)->run();
}

Status EmbeddedTransaction::setUserName(const Uuid& user, const std::string& userName) {
  constexpr std::string_view kSql = "UPDATE user SET user_name = nullif(?3, '') WHERE office = ?1 AND id = ?2";
  const Result<Statement*> update = prepareFor(kSql, user);
  if (!update.ok())
    return update.status();
  (*update)->bind(3, std::string_view(userName));
  return (*update)->run();
}

Status EmbeddedTransaction::setPassword(const Uuid& user, const std::string& hash) {
  constexpr std::string_view kSql = "UPDATE user SET password = ?3 WHERE office = ?1 AND id = ?2";
  const Result<Statement*> update = prepareFor(kSql, user);
  if (!update.ok())
    return update.status();
  (*update)->bind(3, std::string_view(hash));
  return (*update)->run();
}

Status EmbeddedTransaction::setDisabled(const Uuid& user, bool isDisabled) {
  constexpr std::string_view kSql =
      "UPDATE user SET is_disabled = ?3 WHERE office = ?1 AND id = ?2 AND is_disabled <> ?3";
  const Result<Statement*> update = prepareFor(kSql, user);
  if (!update.ok())
    return update.status();
  (*update)->bind(3, static_cast<int64_t>(isDisabled));
  RETURN_IF_ERROR((*update)->run());
  if (m_db.changes() > 0)
    m_forLedger.push_back({m_office, Dismissal{user, isDisabled}});
  return {};
}

Status EmbeddedTransaction::putTablet(const Tablet& tablet) {
  constexpr std::string_view kSql = "INSERT INTO tablet(office, id, name, public_key) VALUES(?1, ?2, ?3, ?4)";
  const Result<Statement*> insert = prepareFor(kSql, tablet.id);
  if (!insert.ok())
    return insert.status();
  (*insert)->bind(3, std::string_view(tablet.name));
  (*insert)->bindBlob(4, tablet.publicKey);
  return (*insert)->run();
}

Result<std::optional<Tablet>> EmbeddedTransaction::tablet(const Uuid& id) {
  constexpr std::string_view kSql = "SELECT id, name, public_key, is_revoked FROM tablet WHERE office = ?1 AND id = ?2";
  const Result<Statement*> query = prepareFor(kSql, id);
  return query.ok() ? readOne<Tablet>(**query, tabletAt) : query.status();
}

Status EmbeddedTransaction::putDevice(const Device& device) {
  constexpr std::string_view kSql =
      "INSERT INTO device(office, id, user, name, token_hash, signing_key, tablet, token_made)"
      " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(office, id) DO UPDATE SET"
      " token_hash = excluded.token_hash, signing_key = excluded.signing_key, token_made = excluded.token_made, seen = "
      "0";
  const Result<Statement*> insert = prepareFor(kSql, device.id);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(3, device.user.view());
  (*insert)->bind(4, std::string_view(device.name));
  (*insert)->bindBlob(5, device.tokenHash);
  (*insert)->bindBlob(6, device.signingKey);
  bindMaybe(**insert, 7, device.tablet);
  (*insert)->bind(8, device.tokenMadeMillis);
  return (*insert)->run();
}

Result<std::optional<Uuid>> EmbeddedTransaction::deviceOf(const Uuid& tablet, const Uuid& user,
                                                          const ReplicaId& replica) {
  constexpr std::string_view kSql =
      "SELECT d.id FROM device d JOIN replica r ON r.office = d.office AND r.device = d.id"
      " WHERE d.office = ?1 AND d.tablet = ?2 AND d.user = ?3 AND r.id = ?4"
      " AND d.is_revoked = 0";
  const Result<Statement*> query = prepareFor(kSql, tablet);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(3, user.view());
  (*query)->bindBlob(4, replica.view());
  return readOne<Uuid>(**query, [](Row& row) { return row.uuid(0); });
}

Result<std::vector<DeviceEntry>> EmbeddedTransaction::devices() {
  constexpr std::string_view kSql =
      "SELECT d.id, d.tablet, d.name, d.user, u.first_name, u.last_name, d.heard, d.is_revoked OR u.is_disabled"
      " FROM device d JOIN user u ON u.office = d.office AND u.id = d.user WHERE d.office = ?1"
      " ORDER BY d.name, u.first_name, u.last_name, d.id";
  const Result<Statement*> query = prepare(kSql);
  return query.ok() ? readAll<DeviceEntry>(**query, deviceAt) : query.status();
}

Result<bool> EmbeddedTransaction::revoke(const Uuid& id) {
  constexpr std::string_view kTabletSql =
      "UPDATE tablet SET is_revoked = 1 WHERE office = ?1 AND id = ?2 AND is_revoked = 0";
  constexpr std::string_view kDevicesSql =
      "UPDATE device SET is_revoked = 1 WHERE office = ?1 AND (id = ?2 OR tablet = ?2) AND is_revoked = 0";
  bool isNews = false;
  for (const std::string_view sql : {kTabletSql, kDevicesSql}) {
    const Result<Statement*> update = prepareFor(sql, id);
    if (!update.ok())
      return update.status();
    RETURN_IF_ERROR((*update)->run());
    isNews = isNews || m_db.changes() > 0;
  }
  if (isNews)
    m_forLedger.push_back({m_office, Revocation{id}});
  return isNews;
}

Result<bool> EmbeddedTransaction::isDeviceSeen(const Uuid& device) {
  constexpr std::string_view kSql = "SELECT EXISTS(SELECT 1 FROM device WHERE office = ?1 AND id = ?2 AND seen = 1)";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(2, device.view());
  const Result<int64_t> exists = readNumber(**query);
  if (!exists.ok())
    return exists.status();
  return *exists != 0;
}

Status EmbeddedTransaction::markDeviceSeen(const Uuid& device) {
  constexpr std::string_view kSql = "UPDATE device SET seen = 1 WHERE office = ?1 AND id = ?2";
  const Result<Statement*> update = prepare(kSql);
  if (!update.ok())
    return update.status();
  (*update)->bindBlob(2, device.view());
  return (*update)->run();
}

Status EmbeddedTransaction::putCode(BytesView codeName, const EnrolmentCode& code) {
  constexpr std::string_view kSql = "INSERT INTO enrolment_code(office, name, user, expires, key, device, replica)"
                                    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(name)"
                                    " DO UPDATE SET device = excluded.device, replica = excluded.replica";
  const Result<Statement*> insert = prepare(kSql);
  if (!insert.ok())
    return insert.status();
  (*insert)->bindBlob(2, codeName);
  bindMaybe(**insert, 3, code.user);
  (*insert)->bind(4, code.expiresMillis);
  (*insert)->bindBlob(5, code.key);
  bindMaybe(**insert, 6, code.device);
  bindMaybe(**insert, 7, code.replica);
  return (*insert)->run();
}

Result<std::optional<EnrolmentCode>> EmbeddedTransaction::code(BytesView codeName) {
  constexpr std::string_view kSql =
      "SELECT user, expires, key, device, replica FROM enrolment_code WHERE office = ?1 AND name = ?2";
  const Result<Statement*> query = prepare(kSql);
  if (!query.ok())
    return query.status();
  (*query)->bindBlob(2, codeName);
  return readOne<EnrolmentCode>(**query, codeAt);
}

Result<Statement*> EmbeddedTransaction::prepareFor(std::string_view sql, const Uuid& id) {
  const Result<Statement*> statement = prepare(sql);
  if (statement.ok())
    (*statement)->bindBlob(2, id.view());
  return statement;
}

} // namespace veikart::hub
