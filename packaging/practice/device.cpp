// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "packaging/practice/device.h"

#include "packaging/practice/people.h"
#include "platform/base/files.h"

namespace veikart::practice {

namespace {

constexpr size_t kKeySize = 32;
constexpr size_t kMostFileBytes = 64 * 1024;

// The practice office's key lies beside its store: fictitious people need no lock.
Result<SecretBytes> storeKey(const std::filesystem::path& file) {
  Result<Bytes> kept = readFile(file, kMostFileBytes);
  if (kept.ok()) {
    SecretBytes key = SecretBytes::copyOf(*kept);
    wipe(*kept);
    return key;
  }
  if (kept.status().code() != StatusCode::NotFound)
    return kept.status();
  SecretBytes key = SecretBytes::random(kKeySize);
  RETURN_IF_ERROR(writeFileDurably(file, key.view()));
  return key;
}

casework::StaffMember userOf(const sync::Enrolment& enrolment) {
  const size_t gap = std::min(enrolment.userName.rfind(' '), enrolment.userName.size());
  casework::StaffMember user;
  user.id = enrolment.userId;
  user.firstName = enrolment.userName.substr(0, gap);
  user.lastName = enrolment.userName.substr(std::min(gap + 1, enrolment.userName.size()));
  user.role = enrolment.role == "supervisor" ? casework::Role::Supervisor : casework::Role::Counsellor;
  user.unit = kUnit;
  return user;
}

} // namespace

Result<std::unique_ptr<Device>> Device::open(const std::filesystem::path& folder,
                                             const std::filesystem::path& offerFile) {
  RETURN_IF_ERROR(makePrivateFolder(folder));
  const Result<SecretBytes> key = storeKey(folder / "store.key");
  if (!key.ok())
    return key.status();
  std::unique_ptr<Device> device(new Device(SystemClock().nowMillis()));
  Result<std::unique_ptr<store::CaseStore>> store = store::CaseStore::open(folder / "store.db", *key, device->m_clock);
  if (!store.ok())
    return store.status();
  device->m_store = std::move(*store);
  RETURN_IF_ERROR(device->enrol(folder / "enrolment.json", offerFile));
  return device;
}

Status Device::enrol(const std::filesystem::path& file, const std::filesystem::path& offerFile) {
  const Result<Bytes> kept = readFile(file, kMostFileBytes);
  if (kept.ok()) {
    return keep(sync::parseEnrolment(*kept), m_enrolment);
  }
  const Result<Bytes> json = readFile(offerFile, kMostFileBytes);
  Result<sync::Enrolled> enrolled =
      json.ok() ? sync::enrolWith(*json, m_store->replica().id()) : Result<sync::Enrolled>(json.status());
  if (!enrolled.ok())
    return enrolled.status();
  m_enrolment = std::move(enrolled->enrolment);
  return writeFileDurably(file, sync::toJson(m_enrolment));
}

Status Device::settleIn() {
  return m_store->saveOwner(userOf(m_enrolment), m_enrolment.officeId);
}

Result<sync::SyncReport> Device::synchronise() {
  Result<std::unique_ptr<HttpClient>> http = HttpClient::create({m_enrolment.hubUrl, m_enrolment.hubCertificate});
  if (!http.ok())
    return http.status();
  sync::ReplicaGate gate = [this](const std::function<Status(sync::Replica&)>& work) {
    return work(m_store->replica());
  };
  return sync::SyncSession(**http, std::move(gate), {m_enrolment.deviceToken}, m_clock).run();
}

} // namespace veikart::practice
