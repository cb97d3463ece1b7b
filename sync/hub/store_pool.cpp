// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/store_pool.h"

namespace veikart::hub {

// Gives the store back also when memory runs out under its user.
StorePool::Loan::~Loan() {
  {
    const std::lock_guard lock(m_pool.m_mutex);
    m_pool.m_idle.push_back(std::move(m_store));
  }
  m_pool.m_returned.notify_one();
}

StorePool::Loan StorePool::lend() {
  std::unique_lock lock(m_mutex);
  m_returned.wait(lock, [this] { return !m_idle.empty(); });
  std::unique_ptr<HubStore> store = std::move(m_idle.back());
  m_idle.pop_back();
  return {*this, std::move(store)};
}

Status StorePool::use(const Use& use) {
  const Loan loan = lend();
  return use(loan.store());
}

Status StorePool::write(const Uuid& office, const HubStore::Work& work) {
  const std::lock_guard lock(m_writer);
  return use([&](HubStore& store) { return store.write(office, work); });
}

Status StorePool::read(const Uuid& office, const HubStore::Work& work) {
  return use([&](HubStore& store) { return store.read(office, work); });
}

} // namespace veikart::hub
