// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_client.h"
#include "sync/client/parcel_folder.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace veikart::sync {

// Delivers a folder's parcels while their store is shut: at once, and with back-off until none is left that the hub
// might take. Has a thread of its own, and needs no key. `clock` outlives it.
class ParcelCourier {
public:
  ParcelCourier(std::filesystem::path folder, const Clock& clock);
  ~ParcelCourier(); // cancels; what is under way is delivered once more then, which does no harm
  ParcelCourier(const ParcelCourier&) = delete;
  ParcelCourier& operator=(const ParcelCourier&) = delete;

private:
  void run();
  Result<HttpTransport*> connect(const std::string& hubUrl, const std::string& hubCertificate);
  bool waitToTryAgain(int failures);

  const ParcelFolder m_parcels;
  const Clock& m_clock;
  std::string m_hub; // whom m_http connects to; of the courier's thread alone
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::unique_ptr<HttpClient> m_http; // replaced under m_mutex
  bool m_isStopping = false;          // guarded by m_mutex
  std::thread m_thread;
};

} // namespace veikart::sync
