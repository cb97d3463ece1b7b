// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/parcel_courier.h"

#include "sync/protocol/tuning.h"

#include <algorithm>
#include <chrono>

namespace veikart::sync {

ParcelCourier::ParcelCourier(std::filesystem::path folder, const Clock& clock)
    : m_parcels(std::move(folder)), m_clock(clock), m_thread([this] { run(); }) {}

ParcelCourier::~ParcelCourier() {
  {
    const std::lock_guard lock(m_mutex);
    m_isStopping = true;
    if (m_http)
      m_http->cancel();
  }
  m_wake.notify_all();
  m_thread.join();
}

void ParcelCourier::run() {
  std::set<std::string> left;
  for (int failures = 0;;) {
    const ParcelFolder::Delivery done = m_parcels.deliver(
        [this](const std::string& url, const std::string& certificate) { return connect(url, certificate); }, m_clock,
        left);
    if (!done.hindrance.isTransient())
      return;
    failures = done.delivered > 0 ? 0 : failures + 1;
    if (!waitToTryAgain(failures))
      return;
  }
}

// The parcels of one store go to one hub, and a warm connection serves them all.
Result<HttpTransport*> ParcelCourier::connect(const std::string& hubUrl, const std::string& hubCertificate) {
  const std::lock_guard lock(m_mutex);
  if (m_isStopping)
    return Status::offline("stopping");
  if (!m_http || m_hub != hubUrl + hubCertificate) {
    HttpClientOptions options;
    options.baseUrl = hubUrl;
    options.pinnedCertificate = hubCertificate;
    Result<std::unique_ptr<HttpClient>> http = HttpClient::create(std::move(options));
    if (!http.ok())
      return http.status();
    m_http = *std::move(http);
    m_hub = hubUrl + hubCertificate;
  }
  return m_http.get();
}

// False when it is time to stop.
bool ParcelCourier::waitToTryAgain(int failures) {
  const int64_t millis = std::min(tuning::kFirstRetryMillis << std::min(failures, 10), tuning::kLastRetryMillis);
  std::unique_lock lock(m_mutex);
  return !m_wake.wait_for(lock, std::chrono::milliseconds(millis), [this] { return m_isStopping; });
}

} // namespace veikart::sync
