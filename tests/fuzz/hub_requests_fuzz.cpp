// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What an enrolled but hostile device may send, in a parcel too: the hub's own service on a real store answers
// anything, and its store stays whole. The first byte chooses the address; what follows is the query, a line end, and
// the body.
#include "platform/crypto/crypto.h"
#include "platform/crypto/key_pairs.h"
#include "sync/hub/embedded_hub_store.h"
#include "sync/hub/enrol.h"
#include "sync/hub/hub_service.h"
#include "sync/protocol/body.h"
#include "tests/platform/support/temporary_folder.h"

#include <array>
#include <cstdlib>
#include <sstream>

namespace {

using namespace veikart;

constexpr std::string_view kParcels = "/v1/parcels";

void require(bool holds) {
  if (!holds)
    std::abort();
}

// One hub for the whole run: what one input leaves behind is what the next one meets.
class FuzzedHub {
public:
  FuzzedHub() {
    Result<std::unique_ptr<hub::HubStore>> store =
        hub::EmbeddedHubStore::open(m_place / "hub.db", SecretBytes::copyOf(Bytes(32, 'k')), Connection::Mode::Create);
    require(store.ok());
    // Known to the corpus, which names the office's scope.
    const Uuid office = *(*store)->addOffice({*Uuid::parse("019f0000-0000-7000-8000-0000000000f1"), "Kontoret"});
    const hub::User user{Uuid::makeV7(m_clock), "Kari", "Moen", hub::Role::ResourcePerson};
    const hub::Device device{m_device, user.id, "tablet", hub::secretHash("token"),
                             crypto::signingPublicKey(m_signingKey)};
    require((*store)
                ->write(office,
                        [&](hub::OfficeTransaction& rows) {
                          RETURN_IF_ERROR(rows.addUser(user));
                          return rows.putDevice(device);
                        })
                .ok());
    std::vector<std::unique_ptr<hub::HubStore>> stores;
    stores.push_back(*std::move(store));
    m_pool.emplace(std::move(stores));
    m_service.emplace(*m_pool, "", m_parcelKey.clone(), m_clock, m_log);
  }

  int ask(HttpRequest request) {
    request.headers["authorization"] = "Bearer token";
    if (request.path == kParcels) {
      request.body = crypto::sealFor(crypto::sealingPublicKey(m_parcelKey), request.body);
      request.headers["authorization"] = sync::ParcelSlip::make(m_device, m_signingKey, request.body).toText();
    }
    m_logText.str({});
    const HttpResponse response = m_service->handle(request);
    require(m_logText.str().find("store_failed") == std::string::npos);
    return response.status;
  }

private:
  const test::TemporaryFolder m_place;
  SystemClock m_clock;
  const Uuid m_device = Uuid::makeV7(m_clock);
  const SecretBytes m_signingKey = SecretBytes::random(crypto::kKeySize);
  const SecretBytes m_parcelKey = SecretBytes::random(crypto::kKeySize);
  std::ostringstream m_logText;
  hub::HubLog m_log{m_logText};
  std::optional<hub::StorePool> m_pool;
  std::optional<hub::HubService> m_service;
};

std::map<std::string, std::string> queryOf(std::string_view text) {
  std::map<std::string, std::string> query = {{"protocol", "1"}, {"replica", "019f0000-0000-7000-8000-0000000000a1"}};
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    const size_t sign = std::min(pair.find('='), pair.size());
    query[std::string(pair.substr(0, sign))] = pair.substr(std::min(pair.size(), sign + 1));
  }
  return query;
}

template<class Message>
Bytes packed(const Bytes& body) {
  Message message;
  return message.ParseFromString(body) ? sync::packBody(message) : body;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static FuzzedHub hub;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kAddresses = {{{"POST", "/v1/push"},
                                                                                        {"GET", "/v1/changes"},
                                                                                        {"GET", "/v1/scopes"},
                                                                                        {"GET", "/v1/news"},
                                                                                        {"POST", "/v1/enrol"},
                                                                                        {"POST", "/v1/contents"},
                                                                                        {"GET", "/v1/contents"},
                                                                                        {"POST", kParcels}}};
  if (size == 0)
    return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  const size_t lineEnd = std::min(rest.find('\n'), rest.size());
  HttpRequest request;
  request.method = kAddresses[data[0] % kAddresses.size()].first;
  request.path = kAddresses[data[0] % kAddresses.size()].second;
  request.query = queryOf(rest.substr(0, lineEnd));
  request.body = rest.substr(std::min(rest.size(), lineEnd + 1));
  // What is packed is looked into: the fuzzer would never find a frame of zstd by itself.
  if (data[0] >= 128)
    request.body = request.path == "/v1/contents" ? packed<sync::wire::ContentPart>(request.body)
                   : request.path == kParcels     ? packed<sync::wire::ParcelBody>(request.body)
                                                  : packed<sync::wire::PushRequest>(request.body);
  const int status = hub.ask(std::move(request));
  require(status == 200 || (status >= 400 && status != 500));
  return 0;
}
