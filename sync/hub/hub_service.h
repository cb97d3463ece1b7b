// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/http/http_server.h"
#include "sync/hub/authentication.h"
#include "sync/hub/contents.h"
#include "sync/hub/enrol.h"
#include "sync/hub/hub_log.h"
#include "sync/hub/news_board.h"
#include "sync/hub/rate_limit.h"
#include "sync/hub/store_claim.h"
#include "sync/protocol/tuning.h"

namespace veikart::hub {

// The hub's addresses (PROTOCOL.md): a request in, a response out, whatever came in. Any thread, several at once.
class HubService {
public:
  // `publicKeyPin`: of the hub's certificate. `parcelKey`: the secret half of that for which devices seal parcels.
  // `pageBytes`: of the feed, about.
  HubService(StorePool& pool, std::string publicKeyPin, SecretBytes parcelKey, const Clock& clock, HubLog& log,
             size_t pageBytes = sync::tuning::kPageBytes);

  HttpResponse handle(const HttpRequest& request); // at once
  std::optional<HttpResponse> handle(const HttpRequest& request, HttpWait& wait);

  Status heedSetBack(const Principal& principal, const StoreClaim& claim);
  bool isStranger(const HttpRequest& request); // its head shows no known device

private:
  HttpResponse route(const HttpRequest& request);
  std::optional<HttpResponse> news(const HttpRequest& request, HttpWait& wait);
  Result<bool> hasNews(const Principal& principal, const Digest& known, const HttpWait& wait);
  std::optional<HttpResponse> serve(const HttpRequest& request, HttpWait& wait);
  void count(const HttpRequest& request, int status);
  HttpResponse stamped(const HttpRequest& request, HttpResponse response);
  HttpResponse greet(const HttpRequest& request);
  HttpResponse enrol(const HttpRequest& request);
  HttpResponse standing(const HttpRequest& request);
  HttpResponse openInEmergency(const HttpRequest& request);
  HttpResponse push(const HttpRequest& request);
  HttpResponse changes(const HttpRequest& request);
  HttpResponse scopes(const HttpRequest& request);
  HttpResponse takeContent(const HttpRequest& request);
  HttpResponse giveContent(const HttpRequest& request);
  HttpResponse takeParcel(const HttpRequest& request);
  HttpResponse takeParcelOf(const Principal& principal, const sync::wire::PushRequest& message);
  HttpResponse takeParcelOf(const Principal& principal, const sync::wire::ContentPart& part);

  // Asked by a store, once it is known to be the one that it says it is and to stand where it says.
  using Question = std::function<Result<HttpResponse>(OfficeTransaction&, const Principal&, const StoreClaim&)>;
  HttpResponse answerStore(const HttpRequest& request, const Question& question);

  Result<Standing> accept(const Principal& principal, const StoreClaim& claim);
  Result<Standing> pushRecords(const Principal& principal, const sync::wire::PushRequest& message,
                               sync::wire::PushReply& reply);
  Result<sync::wire::ContentReply> keepContent(const Principal& principal, const sync::wire::ContentPart& part);
  HttpResponse failure(const Status& status);

  StorePool& m_pool;
  const SecretBytes m_parcelKey;
  const Clock& m_clock;
  HubLog& m_log;
  size_t m_pageBytes;
  Authentication m_authentication;
  Enrolling m_enrolling;
  NewsBoard m_board;
  RateLimit m_refusals;
  RateLimit m_emergencies;
};

} // namespace veikart::hub
