// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_store.h"

#include <deque>
#include <mutex>

namespace veikart::hub {

// The latest pushes of this process, so that those who wait for news need not look into the store for others'. Any
// thread.
class NewsBoard {
public:
  void post(const Uuid& office, const Uuid& device, std::set<ScopeId> scopes);

  uint64_t last() const; // the number of the latest post; 0: none yet

  // The scopes that were changed in `office` after post number `seen` by other devices than `device`; nothing when the
  // board does not go that far back.
  std::optional<std::set<ScopeId>> since(uint64_t seen, const Uuid& office, const Uuid& device) const;

private:
  static constexpr size_t kMaxPosts = 1000; // those who wait are asked at every post: few are ever behind

  struct Post {
    Uuid office;
    Uuid device;
    std::set<ScopeId> scopes;
  };

  mutable std::mutex m_mutex;
  std::deque<Post> m_posts; // guarded by m_mutex; the last one is number m_last
  uint64_t m_last = 0;      // guarded by m_mutex
};

} // namespace veikart::hub
