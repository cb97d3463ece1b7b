// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

#include <condition_variable>
#include <mutex>

namespace veikart::hub {

// Several handles on one store, lent to one thread at a time. Writers queue here, where waiting is fair, and not in the
// database, where it is a matter of luck. Any thread.
class StorePool {
public:
  using Use = std::function<Status(HubStore&)>;

  explicit StorePool(std::vector<std::unique_ptr<HubStore>> stores) : m_idle(std::move(stores)) {}

  Status write(const Uuid& office, const HubStore::Work& work);
  Status read(const Uuid& office, const HubStore::Work& work);
  Status use(const Use& use); // for the questions that come before an office is known

private:
  class Loan {
  public:
    Loan(StorePool& pool, std::unique_ptr<HubStore> store) : m_pool(pool), m_store(std::move(store)) {}
    ~Loan();
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;

    HubStore& store() const { return *m_store; }

  private:
    StorePool& m_pool;
    std::unique_ptr<HubStore> m_store;
  };

  Loan lend();

  std::mutex m_writer;
  std::mutex m_mutex;
  std::condition_variable m_returned;
  std::vector<std::unique_ptr<HubStore>> m_idle; // guarded by m_mutex
};

} // namespace veikart::hub
