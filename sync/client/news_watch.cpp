// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/news_watch.h"

namespace veikart::sync {
namespace {

constexpr int64_t kLongestAnswerMillis = 75'000; // the hub answers within 55 seconds

} // namespace

HttpClientOptions NewsWatch::httpOptions(std::string hubUrl, std::string hubCertificate) {
  HttpClientOptions options;
  options.baseUrl = std::move(hubUrl);
  options.pinnedCertificate = std::move(hubCertificate);
  options.totalTimeoutMillis = kLongestAnswerMillis;
  options.stallTimeoutMillis = kLongestAnswerMillis;
  return options;
}

NewsWatch::NewsWatch(std::unique_ptr<HttpClient> http, std::string deviceToken, const Clock& clock,
                     std::function<void()> onNews)
    : m_http(std::move(http)), m_hub(*m_http, std::move(deviceToken), clock), m_onNews(std::move(onNews)),
      m_thread([this] { run(); }) {}

NewsWatch::~NewsWatch() {
  {
    const std::lock_guard lock(m_mutex);
    m_isStopping = true;
  }
  m_http->cancel();
  m_wake.notify_all();
  m_thread.join();
}

void NewsWatch::arm(const Digest& known) {
  {
    const std::lock_guard lock(m_mutex);
    m_known = known;
  }
  m_wake.notify_all();
}

void NewsWatch::run() {
  while (const std::optional<Digest> asked = nextQuestion())
    settle(*asked, m_hub.awaitNews(*asked));
}

// Nothing when it is time to stop.
std::optional<Digest> NewsWatch::nextQuestion() {
  std::unique_lock lock(m_mutex);
  m_wake.wait(lock, [this] { return m_isStopping || m_known; });
  return m_isStopping ? std::nullopt : m_known;
}

// What a session brought meanwhile is no news: it is asked again, with what is held now.
void NewsWatch::settle(const Digest& asked, const Result<bool>& changed) {
  {
    const std::lock_guard lock(m_mutex);
    if (m_isStopping || m_known != asked || (changed.ok() && !*changed))
      return;
    m_known.reset();
  }
  if (changed.ok())
    m_onNews();
}

} // namespace veikart::sync
