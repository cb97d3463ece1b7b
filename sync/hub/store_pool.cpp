// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/store_pool.h"

namespace veikart::hub {

Status StorePool::use(const Use& use) {
  std::unique_lock lock(m_mutex);
  m_returned.wait(lock, [this] { return !m_idle.empty(); });
  std::unique_ptr<HubStore> store = std::move(m_idle.back());
  m_idle.pop_back();
  lock.unlock();
  Status done = use(*store);
  lock.lock();
  m_idle.push_back(std::move(store));
  lock.unlock();
  m_returned.notify_one();
  return done;
}

Status StorePool::write(const Uuid& office, const HubStore::Work& work) {
  const std::lock_guard lock(m_writer);
  return use([&](HubStore& store) { return store.write(office, work); });
}

Status StorePool::read(const Uuid& office, const HubStore::Work& work) {
  return use([&](HubStore& store) { return store.read(office, work); });
}

} // namespace veikart::hub
