// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/simulation/simulated_hub.h"

#include "sync/hub/embedded_hub_store.h"
#include "tests/simulation/must.h"

#include <utility>

namespace veikart::simulation {

namespace {

SecretBytes hubKey() {
  return SecretBytes::copyOf(Bytes(32, 'h'));
}

SecretBytes parcelKey() {
  return SecretBytes::copyOf(Bytes(32, 'p'));
}

std::unique_ptr<hub::HubStore> openStore(const std::filesystem::path& file) {
  return must(hub::EmbeddedHubStore::open(file, hubKey(), Connection::Mode::Create));
}

} // namespace

SimulatedHub::SimulatedHub(const std::filesystem::path& folder, size_t pageBytes)
    : disk(folder), m_pageBytes(pageBytes) {
  start();
  must(m_pool->use([this](hub::HubStore& store) {
    office = must(store.offices()).front().id;
    return Status();
  }));
}

Uuid SimulatedHub::create(const std::filesystem::path& folder) {
  const SimulatedDisk disk(folder);
  return must(openStore(folder / "hub.db")->addOffice({Uuid::makeV7(FakeClock(kStartMillis)), "Øvingskontoret"}));
}

std::optional<HttpResponse> SimulatedHub::handle(const HttpRequest& request) {
  if (!isUp())
    return std::nullopt;
  HttpResponse response = m_service->handle(request);
  if (disk.isStopped())
    return std::nullopt;
  return response;
}

void SimulatedHub::handleLate() {
  for (const HttpRequest& request : std::exchange(m_late, {}))
    static_cast<void>(handle(request)); // whoever sent it has given up waiting
}

void SimulatedHub::start() {
  if (m_service)
    return;
  std::vector<std::unique_ptr<hub::HubStore>> stores;
  stores.push_back(openStore(file()));
  m_pool.emplace(std::move(stores));
  m_service.emplace(*m_pool, "", parcelKey(), clock, m_log, m_pageBytes);
}

void SimulatedHub::stop(SimulatedDisk::End end, Random& random) {
  disk.stop();
  m_service.reset();
  m_pool.reset();
  disk.restart(end, random);
}

void SimulatedHub::backUp() {
  disk.goOn();
  m_service.reset();
  m_pool.reset(); // closing leaves everything in the one file
  std::filesystem::copy_file(file(), backup(), std::filesystem::copy_options::overwrite_existing);
  m_hasBackup = true;
  start();
}

void SimulatedHub::restore() {
  disk.goOn();
  m_service.reset();
  m_pool.reset();
  std::filesystem::copy_file(backup(), file(), std::filesystem::copy_options::overwrite_existing);
  start();
}

void SimulatedHub::recover() {
  constexpr int64_t kYearMillis = 365LL * 24 * 60 * 60 * 1000;
  must(m_pool->write(office,
                     [&](hub::OfficeTransaction& rows) { return rows.openRecovery(clock.nowMillis() + kYearMillis); }));
}

Result<HttpResponse> SimulatedLine::send(const HttpRequest& request) {
  m_bytesSent += request.body.size();
  const Status gone = Status::offline("the line is down");
  if (m_tablet.isStopped())
    return gone;
  std::optional<HttpResponse> response = m_random.chance(m_faultPercent) ? carry(request) : m_hub.handle(request);
  if (!response || m_tablet.isStopped())
    return gone;
  return *std::move(response);
}

std::optional<HttpResponse> SimulatedLine::carry(const HttpRequest& request) {
  switch (m_random.below(5)) {
  case 0: // lost on its way
    return std::nullopt;
  case 1: // its answer is lost
    static_cast<void>(m_hub.handle(request));
    return std::nullopt;
  case 2: // comes when nobody waits for it any more
    m_hub.handleLater(request);
    return std::nullopt;
  case 3: // comes twice
    static_cast<void>(m_hub.handle(request));
    return m_hub.handle(request);
  default: // something before the hub answers in its place
    return HttpResponse{503, {}, {}};
  }
}

} // namespace veikart::simulation
