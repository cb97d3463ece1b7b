// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/key_file_content.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

namespace veikart {

namespace {

using Json = nlohmann::json;

constexpr int64_t kMaxOperations = 64;
constexpr int64_t kMaxMemoryBytes = 4LL * 1024 * 1024 * 1024;

struct LockName {
  KeyLock lock;
  std::string_view name;
};
constexpr std::array kLockNames = {LockName{KeyLock::Passphrase, "passphrase"},
                                   LockName{KeyLock::HardwarePin, "hardwarePin"},
                                   LockName{KeyLock::PracticePin, "practicePin"}};

std::string_view nameOf(KeyLock lock) {
  return std::ranges::find(kLockNames, lock, &LockName::lock)->name;
}

std::optional<int64_t> integerIn(const Json& json, const char* name, int64_t low, int64_t high) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_number_integer())
    return std::nullopt;
  const auto value = found->get<int64_t>();
  return value >= low && value <= high ? std::optional(value) : std::nullopt;
}

std::optional<Bytes> bytesIn(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_string())
    return std::nullopt;
  Result<Bytes> bytes = fromHex(found->get_ref<const std::string&>());
  return bytes.ok() ? std::optional(std::move(*bytes)) : std::nullopt;
}

std::optional<KeyLock> lockIn(const Json& json, int64_t version) {
  if (version == 1)
    return KeyLock::PracticePin;
  const auto found = json.find("lock");
  if (found == json.end() || !found->is_string())
    return std::nullopt;
  const auto name = std::ranges::find(kLockNames, found->get_ref<const std::string&>(), &LockName::name);
  return name != kLockNames.end() ? std::optional(name->lock) : std::nullopt;
}

} // namespace

Result<KeyFileContent> KeyFileContent::parse(BytesView text) {
  const Status unreadable = Status::corrupt("the key file can't be read");
  const Json json = Json::parse(text, nullptr, false);
  const auto version = json.is_object() ? integerIn(json, "version", 1, INT32_MAX) : std::nullopt;
  if (!version)
    return unreadable;
  if (*version > kNewestVersion)
    return Status::tooNew("key file of a newer version");
  const auto lock = lockIn(json, *version);
  const auto salt = bytesIn(json, "salt");
  const auto wrapped = bytesIn(json, "wrapped");
  const auto sealed = lock == KeyLock::HardwarePin ? bytesIn(json, "sealed") : Bytes();
  const auto operations = integerIn(json, "operations", 1, kMaxOperations);
  const auto memoryBytes = integerIn(json, "memoryBytes", 8192, kMaxMemoryBytes);
  const auto failures = integerIn(json, "failures", 0, INT32_MAX);
  const auto failedAt = integerIn(json, "failedAt", 0, INT64_MAX / 2);
  if (!lock || !salt || salt->size() != crypto::kSaltSize || !wrapped || !sealed || !operations || !memoryBytes ||
      !failures || !failedAt)
    return unreadable;
  return KeyFileContent{static_cast<int>(*version),
                        *lock,
                        *salt,
                        {static_cast<uint64_t>(*operations), static_cast<uint64_t>(*memoryBytes)},
                        *wrapped,
                        *sealed,
                        static_cast<int>(*failures),
                        *failedAt};
}

Bytes KeyFileContent::toText() const {
  Json json = {{"version", version},
               {"salt", toHex(salt)},
               {"operations", cost.operations},
               {"memoryBytes", cost.memoryBytes},
               {"wrapped", toHex(wrapped)},
               {"failures", failures},
               {"failedAt", failedAtMillis}};
  if (version > 1)
    json["lock"] = nameOf(lock);
  if (lock == KeyLock::HardwarePin)
    json["sealed"] = toHex(sealed);
  return json.dump(2).append("\n");
}

Bytes KeyFileContent::wrapContext() const {
  if (version == 1)
    return Bytes("veikart store key v1").append(salt);
  return Bytes("veikart store key v2 ").append(nameOf(lock)).append(" ").append(salt);
}

} // namespace veikart
