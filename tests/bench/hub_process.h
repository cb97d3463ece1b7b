// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/enrolment.h"
#include "sync/hub/hub_folder.h"
#include "tests/bench/child_process.h"

#include <optional>

namespace veikart::bench {

// A hub in a process of its own with a new store, serving on loopback until the object goes. One thread.
class HubProcess {
public:
  explicit HubProcess(const std::filesystem::path& folder);

  sync::Enrolment enrol(hub::Role role, const sync::ReplicaId& replica);
  int64_t peakMemoryBytes() const { return m_process->peakMemoryBytes(); }
  int64_t lastNumber() const; // of its changes

private:
  hub::HubFolder m_folder;
  Uuid m_office;
  std::optional<ChildProcess> m_process;
  std::string m_url;
};

} // namespace veikart::bench
