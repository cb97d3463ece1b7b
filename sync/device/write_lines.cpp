// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/device/write_lines.h"

#include "sync/device/record_json.h"
#include "sync/record/canonical.h"
#include "sync/record/scope_text.h"

#include <nlohmann/json.hpp>

#include <set>

namespace veikart::device {
namespace {

using nlohmann::json;
using sync::RecordWrite;

// What is mistyped must not be taken for left out.
Status checkMembers(const json& line) {
  static const std::set<std::string> known = {"id", "type", "scope", "fields"};
  if (!line.is_object())
    return Status::invalid("no JSON object in UTF-8");
  for (const auto& [name, value] : line.items())
    if (!known.contains(name))
      return Status::invalid("no such member: " + name);
  return {};
}

// Empty for what is no text.
std::string textOf(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

Status readIdentity(const json& line, const sync::Replica& replica, const Clock& clock, RecordWrite& write) {
  const Result<Uuid> id = line.contains("id") ? Uuid::parse(textOf(line["id"])) : Uuid::makeV7(clock);
  if (!id.ok())
    return Status::invalid("id is no UUID");
  const Result<std::optional<sync::Record>> known = replica.load(*id);
  if (!known.ok())
    return known.status();
  if (!known->has_value() && (!line.contains("type") || !line.contains("scope")))
    return Status::invalid("a record that this device does not hold needs type and scope");
  write.id = *id;
  write.type = line.contains("type") ? textOf(line["type"]) : (*known)->type;
  const Result<sync::ScopeId> scope =
      line.contains("scope") ? sync::scopeFromText(textOf(line["scope"])) : (*known)->scope;
  if (!scope.ok())
    return scope.status();
  write.scope = *scope;
  if (*known && (write.type != (*known)->type || write.scope != (*known)->scope))
    return Status::invalid("a record's type and scope never change");
  return {};
}

Status readFields(const json& line, RecordWrite& write) {
  if (!line.contains("fields") || !line["fields"].is_object() || line["fields"].empty())
    return Status::invalid("fields is missing or empty");
  for (const auto& [name, value] : line["fields"].items()) {
    if (name.starts_with('_'))
      return Status::invalid("names of fields that begin with _ are replication's own: " + name);
    Result<Bytes> bytes = valueFrom(value);
    if (!bytes.ok())
      return bytes.status();
    write.fields.push_back({name, *std::move(bytes)});
  }
  return {};
}

// A name that canonical bytes can't hold would leave a record that nobody can read.
Status checkNames(const RecordWrite& write) {
  sync::Record record{write.id, write.type, write.scope, {}, false};
  for (const sync::FieldWrite& field : write.fields)
    sync::write(record, field.name, {}, {write.id, 1}, {});
  if (!sync::decode(sync::encode(record)).ok())
    return Status::invalid("a type has 1 to 64 bytes and a field's name 1 to 256, without control characters");
  return {};
}

Result<RecordWrite> readWrite(const std::string& text, const sync::Replica& replica, const Clock& clock) {
  const json line = json::parse(text, nullptr, false);
  RecordWrite write;
  RETURN_IF_ERROR(checkMembers(line));
  RETURN_IF_ERROR(readIdentity(line, replica, clock, write));
  RETURN_IF_ERROR(readFields(line, write));
  RETURN_IF_ERROR(checkNames(write));
  return write;
}

} // namespace

Result<std::vector<RecordWrite>> readWrites(std::istream& in, const sync::Replica& replica, const Clock& clock) {
  std::vector<RecordWrite> writes;
  int number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    Result<RecordWrite> write = readWrite(text, replica, clock);
    if (!write.ok())
      return Status(write.status().code(), "line " + std::to_string(number) + ": " + write.status().text());
    writes.push_back(*std::move(write));
  }
  if (writes.empty())
    return Status::invalid("there is nothing on standard input");
  return writes;
}

} // namespace veikart::device
