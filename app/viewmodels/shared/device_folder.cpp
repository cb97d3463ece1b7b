// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/device_folder.h"

#include "platform/base/files.h"
#include "platform/crypto/crypto.h"

#include <nlohmann/json.hpp>

namespace veikart::ui {

namespace {
constexpr std::string_view kEnrolmentContext = "veikart enrolment v1";
constexpr size_t kMaxSmallFile = 64U * 1024;
} // namespace

Status DeviceFolder::makeFolders() const {
  RETURN_IF_ERROR(makePrivateFolder(m_root));
  return makePrivateFolder(m_root / "sessions");
}

bool DeviceFolder::isEnrolled() const {
  std::error_code error;
  return std::filesystem::exists(keyFile(), error);
}

Status DeviceFolder::saveFirstName(const std::string& firstName) const {
  return writeFileDurably(m_root / "profile.json", nlohmann::json{{"firstName", firstName}}.dump());
}

std::string DeviceFolder::firstName() const {
  const Result<Bytes> text = readFile(m_root / "profile.json", kMaxSmallFile);
  const nlohmann::json profile = nlohmann::json::parse(text.ok() ? *text : Bytes(), nullptr, false);
  if (!profile.is_object() || !profile.contains("firstName") || !profile["firstName"].is_string())
    return {};
  return profile["firstName"].get<std::string>();
}

Status DeviceFolder::saveEnrolment(const sync::Enrolment& enrolment, const SecretBytes& storeKey) const {
  Bytes json = sync::toJson(enrolment);
  const Bytes sealed = crypto::seal(storeKey, json, kEnrolmentContext);
  wipe(json);
  return writeFileDurably(m_root / "enrolment", sealed);
}

Result<sync::Enrolment> DeviceFolder::loadEnrolment(const SecretBytes& storeKey) const {
  const Result<Bytes> sealed = readFile(m_root / "enrolment", kMaxSmallFile);
  if (!sealed.ok())
    return sealed.status();
  const Result<SecretBytes> json = crypto::unseal(storeKey, *sealed, kEnrolmentContext);
  if (!json.ok())
    return json.status();
  return sync::parseEnrolment(json->view());
}

void DeviceFolder::sweepSessions(const std::string& openFile) const {
  std::error_code error;
  std::filesystem::directory_iterator entry(m_root / "sessions", error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
    if (openFile.empty() || !entry->path().filename().string().starts_with(openFile))
      (void)removeFileDurably(entry->path()); // what can't go now goes the next time
}

Status DeviceFolder::removeSession(const std::string& fileName) const {
  for (const char* suffix : {"", "-wal", "-shm"})
    RETURN_IF_ERROR(removeFileDurably(sessionFile(fileName + suffix)));
  return {};
}

} // namespace veikart::ui
