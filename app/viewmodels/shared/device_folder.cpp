// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/device_folder.h"

#include "platform/base/files.h"
#include "platform/crypto/crypto.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace veikart::ui {

namespace {
constexpr std::string_view kEnrolmentContext = "veikart enrolment v1";
constexpr size_t kMaxSmallFile = 64U * 1024;
constexpr const char* kProfile = "profile.json";
constexpr const char* kEnrolment = "enrolment";
constexpr const char* kUnfinished = "unfinished";

// An object, empty when there is none to read.
nlohmann::json profileIn(const std::filesystem::path& root) {
  const Result<Bytes> text = readFile(root / kProfile, kMaxSmallFile);
  nlohmann::json profile = nlohmann::json::parse(text.ok() ? *text : Bytes(), nullptr, false);
  return profile.is_object() ? profile : nlohmann::json::object();
}

Status saveInProfile(const std::filesystem::path& root, const char* name, nlohmann::json value) {
  nlohmann::json profile = profileIn(root);
  profile[name] = std::move(value);
  return writeFileDurably(root / kProfile, profile.dump());
}

} // namespace

Status DeviceFolder::makeFolders() const {
  RETURN_IF_ERROR(makePrivateFolder(m_root));
  return makePrivateFolder(m_root / "sessions");
}

bool DeviceFolder::isEnrolled() const {
  std::error_code error;
  return std::filesystem::exists(keyFile(), error) && !isUnfinished();
}

bool DeviceFolder::isUnfinished() const {
  std::error_code error;
  return std::filesystem::exists(m_root / kUnfinished, error);
}

Status DeviceFolder::markUnfinished() const {
  return writeFileDurably(m_root / kUnfinished, {});
}

Status DeviceFolder::markFinished() const {
  return removeFileDurably(m_root / kUnfinished);
}

bool DeviceFolder::hasParcels() const {
  std::error_code error;
  return std::filesystem::exists(parcels(), error) && !std::filesystem::is_empty(parcels(), error);
}

Status DeviceFolder::destroy() const {
  RETURN_IF_ERROR(markUnfinished());
  RETURN_IF_ERROR(removeFileDurably(keyFile()));
  for (const char* suffix : {"", "-wal", "-shm"})
    RETURN_IF_ERROR(removeFileDurably(storeFile().string() + suffix));
  for (const char* name : {kEnrolment, kProfile})
    RETURN_IF_ERROR(removeFileDurably(m_root / name));
  sweepSessions({});
  std::error_code ignored; // of what is no secret; the next sweep finds it again
  std::filesystem::remove(m_root / "sessions", ignored);
  RETURN_IF_ERROR(markFinished());
  if (!hasParcels())
    std::filesystem::remove_all(m_root, ignored);
  return {};
}

Status DeviceFolder::saveFirstName(const std::string& firstName) const {
  return saveInProfile(m_root, "firstName", firstName);
}

std::string DeviceFolder::firstName() const {
  const nlohmann::json name = profileIn(m_root)["firstName"];
  return name.is_string() ? name.get<std::string>() : std::string();
}

Status DeviceFolder::saveTextScale(double textScale) const {
  return saveInProfile(m_root, "textScale", textScale);
}

double DeviceFolder::textScale() const {
  const nlohmann::json scale = profileIn(m_root)["textScale"];
  return scale.is_number() ? std::clamp(scale.get<double>(), 1.0, 2.0) : 1.0;
}

Status DeviceFolder::saveLockMinutes(int minutes) const {
  return saveInProfile(m_root, "lockMinutes", minutes);
}

int DeviceFolder::lockMinutes() const {
  const nlohmann::json minutes = profileIn(m_root)["lockMinutes"];
  return minutes.is_number_integer() ? std::clamp(minutes.get<int>(), 1, 15) : 5;
}

Status DeviceFolder::saveEnrolment(const sync::Enrolment& enrolment, const SecretBytes& storeKey) const {
  Bytes json = sync::toJson(enrolment);
  const Bytes sealed = crypto::seal(storeKey, json, kEnrolmentContext);
  wipe(json);
  return writeFileDurably(m_root / kEnrolment, sealed);
}

Result<sync::Enrolment> DeviceFolder::loadEnrolment(const SecretBytes& storeKey) const {
  const Result<Bytes> sealed = readFile(m_root / kEnrolment, kMaxSmallFile);
  if (!sealed.ok())
    return sealed.status();
  const Result<SecretBytes> json = crypto::unseal(storeKey, *sealed, kEnrolmentContext);
  if (!json.ok())
    return json.status();
  return sync::parseEnrolment(json->view());
}

void DeviceFolder::sweepSessions(const std::vector<std::string>& knownFiles) const {
  std::error_code error;
  std::filesystem::directory_iterator entry(m_root / "sessions", error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const auto isIts = [&name](const std::string& known) { return name.starts_with(known); }; // WAL and index too
    if (std::ranges::none_of(knownFiles, isIts))
      (void)removeFileDurably(entry->path()); // what can't go now goes the next time
  }
}

Status DeviceFolder::removeSession(const std::string& fileName) const {
  for (const char* suffix : {"", "-wal", "-shm"})
    RETURN_IF_ERROR(removeFileDurably(sessionFile(fileName + suffix)));
  return {};
}

} // namespace veikart::ui
