// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_client.h"
#include "sync/client/hub_link.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace veikart::sync {

// Tells at once when the hub has something that this device has not, by a request that the hub answers only then. It
// waits for as long as it is armed; after news or a failure it is not, and the next session that ended in step arms it
// again. Has a thread of its own.
class NewsWatch {
public:
  // `onNews` is called on the watch's thread. `http` waits for answers longer than a session's (see httpOptions) and is
  // this one's alone; `clock` outlives the watch.
  NewsWatch(std::unique_ptr<HttpClient> http, std::string deviceToken, const Clock& clock,
            std::function<void()> onNews);
  ~NewsWatch(); // cancels
  NewsWatch(const NewsWatch&) = delete;
  NewsWatch& operator=(const NewsWatch&) = delete;

  static HttpClientOptions httpOptions(std::string hubUrl, std::string hubCertificate);

  void arm(const Digest& known); // what this device holds

private:
  void run();
  std::optional<Digest> nextQuestion();
  void settle(const Digest& asked, const Result<bool>& changed);

  std::unique_ptr<HttpClient> m_http;
  HubLink m_hub;
  const std::function<void()> m_onNews;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::optional<Digest> m_known; // guarded by m_mutex; nothing: not armed
  bool m_isStopping = false;     // guarded by m_mutex
  std::thread m_thread;
};

} // namespace veikart::sync
