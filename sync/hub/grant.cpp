// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/grant.h"

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

Result<std::vector<std::string>> textsOf(const Record& record, const std::string& field) {
  const auto found = record.fields.find(field);
  if (found == record.fields.end() || found->second.siblings.empty())
    return Status::invalid("a grant without " + field);
  std::vector<std::string> texts;
  for (const sync::Sibling& sibling : found->second.siblings) {
    Result<std::string> text = cborText(sibling.value);
    if (!text.ok())
      return text.status();
    texts.push_back(*std::move(text));
  }
  return texts;
}

} // namespace

Result<std::vector<Uuid>> grantedUsers(const Record& grant) {
  const Result<std::vector<std::string>> roles = textsOf(grant, "role");
  const Result<std::vector<std::string>> texts = textsOf(grant, "user");
  if (!roles.ok() || !texts.ok())
    return roles.ok() ? texts.status() : roles.status();
  std::vector<Uuid> users;
  for (const std::string& text : *texts) {
    const Result<Uuid> user = Uuid::parse(text);
    if (!user.ok())
      return user.status();
    users.push_back(*user);
  }
  return users;
}

} // namespace veikart::hub
