// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/news_board.h"

namespace veikart::hub {

void NewsBoard::post(const Uuid& office, const Uuid& device, std::set<ScopeId> scopes) {
  const std::lock_guard lock(m_mutex);
  m_posts.push_back({office, device, std::move(scopes)});
  ++m_last;
  if (m_posts.size() > kMaxPosts)
    m_posts.pop_front();
}

uint64_t NewsBoard::last() const {
  const std::lock_guard lock(m_mutex);
  return m_last;
}

std::optional<std::set<ScopeId>> NewsBoard::since(uint64_t seen, const Uuid& office, const Uuid& device) const {
  const std::lock_guard lock(m_mutex);
  const uint64_t missed = m_last - seen;
  if (missed > m_posts.size())
    return std::nullopt;
  std::set<ScopeId> scopes;
  for (auto post = m_posts.end() - static_cast<ptrdiff_t>(missed); post != m_posts.end(); ++post)
    if (post->office == office && post->device != device)
      scopes.insert(post->scopes.begin(), post->scopes.end());
  return scopes;
}

} // namespace veikart::hub
