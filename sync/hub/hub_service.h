// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_server.h"
#include "sync/hub/enrol.h"
#include "sync/hub/hub_log.h"
#include "sync/hub/news_board.h"
#include "sync/hub/store_claim.h"
#include "sync/protocol/tuning.h"

namespace google::protobuf {
class MessageLite;
}

namespace veikart::hub {

// The hub's addresses (PROTOCOL.md): a request in, a response out, whatever came in. Any thread, several at once.
class HubService {
public:
  // `pageBytes`: of the feed, about.
  HubService(StorePool& pool, const Clock& clock, HubLog& log, size_t pageBytes = sync::tuning::kPageBytes)
      : m_pool(pool), m_clock(clock), m_log(log), m_pageBytes(pageBytes) {}

  HttpResponse handle(const HttpRequest& request); // at once
  std::optional<HttpResponse> handle(const HttpRequest& request, HttpWait& wait);

  bool isStranger(const HttpRequest& request); // its head shows no known device token

private:
  HttpResponse route(const HttpRequest& request);
  std::optional<HttpResponse> news(const HttpRequest& request, HttpWait& wait);
  Result<bool> hasNews(const Principal& principal, const Digest& known, const HttpWait& wait);
  HttpResponse stamped(const HttpRequest& request, HttpResponse response);
  HttpResponse enrol(const HttpRequest& request);
  HttpResponse push(const HttpRequest& request);
  HttpResponse changes(const HttpRequest& request);
  HttpResponse scopes(const HttpRequest& request);
  HttpResponse takeContent(const HttpRequest& request);
  HttpResponse giveContent(const HttpRequest& request);

  // Asked by a store, once it is known to be the one that it says it is and to stand where it says.
  using Question = std::function<Result<HttpResponse>(OfficeTransaction&, const Principal&, const StoreClaim&)>;
  HttpResponse answerStore(const HttpRequest& request, const Question& question);

  Result<Principal> authenticate(const HttpRequest& request);
  Result<Standing> accept(const Principal& principal, const StoreClaim& claim);
  Result<Standing> pushRecords(const Principal& principal, const StoreClaim& claim,
                               const sync::wire::PushRequest& message, sync::wire::PushReply& reply);
  HttpResponse failure(const Status& status);

  StorePool& m_pool;
  const Clock& m_clock;
  HubLog& m_log;
  size_t m_pageBytes;
  NewsBoard m_board;
};

} // namespace veikart::hub
