// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/hub_process.h"

#include "sync/hub/administration.h"
#include "tests/bench/measure.h"

#include <fstream>

namespace veikart::bench {

HubProcess::HubProcess(const std::filesystem::path& folder) : m_folder(folder) {
  constexpr std::string_view kListening = "listening on ";
  must(m_folder.create("Practice office", "127.0.0.1", SystemClock()));
  m_process.emplace("veikart-hub", std::vector<std::string>{"serve", "--data", folder, "--port", "0"},
                    folder / "hub.log");
  const std::string line = m_process->readLine();
  mustBe(line.starts_with(kListening), "veikart-hub does not serve");
  m_url = line.substr(kListening.size());
}

sync::Enrolment HubProcess::enrol(hub::Role role, const sync::ReplicaId& replica) {
  const SystemClock clock;
  const Uuid user = must(hub::addUser(m_folder, {Uuid::makeV7(clock), "Kari", "Moen", role}));
  const Bytes offer = must(hub::makeOffer(m_folder, user, m_url, clock));
  return must(sync::redeem(must(sync::parseOffer(offer)), replica));
}

int64_t HubProcess::peakMemoryBytes() const {
  constexpr std::string_view kPeak = "VmHWM:";
  std::ifstream status("/proc/" + std::to_string(m_process->id()) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(kPeak))
      return std::atoll(line.c_str() + kPeak.size()) * 1024;
  return 0;
}

} // namespace veikart::bench
