// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/enrolment.h"
#include "sync/hub/hub_folder.h"

#include <sys/types.h>

namespace veikart::bench {

// A hub in a process of its own with a new store, serving on loopback until the object goes. One thread.
class HubProcess {
public:
  explicit HubProcess(const std::filesystem::path& folder);
  ~HubProcess();
  HubProcess(const HubProcess&) = delete;
  HubProcess& operator=(const HubProcess&) = delete;

  sync::Enrolment enrol(hub::Role role, const sync::ReplicaId& replica);
  int64_t peakMemoryBytes() const;

private:
  void spawn(const std::filesystem::path& data);

  hub::HubFolder m_folder;
  pid_t m_process = -1;
  std::string m_url;
};

int64_t peakMemoryBytes(const std::string& process); // a number, or "self"

} // namespace veikart::bench
