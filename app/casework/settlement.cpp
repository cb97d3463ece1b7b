// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/settlement.h"

#include "app/casework/field_value.h"

namespace veikart::casework {

namespace {

using nlohmann::json;

constexpr std::string_view kToldPrefix = "told.";

// Values stand as what they say, so that a settlement can be read without knowing how fields are stored.
json valueIn(const Bytes& value) {
  return value.empty() ? json() : decodeValue(value).value_or(json());
}
Bytes bytesOf(const json& value) {
  return value.is_null() ? Bytes() : encodeValue(value);
}

json versionValue(const Settlement::Version& version) {
  return {{"author", idValue(version.authorId)}, {"at", version.at}, {"value", valueIn(version.value)}};
}

// One version or the outcome, read with the checks of any field.
template<class Read>
Status readParts(const json& value, Read read) {
  sync::Record record;
  record.type = "part";
  record.fields["it"].siblings.push_back({{}, {}, encodeValue(value)});
  FieldReader reader(record, "part");
  read(reader);
  return reader.status();
}

Result<json> fieldOf(const sync::Record& record, const std::string& name) {
  const auto found = record.fields.find(name);
  const sync::Sibling* shown = found == record.fields.end() ? nullptr : sync::greatest(found->second);
  std::optional<json> value = shown == nullptr ? std::nullopt : decodeValue(shown->value);
  return value ? Result<json>(*std::move(value)) : Status::corrupt("field settlement." + name + " can't be read");
}

Status readVersions(const json& values, std::vector<Settlement::Version>& into) {
  if (!values.is_array())
    return Status::corrupt("field settlement.versions can't be read");
  for (const json& value : values) {
    Settlement::Version& version = into.emplace_back();
    RETURN_IF_ERROR(readParts(value, [&](FieldReader& reader) {
      reader.readPart("it", "author", version.authorId);
      reader.readPart("it", "at", version.at);
    }));
    version.value = bytesOf(value.value("value", json()));
  }
  return {};
}

} // namespace

std::string toldField(const Id& staffId) {
  return std::string(kToldPrefix) + staffId.toString();
}

Bytes keptOutcome() {
  return encodeValue(true);
}

Fields toFields(const Settlement& value) {
  json versions = json::array();
  for (const Settlement::Version& version : value.versions)
    versions.push_back(versionValue(version));
  Fields fields = {
      {"of", encodeValue({{"record", idValue(value.recordId)}, {"type", value.recordType}, {"field", value.field}})},
      {std::string(sync::kRepeatsField), Bytes(value.recordId.view())},
      {"versions", encodeValue(versions)},
      {"outcome", encodeValue({{"value", valueIn(value.outcome)},
                               {"by", idValue(value.settledBy)},
                               {"at", value.settledAt},
                               {"withClient", value.isWithClient}})}};
  for (const Id& staffId : value.told)
    fields.emplace(toldField(staffId), encodeValue(true));
  return fields;
}

Result<Settlement> settlementFrom(const sync::Record& record) {
  FieldReader reader(record, kSettlementType);
  Settlement value;
  value.id = record.id;
  reader.readPart("of", "record", value.recordId);
  reader.readPart("of", "type", value.recordType);
  reader.readPart("of", "field", value.field);
  reader.readPart("outcome", "by", value.settledBy);
  reader.readPart("outcome", "at", value.settledAt);
  reader.readPart("outcome", "withClient", value.isWithClient);
  RETURN_IF_ERROR(reader.status());
  const Result<json> versions = fieldOf(record, "versions");
  const Result<json> outcome = fieldOf(record, "outcome");
  if (!versions.ok() || !outcome.ok())
    return versions.ok() ? outcome.status() : versions.status();
  RETURN_IF_ERROR(readVersions(*versions, value.versions));
  value.outcome = bytesOf(outcome->value("value", json()));
  for (const auto& [name, reg] : record.fields)
    if (name.starts_with(kToldPrefix))
      if (const Result<Id> staffId = Id::parse(name.substr(kToldPrefix.size())); staffId.ok())
        value.told.insert(*staffId);
  return value;
}

} // namespace veikart::casework
