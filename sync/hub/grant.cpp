// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/grant.h"

#include <algorithm>

namespace veikart::hub {
namespace {

// A CBOR text string (RFC 8949, major type 3) of fewer than 256 bytes, in its shortest form, and nothing after it.
Result<std::string> cborText(BytesView value) {
  constexpr unsigned kTextType = 0x60;
  constexpr unsigned kOneByteLength = 0x78;
  constexpr unsigned kShortest = 24;
  const Status invalid = Status::invalid("no short CBOR text");
  if (value.empty())
    return invalid;
  const unsigned head = static_cast<unsigned char>(value[0]);
  if (head >= kTextType && head < kTextType + kShortest && value.size() == 1 + head - kTextType)
    return std::string(value.substr(1));
  if (head != kOneByteLength || value.size() < 2)
    return invalid;
  const size_t length = static_cast<unsigned char>(value[1]);
  if (length < kShortest || value.size() != 2 + length)
    return invalid;
  return std::string(value.substr(2));
}

// A CBOR unsigned integer (major type 0) in its shortest form, and nothing after it.
Result<int64_t> cborNumber(BytesView value) {
  constexpr unsigned kLongest = 27;
  constexpr unsigned kShortest = 24;
  const Status invalid = Status::invalid("no CBOR number");
  if (value.empty())
    return invalid;
  const unsigned head = static_cast<unsigned char>(value[0]);
  if (head < kShortest)
    return value.size() == 1 ? Result<int64_t>(head) : invalid;
  if (head > kLongest || value.size() != 1 + (1U << (head - kShortest)))
    return invalid;
  uint64_t number = 0;
  for (const char c : value.substr(1))
    number = number << 8U | static_cast<unsigned char>(c);
  const unsigned bitsOfShorter = head == kShortest ? 0 : 8U << (head - kShortest - 1);
  const bool isShortest = head == kShortest ? number >= kShortest : number >> bitsOfShorter != 0;
  if (!isShortest || number > INT64_MAX)
    return invalid;
  return static_cast<int64_t>(number);
}

const std::vector<sync::Sibling>& valuesOf(const Record& record, const std::string& field) {
  static const std::vector<sync::Sibling> kNone;
  const auto found = record.fields.find(field);
  return found == record.fields.end() ? kNone : found->second.siblings;
}

Result<std::vector<std::string>> textsOf(const Record& record, const std::string& field) {
  if (valuesOf(record, field).empty())
    return Status::invalid("a grant without " + field);
  std::vector<std::string> texts;
  for (const sync::Sibling& sibling : valuesOf(record, field)) {
    Result<std::string> text = cborText(sibling.value);
    if (!text.ok())
      return text.status();
    texts.push_back(*std::move(text));
  }
  return texts;
}

// Written twice it is the later `from` or the earlier `until` that counts: who has less access is right.
Result<int64_t> momentOf(const Record& record, const std::string& field, int64_t otherwise,
                         const int64_t& (*stricter)(const int64_t&, const int64_t&)) {
  int64_t moment = otherwise;
  for (const sync::Sibling& sibling : valuesOf(record, field)) {
    const Result<int64_t> number = cborNumber(sibling.value);
    if (!number.ok())
      return number.status();
    moment = stricter(moment, *number);
  }
  return moment;
}

} // namespace

Result<Grant> grantFrom(const Record& record) {
  const Result<std::vector<std::string>> roles = textsOf(record, "role");
  const Result<std::vector<std::string>> texts = textsOf(record, "user");
  const Result<int64_t> from = momentOf(record, "from", 0, std::max<int64_t>);
  const Result<int64_t> until = momentOf(record, "until", INT64_MAX, std::min<int64_t>);
  for (const Status& status : {roles.status(), texts.status(), from.status(), until.status()})
    RETURN_IF_ERROR(status);
  Grant grant{record.id, record.scope, {}, *from, *until, std::ranges::find(*roles, kEmergencyRole) != roles->end()};
  for (const std::string& text : *texts) {
    const Result<Uuid> user = Uuid::parse(text);
    if (!user.ok())
      return user.status();
    grant.users.push_back(*user);
  }
  return grant;
}

Result<RecordId> endedGrant(const Record& end) {
  const Result<std::vector<std::string>> grants = textsOf(end, "grant");
  if (!grants.ok())
    return grants.status();
  const bool areOne = std::ranges::all_of(*grants, [&](const std::string& each) { return each == grants->front(); });
  return areOne ? Uuid::parse(grants->front()) : Status::invalid("an end of two grants");
}

bool saysWhoHasIt(std::string_view type) {
  return type == kGrantType || type == kRestrictionType || type == kGrantEndType;
}

std::span<const std::string> fieldsWrittenOnce(std::string_view type) {
  static const std::array<std::string, 4> kOfGrant = {"user", "role", "from", "until"};
  static const std::array<std::string, 1> kOfEnd = {"grant"};
  if (type == kGrantType)
    return kOfGrant;
  return type == kGrantEndType ? std::span<const std::string>(kOfEnd) : std::span<const std::string>();
}

} // namespace veikart::hub
