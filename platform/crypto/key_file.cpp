// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/key_file.h"

#include "platform/base/files.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace veikart {

namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;
constexpr size_t kMaxFileBytes = 4096;
constexpr int64_t kFirstWaitMillis = 30'000;
constexpr int64_t kLongestWaitMillis = 600'000;
constexpr int kWaitDoublings = 5; // 30 s doubled five times is past the longest wait
constexpr int64_t kMaxOperations = 64;
constexpr int64_t kMaxMemoryBytes = 4LL * 1024 * 1024 * 1024;

// The salt takes part, so that a wrapped key can't be moved under another file's salt.
Bytes wrapContext(BytesView salt) {
  return Bytes("veikart store key v1").append(salt);
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

int64_t waitAfter(int failures) {
  if (failures < KeyFile::kFreeAttempts)
    return 0;
  const int doublings = std::min(failures - KeyFile::kFreeAttempts, kWaitDoublings);
  return std::min(kFirstWaitMillis << doublings, kLongestWaitMillis);
}

Status checkVersion(const Json& json) {
  const std::optional<int64_t> version = integerIn(json, "version", 1, INT32_MAX);
  if (!version)
    return Status::corrupt("the key file can't be read");
  return *version > kVersion ? Status::tooNew("key file of a newer version") : Status();
}

} // namespace

Result<SecretBytes> KeyFile::create(const std::filesystem::path& path, const SecretBytes& pin,
                                    const crypto::Argon2Cost& cost) {
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
    return Status::conflict("there is a key file already");
  KeyFile file;
  file.m_path = path;
  file.m_salt = crypto::randomBytes(crypto::kSaltSize);
  file.m_cost = cost;
  Result<SecretBytes> wrapping = crypto::deriveKey(pin, file.m_salt, cost);
  if (!wrapping.ok())
    return wrapping.status();
  SecretBytes key = SecretBytes::random(crypto::kKeySize);
  file.m_wrapped = crypto::seal(*wrapping, key.view(), wrapContext(file.m_salt));
  RETURN_IF_ERROR(file.save());
  return key;
}

Result<KeyFile> KeyFile::load(const std::filesystem::path& path) {
  Result<Bytes> content = readFile(path, kMaxFileBytes);
  if (!content.ok())
    return content.status() == Status::invalid("") ? Status::corrupt("the key file is too large") : content.status();
  const Json json = Json::parse(*content, nullptr, false);
  if (!json.is_object())
    return Status::corrupt("the key file can't be read");
  RETURN_IF_ERROR(checkVersion(json));
  const auto salt = bytesIn(json, "salt");
  const auto wrapped = bytesIn(json, "wrapped");
  const auto operations = integerIn(json, "operations", 1, kMaxOperations);
  const auto memoryBytes = integerIn(json, "memoryBytes", 8192, kMaxMemoryBytes);
  const auto failures = integerIn(json, "failures", 0, INT32_MAX);
  const auto failedAt = integerIn(json, "failedAt", 0, INT64_MAX / 2);
  if (!salt || salt->size() != crypto::kSaltSize || !wrapped || !operations || !memoryBytes || !failures || !failedAt)
    return Status::corrupt("the key file can't be read");
  KeyFile file;
  file.m_path = path;
  file.m_salt = *salt;
  file.m_cost = {static_cast<uint64_t>(*operations), static_cast<uint64_t>(*memoryBytes)};
  file.m_wrapped = *wrapped;
  file.m_failures = static_cast<int>(*failures);
  file.m_failedAtMillis = *failedAt;
  return file;
}

// A guess is counted before it is tried: neither a full disk nor a pulled plug gives one away.
Result<SecretBytes> KeyFile::unlock(const SecretBytes& pin, int64_t nowMillis) {
  if (waitMillis(nowMillis) > 0)
    return Status::busy("too many wrong PINs; wait");
  m_failures = std::min(m_failures, INT32_MAX - 1) + 1;
  m_failedAtMillis = nowMillis;
  RETURN_IF_ERROR(save());
  const Result<SecretBytes> wrapping = crypto::deriveKey(pin, m_salt, m_cost);
  Result<SecretBytes> key =
      wrapping.ok() ? crypto::unseal(*wrapping, m_wrapped, wrapContext(m_salt)) : wrapping.status();
  if (!key.ok())
    return key;
  m_failures = 0;
  // A count that can't be cleared must not keep the rightful owner out.
  static_cast<void>(save());
  return key;
}

int KeyFile::attemptsLeft() const {
  return std::max(0, kFreeAttempts - m_failures);
}

int64_t KeyFile::waitMillis(int64_t nowMillis) const {
  const int64_t wait = waitAfter(m_failures);
  // A clock set back must not make the wait longer than it was.
  return std::clamp<int64_t>(m_failedAtMillis + wait - nowMillis, 0, wait);
}

Status KeyFile::save() const {
  const Json json = {{"version", kVersion},
                     {"salt", toHex(m_salt)},
                     {"operations", m_cost.operations},
                     {"memoryBytes", m_cost.memoryBytes},
                     {"wrapped", toHex(m_wrapped)},
                     {"failures", m_failures},
                     {"failedAt", m_failedAtMillis}};
  return writeFileDurably(m_path, json.dump(2).append("\n"));
}

} // namespace veikart
