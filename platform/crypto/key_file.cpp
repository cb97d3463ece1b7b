// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/key_file.h"

#include "platform/base/files.h"
#include "platform/crypto/tpm.h"

#include <algorithm>

namespace veikart {

namespace {

constexpr size_t kMaxFileBytes = 4096;
constexpr int64_t kFirstWaitMillis = 30'000;
constexpr int64_t kLongestWaitMillis = 600'000;
constexpr int kWaitDoublings = 5; // 30 s doubled five times is past the longest wait

int64_t waitAfter(int failures) {
  if (failures < KeyFile::kFreeAttempts)
    return 0;
  const int doublings = std::min(failures - KeyFile::kFreeAttempts, kWaitDoublings);
  return std::min(kFirstWaitMillis << doublings, kLongestWaitMillis);
}

Status withoutTpm() {
  return Status::notFound("the key needs a TPM, and there is none");
}

SecretBytes authorisationFrom(const SecretBytes& derived) {
  return crypto::deriveSubkey(derived, "veikart tpm authorisation");
}

SecretBytes wrappingFrom(const SecretBytes& derived, const SecretBytes& held) {
  return crypto::deriveSubkey(derived, "veikart hardware wrapping", held);
}

// Seals a new secret in the TPM, and makes of both the key that wraps.
Result<SecretBytes> sealInTpm(const SecretBytes& derived, size_t digits, Tpm* maybeTpm, KeyFileContent& content) {
  if (maybeTpm == nullptr)
    return withoutTpm();
  const Result<TpmLockout> lockout = maybeTpm->lockout();
  if (!lockout.ok())
    return lockout.status();
  if (!isWorthAPin(*lockout, digits))
    return Status::refused("the TPM's lock-out does not hold back guesses at such a PIN");
  const SecretBytes held = SecretBytes::random(crypto::kKeySize);
  RETURN_IF_ERROR(keep(maybeTpm->seal(held, authorisationFrom(derived)), content.sealed));
  return wrappingFrom(derived, held);
}

Result<KeyFileContent> lockIn(const SecretBytes& key, KeyLock lock, const SecretBytes& secret,
                              const crypto::Argon2Cost& cost, Tpm* maybeTpm) {
  KeyFileContent content;
  content.lock = lock;
  content.salt = crypto::randomBytes(crypto::kSaltSize);
  content.cost = cost;
  Result<SecretBytes> wrapping = crypto::deriveKey(secret, content.salt, cost);
  if (wrapping.ok() && lock == KeyLock::HardwarePin)
    wrapping = sealInTpm(*wrapping, secret.size(), maybeTpm, content);
  if (!wrapping.ok())
    return wrapping.status();
  content.wrapped = crypto::seal(*wrapping, key.view(), content.wrapContext());
  return content;
}

} // namespace

KeyFile::KeyFile(std::filesystem::path path, KeyFileContent content)
    : m_path(std::move(path)), m_content(std::move(content)) {}

Result<SecretBytes> KeyFile::create(const std::filesystem::path& path, KeyLock lock, const SecretBytes& secret,
                                    const crypto::Argon2Cost& cost, Tpm* maybeTpm) {
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
    return Status::conflict("there is a key file already");
  SecretBytes key = SecretBytes::random(crypto::kKeySize);
  Result<KeyFileContent> content = lockIn(key, lock, secret, cost, maybeTpm);
  if (!content.ok())
    return content.status();
  RETURN_IF_ERROR(KeyFile(path, *std::move(content)).save());
  return key;
}

Result<KeyFile> KeyFile::load(const std::filesystem::path& path) {
  const Result<Bytes> text = readFile(path, kMaxFileBytes);
  if (!text.ok())
    return text.status() == Status::invalid("") ? Status::corrupt("the key file is too large") : text.status();
  Result<KeyFileContent> content = KeyFileContent::parse(*text);
  if (!content.ok())
    return content.status();
  return KeyFile(path, *std::move(content));
}

Result<SecretBytes> KeyFile::unlock(const SecretBytes& secret, int64_t nowMillis, Tpm* maybeTpm) {
  if (lock() != KeyLock::HardwarePin)
    return unlockCounting(secret, nowMillis);
  return maybeTpm != nullptr ? unlockWithTpm(secret, *maybeTpm) : withoutTpm();
}

// A guess is counted before it is tried: neither a full disk nor a pulled plug gives one away.
Result<SecretBytes> KeyFile::unlockCounting(const SecretBytes& secret, int64_t nowMillis) {
  if (waitMillis(nowMillis) > 0)
    return Status::busy("too many wrong secrets; wait");
  m_content.failures = std::min(m_content.failures, INT32_MAX - 1) + 1;
  m_content.failedAtMillis = nowMillis;
  RETURN_IF_ERROR(save());
  const Result<SecretBytes> wrapping = crypto::deriveKey(secret, m_content.salt, m_content.cost);
  Result<SecretBytes> key =
      wrapping.ok() ? crypto::unseal(*wrapping, m_content.wrapped, m_content.wrapContext()) : wrapping.status();
  if (!key.ok())
    return key;
  m_content.failures = 0;
  // A count that can't be cleared must not keep the rightful owner out.
  static_cast<void>(save());
  return key;
}

Result<SecretBytes> KeyFile::unlockWithTpm(const SecretBytes& secret, Tpm& tpm) const {
  const Result<SecretBytes> derived = crypto::deriveKey(secret, m_content.salt, m_content.cost);
  if (!derived.ok())
    return derived.status();
  const Result<SecretBytes> held = tpm.unseal(m_content.sealed, authorisationFrom(*derived));
  if (!held.ok())
    return held.status();
  Result<SecretBytes> key = crypto::unseal(wrappingFrom(*derived, *held), m_content.wrapped, m_content.wrapContext());
  // The TPM knew the PIN, so it's not that.
  return key.ok() ? std::move(key) : Status::corrupt("the key file was altered");
}

Status KeyFile::change(const SecretBytes& secret, int64_t nowMillis, KeyLock newLock, const SecretBytes& newSecret,
                       Tpm* maybeTpm) {
  const Result<SecretBytes> key = unlock(secret, nowMillis, maybeTpm);
  if (!key.ok())
    return key.status();
  Result<KeyFileContent> content = lockIn(*key, newLock, newSecret, m_content.cost, maybeTpm);
  if (!content.ok())
    return content.status();
  KeyFile changed(m_path, *std::move(content));
  RETURN_IF_ERROR(changed.save());
  *this = std::move(changed);
  return {};
}

Result<KeyFile::Attempts> KeyFile::attempts(int64_t nowMillis, Tpm* maybeTpm) const {
  if (lock() != KeyLock::HardwarePin)
    return Attempts{std::max(0, kFreeAttempts - m_content.failures), waitMillis(nowMillis)};
  const Result<TpmLockout> lockout = maybeTpm != nullptr ? maybeTpm->lockout() : withoutTpm();
  if (!lockout.ok())
    return lockout.status();
  const uint32_t left = lockout->triesLeft();
  return Attempts{static_cast<int>(std::min<uint32_t>(left, INT32_MAX)),
                  left > 0 ? 0 : int64_t{1000} * lockout->recoverySeconds};
}

int64_t KeyFile::waitMillis(int64_t nowMillis) const {
  const int64_t wait = waitAfter(m_content.failures);
  // A clock set back must not make the wait longer than it was.
  return std::clamp<int64_t>(m_content.failedAtMillis + wait - nowMillis, 0, wait);
}

Status KeyFile::save() const {
  return writeFileDurably(m_path, m_content.toText());
}

} // namespace veikart
