// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/field_value.h"

#include <limits>

namespace veikart::casework {

namespace {

using nlohmann::json;

constexpr int kDeepestNesting = 16;
constexpr size_t kHarmlessSize = 1024; // the parser recurses once a nesting level; this many levels fit any stack

// Ends parsing at the first container that nests too deep.
class NestingGuard : public json::json_sax_t {
public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool key(string_t&) override { return true; }
  bool start_object(size_t) override { return ++m_depth <= kDeepestNesting; }
  bool start_array(size_t) override { return ++m_depth <= kDeepestNesting; }
  bool end_object() override { return --m_depth >= 0; }
  bool end_array() override { return --m_depth >= 0; }
  bool parse_error(size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

private:
  int m_depth = 0;
};

bool nestsReasonably(BytesView bytes) {
  NestingGuard guard;
  return bytes.size() <= kHarmlessSize ||
         json::sax_parse(bytes.begin(), bytes.end(), &guard, json::input_format_t::cbor);
}

} // namespace

Bytes encodeValue(const json& value) {
  Bytes bytes;
  json::to_cbor(value, bytes);
  return bytes;
}

std::optional<json> decodeValue(BytesView bytes) {
  if (!nestsReasonably(bytes))
    return std::nullopt;
  json value = json::from_cbor(bytes.begin(), bytes.end(), true, false);
  return value.is_discarded() ? std::nullopt : std::optional(std::move(value));
}

json idValue(const Id& id) {
  return id.isNil() ? std::string() : id.toString();
}

FieldReader::FieldReader(const sync::Record& record, std::string_view expectedType) : m_record(record) {
  if (record.type != expectedType)
    m_status = Status::invalid("record of type " + record.type + " is no " + std::string(expectedType));
}

void FieldReader::fail(std::string_view field) {
  if (m_status.ok())
    m_status = Status::corrupt("field " + m_record.type + "." + std::string(field) + " can't be read");
}

const json* FieldReader::find(std::string_view field, std::string_view part) {
  if (!m_status.ok())
    return nullptr;
  if (m_currentField != field) {
    const auto found = m_record.fields.find(std::string(field));
    const sync::Sibling* shown = found == m_record.fields.end() ? nullptr : sync::greatest(found->second);
    if (shown == nullptr)
      return nullptr;
    std::optional<json> decoded = decodeValue(shown->value);
    if (!decoded) {
      fail(field);
      return nullptr;
    }
    m_current = std::move(*decoded);
    m_currentField = field;
  }
  if (part.empty())
    return &m_current;
  if (!m_current.is_object()) {
    fail(field);
    return nullptr;
  }
  const auto found = m_current.find(std::string(part));
  return found == m_current.end() ? nullptr : &*found;
}

void FieldReader::readPart(std::string_view field, std::string_view part, std::string& out) {
  const json* value = find(field, part);
  if (value == nullptr)
    return;
  if (const auto* text = value->get_ptr<const std::string*>())
    out = *text;
  else
    fail(field);
}

void FieldReader::readPart(std::string_view field, std::string_view part, bool& out) {
  const json* value = find(field, part);
  if (value == nullptr)
    return;
  if (const auto* truth = value->get_ptr<const bool*>())
    out = *truth;
  else
    fail(field);
}

void FieldReader::readPart(std::string_view field, std::string_view part, int& out) {
  int64_t wide = out;
  readPart(field, part, wide);
  if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
    fail(field);
  else
    out = static_cast<int>(wide);
}

void FieldReader::readPart(std::string_view field, std::string_view part, int64_t& out) {
  const json* value = find(field, part);
  if (value == nullptr)
    return;
  if (value->is_number_integer())
    out = value->get<int64_t>();
  else
    fail(field);
}

void FieldReader::readPart(std::string_view field, std::string_view part, double& out) {
  const json* value = find(field, part);
  if (value == nullptr)
    return;
  if (value->is_number())
    out = value->get<double>();
  else
    fail(field);
}

void FieldReader::readPart(std::string_view field, std::string_view part, Id& out) {
  std::string text;
  readPart(field, part, text);
  if (text.empty())
    return;
  if (Result<Id> id = Id::parse(text); id.ok())
    out = *id;
  else
    fail(field);
}

void FieldReader::readPart(std::string_view field, std::string_view part, std::vector<std::string>& out) {
  const json* value = find(field, part);
  if (value == nullptr)
    return;
  std::vector<std::string> texts;
  for (const json& element : *value)
    if (const auto* text = element.get_ptr<const std::string*>())
      texts.push_back(*text);
  if (!value->is_array() || texts.size() != value->size())
    return fail(field);
  out = std::move(texts);
}

} // namespace veikart::casework
