// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/client_brief.h"

#include <nlohmann/json.hpp>

namespace veikart::ui {

using nlohmann::json;

namespace {

// Reads members one after the other; after the first that is missing or of another kind, `ok` stays false.
class Reader {
public:
  explicit Reader(const json& object) : m_object(object) {}

  bool ok() const { return m_ok; }

  std::string text(const char* name) {
    const auto found = m_object.find(name);
    if (found == m_object.end() || !found->is_string())
      return fail();
    return found->get<std::string>();
  }

  double number(const char* name) {
    const auto found = m_object.find(name);
    if (found == m_object.end() || !found->is_number())
      return fail(), 0;
    return found->get<double>();
  }

  std::vector<std::string> texts(const char* name) {
    const auto found = m_object.find(name);
    if (found == m_object.end() || !found->is_array())
      return fail(), std::vector<std::string>();
    std::vector<std::string> out;
    for (const json& entry : *found)
      out.push_back(entry.is_string() ? entry.get<std::string>() : fail());
    return out;
  }

  Bytes bytes(const char* name) {
    Result<Bytes> raw = fromHex(text(name));
    return raw.ok() ? *std::move(raw) : fail();
  }

  Uuid id(const char* name) {
    Result<Uuid> parsed = Uuid::parse(text(name));
    if (!parsed.ok())
      return fail(), Uuid();
    return *parsed;
  }

private:
  std::string fail() {
    m_ok = false;
    return {};
  }

  const json& m_object;
  bool m_ok = true;
};

} // namespace

SecretBytes toMessage(const ClientBrief& brief) {
  Bytes text =
      json{
          {"key", toHex(brief.sessionKey.view())},
          {"file", brief.sessionFile},
          {"mapping", brief.mappingId.toString()},
          {"case", brief.caseId.toString()},
          {"client", brief.clientFirstName},
          {"counsellor", brief.counsellorFirstName},
          {"form", brief.form},
          {"view", brief.view},
          {"mode", static_cast<int>(brief.mode)},
          {"agreed", brief.agreed},
          {"textScale", brief.textScale},
      }
          .dump();
  SecretBytes message = SecretBytes::copyOf(text);
  wipe(text);
  return message;
}

Result<ClientBrief> briefFromMessage(const SecretBytes& message) {
  const json object = json::parse(message.view(), nullptr, false);
  if (!object.is_object())
    return Status::invalid("a brief is a JSON object");
  Reader reader(object);
  ClientBrief brief;
  Bytes key = reader.bytes("key");
  brief.sessionKey = SecretBytes::copyOf(key);
  wipe(key);
  brief.sessionFile = reader.text("file");
  brief.mappingId = reader.id("mapping");
  brief.caseId = reader.id("case");
  brief.clientFirstName = reader.text("client");
  brief.counsellorFirstName = reader.text("counsellor");
  brief.form = reader.text("form");
  brief.view = reader.text("view");
  const double mode = reader.number("mode");
  brief.agreed = reader.texts("agreed");
  brief.textScale = reader.number("textScale");
  if (!reader.ok() || mode < 0 || mode > 2)
    return Status::invalid("a member of the brief is missing or of the wrong kind");
  brief.mode = static_cast<forms::AnswerMode>(static_cast<int>(mode));
  return brief;
}

} // namespace veikart::ui
