// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/case_store.h"
#include "sync/client/enrolment.h"
#include "sync/client/sync_session.h"

#include <filesystem>
#include <memory>

namespace veikart::practice {

// A device of the practice office: one user's store in a folder of its own, enrolled with the hub. One thread.
class Device {
public:
  // Redeems the offer the first time; afterwards the folder's enrolment counts and the offer is not looked at.
  static Result<std::unique_ptr<Device>> open(const std::filesystem::path& folder,
                                              const std::filesystem::path& offerFile);

  store::CaseStore& store() { return *m_store; }
  FakeClock& clock() { return m_clock; } // the past is lived through on it
  const sync::Enrolment& enrolment() const { return m_enrolment; }

  Status settleIn(); // the enrolled user becomes the store's owner
  Result<sync::SyncReport> synchronise();

private:
  explicit Device(int64_t nowMillis) : m_clock(nowMillis) {}
  Status enrol(const std::filesystem::path& file, const std::filesystem::path& offerFile);

  FakeClock m_clock;
  std::unique_ptr<store::CaseStore> m_store;
  sync::Enrolment m_enrolment;
};

} // namespace veikart::practice
