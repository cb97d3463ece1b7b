// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/hub_process.h"

#include "sync/hub/administration.h"
#include "tests/bench/measure.h"

namespace veikart::bench {

HubProcess::HubProcess(const std::filesystem::path& folder) : m_folder(folder) {
  constexpr std::string_view kListening = "listening on ";
  m_office = must(m_folder.create({{}, "Practice office", true}, "127.0.0.1", SystemClock()));
  m_process.emplace("veikart-hub", std::vector<std::string>{"serve", "--data", folder, "--port", "0"},
                    folder / "hub.log");
  const std::string line = m_process->readLine();
  mustBe(line.starts_with(kListening), "veikart-hub does not serve");
  m_url = line.substr(kListening.size());
}

sync::Enrolment HubProcess::enrol(hub::Role role, const sync::ReplicaId& replica) {
  const SystemClock clock;
  const Uuid user = must(hub::addUser(m_folder, {Uuid::makeV7(clock), "Kari", "Moen", role}));
  const Bytes offer = hub::toJson(must(hub::makeOffer(m_folder, user, m_url, clock)));
  return must(sync::enrolWith(offer, replica)).enrolment;
}

int64_t HubProcess::lastNumber() const {
  const std::unique_ptr<hub::HubStore> store = must(m_folder.openStore());
  int64_t number = 0;
  must(store->read(m_office, [&](hub::OfficeTransaction& rows) {
    number = must(rows.lastNumber());
    return Status();
  }));
  return number;
}

} // namespace veikart::bench
